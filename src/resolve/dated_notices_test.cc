// tests/dated/notices.yaml: whole notices with the dates that an editor reads in them.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <string>

#include "guanlan/record.h"
#include "guanlan/source.h"
#include "testing/place.h"

namespace guanlan {
namespace {

std::set<std::string> strings(const YAML::Node& list) {
  std::set<std::string> out;
  for (const auto& value : list) out.insert(value.as<std::string>());
  return out;
}

// "2024-11-30 deadline!": ! marks what stands in the deadlines too.
std::set<std::string> printed(const Dates& dates) {
  std::set<std::string> out;
  for (const DateMention& d : dates.others) {
    const bool due = std::any_of(dates.deadlines.begin(), dates.deadlines.end(),
                                 [&](const DateMention& x) { return x.value == d.value; });
    out.insert(d.value + " " + d.role + (due ? "!" : ""));
  }
  return out;
}

// "2024-11-06 effective"; "- deadline" where the day is not known.
std::set<std::string> reckoned(const Dates& dates) {
  std::set<std::string> out;
  for (const TermMention& t : dates.terms) {
    out.insert((t.value.empty() ? "-" : t.value) + " " + t.role);
  }
  return out;
}

TEST(DatedNotices, AreReadAsAnEditorReadsThem) {
  const YAML::Node root = YAML::LoadFile(testing::root() / "tests/dated/notices.yaml");
  ASSERT_GE(root["notices"].size(), 30u);
  for (const auto& notice : root["notices"]) {
    SCOPED_TRACE(notice["name"].as<std::string>());
    auto sources = read_bytes(notice["text"].as<std::string>(), "notice");
    ASSERT_TRUE(sources);
    const Document d = process(std::move(sources->front()), Lexicon::builtin());
    ASSERT_EQ(d.mentions.size(), 1u);
    const Dates& dates = d.mentions.front().dates;
    const std::string event =
        dates.event ? dates.event->value + " " + dates.event->role : std::string("none");
    EXPECT_EQ(event, notice["event"].as<std::string>());
    EXPECT_EQ(printed(dates), strings(notice["dates"]));
    EXPECT_EQ(reckoned(dates), strings(notice["terms"]));
  }
}

}  // namespace
}  // namespace guanlan
