// One sentence that holds figures, as the ledger reads it: its clauses, its words, its figures.
#pragma once

#include <vector>

#include "guanlan/mention.h"
#include "ledger/words.h"

namespace guanlan::ledger {

struct Sentence {
  Span span;
  std::vector<Span> clauses;                    // between , : ; and brackets; ascending
  std::vector<Word> words;                      // ascending, without overlaps
  std::vector<const QuantityMention*> figures;  // ascending

  [[nodiscard]] std::size_t clause_of(std::uint32_t at) const;
  // The last word of the class that ends by `until` and begins at or behind `from`, and not further
  // back than a clause is long (kReach); null: none.
  [[nodiscard]] const Word* last(Class cls, std::uint32_t from, std::uint32_t until) const;
  // The first of the class that begins at or behind `from`, by `until`.
  [[nodiscard]] const Word* first(Class cls, std::uint32_t from, std::uint32_t until) const;
  [[nodiscard]] const Word* ending_at(Class cls, std::uint32_t end, std::uint32_t from) const;
};

// Cuts the clauses; a comma inside a number is none.
void cut_clauses(std::string_view text, Sentence& sentence);

}  // namespace guanlan::ledger
