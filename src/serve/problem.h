// Errors in one shape: RFC 9457 problem documents with the project's code, place and hint.
//
//   {"type":"urn:guanlan:problem:not_found","title":"没有找到","status":404,"code":"not_found",
//    "detail":"没有编号 7 的条目","place":"","hint":""}
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "guanlan/result.h"
#include "serve/http.h"

namespace guanlan::serve {

// What a request can be refused for, beyond the codes of the library.
struct ProblemKind {
  std::string_view code;
  int status;
  std::string_view zh, en;  // title
};
[[nodiscard]] std::span<const ProblemKind> problem_kinds();
[[nodiscard]] const ProblemKind* find_problem(std::string_view code);

struct Problem {
  std::string_view code;  // of problem_kinds()
  std::string detail = {};
  std::string place = {};
  std::string hint = {};
};
[[nodiscard]] Problem problem_of(Error error);

// A message of the library in the language of the reader; none: as it is, in Chinese.
using Translate = std::function<std::string(std::string_view message)>;

// `english`: null for a reader of Chinese.
[[nodiscard]] Response to_response(const Problem& problem, const Translate* english);

}  // namespace guanlan::serve
