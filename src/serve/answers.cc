#include "serve/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "serve/secret.h"
#include "text/iso_date.h"

namespace guanlan::serve {

namespace {

std::string question_of(const Exchange& exchange) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : exchange.request.query.all()) {
    if (name != "cursor" && name != "limit") parts.push_back(name + '\n' + value + '\n');
  }
  std::sort(parts.begin(), parts.end());
  std::string text = exchange.request.path + '\n';
  for (const std::string& part : parts) text += part;
  return fingerprint(text).substr(0, 8);
}

}  // namespace

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Response json_answer(const Json& json, int status) {
  return {status, "application/json", text_of(json)};
}

Result<std::int64_t> number_in(std::string_view text, std::string_view name) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) {
    return fail(Code::invalid, fmt::format("{} 应是整数", name), std::string(text.substr(0, 80)));
  }
  return value;
}

Result<std::int64_t> number_of(const Exchange& exchange, std::string_view name,
                               std::int64_t otherwise, std::int64_t most) {
  const std::string_view text = exchange.query(name);
  if (text.empty()) return otherwise;
  auto value = number_in(text, name);
  if (value && *value > most) {
    return fail(Code::invalid, fmt::format("{} 最多 {}", name, most), std::string(text));
  }
  return value;
}

Result<std::string> date_of(const Exchange& exchange, std::string_view name) {
  const std::string_view text = exchange.query(name);
  if (!text.empty() && !is_iso_date(text)) {
    return fail(Code::invalid, fmt::format("{} 不是日期", name), std::string(text.substr(0, 80)),
                "2024、2024-05 或 2024-05-01");
  }
  return std::string(text);
}

Result<Window> window_of(const Exchange& exchange) {
  const auto limit = number_of(exchange, "limit", 50, 200);
  if (!limit) return tl::unexpected(limit.error());
  Window out{0, static_cast<std::size_t>(std::max<std::int64_t>(*limit, 1)), question_of(exchange)};
  const std::string_view cursor = exchange.query("cursor");
  if (cursor.empty()) return out;
  const std::string inner = from_base64url(cursor);
  const auto first =
      inner.starts_with(out.question + '.')
          ? number_in(std::string_view(inner).substr(out.question.size() + 1), "cursor")
          : Result<std::int64_t>(tl::unexpected(Error{}));
  if (!first) {
    return fail(Code::invalid, "cursor 不属于这个查询", {}, "从没有 cursor 的第一页重新开始");
  }
  out.first = static_cast<std::size_t>(*first);
  return out;
}

Json next_cursor(const Window& window, std::size_t total) {
  const std::size_t next = window.first + window.count;
  if (next >= total) return nullptr;
  return base64url(fmt::format("{}.{}", window.question, next));
}

Json list_of(const Window& window, Json rows, std::size_t total) {
  return {{"items", std::move(rows)}, {"total", total}, {"next", next_cursor(window, total)}};
}

Json list_answer(const Window& window, Json rows) {
  const std::size_t total = rows.size();
  Json part = Json::array();
  for (std::size_t i = window.first; i < std::min(total, window.first + window.count); ++i) {
    part.push_back(std::move(rows[i]));
  }
  return list_of(window, std::move(part), total);
}

std::vector<Parameter> with_list(std::vector<Parameter> parameters) {
  parameters.insert(parameters.end(), list_parameters().begin(), list_parameters().end());
  return parameters;
}

}  // namespace guanlan::serve
