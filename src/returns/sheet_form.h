// Where things stand in the workbook of a form.
#pragma once

#include <cstdint>

namespace guanlan::returning {

inline constexpr std::uint32_t kSenderRow = 2, kCodeRow = 3, kPeriodRow = 4, kHeadRow = 6,
                               kFirstRow = 7;
inline constexpr std::uint32_t kTemplateRows = 5000;  // that the template validates
inline constexpr const char *kSenderLabel = "填报单位", *kCodeLabel = "统一社会信用代码",
                            *kPeriodLabel = "报告期";

}  // namespace guanlan::returning
