// Rows of the word tables that pdftotext -tsv and tesseract print: level, page, block, …, text.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "read/word.h"

namespace guanlan::word_table {

enum Column { kLevel, kPage, kLine = 4, kLeft = 6, kTop, kWidth, kHeight, kConfidence, kText };
using Row = std::array<std::string_view, 12>;

[[nodiscard]] std::optional<Row> split(std::string_view line);
[[nodiscard]] std::optional<float> coordinate(std::string_view text);

// What a row of level 5 or 1 says. A row that is none adds nothing.
void add_word(const Row& row, std::uint32_t line, PageWords& page);
[[nodiscard]] PageWords begin_page(const Row& row, int otherwise);

// Calls f(level, row) for every row of a one-digit level.
template <class F>
void for_each_row(std::string_view tsv, F&& f) {
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto row = split(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (row && row->front().size() == 1) f(row->front().front(), *row);
  }
}

}  // namespace guanlan::word_table
