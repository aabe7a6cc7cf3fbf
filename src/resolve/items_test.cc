// Names and kinds over the invented items of tests/items: the share that must be right, field by
// field.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "guanlan/record.h"
#include "guanlan/source.h"
#include "testing/place.h"

namespace guanlan {
namespace {

struct Tally {
  int right = 0, extra = 0, missed = 0;
  [[nodiscard]] double f1() const {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + extra + missed);
  }
};

std::set<std::string> wanted(const YAML::Node& item, const std::string& field) {
  std::set<std::string> out;
  for (const auto& value : item[field]) out.insert(value.as<std::string>());
  return out;
}

std::set<std::string> found(const nlohmann::ordered_json& record, const std::string& field) {
  std::set<std::string> out;
  for (const auto& value : record.at(field)) {
    if (value.is_string())
      out.insert(value.get<std::string>());
    else
      out.insert(value.at(field == "regions" ? "path" : "name").get<std::string>());
  }
  return out;
}

void compare(const std::string& title, const std::string& field, const std::set<std::string>& want,
             const std::set<std::string>& have, Tally& tally, std::string& log) {
  for (const std::string& w : want) {
    have.contains(w) ? ++tally.right : ++tally.missed;
    if (!have.contains(w)) log += field + " - " + w + "  " + title + "\n";
  }
  for (const std::string& h : have) {
    if (want.contains(h)) continue;
    ++tally.extra;
    log += field + " + " + h + "  " + title + "\n";
  }
}

std::map<std::string, Tally> read(const std::string& file, std::string& log) {
  std::map<std::string, Tally> out;
  for (const YAML::Node& item :
       YAML::LoadFile((testing::root() / "tests" / "items" / file).string())) {
    const auto title = item["title"].as<std::string>();
    auto sources = read_bytes(title + "\n\n" + item["body"].as<std::string>(), "item.txt");
    EXPECT_TRUE(sources.has_value()) << title;
    if (!sources) continue;
    const auto all = records(process(std::move(sources->front()), Lexicon::builtin()));
    EXPECT_EQ(all.size(), 1u) << title;
    if (all.empty()) continue;
    compare(title, "kind", {item["kind"].as<std::string>()}, {all[0].at("kind").get<std::string>()},
            out["kind"], log);
    for (const char* field : {"authorities", "regions", "apps", "orgs"}) {
      compare(title, field, wanted(item, field), found(all[0], field), out[field], log);
    }
  }
  return out;
}

void expect_shares(const std::string& file, const std::map<std::string, double>& least) {
  std::string log;
  const auto tallies = read(file, log);
  for (const auto& [field, share] : least)
    EXPECT_GE(tallies.at(field).f1(), share) << field << "\n" << log;
}

TEST(Items, HoldTheNamesOfNotices) {
  expect_shares(
      "notices.yaml",
      {{"kind", .95}, {"authorities", .92}, {"regions", .97}, {"apps", .97}, {"orgs", .95}});
}

TEST(Items, HoldTheNamesOfMore) {
  expect_shares(
      "more.yaml",
      {{"kind", .95}, {"authorities", .90}, {"regions", .90}, {"apps", .90}, {"orgs", .85}});
}

// 河南移动、联通: the operators share the place, which the record's names have.
TEST(Items, NameOperatorsWithThePlaceTheyShare) {
  auto sources = read_bytes(
      "示范省通报用户规模\n\n截至9月底,河南移动、联通、电信用户分别为989万户、638万户和239万户。\n",
      "item.txt");
  ASSERT_TRUE(sources);
  const auto all = records(process(std::move(sources->front()), Lexicon::builtin()));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].at("orgs"), (nlohmann::ordered_json{"河南移动", "河南联通", "河南电信"}));
}

}  // namespace
}  // namespace guanlan
