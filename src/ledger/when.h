// When a figure holds (何时): during a period, up to a day, or as of one.
//
//   8月份,…流量为…            during 2020-08
//   1-8月,…新增…              during 2020-01/2020-08
//   截至7月底,共破获…          up to 2022-07; of what only stands: as of it
//   自2023年12月以来,…累计…   up to the day of the report, from 2023-12
//   4月1日消息,…抓获…          up to 2024-04-01: it was done by then
//   4月1日,…通报,累计抓获…     up to 2024-04-01, cumulative; 今年累计…, 1-3月累计… stay periods
//   2025年,…达到90% of a plan  nothing
// A period of an amount holds until another is named, that of a deed to the end of its paragraph.
#pragma once

#include <vector>

#include "ledger/counts.h"

namespace guanlan::ledger {

class When {
 public:
  When(const Passage& passage, const Dates& dates) : p_(passage), dates_(dates) {}

  void enter(const Sentence& sentence, bool paragraph);
  // `flow`: it came about during a period; else it is a stock, counted at its end.
  [[nodiscard]] LedgerEntry::When amount(std::uint32_t at, bool flow);
  [[nodiscard]] LedgerEntry::When deed(const Sentence& sentence, const Counted& counted);

 private:
  struct Said {
    LedgerEntry::When when;
    bool as_of = false;  // 截至
    bool since = false;  // 以来
  };
  // What the sentence has said of time up to there; figures are asked for in their order.
  [[nodiscard]] Said said(std::uint32_t until);
  void take(const ToldDate& date, std::uint32_t until);
  [[nodiscard]] bool to_date(std::uint32_t until, Said& out) const;
  [[nodiscard]] const ToldDate* report(std::uint32_t before) const;
  [[nodiscard]] bool in_total(std::uint32_t until) const;

  const Passage& p_;
  const Dates& dates_;
  std::size_t next_ = 0;  // into dates_.told: the first that has not been taken
  Said said_;             // of this sentence
  std::string from_;
  const ToldDate* first_ = nullptr;  // of a range
  Span now_, since_, total_;         // 截至目前, 以来, 累计 in it; empty: not said
  Said holds_;                       // the last that was named
  bool same_paragraph_ = false, of_amount_ = false;  // where it was named, and of what
  Span sentence_;
};

}  // namespace guanlan::ledger
