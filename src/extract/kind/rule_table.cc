#include "extract/kind/rule_table.h"

#include <algorithm>
#include <array>

#include "lexicon/rows.h"

namespace guanlan::kind {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Need::count_)> kNeeds = {
    "police-acts",
    "police-takes",
    "penalised",
    "order-punished",
    "body-named",
    "authority-opens",
    "foreign-authority",
    "report-published",
    "report-named",
    "speaker",
    "many",
    "company-named",
    "no-company",
    "no-authority",
    "elects",
    "no-campaign",
    "early"};

std::vector<std::string_view> listed(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

// rule kind weight title with starts ends without lead needs
RuleTable load() {
  RuleTable table;
  const auto words = [&](std::string_view cell) { return table.vocabulary.number(cell); };
  for (const auto& row : rows_of("lexicon/kind/rules.tsv")) {
    Rule rule{"kind." + std::string(row[0]),
              row[1],
              std::stod(std::string(row[2])),
              words(row[3]),
              words(row[4]),
              words(row[5]),
              words(row[6]),
              words(row[7]),
              words(row[8]),
              {}};
    for (const std::string_view need : listed(row[9])) {
      const auto at = std::find(kNeeds.begin(), kNeeds.end(), need);
      rule.needs.push_back(static_cast<Need>(at - kNeeds.begin()));
    }
    table.rules.push_back(std::move(rule));
  }
  table.vocabulary.close();
  return table;
}

}  // namespace

std::span<const std::string_view> rule_needs() { return kNeeds; }

Vocabulary::Words Vocabulary::number(std::string_view cell) {
  Words words;
  for (const std::string_view word : listed(cell)) {
    const auto next = static_cast<std::uint32_t>(words_.size());
    const auto [known, fresh] = numbers_.emplace(word, next);
    if (fresh) words_.push_back(word);
    words.push_back(known->second);
  }
  return words;
}

void Vocabulary::close() { trie_ = Trie({numbers_.begin(), numbers_.end()}); }

std::vector<std::uint32_t> Vocabulary::places_in(const Passage& passage, Span part) const {
  std::vector<std::uint32_t> places(words_.size(), kNowhere);
  const std::string_view text = passage.text.substr(0, part.end);
  trie_.scan(text, part.begin, part.end, [&](std::size_t at, std::size_t, std::uint32_t number) {
    places[number] = std::min(places[number], static_cast<std::uint32_t>(at));
  });
  return places;
}

const RuleTable& rule_table() {
  static const RuleTable all = load();
  return all;
}

}  // namespace guanlan::kind
