// The routes in words: OpenAPI 3.1 for programs, docs/http.md for people.
#pragma once

#include <string>

namespace guanlan::serve {

[[nodiscard]] const std::string& openapi();
[[nodiscard]] std::string http_reference();

}  // namespace guanlan::serve
