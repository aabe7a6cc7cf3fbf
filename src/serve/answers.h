// What handlers share: numbers and dates of the query, cursors, lists.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "serve/route.h"

namespace guanlan::serve {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string text_of(const Json& json);  // bytes that are no UTF-8 become U+FFFD
[[nodiscard]] Response json_answer(const Json& json, int status = 200);

// A whole number, not negative; invalid: names the parameter.
[[nodiscard]] Result<std::int64_t> number_in(std::string_view text, std::string_view name);
// The same of a query parameter, `otherwise` where it is not given, at most `most`.
[[nodiscard]] Result<std::int64_t> number_of(const Exchange& exchange, std::string_view name,
                                             std::int64_t otherwise, std::int64_t most);
// An ISO 8601 prefix (2024, 2024-05, 2024-05-01) of a query parameter, or empty.
[[nodiscard]] Result<std::string> date_of(const Exchange& exchange, std::string_view name);

// Which part of a list is wanted. A cursor belongs to one question: asked with other parameters it
// is refused.
struct Window {
  std::size_t first = 0;
  std::size_t count = 50;
  std::string question;  // fingerprint of path and parameters
};
[[nodiscard]] Result<Window> window_of(const Exchange& exchange);
[[nodiscard]] Json next_cursor(const Window& window, std::size_t total);  // null at the end

// {items, total, next} of rows that are all at hand.
[[nodiscard]] Json list_answer(const Window& window, Json rows);
// The same of rows that are cut already.
[[nodiscard]] Json list_of(const Window& window, Json rows, std::size_t total);

inline const std::vector<Parameter>& list_parameters() {
  static const std::vector<Parameter> kList{
      {"cursor", "where to go on: `next` of the list before"},
      {"limit", "how many, at most 200; default 50", "integer"}};
  return kList;
}
[[nodiscard]] std::vector<Parameter> with_list(std::vector<Parameter> parameters);

}  // namespace guanlan::serve
