#include "stats/cell.h"

#include <cstdlib>

#include "stats/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

bool is_footnote(char32_t cp) {
  return (cp >= U'①' && cp <= U'⓿') || cp == U'¹' || cp == U'²' || cp == U'³' ||
         (cp >= 0x2070 && cp <= 0x2079) || cp == '*' || cp == U'※' || cp == U'†';
}

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// 1,234,567: groups of three behind the first.
bool grouped(std::string_view text, char mark) {
  std::size_t at = text.find(mark);
  if (at == 0 || at > 3 || !digits_only(text.substr(0, at))) return false;
  while (at != std::string_view::npos) {
    const std::size_t next = text.find(mark, at + 1);
    const std::string_view group =
        text.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
    if (group.size() != 3 || !digits_only(group)) return false;
    at = next;
  }
  return true;
}

struct Parsed {
  CellKind kind = CellKind::text;
  double value = 0;
  int decimals = 0;
};

Parsed plain(std::string digits) {
  const std::size_t point = digits.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : digits.size() - point - 1;
  return {CellKind::number, std::strtod(digits.c_str(), nullptr), static_cast<int>(decimals)};
}

std::string without(std::string_view text, char mark) {
  std::string out(text);
  std::erase(out, mark);
  return out;
}

// Digits with marks of grouping and of decimals; `text` is not empty.
Parsed number(std::string_view text) {
  if (text.find_first_not_of("0123456789., ") != std::string_view::npos) return {};
  const std::size_t comma = text.rfind(','), dot = text.rfind('.'), blank = text.find(' ');
  const bool has_comma = comma != std::string_view::npos, has_dot = dot != std::string_view::npos;
  const std::string_view whole = text.substr(0, has_dot ? dot : text.size());
  const std::string_view decimals = has_dot ? text.substr(dot + 1) : std::string_view();
  if (has_comma && has_dot && comma > dot) return {CellKind::ambiguous};  // 1.234,5
  if (has_dot && !digits_only(decimals)) return {};
  if (blank != std::string_view::npos) {  // 1 234,5
    const std::size_t mark = has_dot ? dot : has_comma ? comma : text.size();
    if (has_dot && has_comma) return {CellKind::ambiguous};
    if (!grouped(text.substr(0, mark), ' ')) return {};
    std::string digits = without(text.substr(0, mark), ' ');
    if (mark < text.size()) digits += "." + std::string(text.substr(mark + 1));
    return plain(std::move(digits));
  }
  if (has_comma) {
    if (!grouped(whole, ',')) return {CellKind::ambiguous};
    return plain(without(text, ','));
  }
  if (whole.empty() || !digits_only(whole)) return {};
  return plain(std::string(text));
}

// A sign or word of direction in front: its sign; the rest in `text`.
int take_sign(std::string_view& text, bool& moved) {
  for (const auto& [mark, sign] : {std::pair<std::string_view, int>{"↑", 1}, {"↓", -1}}) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    moved = true;
    return sign;
  }
  for (const std::string_view minus : {"-", "−", "–", "－"}) {
    if (!text.starts_with(minus)) continue;
    text.remove_prefix(minus.size());
    return -1;
  }
  if (text.starts_with("+")) return text.remove_prefix(1), 1;
  if (const Word word = prefix(Cue::direction, text)) {
    text.remove_prefix(word.size());
    return word.value == "-1" ? -1 : 1;
  }
  return 1;
}

// The printed unit behind the digits; what is left in `text`.
std::string take_unit(std::string_view& text) {
  if (text.starts_with("第")) text.remove_prefix(std::string_view("第").size());
  const std::size_t end = text.find_first_not_of("0123456789., ");
  if (end == std::string_view::npos || end == 0) return {};
  std::string unit(text.substr(end));
  text = text.substr(0, end);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return unit;
}

bool is_unit(std::string_view unit) {
  for (const std::string_view known : {"%", "‰", "个百分点", "位", "名", "万", "亿", "万亿"}) {
    if (unit == known) return true;
  }
  return unit.empty();
}

}  // namespace

std::string clean_cell(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_blank(cp) || cp == '\n') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!utf8::is_invisible(cp)) {
      utf8::append(out, cp);
    }
  }
  while (out.size() > 1) {
    const auto d = utf8::decode_before(out, out.size());
    const std::size_t open = out.rfind('[');
    if (is_footnote(d.cp) || d.cp == ' ') {
      out.erase(out.size() - d.size);
    } else if (d.cp == ']' && open != std::string::npos && open > 0 && out.size() - open <= 5) {
      out.resize(open);
    } else {
      break;
    }
  }
  return out == " " ? std::string() : out;
}

CellValue read_cell(std::string_view printed) {
  const std::string cell = clean_cell(printed);
  if (cell.empty() || is(Cue::no_value, cell))
    return CellValue{CellKind::no_value, 0, 0, {}, false};
  std::string_view rest = cell;
  CellValue out;
  const int sign = take_sign(rest, out.moved);
  out.unit = take_unit(rest);
  if (rest.empty() || !is_unit(out.unit)) return {};
  const Parsed parsed = number(rest);
  out.kind = parsed.kind;
  out.value = sign * parsed.value;
  out.decimals = parsed.decimals;
  return out;
}

}  // namespace guanlan::stats
