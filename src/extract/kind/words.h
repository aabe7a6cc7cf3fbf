// The words of lexicon/kind/words.tsv, by class: what the grammars of a kind look for in clauses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guanlan::kind {

// The classes of the table; its head says what each is.
enum class Told : std::uint8_t {
  penalty,
  told_of,
  adopts,
  law,
  publishes,
  finding,
  report,
  figure,
  warns,
  warning,
  danger,
  special,
  launches,
  sum,
  one_case,
  post,
  event,
  speaks,
  gathering,
  manner,
  puts_to_use,
  body,
  special_paper,
  interprets,
  own_news,
  drive,
  started,
  notice,
  convenes,
  session,
  takes_place,
  press,
  tasks,
  no_tasks,
  period,
  deed,
  indicator,
  opens,
  aside,
  count_
};

[[nodiscard]] const std::vector<std::string_view>& words_of(Told cls);
[[nodiscard]] bool holds(std::string_view text, Told cls);
[[nodiscard]] bool ends_with(std::string_view text, Told cls);

// The words of lexicon/kind/headings.tsv: what a part's heading says of the items below it.
struct Heading {
  std::string_view word, kind;
  double weight = 0;
};
[[nodiscard]] const std::vector<Heading>& heading_words();
// The kind of an item about a paper of that title, by lexicon/kind/papers.tsv; else legislation.
[[nodiscard]] std::string_view paper_kind(std::string_view title);

}  // namespace guanlan::kind
