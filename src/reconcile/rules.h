// One file a family of rules; each looks at one figure in the ledger and says what became of it.
#pragma once

#include "reconcile/ledger.h"

namespace guanlan::reconciling {

using Lines = std::vector<Reconciled>;

void parts(const Ledger& ledger, const Entry& total, Lines& out);       // parts.cc
void share(const Ledger& ledger, const Entry& share, Lines& out);       // shares.cc
void change(const Ledger& ledger, const Entry& change, Lines& out);     // changes.cc: yoy, mom
void increase(const Ledger& ledger, const Entry& added, Lines& out);    // changes.cc: new
void cumulative(const Ledger& ledger, const Entry& total, Lines& out);  // changes.cc
void slip(const Ledger& ledger, const Entry& total, Lines& out);        // sources.cc
void restated(const Ledger& ledger, const Entry& entry, Lines& out);    // sources.cc

// A line about `subject`.
[[nodiscard]] Reconciled line(std::string_view rule, const Entry& subject);
// What follows from the others held against what is printed: agrees or differs, with the sum.
[[nodiscard]] Reconciled judged(std::string_view rule, const Entry& subject, Interval right,
                                const std::string& sum, const std::vector<const Entry*>& others);
[[nodiscard]] Reconciled missing(std::string_view rule, const Entry& subject, Bilingual why);

}  // namespace guanlan::reconciling
