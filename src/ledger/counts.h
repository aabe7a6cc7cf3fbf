// What a figure counts (数什么): the noun beside its number and what was done to it.
//
//   抓获犯罪嫌疑人124人              the noun stands before its number
//   抓获110余名涉案人员              or behind it
//   行政拘留6人, 124人被抓获          or only the deed is printed
//   侦破刑事案件3起,行政案件12起      a deed goes on to hold in the next clause
//   涉案金额约合人民币1.12亿多元     deed and thing in one word
//   用户总数达到6131万户             nothing was done
#pragma once

#include "ledger/sentence.h"

namespace guanlan::ledger {

struct Counted {
  LedgerEntry::Counts counts;
  Span deed;             // the words of what was done; empty: nothing
  bool planned = false;  // it is wanted, possible or threatened
  bool stated = false;   // 为, 达到 stands between: the noun is told how large it is
  std::uint32_t lead_begin = 0, lead_end = 0;  // the words before the number, without 共, 达到, 约
};

// `before` is what the figure before in the sentence counts; null: this is the first.
[[nodiscard]] Counted read_counts(std::string_view text, const Sentence& sentence,
                                  std::size_t figure, const Counted* before);

// The noun phrase that ends with the words from `begin` to `end`: its thing, and the words without
// what only leads to them (了, 各类, 其中).
void set_noun(std::string_view text, const Sentence& sentence, Span words,
              LedgerEntry::Counts& out);

}  // namespace guanlan::ledger
