#include "extract/dates/column.h"

#include <algorithm>
#include <string>

namespace guanlan::dates {
namespace {

constexpr int kRows = 200;            // looked up for the head of a table
constexpr std::uint32_t kRow = 4000;  // bytes of a row

std::uint32_t line_begin(std::string_view text, std::uint32_t at, std::uint32_t low) {
  low = std::max(low, at > kRow ? at - kRow : 0);
  while (at > low && text[at - 1] != '\n') --at;
  return at;
}

// The cell of a row, without blanks.
std::string cell(std::string_view row, std::size_t column) {
  for (; column > 0; --column) {
    const auto tab = row.find('\t');
    if (tab == std::string_view::npos) return {};
    row.remove_prefix(tab + 1);
  }
  std::string words(row.substr(0, row.find('\t')));
  std::erase(words, ' ');
  return words;
}

std::optional<DateRole> role_of(std::string_view head) {
  struct Head {
    std::string_view word;
    DateRole role;
  };
  constexpr Head kHeads[] = {{"施行", DateRole::effective},    {"实施", DateRole::effective},
                             {"生效", DateRole::effective},    {"有效期", DateRole::expires},
                             {"失效", DateRole::expires},      {"废止", DateRole::expires},
                             {"截止", DateRole::deadline},     {"截至", DateRole::deadline},
                             {"完成时限", DateRole::deadline}, {"整改期限", DateRole::deadline}};
  constexpr std::size_t kLongest = 36;  // bytes: a head, not a sentence
  if (head.empty() || head.size() > kLongest) return {};
  for (const Head& h : kHeads) {
    if (head.find(h.word) != std::string_view::npos) return h.role;
  }
  return {};
}

}  // namespace

std::optional<Reading> role_by_column(std::string_view text, Span body, Span date) {
  std::uint32_t begin = line_begin(text, date.begin, body.begin);
  const std::string_view left = text.substr(begin, date.begin - begin);
  const auto column = static_cast<std::size_t>(std::count(left.begin(), left.end(), '\t'));
  const auto end = std::min<std::size_t>(text.find('\n', date.end), body.end);
  if (column == 0 && text.substr(date.end, end - date.end).find('\t') == std::string_view::npos)
    return {};
  for (int rows = 0; rows < kRows && begin > body.begin; ++rows) {
    const std::uint32_t above = line_begin(text, begin - 1, body.begin);
    const std::string_view row = text.substr(above, begin - 1 - above);
    if (row.find('\t') == std::string_view::npos) break;
    if (const auto role = role_of(cell(row, column))) {
      Reading r;
      r.role = *role;
      r.must_act = *role == DateRole::deadline;
      r.future = true;
      r.why = {"date.column", {above, begin - 1}};
      return r;
    }
    begin = above;
  }
  return {};
}

}  // namespace guanlan::dates
