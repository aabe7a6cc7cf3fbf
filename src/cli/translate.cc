// Finds what the library said in the tables of messages, and says it in the wanted language.
#include <optional>
#include <span>
#include <vector>

#include "cli/library_messages.h"
#include "cli/messages.h"

namespace guanlan::cli {
namespace {

// The parts that the {} of `pattern` stand for, where the message has that form.
std::optional<std::vector<std::string_view>> parts(std::string_view pattern,
                                                   std::string_view message) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto hole = pattern.find("{}");
    const std::string_view literal = pattern.substr(0, hole);
    if (!message.starts_with(literal)) return std::nullopt;
    message.remove_prefix(literal.size());
    if (hole == std::string_view::npos) break;
    pattern.remove_prefix(hole + 2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const auto end = next.empty() ? message.size() : message.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    out.push_back(message.substr(0, end));
    message.remove_prefix(end);
  }
  if (!message.empty()) return std::nullopt;
  return out;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    const auto hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    out += pattern.substr(0, hole);
    out += value;
    pattern.remove_prefix(hole + 2);
  }
  return out += pattern;
}

// The message in the wanted language, where it has the form of the row in either.
std::optional<std::string> by_row(Language language, const Text& row, std::string_view message) {
  for (const std::string_view form : {row.zh, row.en}) {
    const auto values = parts(form, message);
    if (!values) continue;
    std::vector<std::string> own;  // a part may be a message of its own: why a step failed
    for (const std::string_view value : *values) {
      own.push_back(value.size() < message.size() ? translated(language, value)
                                                  : std::string(value));
    }
    return filled(row.in(language), own);
  }
  return std::nullopt;
}

}  // namespace

bool fits(std::string_view pattern, std::string_view message) {
  return parts(pattern, message).has_value();
}

std::string translated(Language language, std::string_view message) {
  for (const auto& table :
       {pipeline_messages(), compose_messages(), stats_messages(), search_messages(),
        track_messages(), serve_messages(), check_messages()}) {
    for (const Text& row : table) {
      if (auto said = by_row(language, row, message)) return *said;
    }
  }
  return std::string(message);
}

}  // namespace guanlan::cli
