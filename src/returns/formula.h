// The rules of a form: [期末余额] = previous.[期末余额] + [本期增加] - [本期减少].
//
// Sums of products of cells and numbers, compared by = <= >= < > !=. `previous.` takes the cell of
// the period before.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/returns.h"

namespace guanlan::returning {

struct Operand {
  int column = -1;  // -1: a number
  bool previous = false;
  double number = 0;
};
struct Term {
  double sign = 1;
  std::vector<std::pair<Operand, bool>> factors;  // true: divides
};
struct Formula {
  std::vector<Term> left, right;
  std::string comparison;
  double tolerance = 0;
  bool uses_previous = false;
};

// invalid: what cannot be read.
[[nodiscard]] Result<Formula> parse_formula(const ReturnRule& rule, const ReturnForm& form);

// The value of a cell; none where it is empty or no number.
using CellValueOf = std::function<std::optional<double>(int column, bool previous)>;
struct Outcome {
  bool holds = true;
  double left = 0, right = 0;
};
// None where a cell is missing or something is divided by nothing: there is nothing to hold.
[[nodiscard]] std::optional<Outcome> evaluate(const Formula& formula, const CellValueOf& value);

}  // namespace guanlan::returning
