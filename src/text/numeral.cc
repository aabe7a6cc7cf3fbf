#include "text/numeral.h"

#include <cmath>
#include <cstdlib>

#include "text/utf8.h"

namespace guanlan {
namespace {

int han_digit(char32_t cp) {
  switch (cp) {
    case U'零': case U'〇': case U'○': return 0;
    case U'一': case U'壹': return 1;
    case U'二': case U'贰': case U'两': return 2;
    case U'三': case U'叁': return 3;
    case U'四': case U'肆': return 4;
    case U'五': case U'伍': return 5;
    case U'六': case U'陆': return 6;
    case U'七': case U'柒': return 7;
    case U'八': case U'捌': return 8;
    case U'九': case U'玖': return 9;
    default: return -1;
  }
}

double multiplier(char32_t cp) {
  switch (cp) {
    case U'十': case U'拾': return 10;
    case U'廿': return 20;
    case U'卅': return 30;
    case U'百': case U'佰': return 100;
    case U'千': case U'仟': return 1000;
    case U'万': case U'萬': return 1e4;
    case U'亿': case U'億': return 1e8;
    default: return 0;
  }
}

bool vague(char32_t cp) { return cp == U'余' || cp == U'多' || cp == U'几' || cp == U'来'; }

// A cursor over code points that stays within [at, limit).
struct Cursor {
  std::string_view text;
  std::uint32_t at, limit;

  [[nodiscard]] char32_t peek() const { return at < limit ? utf8::decode(text, at).cp : 0; }
  char32_t next() {
    const auto d = utf8::decode(text, at);
    at += d.size;
    return d.cp;
  }
};

// 万 / 亿 / 百万 … after a number, with 余 or 多 in front of them: 3000余万.
void read_scale(Cursor& c, Numeral& n) {
  Cursor probe = c;
  Approx approx = Approx::none;
  if (vague(probe.peek())) {
    probe.next();
    approx = Approx::over;
  }
  double scale = 1;
  while (multiplier(probe.peek()) >= 100) scale *= multiplier(probe.next());
  if (scale == 1) return;
  n.value *= scale;
  n.form = NumeralForm::mixed;
  n.approx = approx;
  c = probe;
}

// 1,500: groups of three behind commas.
bool read_thousands(Cursor& c, std::string& digits) {
  Cursor probe = c;
  if (probe.peek() != ',') return false;
  probe.next();
  std::string group;
  while (utf8::is_digit(probe.peek())) group += static_cast<char>(probe.next());
  if (group.size() != 3) return false;
  digits += group;
  c = probe;
  return true;
}

std::optional<Numeral> arabic(Cursor c) {
  const std::uint32_t begin = c.at;
  if (begin > 0) {
    const char32_t before = utf8::decode_before(c.text, begin).cp;
    if (utf8::is_digit(before) || utf8::is_latin(before) || before == '_') return {};
    if (before == '.' && begin > 1 && utf8::is_digit(utf8::decode_before(c.text, begin - 1).cp)) return {};
  }
  std::string digits;
  while (utf8::is_digit(c.peek())) digits += static_cast<char>(c.next());
  Numeral n;
  n.leading_zero = digits.size() > 1 && digits[0] == '0';
  if (digits.size() <= 3) {
    while (read_thousands(c, digits)) {
    }
  }
  Cursor probe = c;
  if (probe.peek() == '.') {
    probe.next();
    std::string fraction;
    while (utf8::is_digit(probe.peek())) fraction += static_cast<char>(probe.next());
    if (!fraction.empty() && fraction.size() < 16) {
      if (probe.peek() == '.' && probe.at + 1 < probe.limit && utf8::is_digit(static_cast<unsigned char>(c.text[probe.at + 1]))) return {};
      digits += '.' + fraction;
      n.decimals = static_cast<std::uint8_t>(fraction.size());
      c = probe;
    }
  }
  if (digits.size() > 24) return {};
  n.value = std::strtod(digits.c_str(), nullptr);
  read_scale(c, n);
  n.span = {begin, c.at};
  return n;
}

// Reads 三百零五万 by the usual two-level scheme: sections of 万 and 亿.
struct Han {
  double total = 0, section = 0, digit = 0;
  bool has_digit = false, any = false;
  double last_unit = 0;

  void add(double d) { digit = d; has_digit = any = true; }
  void scale(double m) {
    any = true;
    if (m < 1e4) {
      section += (has_digit ? digit : 1) * m;
    } else if (m == 1e8) {
      total = (total + section + digit == 0 ? 1 : total + section + digit) * m;
      section = 0;
    } else {
      total += (section + digit == 0 ? 1 : section + digit) * m;
      section = 0;
    }
    digit = 0;
    has_digit = false;
    last_unit = m;
  }
  [[nodiscard]] double value() const { return total + section + digit; }
};

bool fraction_after_point(Cursor& c, Numeral& n) {
  Cursor probe = c;
  if (probe.peek() != U'点') return false;
  probe.next();
  double place = 0.1, sum = 0;
  int count = 0;
  while (han_digit(probe.peek()) >= 0 && count < 12) {
    sum += han_digit(probe.next()) * place;
    place /= 10;
    ++count;
  }
  if (count == 0) return false;
  n.value += sum;
  n.decimals = static_cast<std::uint8_t>(count);
  c = probe;
  return true;
}

// A run of bare digits: 二〇二四. Two digits that are not zero (三四) are a range, not a number.
std::optional<Numeral> digit_by_digit(Cursor c) {
  Numeral n;
  n.form = NumeralForm::han_digits;
  const std::uint32_t begin = c.at;
  int count = 0;
  bool zero = false;
  while (han_digit(c.peek()) >= 0 && c.peek() != U'两' && count < 16) {
    const int d = han_digit(c.next());
    n.value = n.value * 10 + d;
    zero = zero || d == 0;
    ++count;
  }
  if (count < 2 || (count == 2 && !zero) || multiplier(c.peek()) > 0) return {};
  n.span = {begin, c.at};
  return n;
}

std::optional<Numeral> han(Cursor c) {
  if (auto run = digit_by_digit(c)) return run;
  Numeral n;
  n.form = NumeralForm::han;
  const std::uint32_t begin = c.at;
  Han h;
  for (;;) {
    const char32_t cp = c.peek();
    if (const int d = han_digit(cp); d >= 0 && !(h.has_digit && h.digit != 0)) {
      h.add(d);
    } else if (const double m = multiplier(cp); m > 0) {
      if (h.last_unit > 0 && m < 1e4 && m >= h.last_unit && !h.has_digit) break;
      h.scale(m);
    } else if (h.any && vague(cp)) {  // 三十余万, 十几万
      Cursor probe = c;
      probe.next();
      if (multiplier(probe.peek()) < 1e4) break;
      n.approx = Approx::over;
    } else {
      break;
    }
    c.next();
  }
  if (!h.any) return {};
  n.value = h.value();
  if (fraction_after_point(c, n)) {
    if (multiplier(c.peek()) >= 1e4) n.value *= multiplier(c.next());
  }
  n.span = {begin, c.at};
  return n;
}

std::optional<Numeral> percent(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr std::string_view kPer = "百分之";
  if (!text.substr(at).starts_with(kPer)) return {};
  const auto inner = numeral_at(text, at + static_cast<std::uint32_t>(kPer.size()), limit);
  if (!inner) return {};
  Numeral n = *inner;
  n.form = NumeralForm::percent;
  n.span.begin = at;
  return n;
}

std::optional<Numeral> indefinite(Cursor c) {
  const std::uint32_t begin = c.at;
  const char32_t lead = c.peek();
  if (lead != U'数' && lead != U'几' && lead != U'上' && lead != U'若') return {};
  c.next();
  if (lead == U'若') {
    if (c.peek() != U'干') return {};
    c.next();
  } else {
    int units = 0;
    while (multiplier(c.peek()) > 0) {
      c.next();
      ++units;
    }
    if (units == 0) return {};
  }
  Numeral n;
  n.form = NumeralForm::indefinite;
  n.span = {begin, c.at};
  return n;
}

}  // namespace

bool begins_numeral(char32_t cp) {
  return utf8::is_digit(cp) || han_digit(cp) >= 0 || multiplier(cp) > 0 || cp == U'数' ||
         cp == U'几' || cp == U'上' || cp == U'若';
}

std::optional<Numeral> numeral_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  Cursor c{text, at, limit};
  const char32_t first = c.peek();
  if (!begins_numeral(first)) return {};
  if (utf8::is_digit(first)) return arabic(c);
  if (first == U'百') {
    if (auto per = percent(text, at, limit)) return per;
  }
  if (auto some = indefinite(c)) return some;
  if (han_digit(first) >= 0 || multiplier(first) > 0) return han(c);
  return {};
}

std::optional<double> numeral_value(std::string_view text) {
  const auto n = numeral_at(text, 0, static_cast<std::uint32_t>(text.size()));
  if (!n || n->span.end != text.size() || n->form == NumeralForm::indefinite) return {};
  return n->value;
}

}  // namespace guanlan
