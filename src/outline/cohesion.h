// Cohesion: whether a text goes on with the words of the report before it, by pairs of Chinese
// characters (after Hearst's TextTiling). Rare pairs weigh more.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan::outlining {

class Cohesion {
 public:
  // Counts the pairs of the whole text once.
  explicit Cohesion(std::string_view text);

  void begin_report() { ++report_; }
  void add(Span part);
  // Share, by weight, of the pairs of `part` that the report has so far; 0..1.
  [[nodiscard]] double likeness(Span part) const;
  // Share of the pairs of `words` that occur in `part` – a headline and its report.
  [[nodiscard]] double cover(Span words, Span part);

 private:
  template <class F>
  void pairs(Span part, F&& f) const;

  static constexpr std::size_t kSlots = 1u << 18;
  std::string_view text_;
  std::vector<std::uint16_t> counts_;
  std::vector<std::uint32_t> stamps_;  // slot → the report that had it last
  std::vector<std::uint32_t> marks_;   // the same for cover()
  std::uint32_t report_ = 1;
  std::uint32_t mark_ = 0;
};

}  // namespace guanlan::outlining
