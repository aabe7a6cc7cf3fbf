// Workbooks one after the other: each cell checked, sums by group, duplicates across senders.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "returns/formula.h"
#include "returns/sheet_form.h"
#include "returns/value.h"
#include "returns/workbook.h"

namespace guanlan {
namespace {

using namespace returning;

constexpr std::size_t kMostFindings = 1000;  // of one return that are listed

struct Rule {
  const ReturnRule* rule;
  Formula formula;
};

std::string text_at(const Row& row, std::size_t column) {
  return row.cells.size() < column ? std::string() : std::string(row.cells[column - 1].text);
}

std::string shown(double value) { return fmt::format("{:.15g}", value); }

struct Place {
  std::string file, sheet, cell;
};

}  // namespace

struct ReturnCollector::State {
  explicit State(const ReturnForm& f) : form(f) {
    for (const ReturnRule& rule : form.rules) {
      if (auto formula = parse_formula(rule, form)) rules.push_back({&rule, std::move(*formula)});
    }
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      if (form.columns[i].name == form.key) key = static_cast<int>(i);
      if (form.columns[i].name == form.group_by) group = static_cast<int>(i);
    }
    for (const std::string& name : form.sums) {
      for (std::size_t i = 0; i < form.columns.size(); ++i) {
        if (form.columns[i].name == name) sums.push_back(i);
      }
    }
  }

  const ReturnForm& form;
  std::vector<Rule> rules;
  int key = -1, group = -1;
  std::vector<std::size_t> sums;
  std::unordered_map<std::string, std::vector<std::optional<double>>> previous;
  std::map<std::size_t, std::unordered_map<std::string, Place>> seen;  // of unique columns
  std::set<std::string> senders;
  Returns out;
};

namespace {

// One workbook on its way through.
class Reading {
 public:
  Reading(ReturnCollector::State& state, const Workbook& book, FilledReturn& filled, bool previous);

  Result<void> run();

 private:
  void head(const Row& row);
  bool columns(const Row& row);
  void data(const Row& row);
  void value(const Row& row, std::size_t column, const Cell& cell);
  void hold_rules(const Row& row);
  void add_sums();
  void remember();
  void complain(const Row& row, std::size_t column, const char* rule, std::string message,
                std::string found);
  void complain_of(std::string cell, const char* rule, std::string message, std::string found);
  [[nodiscard]] std::string group() const;

  ReturnCollector::State& state_;
  const Workbook& book_;
  FilledReturn& filled_;
  const bool previous_;
  std::vector<int> column_of_;  // place in the sheet, from 0, → column of the form; -1: none
  std::vector<Value> values_;
  bool has_columns_ = false;
};

Reading::Reading(ReturnCollector::State& state, const Workbook& book, FilledReturn& filled,
                 bool previous)
    : state_(state), book_(book), filled_(filled), previous_(previous) {
  values_.resize(state.form.columns.size());
}

Result<void> Reading::run() {
  const auto read = book_.each_row([this](const Row& row) {
    if (row.number < kHeadRow) {
      head(row);
    } else if (row.number == kHeadRow) {
      has_columns_ = columns(row);
    } else if (has_columns_) {
      data(row);
    }
    return has_columns_ || row.number <= kHeadRow;
  });
  if (!read) return read;
  if (!has_columns_) {
    return fail(Code::unsupported, "工作簿不是这张表的模板", cell_name(kHeadRow, 1),
                "请用 guanlan returns template 生成的模板填报");
  }
  for (const MergedRange& merged : book_.merged()) {
    if (!previous_ && merged.last_row >= kFirstRow)
      complain_of(merged.range, "merged", "数据区有合并单元格", merged.range);
  }
  return {};
}

void Reading::head(const Row& row) {
  if (row.number == kSenderRow) filled_.sender = text_at(row, 2);
  if (row.number == kCodeRow) filled_.code = text_at(row, 2);
  if (row.number == kPeriodRow) filled_.period = text_at(row, 2);
}

// Headers may be moved about; a unit in brackets is no part of the name. All must be there.
bool Reading::columns(const Row& row) {
  std::set<std::string> found;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    std::string name(row.cells[c].text);
    if (name.ends_with("*")) name.pop_back();
    int column = -1;
    for (std::size_t i = 0; i < state_.form.columns.size(); ++i) {
      const ReturnColumn& wanted = state_.form.columns[i];
      if (name == wanted.name || name == wanted.name + "（" + wanted.unit + "）")
        column = static_cast<int>(i);
    }
    if (column >= 0 &&
        !found.insert(state_.form.columns[static_cast<std::size_t>(column)].name).second)
      column = -1;
    column_of_.push_back(column);
  }
  return found.size() == state_.form.columns.size();
}

void Reading::data(const Row& row) {
  const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                 [](const Cell& c) { return c.kind == CellKind::empty; });
  if (empty) return;
  ++filled_.rows;
  for (std::size_t c = 0; c < column_of_.size(); ++c) {
    if (column_of_[c] < 0) continue;
    value(row, c, c < row.cells.size() ? row.cells[c] : Cell{});
  }
  if (previous_) return remember();
  hold_rules(row);
  add_sums();
}

void Reading::value(const Row& row, std::size_t place, const Cell& cell) {
  const auto index = static_cast<std::size_t>(column_of_[place]);
  const ReturnColumn& column = state_.form.columns[index];
  Value& v = values_[index] = read_value(cell, column, book_.since_1904());
  if (previous_) return;
  if (v.rule != nullptr) {
    complain(row, place, v.rule, std::string(v.message) + "：" + column.name, v.text);
    v.number.reset();
    return;
  }
  if (!column.unique || v.empty) return;
  const std::string name = cell_name(row.number, place + 1);
  const auto [it, fresh] =
      state_.seen[index].try_emplace(v.text, Place{filled_.file, book_.sheet(), name});
  if (fresh) return;
  const Place& first = it->second;
  CellFinding finding{filled_.file,
                      book_.sheet(),
                      name,
                      "unique",
                      fmt::format("{}重复，已见于 {} {}", column.name, first.file, first.cell),
                      v.text};
  if (first.file == filled_.file) {
    complain_of(name, "unique", finding.message, v.text);
  } else if (state_.out.duplicates.size() < kMostFindings) {
    state_.out.duplicates.push_back(std::move(finding));
  }
}

void Reading::hold_rules(const Row& row) {
  const std::vector<std::optional<double>>* before = nullptr;
  if (state_.key >= 0) {
    const auto it = state_.previous.find(values_[static_cast<std::size_t>(state_.key)].text);
    if (it != state_.previous.end()) before = &it->second;
  }
  const auto value_of = [&](int column, bool previous) -> std::optional<double> {
    const auto i = static_cast<std::size_t>(column);
    if (!previous) return values_[i].number;
    return before == nullptr ? std::nullopt : (*before)[i];
  };
  for (const Rule& rule : state_.rules) {
    const auto outcome = evaluate(rule.formula, value_of);
    if (!outcome || outcome->holds) continue;
    const int first = rule.formula.left.front().factors.front().first.column;
    const auto place = std::find(column_of_.begin(), column_of_.end(), first);
    const std::string words = rule.rule->message.empty() ? rule.rule->check : rule.rule->message;
    complain(row,
             place == column_of_.end() ? 0 : static_cast<std::size_t>(place - column_of_.begin()),
             rule.rule->id.c_str(), words,
             shown(outcome->left) + " " + rule.formula.comparison + " " + shown(outcome->right));
  }
}

std::string Reading::group() const {
  if (state_.group >= 0) return values_[static_cast<std::size_t>(state_.group)].text;
  for (const ReturnMember& member : state_.form.members) {
    if (member.code == filled_.code) return member.group;
  }
  return {};
}

void Reading::add_sums() {
  if (state_.sums.empty()) return;
  auto& sums = filled_.sums[group()];
  for (const std::size_t column : state_.sums) {
    if (const auto& number = values_[column].number)
      sums[state_.form.columns[column].name] += *number;
  }
}

void Reading::remember() {
  if (state_.key < 0) return;
  std::vector<std::optional<double>> numbers;
  for (const Value& v : values_) numbers.push_back(v.number);
  state_.previous[values_[static_cast<std::size_t>(state_.key)].text] = std::move(numbers);
}

void Reading::complain(const Row& row, std::size_t place, const char* rule, std::string message,
                       std::string found) {
  complain_of(cell_name(row.number, place + 1), rule, std::move(message), std::move(found));
}

void Reading::complain_of(std::string cell, const char* rule, std::string message,
                          std::string found) {
  if (filled_.findings.size() >= kMostFindings) {
    ++filled_.unlisted;
    return;
  }
  filled_.findings.push_back(
      {filled_.file, book_.sheet(), std::move(cell), rule, std::move(message), std::move(found)});
}

// The head of a return: who sent it, and whether it came before.
void check_sender(ReturnCollector::State& state, FilledReturn& filled, const std::string& sheet) {
  const std::string cell = cell_name(kCodeRow, 2);
  const auto complain = [&](const char* rule, std::string message) {
    filled.findings.insert(filled.findings.begin(),
                           {filled.file, sheet, cell, rule, std::move(message), filled.code});
  };
  if (check_credit_code(filled.code) != CreditCode::valid)
    return complain("credit_code", "填报单位的统一社会信用代码有误");
  const auto& members = state.form.members;
  const bool known =
      members.empty() || std::any_of(members.begin(), members.end(),
                                     [&](const auto& m) { return m.code == filled.code; });
  if (!known) complain("member", "填报单位不在名单之内");
  if (!state.senders.insert(filled.code + "\t" + filled.period).second)
    complain("duplicate", "同一单位同一报告期重复报送");
}

}  // namespace

ReturnCollector::ReturnCollector(const ReturnForm& form) : state_(std::make_unique<State>(form)) {}
ReturnCollector::~ReturnCollector() = default;

Result<void> ReturnCollector::add_previous(const ReturnFile& file) {
  const auto book = Workbook::open(file.bytes);
  if (!book) return tl::unexpected(book.error());
  FilledReturn ignored;
  return Reading(*state_, *book, ignored, true).run();
}

void ReturnCollector::add(const ReturnFile& file) {
  FilledReturn filled;
  filled.file = file.name;
  const auto book = Workbook::open(file.bytes);
  if (!book) {
    state_->out.unread.emplace_back(file.name, book.error());
    return;
  }
  if (auto read = Reading(*state_, *book, filled, false).run(); !read) {
    state_->out.unread.emplace_back(file.name, std::move(read.error()));
    return;
  }
  check_sender(*state_, filled, book->sheet());
  state_->out.returns.push_back(std::move(filled));
}

Returns ReturnCollector::finish() {
  Returns out = std::move(state_->out);
  std::set<std::string> received;
  for (const FilledReturn& one : out.returns) {
    received.insert(one.code);
    if (!one.accepted()) continue;
    for (const auto& [group, sums] : one.sums) {
      for (const auto& [column, sum] : sums) out.totals[group][column] += sum;
    }
  }
  for (const ReturnMember& member : state_->form.members) {
    if (!received.contains(member.code)) out.missing.push_back(member);
  }
  state_->out = {};
  return out;
}

}  // namespace guanlan
