#include "text/numeral.h"

#include <cmath>
#include <cstdlib>

#include "text/utf8.h"

namespace guanlan {
namespace {

int han_digit(char32_t cp) {
  switch (cp) {
    case U'零':
    case U'〇':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'贰':
    case U'两':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

double multiplier(char32_t cp) {
  switch (cp) {
    case U'十':
    case U'拾':
      return 10;
    case U'廿':
      return 20;
    case U'卅':
      return 30;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'万':
    case U'萬':
      return 1e4;
    case U'亿':
    case U'億':
      return 1e8;
    default:
      return 0;
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

// 80.26 × 1亿 as the decimal that it is, not as the product of two binary fractions.
double times_scale(double value, double scale, int decimals) {
  double places = 1;
  for (int i = 0; i < decimals; ++i) places *= 10;
  return std::round(value * places) * scale / places;
}

// 万 / 亿 / 百万 … after a number, with 余 or 多 in front of them: 3000余万. The scale, or 1.
double read_scale(Cursor& c, Numeral& n) {
  Cursor probe = c;
  Approx approx = Approx::none;
  if (vague(probe.peek())) {
    probe.next();
    approx = Approx::over;
  }
  double scale = 1;
  while (multiplier(probe.peek()) >= 100 && scale < 1e12) scale *= multiplier(probe.next());
  if (scale == 1) return 1;
  n.value = times_scale(n.value, scale, n.decimals);
  n.form = NumeralForm::mixed;
  n.approx = approx;
  c = probe;
  return scale;
}

// 1,500: groups of three behind commas.
bool read_thousands(Cursor& c, std::string& digits) {
  Cursor probe = c;
  if (probe.peek() != ',') return false;
  probe.next();
  std::string group;
  while (utf8::is_digit(probe.peek()) && group.size() < 4) group += static_cast<char>(probe.next());
  if (group.size() != 3) return false;
  digits += group;
  c = probe;
  return true;
}

// What stands before Arabic digits makes them part of a word or code (IPv6, 1.2.3), except a
// word in Latin letters before a count: APP15款.
bool inside_word(const Cursor& c) {
  if (c.at == 0) return false;
  const char32_t before = utf8::decode_before(c.text, c.at).cp;
  if (utf8::is_digit(before) || before == '_') return true;
  if (before == '.') return c.at > 1 && utf8::is_digit(utf8::decode_before(c.text, c.at - 1).cp);
  if (!utf8::is_latin(before)) return false;
  Cursor probe = c;
  while (utf8::is_digit(probe.peek())) probe.next();
  const char32_t unit = probe.peek();
  return unit != U'款' && unit != U'个' && unit != U'家' && unit != U'起' && unit != U'名';
}

enum class Point : std::uint8_t { none, decimal, version, list };

// The decimals behind a point. `version`: further points follow (1.2.3, 2024.4.12). `list`: the
// point ends a list number before a year (1.2024年).
Point read_decimals(Cursor& c, std::string& digits, Numeral& n) {
  Cursor probe = c;
  if (probe.peek() != '.') return Point::none;
  probe.next();
  std::string fraction;
  while (utf8::is_digit(probe.peek()) && fraction.size() < 16) {
    fraction += static_cast<char>(probe.next());
  }
  if (fraction.empty() || fraction.size() == 16) return Point::none;
  if (probe.peek() == '.') {
    Cursor after = probe;
    after.next();
    if (utf8::is_digit(after.peek())) return Point::version;
  }
  if (fraction.size() == 4 && probe.peek() == U'年') return Point::list;
  digits += '.' + fraction;
  n.decimals = static_cast<std::uint8_t>(fraction.size());
  c = probe;
  return Point::decimal;
}

bool looks_like_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// 1亿2000万, 3万5000: a smaller scale goes on, or digits that fill the places; 140万13岁 is two.
void read_rest(Cursor& c, Numeral& n, double scale) {
  if (scale < 1e4 || !utf8::is_digit(c.peek())) return;
  Cursor probe = c;
  std::string digits;
  while (utf8::is_digit(probe.peek()) && digits.size() < 8)
    digits += static_cast<char>(probe.next());
  Numeral rest;
  rest.value = std::strtod(digits.c_str(), nullptr);
  if (utf8::is_digit(probe.peek()) || probe.peek() == '.' || probe.peek() == U'年') return;
  const bool scaled = read_scale(probe, rest) > 1;
  const std::size_t places = scale >= 1e8 ? 8 : 4;
  if (!scaled && digits.size() != places) return;
  if (rest.value >= scale) return;
  n.value += rest.value;
  c = probe;
}

std::optional<Numeral> arabic(Cursor c) {
  if (inside_word(c)) return {};
  const std::uint32_t begin = c.at;
  std::string digits;
  while (utf8::is_digit(c.peek()) && digits.size() < 25) digits += static_cast<char>(c.next());
  if (digits.size() > 24) return {};
  Numeral n;
  n.leading_zero = digits.size() > 1 && digits[0] == '0';
  if (digits.size() <= 3) {
    while (digits.size() < 24 && read_thousands(c, digits)) {
    }
  }
  if (read_decimals(c, digits, n) == Point::version && !looks_like_year(digits)) return {};
  n.value = std::strtod(digits.c_str(), nullptr);
  const double scale = read_scale(c, n);
  read_rest(c, n, scale);
  n.span = {begin, c.at};
  return n;
}

// Reads 三百零五万 by the usual two-level scheme: sections of 万 and 亿.
struct Han {
  double total = 0, section = 0, digit = 0;
  bool has_digit = false, any = false;
  double last_unit = 0;

  void add(double d) {
    digit = d;
    has_digit = any = true;
  }
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
    if (multiplier(c.peek()) >= 1e4)
      n.value = times_scale(n.value, multiplier(c.next()), n.decimals);
  }
  n.span = {begin, c.at};
  return n;
}

// 拾, 陆, 伍 alone are words and surnames; 伍元 and 伍拾万 are sums.
bool formal_digit_alone(std::string_view text, const Numeral& n) {
  constexpr std::string_view kFormal = "拾佰仟壹贰叁肆伍陆柒捌玖";
  const std::string_view word = n.span.of(text), next = text.substr(n.span.end, 3);
  return word.size() == 3 && kFormal.find(word) != std::string_view::npos && next != "元" &&
         next != "圆";
}

std::optional<Numeral> plain(Cursor c) {
  const char32_t first = c.peek();
  if (utf8::is_digit(first)) return arabic(c);
  if (han_digit(first) >= 0 || multiplier(first) > 0) return han(c);
  return {};
}

// After a Chinese number: 三分之一, 百分之三点五; 一半.
Numeral with_fraction(std::string_view text, std::uint32_t limit, const Numeral& whole) {
  constexpr std::string_view kParts = "分之", kHalf = "半";
  const std::string_view rest = text.substr(whole.span.end, limit - whole.span.end);
  Numeral n = whole;
  if (rest.starts_with(kParts) && whole.value > 0) {
    const auto top =
        plain({text, whole.span.end + static_cast<std::uint32_t>(kParts.size()), limit});
    if (!top) return whole;
    const bool percent = whole.value == 100;
    n = *top;
    n.form = percent ? NumeralForm::percent : NumeralForm::fraction;
    if (!percent) n.value = top->value / whole.value;
    n.span.begin = whole.span.begin;
  } else if (rest.starts_with(kHalf) && whole.value == 1 && whole.span.size() == 3) {
    n.value = 0.5;
    n.form = NumeralForm::fraction;
    n.span.end += static_cast<std::uint32_t>(kHalf.size());
  }
  return n;
}

// 半年, 半个月, 半小时, 半数; not 上半年, 半导体.
std::optional<Numeral> half(Cursor c) {
  const std::uint32_t begin = c.at;
  if (begin > 0) {
    const char32_t before = utf8::decode_before(c.text, begin).cp;
    for (const char32_t word : {U'上', U'下', U'前', U'后', U'大', U'多', U'过'}) {
      if (before == word) return {};
    }
  }
  c.next();
  const std::string_view rest = c.text.substr(c.at, c.limit - c.at);
  Numeral n{{begin, c.at}, 0.5, NumeralForm::fraction};
  for (const std::string_view unit : {"年", "个月", "个小时", "小时", "天", "个世纪"}) {
    if (rest.starts_with(unit)) return n;
  }
  if (!rest.starts_with("数") || rest.starts_with("数据")) return {};
  n.span.end += 3;
  return n;
}

// 上百, 上万, 上千亿: at least that many; not the end of 网上, 以上.
std::optional<Numeral> upward(Cursor c) {
  const std::uint32_t begin = c.at;
  if (begin > 0) {
    const char32_t before = utf8::decode_before(c.text, begin).cp;
    for (const char32_t word : {U'网', U'线', U'以', U'马', U'会', U'场', U'身', U'路', U'早',
                                U'晚', U'史', U'台', U'库', U'端', U'之'}) {
      if (before == word) return {};
    }
  }
  c.next();
  double value = 1;
  while (multiplier(c.peek()) >= 100 && value < 1e12) value *= multiplier(c.next());
  if (value == 1) return {};
  Numeral n{{begin, c.at}, value, NumeralForm::han};
  n.approx = Approx::over;
  return n;
}

// 数十, 几百万, 若干.
std::optional<Numeral> indefinite(Cursor c) {
  Numeral n;
  n.form = NumeralForm::indefinite;
  n.span.begin = c.at;
  if (c.next() == U'若') {
    if (c.next() != U'干') return {};
  } else {
    const std::uint32_t from = c.at;
    while (multiplier(c.peek()) > 0) c.next();
    if (c.at == from) return {};
  }
  n.span.end = c.at;
  return n;
}

}  // namespace

bool begins_numeral(char32_t cp) {
  return utf8::is_digit(cp) || han_digit(cp) >= 0 || multiplier(cp) > 0 || cp == U'数' ||
         cp == U'几' || cp == U'上' || cp == U'若' || cp == U'半';
}

std::optional<Numeral> numeral_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  const Cursor c{text, at, limit};
  switch (c.peek()) {
    case U'数':
    case U'几':
    case U'若':
      return indefinite(c);
    case U'上':
      return upward(c);
    case U'半':
      return half(c);
    default:
      break;
  }
  if (utf8::is_digit(c.peek())) return arabic(c);
  const auto n = plain(c);
  if (!n || formal_digit_alone(text, *n)) return {};
  return with_fraction(text, limit, *n);
}

std::optional<double> numeral_value(std::string_view text) {
  const auto n = numeral_at(text, 0, static_cast<std::uint32_t>(text.size()));
  if (!n || n->span.end != text.size() || n->form == NumeralForm::indefinite) return {};
  return n->value;
}

std::string chinese_numeral(int n) {
  static constexpr std::string_view kDigits[] = {"零", "一", "二", "三", "四",
                                                 "五", "六", "七", "八", "九"};
  static constexpr std::pair<int, std::string_view> kPlaces[] = {
      {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
  if (n < 0 || n > 9999) return std::to_string(n);
  if (n == 0) return std::string(kDigits[0]);
  std::string out;
  bool gap = false;
  for (const auto& [place, name] : kPlaces) {
    const int digit = n / place % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += kDigits[0];
    gap = false;
    if (digit != 1 || place != 10 || !out.empty()) out += kDigits[digit];  // 十二, but 一百一十二
    out += name;
  }
  return out;
}

}  // namespace guanlan
