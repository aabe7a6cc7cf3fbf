#include "extract/orgs/aliases.h"

#include <gtest/gtest.h>

namespace guanlan::orgs {
namespace {

// One name found twice, by a list and by the word table: in either order the table's row is known.
TEST(Aliases, KnowARowWhoseWordsWereFoundByAnotherRule) {
  const std::vector<Name> names{{{0, 6}, {}, Source::list, 0, "company", false, {}},
                                {{9, 15}, {}, Source::known, 7, "company", false, {9, 15}}};
  const std::vector<std::string> texts{"示例", "示例"};
  Passage passage;
  const Aliases aliases(passage, names, texts);
  EXPECT_FALSE(aliases.stands_for_another(0));
  EXPECT_FALSE(aliases.stands_for_another(1));
}

}  // namespace
}  // namespace guanlan::orgs
