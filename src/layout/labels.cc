#include "layout/labels.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan {
namespace {

int han_digit(char32_t cp) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const auto at = kDigits.find(cp);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

bool is_han_numeral(char32_t cp) { return han_digit(cp) >= 0 || cp == U'十' || cp == U'百'; }

// A reader over the beginning of a text.
struct Cursor {
  std::string_view text;
  std::uint32_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] char32_t peek() const { return done() ? 0 : utf8::decode(text, at).cp; }
  void next() { at += utf8::decode(text, at).size; }
  bool take(char32_t cp) {
    if (done() || peek() != cp) return false;
    next();
    return true;
  }
  bool take(std::string_view word) {
    if (text.substr(at, word.size()) != word) return false;
    at += static_cast<std::uint32_t>(word.size());
    return true;
  }
  void blanks() {
    while (!done() && utf8::is_blank(peek())) next();
  }
};

struct Number {
  int value = 0;
  Span span;
  bool han = false;
  bool zero = false;  // a leading zero
};

// 1–3 digits or a numeral below 200.
Number number_at(Cursor& c) {
  Number n;
  n.span.begin = c.at;
  if (utf8::is_digit(c.peek())) {
    n.zero = c.peek() == '0';
    int count = 0;
    while (utf8::is_digit(c.peek()) && ++count <= 3) {
      n.value = n.value * 10 + static_cast<int>(c.peek() - '0');
      c.next();
    }
    if (utf8::is_digit(c.peek())) n.value = 0;
  } else {
    int count = 0;
    while (is_han_numeral(c.peek()) && ++count <= 5) c.next();
    n.han = true;
    n.value = han_number(c.text.substr(n.span.begin, c.at - n.span.begin));
  }
  n.span.end = c.at;
  return n;
}

Label finish(Numbering style, const Number& n, Cursor c) {
  c.blanks();
  return {style, n.value, n.span, c.at};
}

// ① ⑴ ⒈ ㈠ Ⅳ and the like: one code point is the whole label.
Label enclosed(Cursor c) {
  const char32_t cp = c.peek();
  const auto label = [&](Numbering style, char32_t first) {
    Number n;
    n.value = static_cast<int>(cp - first) + 1;
    n.span.begin = c.at;
    c.next();
    n.span.end = c.at;
    if (!c.take(U'、') && style == Numbering::roman) c.take(U'.');
    return finish(style, n, c);
  };
  if (cp >= 0x2160 && cp <= 0x216B) return label(Numbering::roman, 0x2160);
  if (cp >= 0x2460 && cp <= 0x2473) return label(Numbering::circled, 0x2460);
  if (cp >= 0x2474 && cp <= 0x2487) return label(Numbering::digit_paren, 0x2474);
  if (cp >= 0x2488 && cp <= 0x249B) return label(Numbering::digit_dot, 0x2488);
  if (cp >= 0x2776 && cp <= 0x277F) return label(Numbering::circled, 0x2776);
  if (cp >= 0x3220 && cp <= 0x3229) return label(Numbering::han_paren, 0x3220);
  return {};
}

// (一) (1) 【1】
Label in_brackets(Cursor c) {
  const char32_t close = c.peek() == '(' ? U')' : U'】';
  c.next();
  c.blanks();
  const bool sample = c.take("典型案例") || c.take("案例");
  const Number n = number_at(c);
  c.blanks();
  if (n.value == 0 || !c.take(close)) return {};
  c.take(U'、');
  c.take(U'.');
  if (sample) return finish(Numbering::sample, n, c);
  if (close == U'】') return finish(Numbering::square, n, c);
  return finish(n.han ? Numbering::han_paren : Numbering::digit_paren, n, c);
}

// [01] 标题; not [1], which numbers a list of references.
Label padded_in_brackets(Cursor c) {
  c.next();
  const Number n = number_at(c);
  if (n.value == 0 || !n.zero || !c.take(U']')) return {};
  return finish(Numbering::padded, n, c);
}

// One past the place of `cp` in a row of signs, 0 for none.
int place_in(std::u32string_view row, char32_t cp) {
  const auto at = row.find(cp);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

// 壹、 甲、 but not 甲、乙双方
Label by_sign(Numbering style, std::u32string_view row, Cursor c) {
  Number n;
  n.value = place_in(row, c.peek());
  n.span.begin = c.at;
  c.next();
  n.span.end = c.at;
  if (!c.take(U'、') && !c.take(U'.')) return {};
  if (place_in(row, c.peek()) > 0) return {};
  return finish(style, n, c);
}

// I. II. IV. (Ⅳ folded): 0 for what is no such number below forty.
int roman_number(std::string_view text) {
  int total = 0, last = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    const int value = text[i] == 'I' ? 1 : text[i] == 'V' ? 5 : text[i] == 'X' ? 10 : 0;
    if (value == 0) return 0;
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total < 40 ? total : 0;
}

// I. 标题, A. 标题, A、标题; not A.I., A.某公司 in a row of names has no words to head.
Label by_letters(Cursor c) {
  Number n;
  n.span.begin = c.at;
  while (c.peek() >= 'A' && c.peek() <= 'Z' && c.at - n.span.begin < 6) c.next();
  n.span.end = c.at;
  const std::string_view letters = n.span.of(c.text);
  n.value = roman_number(letters);
  const bool roman = n.value > 0;
  if (!roman && letters.size() == 1) n.value = letters.front() - 'A' + 1;
  if (n.value == 0 || (!c.take(U'.') && !c.take(U'、'))) return {};
  c.blanks();
  const char32_t next = c.peek();
  if (!utf8::is_han(next) && next != U'《' && next != U'“') return {};
  return finish(roman ? Numbering::roman : Numbering::letter, n, c);
}

// 第一部分, 第二章, 第三条
Label ordinal(Cursor c) {
  c.next();
  c.blanks();
  const Number n = number_at(c);
  c.blanks();
  if (n.value == 0) return {};
  if (c.take("部分") || c.take("篇") || c.take("编") || c.take("版块") || c.take("板块")) {
    c.blanks();
    if (!c.take(U':')) c.take(U'、');
    return finish(Numbering::chapter, n, c);
  }
  if (c.take("章")) return finish(Numbering::section, n, c);
  if (c.take("节")) return finish(Numbering::subsection, n, c);
  if (c.take("条")) return finish(Numbering::article, n, c);
  return {};
}

// 案例一, 典型案例2:, 案例1.
Label sample(Cursor c) {
  c.take("典型");
  if (!c.take("案例") && !c.take("案件")) return {};
  c.blanks();
  const Number n = number_at(c);
  if (n.value == 0) return {};
  constexpr std::array<char32_t, 5> kAfter = {U':', U'、', U'.', U'|', U','};
  const std::uint32_t before = c.at;
  c.blanks();
  bool marked = c.at > before || c.done();
  for (const char32_t cp : kAfter) marked = c.take(cp) || marked;
  if (!marked && c.peek() != U'“' && c.peek() != U'《') return {};
  return finish(Numbering::sample, n, c);
}

// 一、二审 names two instances; it numbers nothing.
bool counts_on(const Number& n, Cursor c) {
  if (!n.han || han_digit(c.peek()) != n.value + 1) return false;
  c.next();
  constexpr std::u32string_view kAfter = U"审级线类期批手、";
  return kAfter.find(c.peek()) != std::u32string_view::npos;
}

// 2.2024年…, 3.5G网络…: the words behind the point begin with a year or the name of a network, and
// no decimal is meant.
bool words_begin_with_digits(Cursor c) {
  int count = 0;
  const char32_t first = c.peek();
  while (utf8::is_digit(c.peek())) {
    c.next();
    ++count;
  }
  if (count == 4) return (first == '1' || first == '2') && c.peek() == U'年';
  return count == 1 && first >= '3' && c.take(U'G') && utf8::is_han(c.peek());
}

// 1. 1、 1) 01 一、
Label plain(Cursor c) {
  const Number n = number_at(c);
  if (n.value == 0) return {};
  const std::uint32_t before = c.at;
  c.blanks();
  const bool blank = c.at > before;
  if (c.take(U'、')) {
    if (counts_on(n, c)) return {};
    return finish(n.han ? Numbering::han_comma : Numbering::digit_comma, n, c);
  }
  if (c.take(U'.')) {
    if (utf8::is_digit(c.peek()) && !words_begin_with_digits(c)) return {};
    return finish(n.han ? Numbering::han_comma : Numbering::digit_dot, n, c);
  }
  if (!n.han && c.take(U')')) return finish(Numbering::half_paren, n, c);
  const bool dated = blank && utf8::is_digit(c.peek());  // 02 2024年…
  const bool words = dated || utf8::is_han(c.peek()) || c.peek() == U'“' || c.peek() == U'《';
  constexpr std::u32string_view kUnits = U"年月日号时分点级款项版批期";
  const bool joined = n.span.size() == 2 && kUnits.find(c.peek()) == std::u32string_view::npos;
  if (n.zero && words && (blank || joined)) return finish(Numbering::padded, n, c);
  return {};
}

// NO.1, No. 1
Label numero(Cursor c) {
  c.next();
  if (!c.take(U'O') && !c.take(U'o')) return {};
  if (!c.take(U'.')) return {};
  c.blanks();
  const Number n = number_at(c);
  return n.value > 0 ? finish(Numbering::padded, n, c) : Label{};
}

constexpr std::u32string_view kFormal = U"壹贰叁肆伍陆柒捌玖拾";
constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";

bool is_bullet(char32_t cp) {
  return cp == 0x25A0 || cp == 0x25C6 || cp == 0x25CF || cp == 0x2605 || cp == 0x25B6 ||
         cp == 0x25BA || cp == 0x25AA || cp == 0x2022 || cp == 0x25CE || cp == 0x27A4 ||
         cp == 0x258C || cp == 0x258D || cp == 0x25B2 || cp == 0x25B3 || cp == 0x25B7 ||
         cp == 0x2606 || cp == 0x2756 || cp == 0x25C7 || cp == 0x25A1;
}

}  // namespace

int han_number(std::string_view text) {
  int total = 0, digit = -1;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    if (d.cp == U'十' || d.cp == U'百') {
      total += (digit < 0 ? 1 : digit) * (d.cp == U'十' ? 10 : 100);
      digit = -1;
    } else if (const int v = han_digit(d.cp); v >= 0) {
      digit = digit > 0 ? digit * 10 + v : v;
    } else {
      return 0;
    }
    any = true;
  }
  return any && total + (digit > 0 ? digit : 0) < 1000 ? total + (digit > 0 ? digit : 0) : 0;
}

Label read_label(std::string_view text) {
  Cursor c{text};
  c.blanks();
  if (c.done()) return {};
  const char32_t cp = c.peek();
  if (cp == '(' || cp == U'【') return in_brackets(c);
  if (cp == '[') return padded_in_brackets(c);
  if (cp == U'第') return ordinal(c);
  if (cp == U'案' || cp == U'典') return sample(c);
  if (utf8::is_digit(cp) || is_han_numeral(cp)) return plain(c);
  if (place_in(kFormal, cp) > 0) return by_sign(Numbering::formal, kFormal, c);
  if (place_in(kStems, cp) > 0) return by_sign(Numbering::stem, kStems, c);
  if (cp >= 0x2160 && cp <= 0x216B) return enclosed(c);
  if (cp >= 0x2460 && cp <= 0x3229) {
    if (!is_bullet(cp)) return enclosed(c);
    c.next();
    return finish(Numbering::bullet, {}, c);
  }
  if (is_bullet(cp)) {
    c.next();
    return finish(Numbering::bullet, {}, c);
  }
  if (cp == 'N' || cp == 'n') {
    if (const Label label = numero(c)) return label;
  }
  return cp >= 'A' && cp <= 'Z' ? by_letters(c) : Label{};
}

bool is_part_number(std::string_view line) {
  if (!line.starts_with("PART") && !line.starts_with("Part")) return false;
  line.remove_prefix(4);
  return !line.empty() && line.size() <= 4 &&
         line.find_first_not_of(" .0123456789") == std::string_view::npos;
}

}  // namespace guanlan
