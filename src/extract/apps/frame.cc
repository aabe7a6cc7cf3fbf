#include "extract/apps/frame.h"

#include <array>

#include "lexicon/frame_table.h"

namespace guanlan::apps {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrameClasses = {
    "channel", "direct",   "played",  "means",   "handled", "matter",   "told",      "done",
    "said",    "own_noun", "head",    "passing", "upon",    "announce", "developer", "guide",
    "rule",    "form",     "malware", "game",    "fake",    "before",   "adverb"};

const FrameTable& frame() {
  static const FrameTable table("lexicon/frame/apps.tsv", kFrameClasses);
  return table;
}

}  // namespace

std::uint32_t frame_at(std::string_view text, std::size_t at, Frame cls) {
  return frame().at(text, at, static_cast<std::size_t>(cls));
}
std::uint32_t frame_before(std::string_view text, std::size_t at, Frame cls) {
  return frame().before(text, at, static_cast<std::size_t>(cls));
}
bool holds_frame(std::string_view text, Frame cls) {
  return frame().holds(text, static_cast<std::size_t>(cls));
}

}  // namespace guanlan::apps
