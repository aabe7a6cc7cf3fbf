// Observations of a table: a row label and a column header make each value what it is.
//
//   rows name indicators     收入类别 | 1-7月收入(亿元) | 同比 | 占比
//   rows name places         地市 | 移动电话用户(万户) | 同比(%) | 排名
//   rows name operators      企业 | IPv4地址(万个) | 占比
//   rows name times          月份 | 流量(T) | 同比
//   columns name operators or places, rows indicators; a column 单位 gives each row its unit
//
// A table that lists things which are no indicators (网站名称, 企业名称) gives none.
#pragma once

#include <vector>

#include "guanlan/stats.h"
#include "stats/label.h"

namespace guanlan::stats {

struct TableReading {
  std::vector<Observation> observations;  // without section
  std::vector<Refusal> refused;
};

// `period` is the one that the text around speaks of.
[[nodiscard]] TableReading read_table(const Table& table, const Surroundings& around,
                                      const Period& period);

}  // namespace guanlan::stats
