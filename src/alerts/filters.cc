#include <fmt/format.h>

#include <algorithm>

#include "guanlan/alerts.h"

namespace guanlan {
namespace {

constexpr std::string_view kFields[] = {"kind", "region", "authority", "law",
                                        "org",  "app",    "outlet"};
constexpr std::string_view kPassed[] = {
    "sort", "document"};  // of the pages; a saved query has no use for them

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Result<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      return fail(Code::invalid, "筛选条件的转义有误", std::string(text.substr(0, 80)));
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_among(std::string_view name, const auto& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Quoted, so that nothing in it is an operator.
std::string quoted(std::string value) {
  std::replace(value.begin(), value.end(), '"', ' ');
  return '"' + value + '"';
}

}  // namespace

Result<std::string> search_query(std::string_view filters) {
  std::string words, conditions, since, until;
  while (!filters.empty()) {
    const std::size_t end = std::min(filters.find('&'), filters.size());
    const std::string_view pair = filters.substr(0, end);
    filters.remove_prefix(std::min(end + 1, filters.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view name = pair.substr(0, equals);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!value) return tl::unexpected(std::move(value.error()));
    if (value->empty() || is_among(name, kPassed)) continue;
    if (name == "q")
      words = "(" + *value + ")";
    else if (name == "since")
      since = *value;
    else if (name == "until")
      until = *value;
    else if (name == "month")
      conditions += " date:" + *value;
    else if (is_among(name, kFields))
      conditions += fmt::format(" {}:{}", name, quoted(*value));
    else
      return fail(Code::invalid, fmt::format("没有筛选条件「{}」", name), {},
                  "可用：q、kind、region、authority、law、org、app、outlet、month、since、until");
  }
  if (!since.empty() || !until.empty()) conditions += fmt::format(" date:{}..{}", since, until);
  if (words.empty() && conditions.starts_with(' ')) conditions.erase(0, 1);
  return words + conditions;
}

std::string filters_of(std::string_view words) {
  std::string out = "q=";
  for (const char c : words) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace guanlan
