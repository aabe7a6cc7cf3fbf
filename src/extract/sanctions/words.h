// The words of lexicon/sanctions.tsv in a passage, and the quantities beside them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::sanctions {

enum class Pattern : std::uint8_t { act, object, frame };

// What must stand with an act for it to count.
struct Need {
  enum Kind : std::uint8_t {
    none,
    amount,
    duration,
    count,
    next,
    thing,
    imposed,
    judged,
    notified,
    headline,
    order,
    given
  };
  Kind kind = none;
  std::string_view object;  // the class of object, for Kind::thing
  bool counted = false;     // and a count with it
};

struct Row {
  Pattern pattern{};
  std::string_view type;
  std::vector<Need> needs;  // of an act: any one is enough
};

// A word found: the longest at its place, with every row that has it, acts first and else in the
// table's order. The rows stand in `Words`.
struct Word {
  Span span;
  std::span<const Row* const> rows;

  [[nodiscard]] bool is(Pattern pattern) const { return rows.front()->pattern == pattern; }
  [[nodiscard]] bool is(Pattern pattern, std::string_view type) const;
};

// A number with its unit.
struct Quantity {
  enum Kind : std::uint8_t { count, money, duration };
  Span span;
  Kind kind = count;
  double value = 0;           // money in its currency, durations in years
  std::string_view currency;  // ISO 4217 for the common ones, else the unit as printed
  std::string_view unit;
  bool bounded = false;  // 以下, 以上: the words of a law
};

struct Words {
  std::shared_ptr<const std::vector<Row>> table;  // what the words point to
  std::vector<const Row*> rows;                   // those of the words, one word behind another
  std::vector<Word> words;                        // the body's, ascending
  std::vector<Quantity> quantities;               // the body's, ascending
};

[[nodiscard]] Words read_words(const Passage& passage, Span part);

}  // namespace guanlan::sanctions
