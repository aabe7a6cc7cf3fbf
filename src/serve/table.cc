#include "serve/table.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "compose/atomic_file.h"
#include "serve/passing_file.h"

namespace guanlan::serve {
namespace {

std::string csv_line(const std::vector<Cell>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (const auto* text = std::get_if<std::string>(&cells[i]))
      out += csv_cell(*text);
    else
      out += fmt::format("{:.15g}", std::get<double>(cells[i]));
  }
  return out + "\r\n";
}

void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<Cell>& cells) {
  constexpr std::size_t kLongest = 32'767;  // characters of a cell; counted in bytes, to be safe
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    if (const auto* number = std::get_if<double>(&cells[i])) {
      (void)worksheet_write_number(sheet, row, column, *number, nullptr);
      continue;
    }
    std::string text = std::get<std::string>(cells[i]);
    if (text.size() > kLongest) text = text.substr(0, text.rfind(' ', kLongest - 4)) + " …";
    (void)worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
  }
}

}  // namespace

std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(0, 1, '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string csv_of(const Table& table) {
  std::string out = "\xEF\xBB\xBF" + csv_line({table.head.begin(), table.head.end()});
  for (const auto& row : table.rows) out += csv_line(row);
  return out;
}

Result<std::string> xlsx_of(const Table& table) {
  const PassingFile file(".xlsx");
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return fail(Code::io, "无法写入", file.path().string());
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    (void)worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), table.head[i].c_str(), bold);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  constexpr double kWide = 36;
  (void)worksheet_set_column(sheet, 0, 0, kWide, nullptr);
  lxw_row_t at = 1;
  for (const auto& row : table.rows) write_row(sheet, at++, row);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return fail(Code::io, std::string("无法写入：") + lxw_strerror(error));
  }
  return compose::read_whole(file.path());
}

}  // namespace guanlan::serve
