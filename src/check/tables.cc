// Tables (表格) that add up: totals, shares and growth within one table.
//
//   table.total     the rows of a column against 合计
//   table.share     占比 against value ÷ 合计 of the value column
//   share.rounding  a share that rounding of its parts could give, but not the printed parts
//   table.growth    同比 against this year's and last year's column
//   table.repeated  a row that is there twice
#include <cmath>
#include <map>

#include "check/families.h"
#include "check/table_view.h"

namespace guanlan::checking {
namespace {

using Column = std::size_t;

// The rows that a total adds up; empty where a subtotal makes that unclear.
std::vector<std::size_t> summands(const TableView& v) {
  std::vector<std::size_t> out;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (static_cast<int>(row) == v.total) continue;
    if (v.subtotal[row]) return {};
    out.push_back(row);
  }
  return out;
}

void total(Desk& desk, const TableView& v, Column column, const std::vector<std::size_t>& rows) {
  const auto sum_row = static_cast<std::size_t>(v.total);
  const auto& printed = v.number(sum_row, column);
  if (!printed || rows.size() < 2) return;
  double sum = 0, slack = printed->half;
  std::string terms;
  for (const std::size_t row : rows) {
    const auto& n = v.number(row, column);
    if (!n) return;  // a gap: the sum cannot be known
    sum += n->value;
    slack += n->half;
    terms += (terms.empty() ? "" : " + ") + v.cell(row, column).text;
  }
  if (std::abs(sum - printed->value) <= slack + 1e-9 * std::abs(sum)) return;
  desk.report({"table.total",
               in_raw(v.cell(sum_row, column).raw),
               {{"column", v.table->columns[column].text},
                {"terms", terms},
                {"sum", decimal(sum, printed->decimals)}}});
}

// The value column that a share column speaks of: the nearest to its left, else the first.
int value_for(const TableView& v, Column share) {
  int found = -1;
  for (Column c = 0; c < v.kinds.size(); ++c) {
    if (v.kinds[c] != ColumnKind::value) continue;
    if (c < share || found < 0) found = static_cast<int>(c);
  }
  return found;
}

void shares(Desk& desk, const TableView& v, Column column, const std::vector<std::size_t>& rows) {
  const int values = value_for(v, column);
  if (values < 0) return;
  const auto value_column = static_cast<Column>(values);
  const auto& whole = v.number(static_cast<std::size_t>(v.total), value_column);
  if (!whole || whole->value <= whole->half) return;
  const std::string& whole_text = v.cell(static_cast<std::size_t>(v.total), value_column).text;
  for (const std::size_t row : rows) {
    const auto& part = v.number(row, value_column);
    const auto& share = v.number(row, column);
    if (!part || !share || part->value < 0) continue;
    const Interval right = percent(ratio(part->interval(), whole->interval()));
    const double exact = part->value / whole->value * 100;
    const bool possible = right.meets(share->interval());
    if (possible && std::abs(exact - share->value) <= share->half + 1e-9) continue;
    desk.report({possible ? "share.rounding" : "table.share",
                 in_raw(v.cell(row, column).raw),
                 {{"part", v.cell(row, value_column).text},
                  {"whole", whole_text},
                  {"right", decimal(exact, share->decimals + 1)}},
                 decimal(exact, share->decimals) + (share->percent ? "%" : ""),
                 {in_raw(v.cell(row, value_column).raw)}});
  }
}

// This year's column, last year's and the growth between them, by their headers.
void growth(Desk& desk, const TableView& v, Column column) {
  if (v.table->columns[column].text.find("同比") == std::string::npos) return;
  int now = -1, then = -1;
  for (Column c = 0; c < v.kinds.size(); ++c) {
    if (v.kinds[c] != ColumnKind::value) continue;
    const std::string& header = v.table->columns[c].text;
    const bool old = header.find("上年") != std::string::npos ||
                     header.find("去年") != std::string::npos ||
                     header.find("同期") != std::string::npos;
    int& which = old ? then : now;
    if (which >= 0) return;  // more than two: which are meant is not clear
    which = static_cast<int>(c);
  }
  if (now < 0 || then < 0) return;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    const auto& to = v.number(row, static_cast<Column>(now));
    const auto& from = v.number(row, static_cast<Column>(then));
    const auto& rate = v.number(row, column);
    if (!to || !from || !rate || from->value <= from->half || to->value < 0) continue;
    const Interval times = ratio(to->interval(), from->interval());
    const Interval right{(times.low - 1) * 100, (times.high - 1) * 100};
    if (right.meets(rate->interval())) continue;
    const double exact = (to->value / from->value - 1) * 100;
    desk.report({"table.growth",
                 in_raw(v.cell(row, column).raw),
                 {{"now", v.cell(row, static_cast<Column>(now)).text},
                  {"then", v.cell(row, static_cast<Column>(then)).text},
                  {"right", decimal(exact, rate->decimals + 1)}},
                 decimal(exact, rate->decimals) + (rate->percent ? "%" : "")});
  }
}

void repeated(Desk& desk, const TableView& v) {
  if (v.name < 0 || !v.ranks()) return;  // in other tables a name may well come again
  std::map<std::string, std::size_t> seen;
  const auto column = static_cast<Column>(v.name);
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (!v.has(row, column) || v.cell(row, column).text.empty()) continue;
    const auto [it, fresh] = seen.emplace(v.cell(row, column).text, row);
    if (fresh) continue;
    desk.report({"table.repeated",
                 in_raw(v.cell(row, column).raw),
                 {{"first", std::to_string(it->second + 1)}, {"again", std::to_string(row + 1)}},
                 {},
                 {in_raw(v.cell(it->second, column).raw)}});
  }
}

}  // namespace

void check_tables(Desk& desk) {
  for (const TableView& v : desk.tables()) {
    repeated(desk, v);
    for (Column column = 0; column < v.kinds.size(); ++column) {
      if (v.kinds[column] == ColumnKind::rate) growth(desk, v, column);
    }
    if (v.total < 0) continue;
    const auto rows = summands(v);
    for (Column column = 0; column < v.kinds.size(); ++column) {
      const ColumnKind kind = v.kinds[column];
      if (kind == ColumnKind::value || kind == ColumnKind::share) total(desk, v, column, rows);
      if (kind == ColumnKind::share) shares(desk, v, column, rows);
    }
  }
}

}  // namespace guanlan::checking
