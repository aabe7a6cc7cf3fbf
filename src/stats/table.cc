#include "stats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "stats/cell.h"
#include "stats/prose.h"
#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

constexpr std::size_t kNone = SIZE_MAX;

class Reader {
 public:
  Reader(const Table& table, const Surroundings& around, const Period& period)
      : table_(table), around_(around), title_(read_label(table.title, around)) {
    period_ = title_.period ? title_.period : period;
  }

  TableReading run() {
    if (!find_columns()) return {};
    for (std::size_t r = 0; r < table_.rows.size(); ++r) row(r);
    return std::move(out_);
  }

 private:
  using Row = std::vector<TableCell>;

  bool find_columns();
  [[nodiscard]] bool holds_numbers(std::size_t column) const;
  void row(std::size_t index);
  [[nodiscard]] Label row_label(std::string_view printed) const;
  [[nodiscard]] bool percent_elsewhere(std::size_t column) const;
  void value(std::size_t r, std::size_t c, const Label& label);
  void refuse(std::size_t r, std::size_t c, std::string why);
  [[nodiscard]] std::string indicator(const Label& label, std::size_t c) const;
  [[nodiscard]] std::string unit(const CellValue& cell, const Row& row, std::size_t c) const;
  [[nodiscard]] Period period(const Label& label, std::size_t c) const;
  [[nodiscard]] PlaceId region(const Label& label, std::size_t c) const;
  void place(Observation& o, const Row& row, std::size_t c) const;

  const Table& table_;
  const Surroundings& around_;
  const Label title_;
  Period period_;
  std::vector<Column> columns_;
  std::size_t label_ = kNone, unit_ = kNone;
  std::vector<bool> values_;  // by column: it holds values
  std::vector<std::size_t>
      left_;               // by column: the column of amounts that a growth or share speaks of
  std::size_t names_ = 0;  // how many columns of amounts name something of their own
  TableReading out_;
};

bool Reader::holds_numbers(std::size_t column) const {
  std::size_t numbers = 0, filled = 0;
  for (const Row& row : table_.rows) {
    if (column >= row.size()) continue;
    const CellKind kind = read_cell(row[column].text).kind;
    filled += kind != CellKind::no_value;
    numbers += kind == CellKind::number || kind == CellKind::ambiguous;
  }
  return numbers > 0 && numbers * 2 >= filled;
}

// Finds the column of labels; false where the table lists things that are no indicators.
bool Reader::find_columns() {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    columns_.push_back(read_column(table_.columns[c].text, around_));
    const std::string& words = columns_[c].label.words;
    const bool time = is(Cue::time_label, words);
    if (is(Cue::unit_of, words)) unit_ = c;
    const bool running = label_ == kNone && is(Cue::number_of, words);  // 序号, 排名 in front
    values_.push_back(!running && !is(Cue::unit_of, words) && !time && holds_numbers(c));
    if (label_ != kNone || values_[c] || is(Cue::unit_of, words)) continue;
    if (is(Cue::number_of, words)) continue;
    if (is(Cue::listed, words)) return false;
    label_ = c;
  }
  if (label_ == kNone) return false;
  std::set<std::string_view> names;
  std::size_t left = kNone;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const std::string& name = columns_[c].label.name;
    left_.push_back(left);
    if (!values_[c] || columns_[c].measure) continue;
    left = c;
    if (!name.empty()) names.insert(name);
  }
  names_ = names.size();
  return true;
}

void Reader::row(std::size_t index) {
  const Row& row = table_.rows[index];
  if (label_ >= row.size()) return;
  const auto same = [&](const TableCell& cell) { return cell.text == row.front().text; };
  if (row.size() > 1 && std::all_of(row.begin(), row.end(), same))
    return;  // a heading over all columns
  const Label label = row_label(row[label_].text);
  if (label.words.empty()) return;
  for (std::size_t c = 0; c < row.size() && c < columns_.size(); ++c) {
    if (values_[c]) value(index, c, label);
  }
}

// A spreadsheet's date that lost its format: days since 30 December 1899.
Label Reader::row_label(std::string_view printed) const {
  Label out = read_label(printed, around_);
  const bool digits =
      printed.size() == 5 && printed.find_first_not_of("0123456789") == printed.npos;
  if (!digits || !is(Cue::time_label, columns_[label_].label.words)) return out;
  using namespace std::chrono;
  const year_month_day day =
      sys_days(1899y / December / 30) + days(std::stoi(std::string(printed)));
  const int y = static_cast<int>(day.year()),
            m = static_cast<int>(static_cast<unsigned>(day.month()));
  out.period = {y, m, y, m};
  out.name.clear();
  return out;
}

// Whether 0.012 stands in a column of 3.1%: a share of one, or one hundredth of a percent?
bool Reader::percent_elsewhere(std::size_t column) const {
  return std::any_of(table_.rows.begin(), table_.rows.end(), [&](const Row& row) {
    return column < row.size() && read_cell(row[column].text).unit == "%";
  });
}

void Reader::refuse(std::size_t r, std::size_t c, std::string why) {
  const TableCell& cell = table_.rows[r][c];
  out_.refused.push_back({fmt::format("{} R{}C{}", table_.title, r + 1, c + 1),
                          cell.text,
                          std::move(why),
                          {table_.page, cell.raw}});
}

std::string Reader::indicator(const Label& label, std::size_t c) const {
  std::string own = columns_[c].label.name;
  const std::size_t left = columns_[c].measure ? left_[c] : kNone;
  if (own.empty() && left != kNone) own = columns_[left].label.name;
  if (label.name.empty() || label.whole) {  // a place, an operator, a time: the column names it
    if (label.whole && !label.names_place && title_.name.empty() && own.empty()) return {};
    return own.empty() ? title_.name : own;
  }
  if (names_ < 2 || own.empty()) return label.words;
  return label.words + own;
}

std::string Reader::unit(const CellValue& cell, const Row& row, std::size_t c) const {
  const Column& column = columns_[c];
  if (column.measure == Measure::rank || column.rank_moves) return "位";
  if (!cell.unit.empty() && column.label.unit.empty()) return cell.unit;
  if (!column.label.unit.empty()) return column.label.unit;
  const bool relative = column.measure == Measure::yoy || column.measure == Measure::mom ||
                        column.measure == Measure::share;
  if (relative) return {};
  if (unit_ != kNone && unit_ < row.size()) return clean_cell(row[unit_].text);
  return title_.unit;
}

Period Reader::period(const Label& label, std::size_t c) const {
  const Column& column = columns_[c];
  if (label.period) return label.period;
  if (column.label.period) return column.label.period;
  const std::size_t left = left_[c];
  const Column& said = column.measure && left != kNone && !column.to_date && !column.this_month
                           ? columns_[left]
                           : column;
  if (said.label.period) return said.label.period;
  if (said.to_date) return since_january(end_of(period_));
  if (said.this_month) return end_of(period_);
  return period_;
}

PlaceId Reader::region(const Label& label, std::size_t c) const {
  for (const Label* said : {&label, &columns_[c].label, &title_}) {
    if (said->names_place) return said->region;
  }
  return around_.home;
}

// The row as printed; of a very wide one the label and the value.
void Reader::place(Observation& o, const Row& row, std::size_t c) const {
  constexpr std::size_t kWidest = 24;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.empty() || (row.size() > kWidest && i != c && i != label_)) continue;
    if (o.text.empty()) o.place.span = row[i].raw;
    o.text += (o.text.empty() ? "" : " ") + row[i].text;
    o.place.span.end = std::max(o.place.span.end, row[i].raw.end);
  }
  o.place.page = table_.page;
}

void Reader::value(std::size_t r, std::size_t c, const Label& label) {
  const Row& row = table_.rows[r];
  const Column& column = columns_[c];
  const CellValue cell = read_cell(row[c].text);
  if (cell.kind == CellKind::no_value) {
    const std::string words = clean_cell(row[c].text);
    const bool said = !words.empty() && utf8::is_han(utf8::decode(words, 0).cp);  // 暂无
    if (said) refuse(r, c, "no_value");
    return;
  }
  if (cell.kind == CellKind::ambiguous) return refuse(r, c, "ambiguous");
  if (cell.kind == CellKind::text) return refuse(r, c, "not_a_number");
  Observation o;
  o.indicator = indicator(label, c);
  if (o.indicator.empty()) return refuse(r, c, "no_indicator");
  o.value = cell.value;
  o.decimals = cell.decimals;
  o.unit = unit(cell, row, c);
  if (o.unit.empty() && column.measure && percent_elsewhere(c)) return refuse(r, c, "ambiguous");
  o.measure = column.measure ? *column.measure : measure_of(o.indicator, o.unit);
  if (column.rank_moves) o.indicator += "排名";
  if (const PlaceId where = region(label, c); where != kNoPlace) {
    o.region = around_.lexicon->gazetteer().path(where);
  }
  o.operator_name = label.names_operator ? label.operator_name : column.label.operator_name;
  const std::size_t left = column.measure ? left_[c] : c;
  const std::string amount_unit = left == kNone ? std::string() : unit({}, row, left);
  Period when = period(label, c);
  if (o.measure != Measure::added && !is_flow(o.indicator, amount_unit)) when = end_of(when);
  o.period = iso(when);
  if (const Indicator* entry = find_indicator(o.indicator)) o.canonical = entry->name;
  place(o, row, c);
  out_.observations.push_back(std::move(o));
}

}  // namespace

TableReading read_table(const Table& table, const Surroundings& around, const Period& period) {
  return Reader(table, around, period).run();
}

}  // namespace guanlan::stats
