// 基础电信企业 as figures name them: 河南移动公司, 中国联通, 省铁塔公司, 河南移动、联通、电信公司.
#pragma once

#include <string>
#include <vector>

#include "stats/view.h"

namespace guanlan::stats {

struct Operators {
  std::vector<std::string> names;  // 河南移动: without 公司, the place in front of each
  std::uint32_t end = 0;           // behind the last of them
};

// The operators that begin at `at` and end by `limit`; none: no names. A brand counts behind a
// place, 中国 or 省, before a suffix, or in a list with such a one (移动互联网 is no operator).
[[nodiscard]] Operators operators_at(const View& view, std::uint32_t at, std::uint32_t limit);

}  // namespace guanlan::stats
