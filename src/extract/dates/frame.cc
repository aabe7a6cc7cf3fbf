#include "extract/dates/frame.h"

#include <array>

namespace guanlan::dates {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrames = {
    "force",      "adverb",     "by",       "not_by",     "came_to_be", "after",   "not_after",
    "cease",      "closed",     "started",  "reported",   "until",      "due",     "closing_day",
    "closing_is", "put_off",    "valid_to", "valid",      "in_force",   "since",   "to",
    "verb_to",    "open_until", "too_late", "forfeits",   "binds",      "goes_on", "done",
    "asked",      "asked_for",  "ahead",    "opinions",   "turns_in",   "closing", "begins",
    "clock",      "work",       "rules",    "limit",      "force_to",   "reached", "period",
    "strives",    "plans",      "states",   "into_force", "undone",     "still",   "no_outlet",
    "has_been"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/dates.tsv", kFrames);
  return table;
}

}  // namespace guanlan::dates
