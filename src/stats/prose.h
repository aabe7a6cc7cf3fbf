// Observations of running text: clause by clause, what is not said again goes on to hold.
//
//   8月份,全省互联网用户新增75.5万户,其中:互联网宽带接入用户新增24.3万户
//   总数达到11636.5万户,居全国第4位(与上月持平),占全国的7.2%
//   智能制造、智慧农业终端用户分别达到1053.8万户、3.7万户,同比增长-21.9%、-27.2%
//   河南移动、联通公司用户分别为989.2万户、638.9万户
//   我省有26826个IP地址…,相比上月增加了1721个
//
// The period holds until another is named; indicator, place and operator until the next indicator.
// A list of values needs as many names; a value without an indicator is left out.
#pragma once

#include <string>
#include <vector>

#include "guanlan/stats.h"
#include "stats/lead.h"
#include "stats/view.h"

namespace guanlan::stats {

// An observation whose place is still in clean coordinates.
struct Draft {
  Observation observation;
  Span clause;
};

// `period` holds for what stands before the first period of the text; on return the last one.
[[nodiscard]] std::vector<Draft> read_prose(const View& view, Period& period);

// What flows during a period (收入, 流量) and what is counted at its end (用户总数).
[[nodiscard]] bool is_flow(std::string_view name, std::string_view unit);
// The measure of an amount that is not new: the name says whether it is a rate.
[[nodiscard]] Measure measure_of(std::string_view name, std::string_view unit);

}  // namespace guanlan::stats
