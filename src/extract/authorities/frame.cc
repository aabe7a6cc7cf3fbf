#include "extract/authorities/frame.h"

#include <array>

namespace guanlan::authorities {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrames = {
    "esteems",     "learned",       "told_by",     "founded",      "behind_founded", "unit",
    "behind_unit", "leads_group",   "tells",       "speech",       "guided",         "helped",
    "official",    "responsible",   "officers",    "others",       "thing",          "app",
    "attribute",   "head",          "not_ought",   "ought",        "undone",         "paper",
    "notice",      "issued_notice", "offices",     "issued",       "with",           "cooperates",
    "signs",       "mail",          "street",      "followed_end", "paper_says",     "prosecutor",
    "planned",     "under",         "basis",       "suit",         "goal",           "held",
    "brought",     "administers",   "receives",    "praise",       "own_case",       "of_a_case",
    "lists",       "passes",        "approval",    "joins",        "joint",          "guides",
    "hands_over",  "source",        "carries_out", "sued",         "account_tells",  "site_tells",
    "we",          "masked",        "background",  "sues",         "chosen"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/authorities.tsv", kFrames);
  return table;
}

}  // namespace guanlan::authorities
