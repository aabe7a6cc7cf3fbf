// The canonical form of a value: one line of words that is the same wherever the value is compared,
// filtered or listed (facts, diff, CSV).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan::canonical {

// Words joined by blanks, empty ones left out.
[[nodiscard]] std::string words(std::initializer_list<std::string_view> parts);
[[nodiscard]] std::string number(double value);                                 // 735000, 3.5
[[nodiscard]] std::string date(std::string_view value, std::string_view role);  // 2024-04-12 on
// 2024-11-19 deadline : 2024-11-05 + 10工作日 = 2024-11-19
[[nodiscard]] std::string term(std::string_view value, std::string_view role,
                               std::string_view derivation);
// day, month, year, half, quarter: how precise an ISO 8601 prefix is; empty: none.
[[nodiscard]] std::string_view precision(std::string_view value);
// 735000 条 over
[[nodiscard]] std::string figure(double value, std::string_view unit, std::string_view approx);
// fine 某公司 50000 元 ×3
[[nodiscard]] std::string sanction(std::string_view type, std::string_view target,
                                   std::optional<double> amount, std::string_view currency,
                                   std::optional<double> count);
[[nodiscard]] std::string one_of(
    const std::vector<std::string>& candidates);  // A 第一条 ? A 第二条
[[nodiscard]] std::string enumeration(double announced, double listed);  // 7/7

}  // namespace guanlan::canonical
