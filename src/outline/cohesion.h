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
  explicit Cohesion(std::string_view text) : text_(text) {}

  void begin_report() {
    ++report_;
    added_.clear();
  }
  void add(Span part) { added_.push_back(part); }
  // Share, by weight, of the pairs of `part` that the report has so far; 0..1.
  [[nodiscard]] double likeness(Span part) const;
  // Share of the pairs of `words` that occur in `part` – a headline and its report.
  [[nodiscard]] double cover(Span words, Span part);

 private:
  void count() const;
  template <class F>
  void pairs(Span part, F&& f) const;

  static constexpr std::size_t kSlots = 1u << 18;
  std::string_view text_;
  // Made and brought up to date when somebody asks: most documents are read without.
  mutable std::vector<std::uint16_t> counts_;
  mutable std::vector<std::uint32_t> stamps_;  // slot → the report that had it last
  mutable std::vector<std::uint32_t> marks_;   // the same for cover()
  mutable std::vector<Span> added_;            // of the report, not yet in stamps_
  std::uint32_t report_ = 1;
  std::uint32_t mark_ = 0;
};

}  // namespace guanlan::outlining
