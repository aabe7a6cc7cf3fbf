#include "returns/formula.h"

#include <cmath>
#include <cstdlib>

namespace guanlan::returning {
namespace {

class Parser {
 public:
  Parser(const ReturnRule& rule, const ReturnForm& form)
      : rule_(rule), form_(form), text_(rule.check) {}

  Result<Formula> run() {
    Formula out;
    out.tolerance = rule_.tolerance;
    if (!sum(out.left)) return bad();
    for (const std::string_view sign : {"<=", ">=", "!=", "=", "<", ">"}) {
      if (!take(sign)) continue;
      out.comparison = sign;
      break;
    }
    if (out.comparison.empty() || !sum(out.right)) return bad();
    blanks();
    if (at_ != text_.size()) return bad();
    out.uses_previous = previous_;
    return out;
  }

 private:
  tl::unexpected<Error> bad() const {
    return fail(Code::invalid, "规则写法有误：" + rule_.check,
                missing_.empty() ? std::string() : "没有这一列：" + missing_,
                "例如 [期末] = previous.[期末] + [增加] - [减少]");
  }
  void blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(std::string_view word) {
    blanks();
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool sum(std::vector<Term>& out) {
    double sign = take("-") ? -1 : 1;
    for (;;) {
      Term term;
      term.sign = sign;
      if (!product(term)) return false;
      out.push_back(std::move(term));
      if (take("+")) {
        sign = 1;
      } else if (take("-")) {
        sign = -1;
      } else {
        return true;
      }
    }
  }
  bool product(Term& term) {
    for (bool divides = false;;) {
      Operand one;
      if (!operand(one)) return false;
      term.factors.emplace_back(one, divides);
      if (take("*")) {
        divides = false;
      } else if (take("/")) {
        divides = true;
      } else {
        return true;
      }
    }
  }
  bool operand(Operand& out) {
    out.previous = take("previous.");
    previous_ = previous_ || out.previous;
    if (take("[")) {
      const std::size_t end = text_.find(']', at_);
      if (end == std::string_view::npos) return false;
      const std::string name(text_.substr(at_, end - at_));
      at_ = end + 1;
      for (std::size_t i = 0; i < form_.columns.size(); ++i) {
        if (form_.columns[i].name == name) out.column = static_cast<int>(i);
      }
      if (out.column < 0) missing_ = name;
      return out.column >= 0;
    }
    if (out.previous) return false;
    blanks();
    const std::size_t end = std::min(text_.find_first_not_of("0123456789.", at_), text_.size());
    if (end == at_) return false;
    out.number = std::strtod(std::string(text_.substr(at_, end - at_)).c_str(), nullptr);
    at_ = end;
    return true;
  }

  const ReturnRule& rule_;
  const ReturnForm& form_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool previous_ = false;
  std::string missing_;
};

std::optional<double> total(const std::vector<Term>& terms, const CellValueOf& value) {
  double out = 0;
  for (const Term& term : terms) {
    double product = term.sign;
    for (const auto& [operand, divides] : term.factors) {
      const auto v = operand.column < 0 ? std::optional(operand.number)
                                        : value(operand.column, operand.previous);
      if (!v || (divides && *v == 0)) return {};
      product = divides ? product / *v : product * *v;
    }
    out += product;
  }
  return out;
}

bool compare(const std::string& sign, double left, double right, double slack) {
  if (sign == "=") return std::abs(left - right) <= slack;
  if (sign == "!=") return std::abs(left - right) > slack;
  if (sign == "<=") return left <= right + slack;
  if (sign == ">=") return left >= right - slack;
  return sign == "<" ? left < right : left > right;
}

}  // namespace

Result<Formula> parse_formula(const ReturnRule& rule, const ReturnForm& form) {
  return Parser(rule, form).run();
}

std::optional<Outcome> evaluate(const Formula& formula, const CellValueOf& value) {
  const auto left = total(formula.left, value), right = total(formula.right, value);
  if (!left || !right) return {};
  const double slack = formula.tolerance + 1e-12 * std::max(std::abs(*left), std::abs(*right));
  return Outcome{compare(formula.comparison, *left, *right, slack), *left, *right};
}

}  // namespace guanlan::returning
