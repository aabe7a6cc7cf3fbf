#include "read/html_list.h"

#include "read/html_style.h"
#include "read/numbering.h"
#include "text/utf8.h"

namespace guanlan::html {
namespace {

constexpr int kMaxNumber = 100'000;

bool unmarked(const GumboNode& node) {
  return style(node, "list-style").find("none") != std::string::npos ||
         style(node, "list-style-type") == "none";
}

// The format that a list's type or style asks for: '1', 'a', 'A', 'i', 'I', or 'c' for Chinese.
char list_type(const GumboNode& list) {
  const std::string css = style(list, "list-style-type");
  if (css.starts_with("cjk") || css.find("chinese") != std::string::npos) return 'c';
  if (css == "lower-alpha" || css == "lower-latin") return 'a';
  if (css == "upper-alpha" || css == "upper-latin") return 'A';
  if (css == "lower-roman") return 'i';
  if (css == "upper-roman") return 'I';
  const std::string_view type = attribute(list, "type");
  return type.size() == 1 && std::string_view("1aAiI").find(type[0]) != std::string_view::npos
             ? type[0]
             : '1';
}

bool brings_number(std::string_view text) {
  std::size_t at = 0;
  int digits = 0;
  while (at < text.size()) {
    const utf8::Decoded d = utf8::decode(text, at);
    const bool opens = at == 0 && (d.cp == '(' || d.cp == 0xFF08 || d.cp == 0x7B2C);  // （ 第
    if (d.cp >= 0x2460 && d.cp <= 0x249B) return true;                                // ① ⑴ ⒈
    const bool numeral =
        utf8::is_digit(d.cp) || (d.cp >= 0xFF10 && d.cp <= 0xFF19) ||
        std::u32string_view(U"一二三四五六七八九十百").find(d.cp) != std::u32string_view::npos;
    if (!opens && !numeral) {
      return digits > 0 &&
             std::u32string_view(U".．、)）条章").find(d.cp) != std::u32string_view::npos;
    }
    if (numeral && ++digits > 4) return false;
    at += d.size;
  }
  return false;
}

}  // namespace

ListNumbers::ListNumbers(const GumboNode& list)
    : numbered_(tag(list) == GUMBO_TAG_OL && !unmarked(list)),
      type_(list_type(list)),
      value_(number(list, "start", 1, kMaxNumber)) {}

std::string ListNumbers::next(const GumboNode& item) {
  value_ = number(item, "value", value_, kMaxNumber);
  const int value = value_++;
  if (!numbered_ || unmarked(item)) return {};
  switch (type_) {
    case 'a':
      return format_number(value, NumberFormat::lower_letter) + ".";
    case 'A':
      return format_number(value, NumberFormat::upper_letter) + ".";
    case 'i':
      return format_number(value, NumberFormat::lower_roman) + ".";
    case 'I':
      return format_number(value, NumberFormat::upper_roman) + ".";
    case 'c':
      return format_number(value, NumberFormat::chinese) + "、";
    default:
      return std::to_string(value) + ".";
  }
}

std::string with_number(std::string_view number, std::string_view text) {
  if (number.empty() || brings_number(text)) return std::string(text);
  const bool gap = number.back() == '.';
  return std::string(number) + (gap ? " " : "") + std::string(text);
}

}  // namespace guanlan::html
