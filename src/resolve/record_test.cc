#include "guanlan/record.h"

#include <gtest/gtest.h>

#include "testing/place.h"

namespace guanlan {
namespace {

TEST(RecordLines, OfASourceAreThoseOfItsDocument) {
  for (const char* name : {"monthly.txt", "notice.html"}) {
    const auto sources = read(testing::root() / "samples" / name);
    ASSERT_TRUE(sources) << name;
    ASSERT_FALSE(sources->empty()) << name;
    const Source& source = sources->front();
    const auto lines = record_lines(process(source, Lexicon::builtin()));
    EXPECT_FALSE(lines.empty()) << name;
    EXPECT_EQ(record_lines(source, Lexicon::builtin()), lines) << name;
  }
}

}  // namespace
}  // namespace guanlan
