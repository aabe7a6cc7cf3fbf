#include "resolve/json_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace guanlan {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  JsonText(out).string(text);
  return out;
}

TEST(JsonTextTest, EscapesWhatJsonAsksForAndNothingElse) {
  EXPECT_EQ(quoted("网络\t\"安全\"\\\n\r"), "\"网络\\t\\\"安全\\\"\\\\\\n\\r\"");
  EXPECT_EQ(quoted(std::string_view("\0\x1b", 2)), "\"\\u0000\\u001b\"");
  EXPECT_EQ(quoted("\U0001F600é"), "\"\U0001F600é\"");
}

TEST(JsonTextTest, WhatIsNoUtf8BecomesTheReplacementCharacter) {
  for (const std::string_view bad :
       {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe7\xbd", "a\x80z"}) {
    const auto parsed = nlohmann::json::parse(quoted(bad), nullptr, false);
    ASSERT_TRUE(parsed.is_string()) << quoted(bad);
    EXPECT_NE(parsed.get<std::string>().find("\uFFFD"), std::string::npos);
  }
}

TEST(JsonTextTest, WholeNumbersAreIntegers) {
  const auto number = [](double value) {
    std::string out;
    JsonText(out).number(value);
    return out;
  };
  EXPECT_EQ(number(735000), "735000");
  EXPECT_EQ(number(-17.9), "-17.9");
  EXPECT_EQ(number(1e300), "1e+300");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonTextTest, PlacesCommas) {
  std::string out;
  JsonText json(out);
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.number(std::int64_t{1});
  json.begin_object();
  json.end_object();
  json.string("x");
  json.end_array();
  json.key("b");
  json.null();
  json.end_object();
  EXPECT_EQ(out, R"({"a":[1,{},"x"],"b":null})");
}

}  // namespace
}  // namespace guanlan
