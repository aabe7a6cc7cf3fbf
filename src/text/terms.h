// terms: how a text is cut for searching.
//
// Widths and case are folded, traditional characters become simplified ones. A run of Chinese
// characters (kana, hangul, ①) gives a term for each character: the character with its successor,
// the last one alone; so every stretch of two or more characters is a row of neighbouring terms,
// and a single character is the beginning of a term. A run of letters and digits is one term.
// Everything else separates. Characters that print nothing are not there.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "guanlan/span.h"

namespace guanlan {

enum class TermClass : std::uint8_t { separator, ideograph, word, invisible };

struct SearchCharacter {
  char32_t cp;  // folded
  TermClass cls;
};
[[nodiscard]] SearchCharacter search_character(char32_t cp);
[[nodiscard]] std::string search_folded(std::string_view text);  // character by character

struct Term {
  std::string_view text;  // folded; valid during the call
  Span span;              // of the characters that it stands for
  Span first;             // of the first of them
};
// Calls f(Term) in order until it returns false. Where `more_may_follow`, the text is a piece of a
// longer one: its last run gives no term for its last character alone, unless that is all there is.
void each_term(std::string_view text, bool more_may_follow,
               const std::function<bool(const Term&)>& f);
// Whether such a piece ends in a run of a single Chinese character: its last term is then only the
// beginning of the terms that are meant.
[[nodiscard]] bool ends_in_single_character(std::string_view text);

}  // namespace guanlan
