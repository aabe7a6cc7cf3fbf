// Reads rules/<dimension>/corpus.yaml: a value and its spellings, and what must give nothing.
//
//   issue: 2024-05            the month that undated years are read against (dates only)
//   values:
//     2024-04-12 past:        a value as the test prints it
//       - 案件发生在4月12日。  texts that give it, and nothing beside it
//   nothing:
//     - 文号为〔2020〕4号。    texts that give nothing at all
#pragma once

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "guanlan/passage.h"
#include "testing/place.h"

namespace guanlan::testing {

struct RuleCorpus {
  int year = 0, month = 0;
  std::vector<std::pair<std::string, std::string>> values;  // value, text
  std::vector<std::string> nothing;
};

inline RuleCorpus rule_corpus(const std::string& dimension) {
  const YAML::Node root = YAML::LoadFile(testing::root() / "rules" / dimension / "corpus.yaml");
  RuleCorpus out;
  if (root["issue"]) {
    const auto issue = root["issue"].as<std::string>();
    out.year = std::stoi(issue.substr(0, 4));
    out.month = std::stoi(issue.substr(5));
  }
  std::set<std::string> keys;  // yaml-cpp takes a repeated key without a word
  for (const auto& entry : root["values"]) {
    EXPECT_TRUE(keys.insert(entry.first.as<std::string>()).second) << "twice: " << entry.first;
    for (const auto& text : entry.second) {
      out.values.emplace_back(entry.first.as<std::string>(), text.as<std::string>());
    }
  }
  for (const auto& text : root["nothing"]) out.nothing.push_back(text.as<std::string>());
  return out;
}

// "70 人 + 100 人" as a set.
inline std::set<std::string> joined(const std::string& values) {
  std::set<std::string> out;
  for (std::size_t begin = 0; begin < values.size();) {
    const std::size_t end = std::min(values.find(" + ", begin), values.size());
    out.insert(values.substr(begin, end - begin));
    begin = end + 3;
  }
  return out;
}

// The text as the body of an item, its title being the part before " // " if there is one.
inline Passage passage_of(const std::string& text, const RuleCorpus& corpus) {
  const std::size_t cut = text.find(" // ");
  const auto size = static_cast<std::uint32_t>(text.size());
  Span title{0, 0}, body{0, size};
  if (cut != std::string::npos) {
    title.end = static_cast<std::uint32_t>(cut);
    body.begin = title.end + 4;
  }
  return scan(text, title, body, {corpus.year, corpus.month, 0, "corpus"}, Lexicon::builtin());
}

// `values_of` prints what a dimension finds; several values of one text are joined by " + " in the
// corpus.
inline void check_corpus(const std::string& dimension,
                         const std::function<std::vector<std::string>(const Passage&)>& values_of) {
  const RuleCorpus corpus = rule_corpus(dimension);
  EXPECT_GT(corpus.values.size(), 30u);
  const auto found = [&](const std::string& text) {
    const auto values = values_of(passage_of(text, corpus));
    return std::set<std::string>(values.begin(), values.end());
  };
  for (const auto& [value, text] : corpus.values) EXPECT_EQ(found(text), joined(value)) << text;
  for (const auto& text : corpus.nothing) EXPECT_EQ(found(text), joined("")) << text;
}

}  // namespace guanlan::testing
