// The rows of lexicon/kind/rules.tsv: what several words of a headline tell together. The head of
// the file says what its columns are.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/passage.h"
#include "lexicon/trie.h"

namespace guanlan::kind {

// What a row may need beside words.
enum class Need : std::uint8_t {
  police_acts,
  police_takes,
  penalised,
  order_punished,
  body_named,
  authority_opens,
  foreign_authority,
  report_published,
  report_named,
  speaker,
  many,
  company_named,
  no_company,
  no_authority,
  elects,
  no_campaign,
  early,
  count_
};

[[nodiscard]] std::span<const std::string_view> rule_needs();  // by name, in that order

// All words of the rows, each once, so that one pass over a text finds those of every row.
class Vocabulary {
 public:
  using Words = std::vector<std::uint32_t>;  // numbers of words
  static constexpr std::uint32_t kNowhere = UINT32_MAX;

  // The numbers of the words of a cell: a|b.
  [[nodiscard]] Words number(std::string_view cell);
  void close();  // no word is added behind it

  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_[number]; }
  // Where each word stands first in the part; kNowhere: not in it.
  [[nodiscard]] std::vector<std::uint32_t> places_in(const Passage& passage, Span part) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string_view> words_;
  Trie trie_;
};

struct Rule {
  std::string id;
  std::string_view kind;
  double weight = 0;
  Vocabulary::Words title, with, starts, ends, without, lead;
  std::vector<Need> needs;
};

struct RuleTable {
  Vocabulary vocabulary;
  std::vector<Rule> rules;
};

[[nodiscard]] const RuleTable& rule_table();

}  // namespace guanlan::kind
