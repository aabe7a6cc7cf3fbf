#include "serve/problem.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace guanlan::serve {
namespace {

constexpr ProblemKind kKinds[] = {
    // the library's codes
    {"not_found", 404, "没有找到", "not found"},
    {"invalid", 400, "请求有误", "the request makes no sense"},
    {"unsupported", 415, "不支持", "not supported"},
    {"damaged", 422, "内容已损坏", "the content is damaged"},
    {"conflict", 409, "与已存的冲突", "contradicts what is stored"},
    {"io", 500, "服务器出错", "the server failed"},
    // the server's own
    {"unauthorized", 401, "请先登录", "log in first"},
    {"forbidden", 403, "没有权限", "not allowed"},
    {"wrong_host", 421, "主机名不对", "not this server's name"},
    {"no_route", 404, "没有这个地址", "no such address"},
    {"method", 405, "不支持这个方法", "method not allowed here"},
    {"precondition", 412, "内容已被他人修改", "changed by somebody else"},
    {"condition_required", 428, "缺少 If-Match", "If-Match is required"},
    {"too_large", 413, "请求过大", "the request is too large"},
    {"too_many", 429, "请求过于频繁", "too many attempts"},
    {"busy", 503, "服务器正忙", "the server is busy"},
};

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kKinds; }

const ProblemKind* find_problem(std::string_view code) {
  const auto* it = std::find_if(std::begin(kKinds), std::end(kKinds),
                                [&](const ProblemKind& kind) { return kind.code == code; });
  return it == std::end(kKinds) ? nullptr : it;
}

Problem problem_of(Error error) {
  return {name(error.code), std::move(error.message), std::move(error.place),
          std::move(error.hint)};
}

Response to_response(const Problem& problem, const Translate* english) {
  const ProblemKind* kind = find_problem(problem.code);
  const auto said = [&](const std::string& words) {
    return english != nullptr && *english ? (*english)(words) : words;
  };
  const nlohmann::ordered_json body{{"type", "urn:guanlan:problem:" + std::string(kind->code)},
                                    {"title", english != nullptr ? kind->en : kind->zh},
                                    {"status", kind->status},
                                    {"code", kind->code},
                                    {"detail", said(problem.detail)},
                                    {"place", said(problem.place)},
                                    {"hint", said(problem.hint)}};
  return {kind->status, "application/problem+json",
          body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

}  // namespace guanlan::serve
