// returns: statistical returns (报表) from members – a form, the workbook made from it, the filled
// workbooks checked cell by cell, and the answer to each sender.
//
// A form is YAML (docs/returns.md). Functions are stateless; nothing is kept between calls. A bad
// cell is a finding, not an error; errors: invalid (the form), damaged, unsupported (a workbook),
// io (writing).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

enum class ReturnType : std::uint8_t { text, number, integer, percent, date, choice, credit_code };

struct ReturnColumn {
  std::string name;
  ReturnType type = ReturnType::text;
  std::string unit;
  int decimals = 2;
  bool required = false;
  bool unique = false;  // no value twice, in all returns of a period
  std::optional<double> least, most;
  std::vector<std::pair<std::string, std::string>> codes;  // of a choice: code, meaning
};

// A comparison of two sums over cells of a row: [期末] = previous.[期末] + [增加] - [减少].
struct ReturnRule {
  std::string id, check, message;
  double tolerance = 0.005;
};

struct ReturnMember {
  std::string code;  // 统一社会信用代码
  std::string name, group;
};

struct ReturnForm {
  std::string id, title;
  std::vector<ReturnColumn> columns;
  std::vector<ReturnRule> rules;
  std::string key;       // the column that finds a row in the period before
  std::string group_by;  // totals by its values; empty: by the member's group
  std::vector<std::string> sums;
  std::vector<ReturnMember> members;
};
[[nodiscard]] Result<ReturnForm> parse_return_form(std::string_view yaml, std::string_view path);

// An empty workbook to be filled: head cells, lists of codes, validation, everything else locked.
[[nodiscard]] Result<void> write_return_template(const ReturnForm& form, const std::string& path);

struct CellFinding {
  std::string file, sheet, cell;  // C7
  std::string
      rule;  // type, required, choice, range, credit_code, unique, merged, formula … or a rule's id
  std::string message;  // in Chinese
  std::string value;    // as it stands in the cell
};

struct FilledReturn {
  std::string file, sender, code, period;
  std::size_t rows = 0;
  std::map<std::string, std::map<std::string, double>> sums;  // group → column → sum
  std::vector<CellFinding> findings;
  std::size_t unlisted = 0;  // findings beyond those kept
  [[nodiscard]] bool accepted() const { return findings.empty(); }
};

struct ReturnFile {
  std::string name, bytes;
};

struct Returns {
  std::vector<FilledReturn> returns;  // in the order of the files
  std::vector<std::pair<std::string, Error>> unread;
  std::map<std::string, std::map<std::string, double>> totals;  // of accepted returns
  std::vector<ReturnMember> missing;
  std::vector<CellFinding> duplicates;  // across returns
};

// Collects returns one by one, so that no more than one workbook is held at a time.
class ReturnCollector {
 public:
  explicit ReturnCollector(const ReturnForm& form);
  ~ReturnCollector();
  ReturnCollector(const ReturnCollector&) = delete;
  ReturnCollector& operator=(const ReturnCollector&) = delete;

  [[nodiscard]] Result<void> add_previous(const ReturnFile& file);  // before the first add()
  void add(const ReturnFile& file);
  [[nodiscard]] Returns finish();

  struct State;

 private:
  std::unique_ptr<State> state_;
};

// 回执: what was received, whether it is accepted, and each cell to be put right.
[[nodiscard]] Result<void> write_acceptance(const ReturnForm& form, const FilledReturn& filled,
                                            const std::string& path);

// 统一社会信用代码 (GB 32100-2015): 18 characters, the last one checks the others.
enum class CreditCode : std::uint8_t { valid, wrong_form, wrong_check };
[[nodiscard]] CreditCode check_credit_code(std::string_view code);

}  // namespace guanlan
