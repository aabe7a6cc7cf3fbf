// Documentation that cannot lie: /openapi.json and docs/http.md come from the table of routes.
#include "serve/openapi.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "serve/route.h"
#include "serve/schemas.h"
#include "testing/golden.h"
#include "testing/place.h"

namespace guanlan::serve {
namespace {

bool is_schema(std::string_view name) {
  return std::any_of(schemas().begin(), schemas().end(),
                     [&](const Schema& schema) { return schema.name == name; });
}

TEST(RoutesTest, EveryRouteIsDescribed) {
  std::set<std::string> seen;
  for (const Route& route : routes()) {
    SCOPED_TRACE(route.pattern);
    EXPECT_TRUE(seen.insert(std::string(name(route.method)) + std::string(route.pattern)).second);
    EXPECT_FALSE(route.summary.empty());
    EXPECT_TRUE(route.answer.empty() || is_schema(route.answer) ||
                route.answer.find('/') != std::string_view::npos)
        << route.answer;
    EXPECT_EQ(route.body == Body::json, is_schema(route.takes)) << route.takes;
    EXPECT_NE(route.handler, nullptr);
    for (std::size_t at = 0; (at = route.pattern.find('{', at)) != std::string_view::npos; ++at) {
      const auto part = route.pattern.substr(at + 1, route.pattern.find('}', at) - at - 1);
      EXPECT_TRUE(std::any_of(route.parameters.begin(), route.parameters.end(),
                              [&](const Parameter& p) { return p.name == part; }))
          << part;
    }
    for (const Parameter& p : route.parameters) EXPECT_FALSE(p.about.empty()) << p.name;
  }
}

TEST(RoutesTest, SchemasReferToSchemas) {
  const auto all = nlohmann::json::parse(openapi());
  EXPECT_EQ(all["openapi"], "3.1.0");
  const std::string text = openapi(), mark = "#/components/schemas/";
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += mark.size()) {
    const std::size_t begin = at + mark.size();
    EXPECT_TRUE(is_schema(text.substr(begin, text.find('"', begin) - begin)));
  }
}

TEST(RoutesTest, TheReferenceIsUpToDate) {
  const auto page = testing::root() / "docs/http.md";
  if (testing::blessing()) std::ofstream(page) << http_reference();
  std::ifstream in(page);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(text == http_reference()) << "docs/http.md is out of date: tools/bless";
}

}  // namespace
}  // namespace guanlan::serve
