// The words of lexicon/frame/orgs.tsv: what stands around names of organisations and is no part of
// them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/bodies/part.h"

namespace guanlan::orgs {

// The classes of the table; its head says what each is.
enum class Around : std::uint8_t {
  lead,   // 会员单位, 当事人, 近日: the name begins behind it
  tail,   // 科技, 传媒: a short name ends with it
  trade,  // 网络安全, 金融: no name by itself
  post,   // 董事长, 表示: right behind a name
  officer,
  person,
  party,
  member,
  seller,
  carrier,
  branch,
  vague,
  counted,
  sort,
  deed,
  venue,
  beside,
  planned,
  plural,
  whole,
  brand,
  use,
  business,
  area,
  form,
  opener,
  not_operator,
  group,
  does,
  told_after,
  told_before,
  founds,
  chair,
  product_sort,
  product,
  means,
  verb,
  alias_form,
  short_for,
  joint,
  founded,
  research,
  op,
  branch_end,
  group_act,
  laboratory,
  post_before,
  joiner,
  counter,
  other_list,
  ward,
  patient,
  belt,
  large_bank,
  count_
};

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
[[nodiscard]] std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Around cls);
[[nodiscard]] std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Around cls);
// The first word of the class in the part that begins at or behind the offset (ends behind it);
// its length is 0: none.
struct WordIn {
  std::uint32_t at = 0, size = 0;
};
[[nodiscard]] WordIn next_word(const bodies::Part& part, std::uint32_t from, Around cls);
[[nodiscard]] WordIn next_word_end(const bodies::Part& part, std::uint32_t from, Around cls);
[[nodiscard]] const std::vector<std::string_view>& words_of(Around cls);
[[nodiscard]] bool begins_with(std::string_view text, Around cls);
[[nodiscard]] bool ends_with(std::string_view text, Around cls);
[[nodiscard]] bool is_one(std::string_view text, Around cls);
[[nodiscard]] bool holds(std::string_view text, Around cls);  // anywhere
// Example Platforms Limited, Example AB: a name in Latin letters that ends with a legal form.
[[nodiscard]] bool has_latin_form(std::string_view name);
// Whether the words are nothing but trades: 网络安全, 知名|互联网.
[[nodiscard]] bool is_trade(std::string_view words);

}  // namespace guanlan::orgs
