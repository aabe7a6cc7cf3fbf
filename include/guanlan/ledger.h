// ledger: the figures of records as rows that can be selected and summed (docs/ledger.md).
//
// Works on stored records and on documents just read; what a figure counts is found by find_ledger
// (mention.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/record.h"

namespace guanlan {

struct LedgerRow {
  std::string file, title, kind, event_date;  // of the item
  std::int64_t item = 0;                      // the stored item's number, else n
  std::string noun, counts;                   // captured-persons; the words. Empty: not said
  std::string of_kind, of;
  std::vector<std::string> regions;  // of whom, where that is a place; else the item's
  std::string period_kind, from, until;
  bool cumulative = false;
  std::string comparison, direction, base, base_period;
  double value = 0;
  std::string unit, approx, text;
  RawSpan place;
};

// The figures of one record, in its order, with what is said of each.
[[nodiscard]] std::vector<LedgerRow> ledger_rows(std::string_view record);
// The same of an item just read, without its record.
[[nodiscard]] std::vector<LedgerRow> ledger_rows(const Document& document, std::size_t item);

struct LedgerQuery {
  std::string counts;  // noun, or words in what is counted; empty: any figure that counts something
  std::string of, region;    // words in the name, in a path
  std::string since, until;  // ISO prefixes: the end of the period lies within, both included
};
[[nodiscard]] bool matches(const LedgerRow& row, const LedgerQuery& query);

// Sums of a month: rows of one noun, of one body, in one unit. What is cumulative or holds at a
// moment is never added to anything: of such rows the last stands. Shares and changes are no
// amounts.
struct LedgerSum {
  std::string noun, of, month, unit;
  bool cumulative = false;  // or as of a moment
  double value = 0;
  bool approximate = false;         // one of the figures is
  std::vector<std::int64_t> items;  // ascending, each once
};
// A figure that an item tells twice, of the same value, is counted once.
[[nodiscard]] std::vector<LedgerSum> ledger_sums(const std::vector<LedgerRow>& rows);

}  // namespace guanlan
