// Every rule is run on its own examples: each invalid text gives it, no valid text does.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "testing/check_run.h"
#include "testing/place.h"

namespace guanlan {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(RuleBook, LoadsEveryFileUnderItsOwnName) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(testing::root() / "checks")) {
    if (entry.path().extension() != ".yaml") continue;
    ++files;
    const auto rule = CheckRule::parse(contents(entry.path()), entry.path().filename().string());
    ASSERT_TRUE(rule) << rule.error().message << " " << rule.error().place;
    EXPECT_EQ(rule->id, entry.path().stem().string());
    EXPECT_NE(find_check_rule(rule->id), nullptr) << rule->id;
    EXPECT_FALSE(rule->message.en.empty());
    EXPECT_FALSE(rule->reason.en.empty());
  }
  EXPECT_EQ(check_rules().size(), files);
}

TEST(RuleBook, InvalidExamplesAreFound) {
  for (const CheckRule& rule : check_rules()) {
    for (const std::string& text : rule.invalid) {
      const Report report = testing::checked(text, {rule.law, rule.earlier});
      EXPECT_TRUE(testing::has(report, rule.id)) << rule.id << ": " << text;
    }
  }
}

TEST(RuleBook, ValidExamplesAreNot) {
  for (const CheckRule& rule : check_rules()) {
    for (const std::string& text : rule.valid) {
      const Report report = testing::checked(text, {rule.law, rule.earlier});
      EXPECT_FALSE(testing::has(report, rule.id)) << rule.id << ": " << text;
    }
  }
}

TEST(RuleBook, EveryPlaceholderOfAMessageIsFilled) {
  for (const CheckRule& rule : check_rules()) {
    for (const std::string& text : rule.invalid) {
      for (const Finding& f : testing::checked(text, {rule.law, rule.earlier}).findings) {
        for (const std::string& words : {f.message.zh, f.message.en, f.reason.zh, f.reason.en}) {
          EXPECT_EQ(words.find('{'), std::string::npos) << f.rule << ": " << words;
        }
      }
    }
  }
}

TEST(RuleBook, TheManualNamesEveryRuleAndItsLevel) {
  const std::string manual = contents(testing::root() / "docs/checking.md");
  for (const CheckRule& rule : check_rules()) {
    const std::string row =
        "| `" + rule.id + "` | " + std::string(name(rule.level)) + " | " + rule.about.zh;
    EXPECT_NE(manual.find(row), std::string::npos) << row;
  }
}

TEST(RuleBook, ARuleWithoutBothKindsOfExamplesDoesNotLoad) {
  const std::string head =
      "rule: x.y\nlevel: error\nabout: a\nmessage: m\nreason: r\ninvalid: [a]\n";
  EXPECT_FALSE(CheckRule::parse(head, "x.yaml"));
  EXPECT_TRUE(CheckRule::parse(head + "valid: [b]\n", "x.yaml"));
  const auto twice = CheckRule::parse(head + "valid: [b]\nlevel: note\n", "x.yaml");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().place, "x.yaml:8");
}

}  // namespace
}  // namespace guanlan
