#include "extract/sanctions/frame.h"

#include <array>

#include "lexicon/frame_table.h"

namespace guanlan::sanctions {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrameClasses = {
    "comes_to", "cost", "option", "about", "imposes", "imposed", "gives", "than",
    "at_most",  "case", "then",   "wants", "orders",  "each",    "sums",  "took"};

const FrameTable& frame() {
  static const FrameTable table("lexicon/frame/sanctions.tsv", kFrameClasses);
  return table;
}

}  // namespace

std::uint32_t cue_at(std::string_view text, std::size_t at, Frame cls) {
  return frame().at(text, at, static_cast<std::size_t>(cls));
}
std::uint32_t cue_before(std::string_view text, std::size_t at, Frame cls) {
  return frame().before(text, at, static_cast<std::size_t>(cls));
}
bool holds_cue(std::string_view text, Frame cls) {
  return frame().holds(text, static_cast<std::size_t>(cls));
}

}  // namespace guanlan::sanctions
