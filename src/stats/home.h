// Where and when a report speaks from, where its sections do not say: 全省, 9月份.
#pragma once

#include "guanlan/record.h"
#include "stats/period.h"

namespace guanlan::stats {

// The publication's home; for a single report the place in its title, 中国 where it speaks of 全国,
// or the first place of its first lines.
[[nodiscard]] PlaceId home_of(const Document& document, const Setting& setting,
                              const Lexicon& lexicon);

// What a heading names: 2024年前三季度浙江省软件业运行情况.
[[nodiscard]] Period period_of_title(const Document& document, const Item& item,
                                     const Lexicon& lexicon);

}  // namespace guanlan::stats
