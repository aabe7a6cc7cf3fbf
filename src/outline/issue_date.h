// The day, month or year that a document's undated years are read against, with the reason.
//
// In order: the masthead (2024年5月第5期, 2024年5月15日), a date that the format or the page gives
// (发布时间), the signature below a notice, then the evidence of the text: the year that it names
// most, its latest full date that is past, a day called today.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/outline.h"
#include "guanlan/source.h"
#include "outline/block.h"
#include "outline/title_lines.h"

namespace guanlan::outlining {

struct FullDate {
  int year = 0, month = 0, day = 0;
  Span span;
  friend auto operator<=>(const FullDate& a, const FullDate& b) {
    if (a.year != b.year) return a.year <=> b.year;
    if (a.month != b.month) return a.month <=> b.month;
    return a.day <=> b.day;
  }
  friend bool operator==(const FullDate& a, const FullDate& b) { return (a <=> b) == 0; }
};

// 2024年5月15日, 二〇二四年五月十五日, 2024年5月, 2024年; in order. Linear.
[[nodiscard]] std::vector<FullDate> find_full_dates(std::string_view text, Span part);
// Reads 5月15日, 五月 behind date.span; widens the span by what it reads.
void read_month_day(std::string_view text, std::uint32_t end, FullDate& date);
// 2024-05-15, 2024/5/15, 2024.5.15 that begins at `at` and ends before `end`; year 0: none.
[[nodiscard]] FullDate numeric_date(std::string_view text, std::uint32_t at, std::uint32_t end);

// `front`: blocks of the front matter; `single`: one notice, whose last lines may date it; `title`:
// its title's lines.
[[nodiscard]] IssueDate find_issue_date(std::string_view text, const Source& source,
                                        const std::vector<Block>& blocks, std::size_t front,
                                        bool single, const TitleLines& title);

}  // namespace guanlan::outlining
