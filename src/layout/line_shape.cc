#include "layout/line_shape.h"

#include "text/fold.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {

bool closes_bracket(char32_t cp) { return cp == ')' || cp == ']' || cp == U'〕' || cp == U'】'; }

bool is_pair_end(char32_t cp) {
  constexpr std::u32string_view kEnds = U")]}》〉】〕〗”’";
  return kEnds.find(cp) != std::u32string_view::npos;
}

// 2020-03-25 18:20 某网: a day in figures, then a blank: when a page was put up.
static bool begins_with_day(std::string_view raw, const LineView& b) {
  if (b.first != '2') return false;
  const std::string head = folded_words(raw, b.words, 24);
  constexpr std::string_view kForm = "dddd-dd-dd ";
  if (head.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = utf8::is_digit(static_cast<unsigned char>(head[i]));
    if (kForm[i] == 'd' ? !digit : head[i] != kForm[i]) return false;
  }
  return true;
}

bool begins_apart(std::string_view raw, const LineView& b) {
  if (begins_with_day(raw, b)) return true;
  constexpr std::u32string_view kFirst = U"来导关附信责编发更成索作(【";
  if (kFirst.find(b.first) == std::u32string_view::npos) return false;
  const std::string head = folded(raw, b.words, 24);
  for (const std::string_view word :
       {"来源:", "导读:", "关键词:", "关键字:", "附件:", "附件1",
        "信息来源:", "发布时间:", "发布日期:", "发文日期:", "更新时间:", "成文日期:", "索引号:",
        "作者:", "责任编辑:", "编辑:", "(来源:", "【"}) {
    if (head.starts_with(word)) return true;
  }
  return false;
}

bool is_lone_day(std::string_view raw, const LineView& a) {
  if (a.last != U'日' || a.chars < 8 || a.chars > 20) return false;
  const std::string words = folded(raw, a.words, 80);
  constexpr std::u32string_view kOf = U"0123456789〇○零一二三四五六七八九十年月日";
  for (std::size_t at = 0; at < words.size();) {
    const auto d = utf8::decode(words, at);
    if (kOf.find(d.cp) == std::u32string_view::npos) return false;
    at += d.size;
  }
  return holds_word(words, "年");
}

bool ends_with_name(std::string_view raw, const LineView& a) {
  std::uint32_t at = a.words.end;
  std::size_t name = 0, blanks = 0;
  while (at > a.words.begin && name < 7) {
    const auto d = utf8::decode_before(raw, at);
    if (utf8::is_blank(d.cp)) break;
    if (!utf8::is_han(d.cp)) return false;
    at -= d.size;
    ++name;
  }
  while (at > a.words.begin && utf8::is_blank(utf8::decode_before(raw, at).cp)) {
    const auto d = utf8::decode_before(raw, at);
    blanks += d.cp == 0x3000 ? 2 : 1;
    at -= d.size;
  }
  return name >= 2 && name <= 4 && blanks >= 2 && at > a.words.begin;
}

bool ends_with_stop(std::string_view raw, const LineView& a) {
  char32_t cp = a.last;
  for (std::uint32_t at = a.words.end; at > a.words.begin;) {
    const auto d = utf8::decode_before(raw, at);
    at -= d.size;
    cp = fold(d.cp);
    if (!is_pair_end(cp) && !utf8::is_blank(d.cp)) break;
  }
  return cp == U'。' || cp == '!' || cp == '?' || cp == U'…';
}

bool ends_with_outlet(std::string_view raw, const LineView& a) {
  constexpr std::uint32_t kTail = 90;
  const Span last{a.words.size() > kTail ? a.words.end - kTail : a.words.begin, a.words.end};
  if (!holds_word(last.of(raw), "来源")) return false;
  const std::string tail = folded(raw, last, kTail);
  const auto at = tail.rfind("来源:");
  if (at == std::string::npos || at < 3) return false;
  const std::string_view before = std::string_view(tail).substr(0, at);
  return before.ends_with("。") || before.ends_with("!") || before.ends_with("”");
}

bool begins_report(std::string_view raw, const LineView& b) {
  if (!utf8::is_digit(b.first) &&
      std::u32string_view(U"近日今当").find(b.first) == std::u32string_view::npos)
    return false;
  const std::string head = folded(raw, b.words, 48);
  for (const std::string_view word : {"近日,", "日前,", "近期,", "今年以来,", "近年来,", "当前,"}) {
    if (head.starts_with(word)) return true;
  }
  std::size_t digits = 0;
  while (digits < head.size() && utf8::is_digit(static_cast<unsigned char>(head[digits]))) ++digits;
  const std::string_view rest = std::string_view(head).substr(digits);
  if (digits == 0 || digits > 4) return false;
  if (rest.starts_with("月") || rest.starts_with("日")) return true;
  const std::string_view year = rest.starts_with("年") ? rest.substr(3) : "";  // not 2024年度
  return !year.empty() &&
         (year.front() == ',' || utf8::is_digit(static_cast<unsigned char>(year.front())));
}

}  // namespace guanlan
