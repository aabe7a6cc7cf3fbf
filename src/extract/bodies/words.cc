#include "extract/bodies/words.h"

#include <array>

#include "extract/bodies/part_words.h"

namespace guanlan::bodies {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Ending::count_)> kClasses = {
    "group",    "office", "not_office",   "department", "institute", "foreign",
    "ministry", "branch", "named_branch", "no_stem",    "vague",     "word"};

const FrameTable<Ending>& endings() {
  static const FrameTable<Ending> table("lexicon/frame/bodies.tsv", kClasses);
  return table;
}

}  // namespace

std::uint32_t word_at(const Part& part, std::uint32_t offset, Ending cls) {
  return word_at(endings(), part, offset, cls);
}

std::uint32_t word_before(const Part& part, std::uint32_t offset, Ending cls) {
  return word_before(endings(), part, offset, cls);
}

bool begins_with(std::string_view text, Ending cls) { return endings().at(text, 0, cls) != 0; }

bool holds(std::string_view text, Ending cls) { return endings().holds(text, cls); }

}  // namespace guanlan::bodies
