// A small set of characters, for passing over the others of a text: those of three bytes – Chinese
// ones and their punctuation – are told by two of them, so that one look at 512 bytes decides.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace guanlan {

class FewCharacters {
 public:
  // The first character of `text`; one of another length than three bytes is never passed over.
  void add(std::string_view text) {
    if (is_three(text, 0)) may_.set(place(text, 0));
  }
  // The first place at or behind `at`, where a character begins, with one that may be of the set;
  // `end` at most.
  [[nodiscard]] std::size_t skip(std::string_view text, std::size_t at, std::size_t end) const {
    while (at + 3 <= end && is_three(text, at) && !may_[place(text, at)]) at += 3;
    return at;
  }
  [[nodiscard]] std::size_t skip(std::string_view text, std::size_t at) const {
    return skip(text, at, text.size());
  }

 private:
  [[nodiscard]] static bool is_three(std::string_view text, std::size_t at) {
    return at + 3 <= text.size() && (text[at] & 0xF0) == 0xE0;
  }
  [[nodiscard]] static std::size_t place(std::string_view text, std::size_t at) {
    return static_cast<std::size_t>(text[at + 1] & 63) << 6 |
           static_cast<std::size_t>(text[at + 2] & 63);
  }
  std::bitset<64 * 64> may_;
};

}  // namespace guanlan
