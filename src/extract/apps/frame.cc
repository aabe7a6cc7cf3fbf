#include "extract/apps/frame.h"

#include <array>

namespace guanlan::apps {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrameClasses = {
    "channel",    "direct",   "played",  "means",   "handled", "matter",   "told",      "done",
    "said",       "own_noun", "head",    "passing", "upon",    "announce", "developer", "guide",
    "rule",       "form",     "malware", "game",    "fake",    "before",   "adverb",    "suffered",
    "other_noun", "no_name",  "opener",  "book",    "which",   "hidden",   "firm"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/apps.tsv", kFrameClasses);
  return table;
}

}  // namespace guanlan::apps
