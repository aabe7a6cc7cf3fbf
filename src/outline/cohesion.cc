#include "outline/cohesion.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace guanlan::outlining {

template <class F>
void Cohesion::pairs(Span part, F&& f) const {
  char32_t before = 0;
  for (std::uint32_t at = part.begin; at < part.end;) {
    const auto d = utf8::decode(text_, at);
    at += d.size;
    const bool letter = utf8::is_han(d.cp) || utf8::is_latin(d.cp) || utf8::is_digit(d.cp);
    if (letter && before != 0) f((before * 0x9E3779B1u ^ d.cp * 0x85EBCA6Bu) >> 7 & (kSlots - 1));
    if (d.cp != '\n') before = letter ? d.cp : 0;  // a word may go on over a line of a headline
  }
}

void Cohesion::count() const {
  if (!counts_.empty()) return;
  counts_.resize(kSlots);
  stamps_.resize(kSlots);
  marks_.resize(kSlots);
  constexpr std::uint32_t kSample = 4u << 20;  // enough to know which pairs are common
  const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), kSample));
  pairs({0, size}, [&](std::size_t slot) {
    if (counts_[slot] < UINT16_MAX) ++counts_[slot];
  });
}

double Cohesion::likeness(Span part) const {
  count();
  for (const Span told : added_) pairs(told, [&](std::size_t slot) { stamps_[slot] = report_; });
  added_.clear();
  double all = 0, known = 0;
  pairs(part, [&](std::size_t slot) {
    const double weight = 1.0 / std::sqrt(1.0 + counts_[slot]);
    all += weight;
    if (stamps_[slot] == report_) known += weight;
  });
  return all > 0 ? known / all : 0;
}

double Cohesion::cover(Span words, Span part) {
  count();
  ++mark_;
  pairs(part, [&](std::size_t slot) { marks_[slot] = mark_; });
  double all = 0, known = 0;
  pairs(words, [&](std::size_t slot) {
    const double weight = 1.0 / std::sqrt(1.0 + counts_[slot]);
    all += weight;
    if (marks_[slot] == mark_) known += weight;
  });
  return all > 0 ? known / all : 0;
}

}  // namespace guanlan::outlining
