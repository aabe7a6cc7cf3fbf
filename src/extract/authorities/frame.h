// The words of lexicon/frame/authorities.tsv: what stands around bodies and tells whether they act.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

namespace guanlan::authorities {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  esteems,
  learned,
  told_by,
  founded,
  behind_founded,
  unit,
  behind_unit,
  leads_group,
  tells,
  speech,
  guided,
  helped,
  official,
  responsible,
  officers,
  others,
  thing,
  app,
  attribute,
  head,
  not_ought,
  ought,
  undone,
  paper,
  notice,
  issued_notice,
  offices,
  issued,
  with,
  cooperates,
  signs,
  mail,
  street,
  followed_end,
  paper_says,
  prosecutor,
  planned,
  under,
  basis,
  suit,
  goal,
  held,
  brought,
  administers,
  receives,
  praise,
  own_case,
  of_a_case,
  lists,
  passes,
  approval,
  joins,
  joint,
  guides,
  hands_over,
  source,
  carries_out,
  sued,
  account_tells,
  site_tells,
  we,
  masked,
  background,
  sues,
  chosen,
  count_
};

[[nodiscard]] const FrameTable<Frame>& frame();

// Whether the text begins (ends) with a word of the class.
[[nodiscard]] inline bool begins(std::string_view text, Frame cls) {
  return frame().at(text, 0, cls) != 0;
}
[[nodiscard]] inline bool ends(std::string_view text, Frame cls) {
  return frame().before(text, text.size(), cls) != 0;
}

}  // namespace guanlan::authorities
