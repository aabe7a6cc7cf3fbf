#include "extract/regions/frame.h"

#include <array>

#include "extract/bodies/part_words.h"

namespace guanlan::regions {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrames = {
    "event",  "venue",  "adverb",    "resident", "person",      "together",
    "masked", "party",  "count",     "counted",  "hunt",        "go",
    "bank",   "branch", "branch_of", "people",   "person_from", "street"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/regions.tsv", kFrames);
  return table;
}

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Frame cls) {
  return bodies::word_at(frame(), part, offset, cls);
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Frame cls) {
  return bodies::word_before(frame(), part, offset, cls);
}

}  // namespace guanlan::regions
