// The unit (量词, 单位) behind a numeral, by the longest word of lexicon/units.tsv that fits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "guanlan/passage.h"

namespace guanlan::quantities {

struct Unit {
  Span span;                 // the printed unit: 元, 个月, 部/百户
  std::uint32_t end;         // behind it and what belongs to it (个多月, 个批次, 百万级)
  std::string_view name;     // canonical
  std::string_view printed;  // what the record shows: 元 for 人民币, 批次 for 个批次
  double scale = 1;          // of money in 元
  double plus = 0;           // 两年半: 0.5
  Approx approx = Approx::none;  // from 多 inside it: 一个多月
  bool structural = false, part = false, duration = false, rare = false, money = false;
};

// Finds units in the body (or title) of one passage. Linear in the hits when the places asked for
// go forward.
class Units {
 public:
  Units(const Passage& passage, Span part);

  // The unit that begins at `at`. None for words that never count (级, 号) and where a longer word
  // stands (条件).
  [[nodiscard]] std::optional<Unit> at(std::uint32_t at);
  // Whether a word for parts of a text stands at `at`: 三方面, 九部门.
  [[nodiscard]] bool structural_at(std::uint32_t at);
  // Whether a noun for a text's own part (方面, 阶段, 举措) stands within the words from `at` on,
  // before 的 or a mark: 三个重点环节.
  [[nodiscard]] bool part_follows(std::uint32_t at);

 private:
  [[nodiscard]] std::size_t first(std::uint32_t at);  // the first hit that begins there or later
  [[nodiscard]] std::optional<Unit> plain(std::uint32_t at);
  [[nodiscard]] bool another_word(const Hit& hit) const;
  void widen(Unit& unit);

  const Passage& p_;
  const Span part_;
  const WordTable& table_;
  int class_, scale_, flags_, unless_;
  std::size_t cursor_ = 0, first_ = 0;
};

}  // namespace guanlan::quantities
