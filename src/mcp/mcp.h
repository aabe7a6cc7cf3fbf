// mcp: the store for agents – the Model Context Protocol over JSON-RPC 2.0.
//
// Speaks revision 2026-07-28 (stateless: each request says its version) and the handshake of
// 2025-11-25 and 2025-06-18. Nothing is remembered between messages. Text of documents is data: it
// is always inside JSON strings, quoted with its place, and the tools say so.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "guanlan/laws.h"
#include "guanlan/store.h"
#include "guanlan/track.h"

namespace guanlan::mcp {

using Json = nlohmann::ordered_json;

// What the tools read. Valid for one message.
struct Sources {
  const Store& store;
  const LawLibrary& laws;
  const Tracker& tracker;
};

// An answer and, where it travels over HTTP, the status that goes with it.
struct Answer {
  std::optional<Json> message;  // none: a notification, which is not answered
  int status = 200;
};

// Headers of the HTTP binding, which must say the same as the body; null members: not sent.
struct Mirror {
  std::string_view version, method, name;
};

[[nodiscard]] Answer answer(const Json& message, const Sources& sources,
                            const Mirror* mirror = nullptr);
// The same of a text; one that is no JSON is answered with a parse error.
[[nodiscard]] Answer answer_text(std::string_view text, const Sources& sources,
                                 const Mirror* mirror = nullptr);

// A tool as data.
struct Tool {
  std::string_view name, title, description;
  std::string_view input, output;  // JSON Schema
  // The structured result; errors say what to do instead.
  Result<Json> (*run)(const Json& arguments, const Sources& sources);
};
[[nodiscard]] const std::vector<Tool>& tools();

}  // namespace guanlan::mcp
