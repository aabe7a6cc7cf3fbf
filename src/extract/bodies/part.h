// One part of a passage (title or body) as the parser of bodies walks it.
#pragma once

#include <span>
#include <string_view>

#include "guanlan/passage.h"
#include "text/stands.h"

namespace guanlan::bodies {

[[nodiscard]] bool is_latin(std::string_view text);  // begins with a Latin letter

class Part {
 public:
  Part(const Passage& passage, Span span);  // its title or its body

  [[nodiscard]] const Passage& passage() const { return passage_; }
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] std::span<const Hit> hits() const { return names_.all(); }
  [[nodiscard]] std::span<const Hit> at(std::uint32_t offset) const {
    return names_.at(offset);
  }  // longest first
  // The hits that begin at or after the offset.
  [[nodiscard]] std::span<const Hit> from(std::uint32_t offset) const {
    return names_.from(offset);
  }
  [[nodiscard]] bool in_book(std::uint32_t offset) const;
  // Whether the span is a part of a short quotation, of a name: 义乌 in “义乌购”.
  [[nodiscard]] bool in_short_quote(Span span) const;  // inside 《》

  [[nodiscard]] bool looking_at(std::uint32_t offset, std::string_view word) const {
    return offset + word.size() <= span_.end && stands(passage_.text, offset, word);
  }
  [[nodiscard]] bool looking_back(std::uint32_t offset, std::string_view word) const {
    return offset >= span_.begin + word.size() && stands(passage_.text, offset - word.size(), word);
  }
  // The word of `words` that stands at the offset; empty: none.
  template <class List>
  [[nodiscard]] std::string_view one_of(std::uint32_t offset, const List& words) const {
    for (const std::string_view word : words) {
      if (looking_at(offset, word)) return word;
    }
    return {};
  }
  [[nodiscard]] std::string_view next(
      std::uint32_t offset) const;  // the character there; may be empty
  [[nodiscard]] std::string_view before(
      std::uint32_t offset) const;  // the character that ends there
  [[nodiscard]] std::string_view of(Span s) const { return s.of(passage_.text); }

 private:
  const Passage& passage_;
  Span span_;
  const PlacedHits& names_;
  std::span<const Bracket> brackets_;
};

}  // namespace guanlan::bodies
