#include "extract/bodies/words.h"

#include <array>

namespace guanlan::bodies {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Ending::count_)> kClasses = {
    "group",    "office", "not_office",   "department", "institute", "foreign",
    "ministry", "branch", "named_branch", "no_stem",    "vague",     "word"};

}  // namespace

const FrameTable<Ending>& endings() {
  static const FrameTable<Ending> table("lexicon/frame/bodies.tsv", kClasses);
  return table;
}

}  // namespace guanlan::bodies
