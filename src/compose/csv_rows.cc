#include "compose/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace guanlan::compose {
namespace {

// One record from `at` on, which moves behind it; `line` counts the lines passed. False: a quote
// that does not close.
bool record(std::string_view csv, std::size_t& at, int& line, std::vector<std::string>& out) {
  out.assign(1, {});
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        out.back() += c;
      } else if (at + 1 < csv.size() && csv[at + 1] == '"') {
        out.back() += csv[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"' && out.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      out.emplace_back();
    } else if (c == '\n') {
      ++at;
      return true;
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  return !quoted;
}

}  // namespace

Result<std::vector<CsvRow>> csv_rows(std::string_view csv, std::string_view path,
                                     std::initializer_list<std::string_view> columns) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  const auto place = [&](int line) { return fmt::format("{}:{}", path, line); };
  std::vector<CsvRow> out;
  std::vector<std::size_t> wanted;
  std::vector<std::string> cells;
  std::size_t at = 0;
  for (int next = 1; at < csv.size();) {
    const int line = next;
    if (!record(csv, at, next, cells))
      return fail(Code::invalid, "引号没有结束", place(line), "补上引号");
    if (wanted.empty()) {
      for (const std::string_view column : columns) {
        const auto it = std::find(cells.begin(), cells.end(), column);
        if (it == cells.end()) {
          return fail(Code::invalid, "缺少列：" + std::string(column), place(line),
                      fmt::format("首行应为 {}", fmt::join(columns, ",")));
        }
        wanted.push_back(static_cast<std::size_t>(it - cells.begin()));
      }
      continue;
    }
    if (cells.size() == 1 && cells.front().empty()) continue;
    CsvRow row{line, {}};
    for (const std::size_t column : wanted) {
      if (column >= cells.size())
        return fail(Code::invalid, "这一行的列不够", place(line), "检查逗号与引号");
      row.values.push_back(cells[column]);
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace guanlan::compose
