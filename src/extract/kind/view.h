// What the features of an item's kind look at, and where they are put.
#pragma once

#include <span>
#include <string_view>

#include "extract/kind/features.h"

namespace guanlan::kind {

class View {
 public:
  View(const Passage& passage, const Mentions& done, std::vector<Feature>& out)
      : p_(passage), done_(done), out_(out) {}

 protected:
  void add(std::string_view kind, double weight, const char* rule, Span cue) {
    out_.push_back({std::string(kind), weight, rule, cue});
  }
  [[nodiscard]] std::string_view title() const { return p_.of(p_.title); }
  [[nodiscard]] Span opening() const { return {p_.body.begin, opening_end(p_)}; }
  // The span of a word that stands `at` so many bytes behind the beginning of a part.
  static Span within(Span part, std::size_t at, std::size_t size) {
    const auto begin = part.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(size)};
  }

  const Passage& p_;
  const Mentions& done_;

 private:
  std::vector<Feature>& out_;
};

// The features of one sort each, in rules.cc, papers.cc, cases.cc, events.cc, lead.cc.
void rule_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void paper_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void case_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void event_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void lead_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);

}  // namespace guanlan::kind
