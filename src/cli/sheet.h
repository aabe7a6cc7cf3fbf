// Rows and columns in every format that the faces know: table, json, jsonl, csv, md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/app.h"
#include "cli/language.h"

namespace guanlan::cli {

struct Column {
  std::string_view key;  // name in json and csv
  Text title;            // heading in tables
  bool number = false;   // a number in json; right-aligned in tables
  bool shrinks = false;  // gives way where the terminal is narrow
};

struct Sheet {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

// The formats that --format names.
[[nodiscard]] const std::vector<std::string_view>& formats();
[[nodiscard]] OptionSpec format_option(Text otherwise);
// What --format says; else `on_terminal` on a terminal and `elsewhere` away from one.
[[nodiscard]] std::string chosen_format(const Call& call, std::string_view on_terminal = "table",
                                        std::string_view elsewhere = "jsonl");

void print(const Call& call, const Sheet& sheet, std::string_view format);

// One CSV field. What a spreadsheet would run as a formula (= + - @) gets a leading apostrophe.
[[nodiscard]] std::string csv_field(std::string_view text);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace guanlan::cli
