// Passage: the text of one item as the extractors see it – scanned once, for all dimensions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guanlan/gazetteer.h"
#include "guanlan/lexicon.h"
#include "guanlan/outline.h"
#include "guanlan/span.h"

namespace guanlan {

// How a number is written; grammars differ in what they accept.
enum class NumeralForm : std::uint8_t {
  digits,      // 1500, 1,500, 1.2
  han,         // 十二, 三百零五, 伍拾
  han_digits,  // 二〇二四: digit by digit
  mixed,       // 1.2万, 3000余万, 2千: digits with a Chinese multiplier
  percent,     // 百分之三点五
  fraction,    // 三分之一, 一半, 半 (before a unit): value below one
  indefinite,  // 数十, 几百, 若干: no value
};

enum class Approx : std::uint8_t { none, over, about, nearly, under };
[[nodiscard]] std::string_view name(Approx approx);  // "over" …; empty for none

// 数词. The qualifier that stands inside the numeral (3000余万) is part of it; one that stands
// before (近, 超过) or after (余, 多, 以上) is read by the quantity grammar.
struct Numeral {
  Span span;
  double value = 0;
  NumeralForm form = NumeralForm::digits;
  Approx approx = Approx::none;  // from 余/多/几 inside the numeral
  std::uint8_t decimals = 0;     // digits printed after the point
  bool leading_zero = false;     // 007: a code, not a count
};

// 《…》, “…”, （…）: a matched pair; `inner` without the marks.
enum class Mark : std::uint8_t { book, quote, paren, square };
struct Bracket {
  Span span;
  Span inner;
  Mark mark{};
  std::uint8_t depth = 0;  // 0: not inside another pair of the same mark
};

// What the whole document tells an item. Computed once a document, from titles and the beginnings
// of bodies.
struct Setting {
  PlaceId home = kNoPlace;  // the province or city that 我省, 本市, 省公安厅 mean; kNoPlace: none
  std::string reason;  // "河南省 in 31 of 49 items"
};
[[nodiscard]] Setting survey(std::string_view text, const Issue& issue, const Lexicon& lexicon);

// The hits of one part of a passage, found by their place.
class PlacedHits {
 public:
  PlacedHits() = default;
  PlacedHits(Span part, std::vector<Hit> hits);  // ascending by begin, all in the part

  [[nodiscard]] std::span<const Hit> all() const { return hits_; }
  // Those that begin at the offset, longest first; those that begin there or behind.
  [[nodiscard]] std::span<const Hit> at(std::uint32_t offset) const {
    const std::size_t first = index(offset);
    std::size_t last = first;
    while (last < hits_.size() && hits_[last].span.begin == offset) ++last;
    return all().subspan(first, last - first);
  }
  [[nodiscard]] std::span<const Hit> from(std::uint32_t offset) const {
    return all().subspan(index(offset));
  }

 private:
  static constexpr std::uint32_t kBlock = 16;  // bytes of text
  [[nodiscard]] std::size_t index(std::uint32_t offset) const {
    if (offset <= part_.begin) return 0;
    if (offset >= part_.end) return hits_.size();
    std::size_t i = first_[(offset - part_.begin) / kBlock];
    while (i < hits_.size() && hits_[i].span.begin < offset) ++i;
    return i;
  }

  Span part_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t>
      first_;  // of every block of the part: its first hit, or the first one behind it
};

struct Passage {
  std::string_view text;  // the document's whole clean text; all spans are into it
  Span title;
  Span body;
  IssueDate issue;
  const Lexicon* lexicon = nullptr;
  const Issue* document = nullptr;   // may be null (a bare text)
  const Item* item = nullptr;        // may be null
  const Setting* setting = nullptr;  // may be null
  // Those of the title first, then those of the body; each part ascending by begin. (A headline may
  // stand after its body in the text.)
  std::vector<Hit> hits;
  // Of the classes that names of bodies and organisations are made of, without those that a stopper
  // takes.
  PlacedHits title_names, body_names;
  std::vector<Numeral> numerals;
  std::vector<Bracket> brackets;
  std::vector<Span> sentences;  // cut at 。！？； and line ends, marks included; title is the first

  [[nodiscard]] std::string_view of(Span span) const { return span.of(text); }
};

[[nodiscard]] Passage scan(std::string_view text, Span title, Span body, const IssueDate& issue,
                           const Lexicon& lexicon);

}  // namespace guanlan
