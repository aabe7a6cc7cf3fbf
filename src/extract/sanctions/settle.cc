#include "extract/sanctions/settle.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>

namespace guanlan::sanctions {
namespace {

bool is_specific(std::string_view type) {
  return type == "fine" || type == "warning" || type == "confiscation" || type == "suspension" ||
         type == "order_to_correct";
}

// 罚款1100万欧元, 罚款2.4亿欧元 beside 2.51亿欧元: two or more that stand side by side and make up
// another one.
void drop_parts(std::vector<SanctionMention>& list, std::string_view type) {
  constexpr std::size_t kMost = 24;
  constexpr double kAbout = 0.05;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < list.size() && at.size() < kMost; ++i) {
    if (list[i].type == type && list[i].amount) at.push_back(i);
  }
  for (const std::size_t total : at) {
    for (std::size_t first = 0; first < at.size(); ++first) {
      double sum = 0;
      for (std::size_t last = first; last < at.size() && at[last] != total; ++last) {
        if (list[at[last]].currency != list[total].currency) break;
        sum += *list[at[last]].amount;
        // 总计近2亿: a sum of several that is only told about
        const double about =
            last - first >= 2 && total < at[first] ? kAbout * *list[total].amount : 0.5;
        if (last == first || std::abs(sum - *list[total].amount) > about) continue;
        for (std::size_t k = last + 1; k-- > first;)
          list.erase(list.begin() + static_cast<std::ptrdiff_t>(at[k]));
        return;
      }
    }
  }
}

}  // namespace

// One per type and target; the general word gives way to what it consisted in, and a bare mention
// to the one that has the sum.
void settle(std::vector<SanctionMention>& list) {
  for (const std::string_view type : {"fine", "confiscation", "damages"}) drop_parts(list, type);
  const auto has = [&](auto test) { return std::any_of(list.begin(), list.end(), test); };
  const bool specific = has([](const SanctionMention& m) { return is_specific(m.type); });
  std::set<std::string> with_amount;
  for (const auto& m : list) {
    if (m.amount && m.type != "freezing" && m.type != "seizure") with_amount.insert(m.type);
  }
  constexpr std::uint32_t kNear = 150;
  std::set<std::uint32_t> specifics;  // where they begin
  for (const auto& m : list) {
    if (is_specific(m.type)) specifics.insert(m.span.begin);
  }
  const auto told_behind = [&](const SanctionMention& m) {  // 对3家企业予以行政处罚,|给予警告,…
    const auto next = specifics.lower_bound(m.span.end);
    return next != specifics.end() && *next - m.span.end < kNear;
  };
  std::erase_if(list, [&](const SanctionMention& m) {
    const bool one = m.count.value_or(0) <= 1;  // 对一家企业作出行政处罚
    if (m.type == "admin_penalty" && specific && (one || told_behind(m))) return true;
    return !m.amount && !m.count && with_amount.contains(m.type);
  });
  std::set<std::tuple<std::string, std::string, double, double>> seen;
  std::set<std::string> types;
  std::erase_if(list, [&](const SanctionMention& m) {
    const bool bare = !m.amount && !m.count;
    if (bare && types.contains(m.type)) return true;
    types.insert(m.type);
    const bool counted = !m.amount && m.count;
    return !seen.emplace(m.type, m.amount || counted ? std::string() : m.target,
                         m.amount.value_or(-1), m.amount ? -1 : m.count.value_or(-1))
                .second;
  });
}

}  // namespace guanlan::sanctions
