// 落款: the day below the names that sign a notice.
//
//   …请遵照执行。            or in one line:          or with a person, the text itself below:
//   示范市互联网信息办公室     示范市协会 2024年11月5日    …自2025年1月1日起施行。
//   2024年11月5日                                       市长 张某某
//                                                       2024年11月5日
//                                                       示范市…办法
// Between text and names may stand the list of annexes. A day alone in the last lines signs too.
#pragma once

#include <optional>
#include <vector>

#include "extract/dates/expression.h"

namespace guanlan::dates {

// Index of the expression that signs the passage.
[[nodiscard]] std::optional<std::size_t> find_signature(const Passage& passage,
                                                        const std::vector<Expression>& expressions);

}  // namespace guanlan::dates
