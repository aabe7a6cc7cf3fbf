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

Cohesion::Cohesion(std::string_view text)
    : text_(text), counts_(kSlots), stamps_(kSlots), marks_(kSlots) {
  constexpr std::uint32_t kSample = 4u << 20;  // enough to know which pairs are common
  const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), kSample));
  pairs({0, size}, [&](std::size_t slot) {
    if (counts_[slot] < UINT16_MAX) ++counts_[slot];
  });
}

void Cohesion::add(Span part) {
  pairs(part, [&](std::size_t slot) { stamps_[slot] = report_; });
}

double Cohesion::likeness(Span part) const {
  double all = 0, known = 0;
  pairs(part, [&](std::size_t slot) {
    const double weight = 1.0 / std::sqrt(1.0 + counts_[slot]);
    all += weight;
    if (stamps_[slot] == report_) known += weight;
  });
  return all > 0 ? known / all : 0;
}

double Cohesion::cover(Span words, Span part) {
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
