#include "serve/openapi.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guanlan/version.h"
#include "serve/problem.h"
#include "serve/route.h"
#include "serve/schemas.h"

namespace guanlan::serve {
namespace {

using Json = nlohmann::ordered_json;

bool is_schema(std::string_view name) {
  return std::any_of(schemas().begin(), schemas().end(),
                     [&](const Schema& schema) { return schema.name == name; });
}

Json reference(std::string_view schema) {
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

Json parameter(const Route& route, const Parameter& p) {
  const bool in_path =
      route.pattern.find("{" + std::string(p.name) + "}") != std::string_view::npos;
  return {{"name", p.name},
          {"in", in_path ? "path" : "query"},
          {"required", in_path},
          {"description", p.about},
          {"schema", {{"type", p.schema}}}};
}

Json answers(const Route& route) {
  Json out = Json::object();
  Json good{{"description", "as asked"}};
  if (is_schema(route.answer)) {
    good["content"]["application/json"]["schema"] = reference(route.answer);
  } else if (!route.answer.empty()) {
    good["content"][std::string(route.answer)] = Json::object();
  }
  const bool accepted = route.body == Body::files;
  out[route.answer.empty() ? "204" : accepted ? "202" : "200"] = std::move(good);
  out["default"] = {
      {"description", "a problem"},
      {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}};
  return out;
}

Json operation(const Route& route) {
  Json out{{"summary", route.summary}, {"x-role", name(route.role)}};
  for (const Parameter& p : route.parameters) out["parameters"].push_back(parameter(route, p));
  if (route.body == Body::json) {
    out["requestBody"] = {
        {"required", true},
        {"content", {{"application/json", {{"schema", reference(route.takes)}}}}}};
  } else if (route.body == Body::files) {
    const Json file{{"type", "string"}, {"format", "binary"}};
    out["requestBody"]["content"]["multipart/form-data"]["schema"] = {
        {"type", "object"}, {"properties", {{"file", {{"type", "array"}, {"items", file}}}}}};
  }
  out["responses"] = answers(route);
  if (route.role != Role::nobody) {
    out["security"] = Json::array({{{"session", Json::array()}}, {{"token", Json::array()}}});
  }
  return out;
}

std::string made() {
  Json paths = Json::object();
  for (const Route& route : routes()) {
    paths[std::string(route.pattern)][lower(name(route.method))] = operation(route);
  }
  Json shapes = Json::object();
  for (const Schema& schema : schemas())
    shapes[std::string(schema.name)] = Json::parse(schema.json);
  const Json out{{"openapi", "3.1.0"},
                 {"info", {{"title", "Guanlan 观澜"}, {"version", version()}}},
                 {"paths", std::move(paths)},
                 {"components",
                  {{"schemas", std::move(shapes)},
                   {"securitySchemes",
                    {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", kSessionCookie}}},
                     {"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
  return out.dump();
}

std::string row_of(const Route& route) {
  std::string out = fmt::format("### {} {}\n\n{}. Role: {}.\n", name(route.method), route.pattern,
                                route.summary, name(route.role));
  if (route.body == Body::json) out += fmt::format("Takes `{}` as JSON.\n", route.takes);
  if (route.body == Body::files) out += "Takes files as `multipart/form-data`.\n";
  if (!route.answer.empty()) {
    out += fmt::format("Answers `{}`.\n", route.answer);
  } else {
    out += "Answers 204.\n";
  }
  if (!route.parameters.empty()) out += '\n';
  for (const Parameter& p : route.parameters) {
    out += fmt::format("* `{}` ({}): {}\n", p.name, p.schema, p.about);
  }
  return out + '\n';
}

constexpr std::string_view kIntroduction = R"(# The HTTP interface

Made from the table of routes in `src/serve` by `tools/bless`; a test fails when this file and the
table differ. The same for programs, with the schemas: `GET /openapi.json` (OpenAPI 3.1).

* JSON in UTF-8; dates are prefixes of ISO 8601; spans are bytes of the document's decoded text.
* A list answers `{items, total, next}`; `next` is the `cursor` of the next part, null at the end.
  Cursors belong to their question.
* Every `GET` has an `ETag`; `If-None-Match` gives 304.
* Writes carry `X-CSRF-Token` (`csrf` of `GET /api/v1/session`), or come with a token
  (`Authorization: Bearer …`). No other site may read or write: there is no CORS.
* Whatever is not named here is a page of the web application.

## Errors

One shape, `application/problem+json` (RFC 9457): `type` (`urn:guanlan:problem:CODE`), `title`,
`status`, `code`, `detail`, `place`, `hint`; Chinese, or English where `Accept-Language` begins
with `en`. The first six codes are those of [errors](errors.md).

| code | status | meaning |
| --- | --- | --- |
)";

}  // namespace

const std::string& openapi() {
  static const std::string kText = made();
  return kText;
}

std::string http_reference() {
  std::string out(kIntroduction);
  for (const ProblemKind& kind : problem_kinds()) {
    out += fmt::format("| `{}` | {} | {} |\n", kind.code, kind.status, kind.en);
  }
  out += "\n## Routes\n\n";
  for (const Route& route : routes()) out += row_of(route);
  out.pop_back();
  return out;
}

}  // namespace guanlan::serve
