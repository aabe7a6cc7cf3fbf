// List markers (序号) in running text and at the head of paragraphs, and the runs they make:
// 一是…二是… · 一要…二要… · (1)…(2)… · 1.…2.… · 第一,…第二,… · 首先…其次… · 一个是…一个是…
#pragma once

#include <cstdint>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::enumerations {

// 是, 要, (1), (一), 1., 一、, 第一, 一个是, 挑战一.
enum class MarkerKind : std::uint8_t {
  shi,
  yao,
  bracket,
  han_bracket,
  point,
  comma,
  ordinal,
  one_is,
  noun,
  count_
};

struct Marker {
  MarkerKind kind{};
  int ordinal = 0;
  Span span;
};

// The markers of the body, in order.
[[nodiscard]] std::vector<Marker> markers(const Passage& passage);

struct Run {
  std::uint32_t begin = 0;  // of the first marker
  std::uint32_t end = 0;    // behind the last marker
  int count = 0;
};

// Runs of at least two markers of one kind that count up from one, ascending by begin. Linear in
// the numerals.
[[nodiscard]] std::vector<Run> marker_runs(const Passage& passage);

}  // namespace guanlan::enumerations
