// Confusables (易混字词) by lexicon/confusables.tsv, words of the house by the configuration.
//
//   word.confusable   布署 → 部署
//   house.…           whatever the house says
#include "check/families.h"
#include "check/words.h"
#include "lexicon/rows.h"

namespace guanlan::checking {
namespace {

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> out;
  if (cell.empty()) return out;
  for (const std::string_view one : split(cell, '|')) out.emplace_back(one);
  return out;
}

// name, right, unless, before, after.
const std::vector<Word>& confusables() {
  static const std::vector<Word> kWords = [] {
    std::vector<Word> out;
    for (const auto& cells : rows_of("lexicon/confusables.tsv")) {
      out.push_back({std::string(cells[0]), std::string(cells[1]), list(cells[2]), list(cells[3]),
                     list(cells[4])});
    }
    return out;
  }();
  return kWords;
}

}  // namespace

void check_confusables(Desk& desk) {
  const auto& words = confusables();
  for (const WordHit& hit : find_words(desk.text(), words)) {
    desk.report({"word.confusable", in_clean(hit.span), {}, words[hit.word].right});
  }
}

void check_house_words(Desk& desk) {
  const CheckConfig* config = desk.options().config;
  if (config == nullptr || config->words.empty()) return;
  std::vector<Word> words;
  for (const HouseWord& w : config->words) words.push_back({w.find, w.fix, w.unless, {}, {}});
  for (const WordHit& hit : find_words(desk.text(), words)) {
    desk.report_house(config->words[hit.word], hit.span);
  }
}

}  // namespace guanlan::checking
