// What the noun behind a list says that its members are: 甲、乙等|8家网约车平台公司,
// 甲、乙等|移动应用商店.
#pragma once

#include <cstdint>

#include "guanlan/passage.h"

namespace guanlan {

enum class ListNoun : std::uint8_t {
  none,      // the member stands in no list that 等 or a count closes, or the noun is another
  firms,     // 平台企业, 网站公司: companies, no apps
  shops,     // 应用商店: where apps are found
  sites,     // 平台, 网站: of companies' names, in passing
  accounts,  // 账号
};

// Of the list that the member stands in, whose end is looked for behind it in the same clause.
[[nodiscard]] ListNoun noun_of_list(const Passage& passage, Span member);

}  // namespace guanlan
