// What the features of an item's kind look at, and where they are put.
#pragma once

#include <algorithm>
#include <initializer_list>

#include "extract/kind/features.h"

namespace guanlan::kind {

class View {
 public:
  View(const Passage& passage, const Mentions& done, std::vector<Feature>& out) : p_(passage), done_(done), out_(out) {}

 protected:
  void add(std::string_view kind, double weight, const char* rule, Span cue) {
    out_.push_back({std::string(kind), weight, rule, cue});
  }
  [[nodiscard]] std::string_view title() const { return p_.of(p_.title); }
  [[nodiscard]] Span opening() const { return {p_.body.begin, opening_end(p_)}; }
  void mark(std::size_t at, std::string_view word, const char* kind, double weight) {
    const auto begin = p_.title.begin + static_cast<std::uint32_t>(at);
    add(kind, weight, "kind.assembly", {begin, begin + static_cast<std::uint32_t>(word.size())});
  }
  static bool has(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto w) { return text.find(w) != std::string_view::npos; });
  }

  const Passage& p_;
  const Mentions& done_;

 private:
  std::vector<Feature>& out_;
};

// The features of one sort each, in papers.cc, cases.cc, events.cc, lead.cc.
void paper_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void case_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void event_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);
void lead_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out);

}  // namespace guanlan::kind
