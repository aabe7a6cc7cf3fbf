// The answer key of the shared corpus: F1 of observations, and of values with units.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "guanlan/stats.h"
#include "testing/place.h"

namespace guanlan {
namespace {

using Bag = std::multiset<std::string>;

// Names are compared without 总数 and 数量, which never make another indicator.
std::string bare(std::string name) {
  for (const std::string_view head : {"总数", "数量", "总量", "数"}) {
    if (name.ends_with(head)) return name.substr(0, name.size() - head.size());
  }
  return name;
}

double f1(const Bag& want, const Bag& have) {
  Bag both;
  std::set_intersection(want.begin(), want.end(), have.begin(), have.end(),
                        std::inserter(both, both.end()));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(want.size() + have.size());
}

TEST(StatisticsKey, IsMet) {
  const auto key_file = testing::shared() / "eval/004_indicators.jsonl";
  if (!std::filesystem::exists(key_file)) GTEST_SKIP() << "skipped: no ../shared";
  Bag want, want_values, have, have_values;
  std::ifstream lines(key_file);
  for (std::string line; std::getline(lines, line);) {
    const auto o = nlohmann::json::parse(line);
    const std::string value =
        fmt::format("{:.6g} {}", o["value"].get<double>(), o["unit"].get<std::string>());
    const std::string who = o["operator"].is_null() ? "" : o["operator"].get<std::string>();
    want_values.insert(value);
    want.insert(fmt::format("{}|{}|{}|{}|{}", bare(o["indicator"]), o["period"].get<std::string>(),
                            who, o["measure"].get<std::string>(), value));
  }
  for (const char* file : {"corpus/004.txt", "corpus/004.pdf"}) {
    have.clear(), have_values.clear();
    auto sources = read(testing::shared() / file);
    ASSERT_TRUE(sources) << file;
    for (const Observation& o :
         observe(process(std::move(sources->front()), Lexicon::builtin())).observations) {
      const std::string value = fmt::format("{:.6g} {}", o.value, o.unit);
      have_values.insert(value);
      have.insert(fmt::format("{}|{}|{}|{}|{}", bare(o.indicator), o.period, o.operator_name,
                              name(o.measure), value));
    }
    EXPECT_GE(f1(want, have), 0.92) << file;
    EXPECT_GE(f1(want_values, have_values), 0.99) << file;
    std::cout << file
              << fmt::format(": observations F1 {:.3f}, values F1 {:.3f}\n", f1(want, have),
                             f1(want_values, have_values));
  }
}

}  // namespace
}  // namespace guanlan
