// The fields of the query language, and how each reads its value.
#pragma once

#include <optional>
#include <string_view>

#include "search/query.h"

namespace guanlan::query {

enum class ValueForm { name, title, file, days, amount, present };

struct FieldRow {
  QueryField shown;
  ValueForm form;
  NameField names;  // of ValueForm::name
};
[[nodiscard]] const std::vector<FieldRow>& fields();
[[nodiscard]] const FieldRow* find_field(std::string_view name);  // either language, any case
[[nodiscard]] std::string field_list();                           // kind（类别）、…

// 2024-04, 2024-04..2024-11, >=2024-04, 2024-04.., 2024年4月; nothing: none of these.
[[nodiscard]] std::optional<DayRange> days_value(std::string_view text);
struct AmountRange {
  std::uint64_t least, most;  // 分
};
// 100000, >10万, 1万..50万, <=1.5亿
[[nodiscard]] std::optional<AmountRange> amount_value(std::string_view text);
// Which field of the record `deadline` or `deadlines` or 期限 is: its bit.
[[nodiscard]] std::optional<unsigned> record_field_bit(std::string_view name);

}  // namespace guanlan::query
