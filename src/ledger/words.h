// The words of the ledger (lexicon/ledger/words.tsv) in a sentence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan::ledger {

enum class Class : std::uint8_t { deed, thing, whole, unit, plan, undone, count_ };

// A spelling with what it says in each class that has it.
struct Entry {
  std::array<std::string_view, static_cast<std::size_t>(Class::count_)> ids;
  std::uint8_t classes = 0;
};

struct Word {
  Span span;
  const Entry* entry = nullptr;

  [[nodiscard]] bool is(Class cls) const {
    return (entry->classes >> static_cast<int>(cls) & 1) != 0;
  }
  [[nodiscard]] std::string_view id(Class cls) const {
    return entry->ids[static_cast<std::size_t>(cls)];
  }
};

// The longest word at each place, from left to right, without overlaps. Adds to `out`.
void find_words(std::string_view text, Span part, std::vector<Word>& out);

// What holds of all that a deed or thing names, by its id (head of the table).
enum class Trait : std::uint8_t { flow, stock, case_sum, case_work, anyone, suffered, count_ };
[[nodiscard]] bool has(std::string_view id, Trait trait);

// Words around a figure, its noun or a date (head of the table), longest first.
enum class Group : std::uint8_t {
  link,
  number_of,
  state,
  lead,
  goes_on,
  as_of,
  until,
  since,
  total,
  count_
};
[[nodiscard]] std::span<const std::string_view> group(Group group);

// Whether it measures time, which counts nothing.
[[nodiscard]] bool is_time(std::string_view unit);
// What a unit counts by itself: persons for 人; empty: it does not tell.
[[nodiscard]] std::string_view thing_of_unit(std::string_view unit);

}  // namespace guanlan::ledger
