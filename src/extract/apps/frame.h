// The words of lexicon/frame/apps.tsv: what stands around names of apps and is no part of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guanlan::apps {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  channel,
  direct,
  played,
  means,
  handled,
  matter,
  told,
  done,
  said,
  own_noun,
  head,
  passing,
  upon,
  announce,
  developer,
  guide,
  rule,
  form,
  malware,
  game,
  fake,
  before,
  adverb,
  count_
};

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
[[nodiscard]] std::uint32_t frame_at(std::string_view text, std::size_t at, Frame cls);
[[nodiscard]] std::uint32_t frame_before(std::string_view text, std::size_t at, Frame cls);
[[nodiscard]] bool holds_frame(std::string_view text, Frame cls);  // anywhere

}  // namespace guanlan::apps
