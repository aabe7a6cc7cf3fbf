#include "extract/regions/frame.h"

#include <array>

namespace guanlan::regions {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrames = {
    "event", "venue",   "adverb", "resident", "person", "together", "masked",   "party",
    "count", "counted", "hunt",   "go",       "bank",   "branch",   "branch_of"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/regions.tsv", kFrames);
  return table;
}

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Frame cls) {
  return frame().at(part.passage().text.substr(0, part.span().end), offset, cls);
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Frame cls) {
  const std::uint32_t begin = part.span().begin;
  return offset <= begin ? 0
                         : frame().before(part.passage().text.substr(begin), offset - begin, cls);
}

}  // namespace guanlan::regions
