// Spans: half-open byte ranges, the coordinates of everything Guanlan says.
//
// Two coordinate systems exist and never mix:
//   * raw   – bytes of Source::raw, the document's own decoded text (what `guanlan read --raw`
//   prints);
//   * clean – bytes of CleanText::text, the same text with typesetting undone and widths folded.
// Every stage after layout works in clean coordinates; CleanText::raw() leads back.
#pragma once

#include <cstdint>
#include <string_view>

namespace guanlan {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Span inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace guanlan
