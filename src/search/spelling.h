// Words that a text could have meant: one slip away from what was typed, and in the index.
//
// The index holds pairs of Chinese characters and whole Latin words (text/terms.h), so a Chinese
// word is mended where its pairs break: another character, one too many, two in the wrong order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

// The terms of an index.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;
  [[nodiscard]] virtual bool has(std::string_view term) = 0;
  // f(term) for terms that begin so, in order, until it returns false.
  virtual void each(std::string_view beginning, const std::function<bool(std::string_view)>& f) = 0;
};

// Folded words near `word`, the likeliest slips first: a sound alike (心息 for 信息), then another
// character or two exchanged, then one too many. Each list may be empty; all are for a word that is
// whole.
[[nodiscard]] std::vector<std::vector<std::string>> respelled(std::string_view word,
                                                              Vocabulary& vocabulary);

}  // namespace guanlan
