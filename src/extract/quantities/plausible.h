// What makes a numeral with a unit no figure after all.
#pragma once

#include <string_view>

#include "extract/quantities/amount.h"
#include "extract/quantities/unit.h"
#include "guanlan/mention.h"

namespace guanlan::quantities {

// False for the indefinite 一 (一起, 一名), for 二 and a scale alone before a measure word, for
// units that are common in names (5G, 3路) with a small number, for points in time (五年前), names
// of plans (三年行动) and articles (共四十条). `qualified`: a qualifier stands with it.
[[nodiscard]] bool plausible(std::string_view text, const Amount& amount, const Unit& unit,
                             bool qualified);
// 近三年来: 近 means recent there.
[[nodiscard]] bool recent_years(std::string_view text, const QuantityMention& q);
// 三分之一的机构(32%).
[[nodiscard]] bool percent_in_brackets_follows(std::string_view text, std::uint32_t at);
// Whether the same words stand before or behind both places.
[[nodiscard]] bool same_neighbour(std::string_view text, Span a, Span b);

}  // namespace guanlan::quantities
