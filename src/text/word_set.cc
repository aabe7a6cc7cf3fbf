#include "text/word_set.h"

#include <algorithm>

namespace guanlan {

template <class KeyOf>
WordSet::Buckets::Buckets(const std::vector<std::string_view>& words, KeyOf key_of)
    : words_(words) {
  std::erase_if(words_, [](std::string_view word) { return word.size() < kKey; });
  std::sort(words_.begin(), words_.end(), [&](std::string_view a, std::string_view b) {
    const std::size_t left = key_of(a), right = key_of(b);
    return left != right ? left < right : a.size() > b.size();
  });
  for (const std::string_view word : words_) ++starts_[key_of(word) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) {
    starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
  }
}

WordSet::WordSet(const std::vector<std::string_view>& words)
    : by_head_(words, [](std::string_view w) { return Buckets::slot(w[1], w[0]); }),
      by_tail_(words,
               [](std::string_view w) { return Buckets::slot(w[w.size() - 1], w[w.size() - 2]); }) {
  for (const std::string_view word : words) {
    if (word.size() < kKey) continue;
    heads_.add(word);
    tails_.add(word.substr(word.size() - utf8::decode_before(word, word.size()).size));
  }
}

}  // namespace guanlan
