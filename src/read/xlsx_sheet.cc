#include "read/xlsx_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <unordered_map>

#include "read/number_format.h"

namespace guanlan::xlsx {
namespace {

constexpr int kMaxRow = 1 << 20, kMaxColumn = 1 << 14;
constexpr std::size_t kMaxCells = 3'000'000;
constexpr std::size_t kMaxWarnings = 20;

struct Place {
  int row = 0, column = 0;  // from 0; row -1: not a reference
};

// "BC23" → row 22, column 54.
Place parse_reference(std::string_view text) {
  Place place{-1, 0};
  std::size_t at = 0;
  int column = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column < kMaxColumn; ++at) {
    column = column * 26 + (text[at] - 'A' + 1);
  }
  int row = 0;
  const auto parsed = std::from_chars(text.data() + at, text.data() + text.size(), row);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (whole && column > 0 && column <= kMaxColumn && row > 0 && row <= kMaxRow) {
    place = {row - 1, column - 1};
  }
  return place;
}

struct Range {
  Place first, last;
};

class Reader {
 public:
  Reader(std::string_view name, const Workbook& workbook) : name_(name), workbook_(workbook) {}

  Result<Sheet> read(const pugi::xml_node& root) {
    find_hidden_columns(child(root, "cols"));
    int row = -1;
    for (const pugi::xml_node& node : child(root, "sheetData").children()) {
      if (local_name(node) != "row") continue;
      row = std::clamp(int_value(node, "r", row + 2) - 1, row + 1, kMaxRow);
      if (value(node, "hidden") == "1" || value(node, "hidden") == "true") {
        ++hidden_;
      } else {
        read_row(node, row);
      }
      if (cells_ > kMaxCells) {
        return fail(Code::unsupported, "工作表单元格过多", std::string(name_),
                    "请拆分工作表再读入");
      }
    }
    read_merges(child(root, "mergeCells"));
    Sheet sheet;
    sheet.grid = arrange();
    if (hidden_ > 0) warnings_.push_back(fmt::format("工作表 {} 有隐藏的行或列，未读入", name_));
    sheet.warnings = std::move(warnings_);
    return sheet;
  }

 private:
  void find_hidden_columns(const pugi::xml_node& columns) {
    for (const pugi::xml_node& node : columns.children()) {
      if (value(node, "hidden") != "1" && value(node, "hidden") != "true") continue;
      const int first = std::clamp(int_value(node, "min", 1) - 1, 0, kMaxColumn - 1);
      const int last = std::clamp(int_value(node, "max", first + 1), first + 1, kMaxColumn);
      hidden_columns_.emplace_back(first, last);
    }
  }
  [[nodiscard]] bool hidden(int column) const {
    return std::any_of(hidden_columns_.begin(), hidden_columns_.end(), [&](const auto& range) {
      return column >= range.first && column < range.second;
    });
  }

  void read_row(const pugi::xml_node& node, int row) {
    int column = -1;
    for (const pugi::xml_node& cell : node.children()) {
      if (local_name(cell) != "c") continue;
      const Place place = parse_reference(value(cell, "r"));
      column = place.row >= 0 ? place.column : column + 1;
      if (column >= kMaxColumn) break;
      std::string text = cell_text(cell, row, column);
      if (text.empty()) continue;
      if (hidden(column)) {
        ++hidden_;
        continue;
      }
      rows_[row][column] = {std::move(text), -1, -1};
      ++cells_;
    }
  }

  std::string cell_text(const pugi::xml_node& cell, int row, int column) {
    const std::string_view type = value(cell, "t");
    if (type == "inlineStr") return rich_text(child(cell, "is"));
    const pugi::xml_node node = child(cell, "v");
    const std::string text = inner_text(node);
    if (!node && child(cell, "f")) {
      missing(row, column);
      return {};
    }
    if (text.empty() || type == "str" || type == "e" || type == "d") return text;
    if (type == "b") return text == "0" ? "FALSE" : "TRUE";
    if (type == "s") {
      const int index = std::atoi(text.c_str());
      const bool known = index >= 0 && static_cast<std::size_t>(index) < workbook_.strings.size();
      return known ? workbook_.strings[static_cast<std::size_t>(index)] : std::string();
    }
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    if (end == text.c_str()) return text;
    const int style = int_value(cell, "s", 0);
    const bool styled = style >= 0 && static_cast<std::size_t>(style) < workbook_.formats.size();
    return format_cell(number, styled ? workbook_.formats[static_cast<std::size_t>(style)] : "",
                       workbook_.since_1904);
  }

  void missing(int row, int column) {
    if (warnings_.size() >= kMaxWarnings) return;
    std::string letters;
    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
      letters.insert(letters.begin(), static_cast<char>('A' + (c - 1) % 26));
    }
    warnings_.push_back(
        fmt::format("单元格 {}!{}{} 的公式没有存结果，按空处理", name_, letters, row + 1));
  }

  // Remembers ranges whose first cell has text; their other cells show the same.
  void read_merges(const pugi::xml_node& merges) {
    for (const pugi::xml_node& node : merges.children()) {
      const std::string_view ref = value(node, "ref");
      const auto colon = ref.find(':');
      if (colon == std::string_view::npos) continue;
      const Range range{parse_reference(ref.substr(0, colon)),
                        parse_reference(ref.substr(colon + 1))};
      const bool sound = range.first.row >= 0 && range.last.row >= range.first.row &&
                         range.last.column >= range.first.column;
      if (!sound) continue;
      const auto row = rows_.find(range.first.row);
      if (row != rows_.end() && row->second.contains(range.first.column)) merges_.push_back(range);
    }
  }

  // The rows and columns that hold text, and one empty one wherever there was a gap.
  static std::unordered_map<int, int> compress(const std::set<int>& used) {
    std::unordered_map<int, int> to;
    int next = 0, before = -1;
    for (const int index : used) {
      if (before >= 0 && index > before + 1) ++next;
      to[index] = next++;
      before = index;
    }
    return to;
  }

  CellGrid arrange() {
    std::set<int> row_set, column_set;
    for (const auto& [row, cells] : rows_) {
      if (cells.empty()) continue;
      row_set.insert(row);
      for (const auto& [column, slot] : cells) column_set.insert(column);
    }
    const auto rows = compress(row_set), columns = compress(column_set);
    CellGrid grid;
    for (auto& [row, cells] : rows_) {
      if (cells.empty()) continue;
      const auto r = static_cast<std::size_t>(rows.at(row));
      if (grid.rows.size() <= r) grid.rows.resize(r + 1);
      for (auto& [column, slot] : cells) {
        const auto c = static_cast<std::size_t>(columns.at(column));
        if (grid.rows[r].size() <= c) grid.rows[r].resize(c + 1);
        grid.rows[r][c] = std::move(slot);
      }
    }
    for (const Range& range : merges_) cover(range, row_set, column_set, rows, columns, grid);
    return grid;
  }

  void cover(const Range& range, const std::set<int>& row_set, const std::set<int>& column_set,
             const std::unordered_map<int, int>& rows, const std::unordered_map<int, int>& columns,
             CellGrid& grid) {
    const std::int32_t from_row = rows.at(range.first.row);
    const std::int32_t from_column = columns.at(range.first.column);
    for (auto row = row_set.lower_bound(range.first.row);
         row != row_set.end() && *row <= range.last.row; ++row) {
      auto& slots = grid.rows[static_cast<std::size_t>(rows.at(*row))];
      for (auto column = column_set.lower_bound(range.first.column);
           column != column_set.end() && *column <= range.last.column; ++column) {
        if (++cells_ > 2 * kMaxCells) return;
        const auto c = static_cast<std::size_t>(columns.at(*column));
        if (*row == range.first.row && *column == range.first.column) continue;
        if (slots.size() <= c) slots.resize(c + 1);
        if (slots[c].text.empty() && !slots[c].covered()) slots[c] = {{}, from_row, from_column};
      }
    }
  }

  std::string_view name_;
  const Workbook& workbook_;
  std::map<int, std::map<int, Slot>> rows_;
  std::vector<Range> merges_;
  std::vector<std::pair<int, int>> hidden_columns_;
  std::vector<std::string> warnings_;
  std::size_t cells_ = 0;
  int hidden_ = 0;
};

}  // namespace

std::string rich_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& inner : node.children()) {
    const std::string_view name = local_name(inner);
    if (name == "t") out += inner_text(inner);
    if (name == "r") out += inner_text(child(inner, "t"));
  }
  return out;
}

std::vector<std::string> read_strings(const pugi::xml_node& root) {
  std::vector<std::string> strings;
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) == "si") strings.push_back(rich_text(node));
  }
  return strings;
}

std::vector<std::string> read_formats(const pugi::xml_node& root) {
  std::unordered_map<int, std::string> codes;
  for (const pugi::xml_node& node : child(root, "numFmts").children()) {
    codes[int_value(node, "numFmtId", -1)] = value(node, "formatCode");
  }
  std::vector<std::string> formats;
  for (const pugi::xml_node& node : child(root, "cellXfs").children()) {
    const int id = int_value(node, "numFmtId", 0);
    const auto own = codes.find(id);
    formats.emplace_back(own != codes.end() ? std::string_view(own->second) : builtin_format(id));
  }
  return formats;
}

Result<Sheet> read_sheet(const pugi::xml_node& root, std::string_view name,
                         const Workbook& workbook) {
  return Reader(name, workbook).read(root);
}

}  // namespace guanlan::xlsx
