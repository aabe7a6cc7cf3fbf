// Dates and numbers as law texts print them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanlan {

struct DatePrefix {
  std::string iso;       // 2016-11-07; empty where the day does not exist in the calendar
  std::size_t size = 0;  // bytes read; 0: no date stands there
};

// 2016年11月7日 at the head of a text.
[[nodiscard]] DatePrefix leading_date(std::string_view text);

// The date in 网络安全法(2016-11-07).md.
[[nodiscard]] DatePrefix date_in_name(std::string_view path);

// 44 → 四十四; 0 < n < 10000.
[[nodiscard]] std::string han_number(int n);

}  // namespace guanlan
