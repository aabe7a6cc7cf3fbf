// reconcile: do the figures of a month fit together, and with those of the months before?
//
// The arithmetic is that of proofreading (check): a printed number stands for everything that
// rounds to it, so that nothing is reported that rounding explains.
#pragma once

#include <string>
#include <vector>

#include "guanlan/check.h"
#include "guanlan/observations.h"

namespace guanlan {

enum class Agreement : std::uint8_t { agrees, differs, unchecked };
[[nodiscard]] std::string_view name(Agreement agreement);

// What was held against each other, as printed.
struct Quotation {
  std::string file;
  std::int64_t document = 0;  // 0: not stored
  int entry = 1;
  RawSpan place;
  std::string text;
};

// The rules: parts.indicator, parts.operator, parts.region · share.whole · growth.previous ·
// new.total · cumulative · rank.move · unit.slip · restated; and those of check (table.figure …).
struct Reconciled {
  std::string rule;
  Agreement agreement = Agreement::unchecked;
  std::string indicator, period, region, operator_name;
  Bilingual detail;  // the sum; what is missing
  double off = 0;    // how much the printed value is above what follows from the others
  std::string unit;  // of `off`
  std::vector<Quotation> quotations;
};

// Of one document, against itself and what is stored; `store` may be null. In reading order.
[[nodiscard]] Result<std::vector<Reconciled>> reconcile(const Document& document,
                                                        const ObservationStore* store);
// The part of it that looks at figures only, without proofreading the document.
[[nodiscard]] Result<std::vector<Reconciled>> against_stored(const Document& document,
                                                             const ObservationStore& store);
// Of all that is stored of a month: 2020-08.
[[nodiscard]] Result<std::vector<Reconciled>> reconcile(const ObservationStore& store,
                                                        const std::string& month);

}  // namespace guanlan
