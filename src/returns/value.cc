#include "returns/value.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "read/date_text.h"
#include "stats/cell.h"
#include "text/trim.h"

namespace guanlan::returning {
namespace {

Value wrong(Value value, const char* rule, const char* message) {
  value.rule = rule;
  value.message = message;
  return value;
}

// 2020-08-31 as days since 1899-12-30.
double serial_of(const std::string& iso) {
  const int y = std::atoi(iso.c_str()), m = std::atoi(iso.c_str() + 5),
            d = std::atoi(iso.c_str() + 8);
  const int a = (14 - m) / 12, years = y + 4800 - a, months = m + 12 * a - 3;
  const int julian =
      d + (153 * months + 2) / 5 + 365 * years + years / 4 - years / 100 + years / 400 - 32045;
  return julian - 2415019;
}

Value date(const Cell& cell, Value out, bool since_1904) {
  if (cell.kind == CellKind::number) {
    const double serial = *out.number + (since_1904 ? 1462 : 0);
    if (serial < 1 || serial > 73050)  // 1900 … 2099
      return wrong(std::move(out), "date", "不是日期");
    out.number = std::floor(serial);
    return out;
  }
  const std::string iso = find_date(cell.text);
  if (iso.empty()) return wrong(std::move(out), "date", "不是日期");
  out.number = serial_of(iso);
  return out;
}

Value choice(Value out, const ReturnColumn& column) {
  for (const auto& [code, meaning] : column.codes) {
    if (out.text != code && out.text != meaning && out.text != code + " " + meaning) continue;
    out.text = code;
    return out;
  }
  return wrong(std::move(out), "choice", "不在可选值之内");
}

Value number(const Cell& cell, Value out, const ReturnColumn& column) {
  if (cell.kind == CellKind::text) {
    const stats::CellValue read = stats::read_cell(cell.text);
    if (read.kind == stats::CellKind::ambiguous)
      return wrong(std::move(out), "ambiguous", "数字写法有歧义");
    if (read.kind == stats::CellKind::no_value) {
      out.empty = true;
      return out;
    }
    const bool percent = column.type == ReturnType::percent && read.unit == "%";
    if (read.kind != stats::CellKind::number || (!read.unit.empty() && !percent))
      return wrong(std::move(out), "type", "不是数字");
    out.number = read.value;
  } else if (column.type == ReturnType::percent && std::abs(*out.number) <= 1.5) {
    out.number = *out.number * 100;  // a cell formatted as percent holds 0.123
  }
  if (column.type == ReturnType::integer && *out.number != std::floor(*out.number))
    return wrong(std::move(out), "type", "应为整数");
  if (column.least && *out.number < *column.least)
    return wrong(std::move(out), "range", "小于下限");
  if (column.most && *out.number > *column.most) return wrong(std::move(out), "range", "大于上限");
  return out;
}

}  // namespace

Value read_value(const Cell& cell, const ReturnColumn& column, bool since_1904) {
  Value out;
  out.text = trim(cell.text);
  if (cell.kind == CellKind::no_result)
    return wrong(std::move(out), "formula", "公式没有保存结果，请在 Excel 或 WPS 中重算后保存");
  if (cell.kind == CellKind::error) return wrong(std::move(out), "formula", "单元格是错误值");
  if (cell.kind == CellKind::empty || out.text.empty()) {
    out.empty = true;
    return column.required ? wrong(std::move(out), "required", "必填") : out;
  }
  if (cell.kind == CellKind::number) out.number = std::strtod(out.text.c_str(), nullptr);
  switch (column.type) {
    case ReturnType::text:
      return out;
    case ReturnType::date:
      return date(cell, std::move(out), since_1904);
    case ReturnType::choice:
      return choice(std::move(out), column);
    case ReturnType::credit_code: {
      const CreditCode found = check_credit_code(out.text);
      if (found == CreditCode::wrong_form)
        return wrong(std::move(out), "credit_code", "不是统一社会信用代码（18 位）");
      if (found == CreditCode::wrong_check)
        return wrong(std::move(out), "credit_code", "统一社会信用代码的校验位不符");
      return out;
    }
    case ReturnType::number:
    case ReturnType::integer:
    case ReturnType::percent:
      return number(cell, std::move(out), column);
  }
  return out;
}

}  // namespace guanlan::returning
