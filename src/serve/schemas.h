// The shapes of bodies and answers, as JSON Schema 2020-12, by the names that routes use.
#pragma once

#include <span>
#include <string_view>

namespace guanlan::serve {

struct Schema {
  std::string_view name;
  std::string_view json;
};
[[nodiscard]] std::span<const Schema> schemas();

}  // namespace guanlan::serve
