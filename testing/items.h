// Invented monthlies as they come out of reading, record by record, without the reading: for stores
// of a million items. Seeded; the same seed gives the same bytes on every machine.
//
// Titles, bodies and values are put together from invented clauses and the words of the lexicon;
// every value stands where its span says. How often a clause comes follows Zipf's law, so that
// there are commonest words, common ones and rare ones.
#pragma once

#include <cstdint>
#include <memory>

#include "guanlan/store.h"

namespace guanlan::testing {

class ItemGenerator {
 public:
  explicit ItemGenerator(std::uint32_t seed);
  ~ItemGenerator();
  ItemGenerator(const ItemGenerator&) = delete;
  ItemGenerator& operator=(const ItemGenerator&) = delete;

  // The next file, of so many items.
  [[nodiscard]] Reading next(int items);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guanlan::testing
