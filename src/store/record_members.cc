#include "store/record_members.h"

#include <algorithm>
#include <cstddef>

namespace guanlan {
namespace {

constexpr auto kNone = std::string_view::npos;

// Past the string that begins at `at`; none where it does not end.
std::size_t past_string(std::string_view json, std::size_t at) {
  at = json.find_first_of("\"\\", at + 1);
  while (at != kNone && json[at] != '"')
    at = json.find_first_of("\"\\", at + 2);  // over what is escaped
  return at == kNone ? kNone : at + 1;
}

// Past the value that begins at `at`, up to the comma or bracket that ends it.
std::size_t past_value(std::string_view json, std::size_t at) {
  std::size_t open = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = past_string(json, at);
      if (at == kNone) return kNone;
      continue;
    }
    if (open == 0 && (c == ',' || c == '}')) return at;
    if (c == '{' || c == '[') ++open;
    if (c == '}' || c == ']') --open;
    ++at;
  }
  return kNone;
}

}  // namespace

RecordMembers::RecordMembers(std::string_view record) {
  std::size_t at = 0;
  if (record.empty() || record.front() != '{') return;
  while (at + 1 < record.size() && record[at + 1] == '"') {
    const std::size_t key = at + 2, colon = past_string(record, at + 1);
    if (colon == kNone || colon >= record.size() || record[colon] != ':') return;
    const std::size_t end = past_value(record, colon + 1);
    if (end == kNone) return;
    members_.emplace_back(record.substr(key, colon - 1 - key),
                          record.substr(colon + 1, end - colon - 1));
    at = end;  // the comma
  }
}

std::string_view RecordMembers::operator[](std::string_view key) const {
  const auto it =
      std::find_if(members_.begin(), members_.end(), [&](const auto& m) { return m.first == key; });
  return it != members_.end() ? it->second : "null";
}

}  // namespace guanlan
