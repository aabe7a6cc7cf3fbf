// Place: a date in its sentence, as the grammars of its role look around it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/dates/role.h"

namespace guanlan::dates {

[[nodiscard]] inline std::string_view between(std::string_view text, std::uint32_t begin,
                                              std::uint32_t end, std::uint32_t reach) {
  if (end <= begin) return {};
  return text.substr(begin, std::min(end - begin, reach));
}

struct Place {
  std::string_view text;
  const Expression& e;
  Span sentence;
  std::uint32_t floor, next;
  std::uint32_t begin, end;  // of the expression, the clock skipped

  [[nodiscard]] std::string_view left(std::uint32_t reach) const {
    const std::uint32_t from = std::max({floor, sentence.begin, begin > reach ? begin - reach : 0});
    return text.substr(from, begin - from);
  }
  // Also what stands before the first day: 公示期7天,自5月11日起至17日止.
  [[nodiscard]] std::string_view left_of_range(std::uint32_t reach) const {
    const std::uint32_t from = std::max(sentence.begin, begin > reach ? begin - reach : 0);
    return text.substr(from, begin - from);
  }
  [[nodiscard]] std::string_view right(std::uint32_t reach) const {
    return between(text, end, std::min(next, sentence.end), reach);
  }
};

// A rule and the words of `size` bytes at `begin` that it went by.
[[nodiscard]] Why why(const char* rule, std::uint32_t begin, std::uint32_t size);
[[nodiscard]] Reading made(DateRole role, Why reason);

// 18时, 24:00, 零时, (星期五): behind what may stand between a day and the word that tells its
// role.
[[nodiscard]] std::uint32_t skip_clock(std::string_view text, std::uint32_t at);

// …起施行, …前, …后, …止, …以来.
[[nodiscard]] std::optional<Reading> by_words_behind(const Place& place);
// 有效期至…, 截止日期为…, 截至…, 到….
[[nodiscard]] std::optional<Reading> by_words_before(const Place& place);
// 请于上半年完成整改: who is asked, and for what.
[[nodiscard]] std::optional<Reading> asked_for(const Place& place);

}  // namespace guanlan::dates
