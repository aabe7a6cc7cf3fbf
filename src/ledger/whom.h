// Of whom a figure tells (谁的): who did what is counted, or whose the amount is.
//
// Who did it is the last body or organisation before the deed; where its sentence names none, the
// one that the paragraph speaks of, else the only body of the item. Whose it is: the operator or
// the place before it, which holds until another is named. A sum that a case is about belongs to
// the case.
#pragma once

#include <vector>

#include "ledger/counts.h"
#include "stats/view.h"

namespace guanlan::ledger {

class Whom {
 public:
  Whom(const Passage& passage, const Mentions& done, const stats::View& view);

  // A sentence begins, of the paragraph that begins there.
  void enter(std::uint32_t paragraph);
  // Who did what is counted.
  [[nodiscard]] LedgerEntry::Whom doer(const Sentence& sentence, const Counted& counted);
  // Whose amount it is; `place`: which of the values of a list.
  [[nodiscard]] LedgerEntry::Whom owner(const Sentence& sentence, std::uint32_t at,
                                        std::size_t place);

 private:
  struct Candidate {
    Span span;
    std::string_view kind;    // authority body org
    std::string_view name;    // empty: as printed
    std::string_view domain;  // police, court …
    bool local = false;
    PlaceId place = kNoPlace;
  };
  void collect_bodies();
  void collect_generic();
  void collect_placed();
  [[nodiscard]] bool subject(const Candidate& candidate) const;
  [[nodiscard]] LedgerEntry::Whom named(const Candidate& candidate, std::size_t index) const;
  [[nodiscard]] const Candidate* last(std::uint32_t from, std::uint32_t until, bool orgs) const;
  [[nodiscard]] static Span case_before(const Sentence& sentence, std::uint32_t until);
  [[nodiscard]] LedgerEntry::Whom of_case(const Sentence& sentence, const Counted& counted) const;
  [[nodiscard]] LedgerEntry::Whom place_before(std::uint32_t from, std::uint32_t until,
                                               std::size_t place) const;

  const Passage& p_;
  const Mentions& m_;
  const stats::View& view_;
  std::vector<Candidate> all_;  // ascending
  std::uint32_t paragraph_ = 0;
  Span case_;                              // the last one that the paragraph names
  Span list_;                              // the words before the first value of a list
  std::vector<LedgerEntry::Whom> owners_;  // of the last amount
};

}  // namespace guanlan::ledger
