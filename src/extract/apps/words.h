// The words of lexicon/apps.tsv in a passage.
#pragma once

#include <cstdint>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::apps {

enum Use : std::uint16_t {
  name = 1,
  strong = 2,
  weak = 4,
  act = 8,
  store = 16,
  column = 32,
  vague = 64,
  ranked = 128,
  trade = 256,
  blame = 512
};

struct Word {
  Span span;
  std::uint16_t uses = 0;  // every use the word has
};

// The longest words of a passage, the title's first, each part ascending and free of overlaps.
class Words {
 public:
  explicit Words(const Passage& passage);

  [[nodiscard]] const std::vector<Word>& all() const { return words_; }
  // The word with one of the uses that begins (ends) exactly at `at`; null: none.
  [[nodiscard]] const Word* beginning_at(std::uint32_t at, std::uint16_t uses) const;
  [[nodiscard]] const Word* ending_at(std::uint32_t at, std::uint16_t uses) const;
  // The first (last) word with one of the uses inside the window.
  [[nodiscard]] const Word* first_in(Span window, std::uint16_t uses) const;
  [[nodiscard]] const Word* last_in(Span window, std::uint16_t uses) const;

 private:
  [[nodiscard]] std::vector<Word>::const_iterator from(std::uint32_t at) const;
  std::vector<Word> words_;
  std::size_t body_ = 0;  // index of the body's first
  Span title_;
};

}  // namespace guanlan::apps
