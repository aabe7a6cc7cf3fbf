// The words of lexicon/frame/dates.tsv: what stands around dates and tells what they are for.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

namespace guanlan::dates {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  force,
  adverb,
  by,
  not_by,
  came_to_be,
  after,
  not_after,
  cease,
  closed,
  started,
  reported,
  until,
  due,
  closing_day,
  closing_is,
  put_off,
  valid_to,
  valid,
  in_force,
  since,
  to,
  verb_to,
  open_until,
  too_late,
  forfeits,
  binds,
  goes_on,
  done,
  asked,
  asked_for,
  ahead,
  opinions,
  turns_in,
  closing,
  begins,
  clock,
  work,
  rules,
  limit,
  force_to,
  reached,
  period,
  strives,
  plans,
  states,
  into_force,
  undone,
  still,
  no_outlet,
  has_been,
  count_
};

[[nodiscard]] const FrameTable<Frame>& frame();

}  // namespace guanlan::dates
