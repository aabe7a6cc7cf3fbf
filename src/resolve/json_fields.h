// Fields of a record read without trust in their types.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace guanlan {

// The text under `key`; empty where there is none.
[[nodiscard]] inline std::string text_field(const nlohmann::ordered_json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

}  // namespace guanlan
