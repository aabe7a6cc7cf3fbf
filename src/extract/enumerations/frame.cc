#include "extract/enumerations/frame.h"

#include <array>

namespace guanlan::enumerations {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrames = {
    "unit", "verb", "verb_end", "case", "listed", "closing"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/enumerations.tsv", kFrames);
  return table;
}

}  // namespace guanlan::enumerations
