// Number labels (序号): how a printed paragraph or heading is numbered.
//
// Accepted, in either width: 第一部分 第二章 · 案例一 典型案例2 【案例1】 · 一、 一. · （一） ㈠ ·
// 1. 1． ⒈ · 1、 · （1） ⑴ · 【1】 · 1） · ① · 01 标题 · [01] · NO.1 · 壹、 · 甲、 · Ⅰ. · A. 标题 ·
// ■ ◆ (a bullet: no value) · 第一条 (never a heading). 1.2024年…, 2.5G… are labels; a decimal
// (1.5亿), a date (1.5日), a version (1.2.3), two parties (甲、乙双方) or an initial (A.I.) is
// none. 1 标题 is one only where it counts (bare_numbers.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "guanlan/span.h"

namespace guanlan {

enum class Numbering : std::uint8_t {
  none,
  chapter,      // 第一部分
  section,      // 第一章
  subsection,   // 第一节
  formal,       // 壹、
  stem,         // 甲、
  roman,        // Ⅰ.
  letter,       // A.
  sample,       // 案例一
  han_comma,    // 一、
  han_paren,    // （一）
  digit_dot,    // 1.
  digit_comma,  // 1、
  digit_paren,  // （1）
  square,       // 【1】
  half_paren,   // 1）
  circled,      // ①
  padded,       // 01 标题, [01], NO.1
  bullet,       // ■
  article,      // 第一条
};

struct Label {
  Numbering style = Numbering::none;
  int value = 0;
  Span number;             // the printed number: 一, 4
  std::uint32_t size = 0;  // bytes up to the words that follow

  explicit operator bool() const { return style != Numbering::none; }
};

// The label at the beginning of folded text.
[[nodiscard]] Label read_label(std::string_view text);

// PART01, Part 2: the number of a part in a line of its own.
[[nodiscard]] bool is_part_number(std::string_view line);

// 一 … 九十九, 〇 as zero; 0 where `text` is not such a numeral.
[[nodiscard]] int han_number(std::string_view text);

}  // namespace guanlan
