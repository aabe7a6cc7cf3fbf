#include <algorithm>
#include <array>

#include "extract/identifiers/identifiers.h"
#include "extract/near.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kLongestIssuer = 60;  // bytes: 机关代字

bool starts(std::string_view text, std::uint32_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}
bool ends(std::string_view text, std::uint32_t at, std::string_view word) { return text.substr(0, at).ends_with(word); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// 2024 or 2024年 with blanks around: four digits of a year, nothing else.
bool is_year(std::string_view inner) {
  while (inner.starts_with(" ")) inner.remove_prefix(1);
  while (inner.ends_with(" ")) inner.remove_suffix(1);
  return inner.size() == 4 && (inner.starts_with("19") || inner.starts_with("20")) && is_ascii_digit(inner[2]) && is_ascii_digit(inner[3]);
}

// 4号, 第4号, 第四号 at `at`: its end, or `at`.
std::uint32_t number_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr std::string_view kHan = "〇零一二三四五六七八九十百";
  std::uint32_t i = at;
  const auto blanks = [&] { while (i < limit && text[i] == ' ') ++i; };
  blanks();
  if (starts(text, i, "第")) i += 3;
  blanks();
  const std::uint32_t digits = i;
  while (i < limit) {
    if (is_ascii_digit(text[i])) ++i;
    else if (i + 3 <= limit && static_cast<unsigned char>(text[i]) >= 0xE0 && kHan.find(text.substr(i, 3)) != std::string_view::npos) i += 3;
    else break;
  }
  if (i == digits || i - digits > 18) return at;
  if (i < limit && text[i] == '-' ) {  // 4-1号
    ++i;
    while (i < limit && is_ascii_digit(text[i])) ++i;
  }
  blanks();
  return starts(text, i, "号") ? i + 3 : at;
}

// Words that stand before an issuer's code and are no part of it.
constexpr std::array<std::string_view, 35> kBefore = {
    "根据", "依据", "按照", "依照", "印发", "文号", "文件", "发文字号", "字号", "通知", "公告", "意见", "决定", "以", "为", "是", "的", "了", "见",
    "编号", "第", "和", "及", "与", "等", "号", "发布", "下发", "由", "将", "对", "在", "从", "据", "有"};

// The code before 〔2024〕: 豫5G办, 国信办发文, (工信)罚字; backwards over characters, numbers and letters.
std::uint32_t issuer_begin(std::string_view text, std::uint32_t at, std::uint32_t low) {
  std::uint32_t i = at;
  while (i > low && text[i - 1] == ' ') --i;
  const std::uint32_t end = i;
  const std::uint32_t floor = std::max(low, end > kLongestIssuer ? end - kLongestIssuer : 0);
  while (i > floor) {
    const auto d = utf8::decode_before(text, i);
    if (!utf8::is_han(d.cp) && !utf8::is_digit(d.cp) && !utf8::is_latin(d.cp) && d.cp != ' ') break;
    i -= d.size;
  }
  while (i < end && text[i] == ' ') ++i;
  std::string_view code = text.substr(i, end - i);
  std::uint32_t begin = i;
  for (std::string_view word : kBefore) {
    const auto found = code.rfind(word);
    if (found != std::string_view::npos && found + word.size() < code.size()) begin = std::max(begin, i + static_cast<std::uint32_t>(found + word.size()));
  }
  return begin;
}

std::string without_blanks(std::string_view words) {
  std::string out(words);
  std::erase(out, ' ');
  std::erase(out, '\n');
  return out;
}

bool is_filing(std::string_view code) {
  return code.ends_with("备") || code.find("ICP") != std::string_view::npos || code.ends_with("证") || code.find("网信算备") != std::string_view::npos || code.find("公网安备") != std::string_view::npos;
}

// 发文字号 around a bracket with a year.
void read_bracketed(const Passage& p, const Bracket& b, std::vector<IdentifierMention>& out) {
  if (!is_year(p.of(b.inner))) return;
  const Span part = part_of(p, b.span.begin);
  const std::uint32_t end = number_end(p.text, b.span.end, std::min(part.end, b.span.end + 40));
  if (end == b.span.end) return;
  const std::uint32_t begin = issuer_begin(p.text, b.span.begin, part.begin);
  const std::string_view code = p.text.substr(begin, b.span.begin - begin);
  if (code.size() < 3 || is_filing(code)) return;
  out.push_back({{begin, end}, IdentifierKind::doc_number, without_blanks(p.text.substr(begin, end - begin)), {"identifier.doc-number", b.span}});
}

// The number of an order or announcement: the word (公告, 令, 通告), the year if printed, 第N号.
struct Numbered {
  Span span;
  std::string value;
};

// 公告2024年第24号 · 公告(2024年第24号) · 公告2024年24号; the word ends at `at`.
bool read_announcement(const Passage& p, std::uint32_t word, std::uint32_t at, Numbered& out) {
  const std::uint32_t limit = std::min(part_of(p, word).end, at + 60);
  std::uint32_t i = at;
  while (i < limit && (p.text[i] == ' ' || p.text[i] == '\n')) ++i;
  const bool paren = i < limit && (p.text[i] == '(' || p.text[i] == '[' || starts(p.text, i, "〔"));
  if (paren) i += p.text[i] == '(' || p.text[i] == '[' ? 1 : 3;
  std::string year;
  if (i + 4 <= limit && is_year(p.text.substr(i, 4))) {
    std::uint32_t k = i + 4;
    while (k < limit && p.text[k] == ' ') ++k;
    if (starts(p.text, k, "年")) {
      year = std::string(p.text.substr(i, 4)) + "年";
      i = k + 3;
    }
  }
  const bool ordinal = starts(p.text, i, "第") || (i < limit && p.text[i] == ' ' && starts(p.text, i + 1, "第"));
  if (!ordinal && year.empty()) return false;
  std::uint32_t end = number_end(p.text, i, limit);
  if (end == i) return false;
  const std::string number = without_blanks(p.text.substr(i, end - i));
  if (paren) {
    const bool closes = end < limit && (p.text[end] == ')' || p.text[end] == ']' || starts(p.text, end, "〕"));
    if (!closes) return false;
    end += p.text[end] == ')' || p.text[end] == ']' ? 1 : 3;
  }
  out = {{word, end}, std::string(p.text.substr(word, at - word)) + year + number};
  return true;
}

// Who gives an order is part of its number: 国务院令第790号.
std::uint32_t order_issuer(const Passage& p, std::uint32_t at) {
  const std::uint32_t low = std::max(part_of(p, at).begin, at > 60 ? at - 60 : 0);
  const Hit* body = ending_at(p, WordClass::authority, at, low);
  if (body != nullptr) return body->span.begin;
  for (std::string_view word : {"国务院", "主席", "总理", "省人民政府", "市人民政府"}) {
    if (at >= low + word.size() && starts(p.text, at - static_cast<std::uint32_t>(word.size()), word)) return at - static_cast<std::uint32_t>(word.size());
  }
  return at;
}

constexpr std::array<std::string_view, 4> kWords = {"公告", "通告", "令", "通报"};

void read_numbered(const Passage& p, const Numeral& n, std::vector<IdentifierMention>& out) {
  const Span part = p.title.contains(n.span.begin) ? p.title : p.body;
  // 2024年第24号公告, 第15号令
  if (n.span.begin >= 3 && starts(p.text, n.span.begin - 3, "第") && starts(p.text, n.span.end, "号")) {
    for (std::string_view word : kWords) {
      if (!starts(p.text, n.span.end + 3, word)) continue;
      std::uint32_t begin = n.span.begin - 3;
      if (begin >= part.begin + 7 && starts(p.text, begin - 3, "年") && is_year(p.text.substr(begin - 7, 4))) begin -= 7;
      const auto end = n.span.end + 3 + static_cast<std::uint32_t>(word.size());
      out.push_back({{begin, end}, IdentifierKind::doc_number, without_blanks(p.text.substr(begin, end - begin)), {"identifier.order-number", {n.span.end + 3, end}}});
      return;
    }
  }
  // 公告2024年第24号: found from its first numeral
  std::uint32_t i = n.span.begin;
  if (i >= part.begin + 3 && starts(p.text, i - 3, "第")) i -= 3;
  while (i > part.begin && (p.text[i - 1] == ' ' || p.text[i - 1] == '\n')) --i;
  if (i > part.begin && (p.text[i - 1] == '(' || p.text[i - 1] == '[')) --i;
  else if (i >= part.begin + 3 && starts(p.text, i - 3, "〔")) i -= 3;
  while (i > part.begin && (p.text[i - 1] == ' ' || p.text[i - 1] == '\n')) --i;
  for (std::string_view word : kWords) {
    if (i < part.begin + word.size() || !starts(p.text, i - static_cast<std::uint32_t>(word.size()), word)) continue;
    const auto at = i - static_cast<std::uint32_t>(word.size());
    Numbered number;
    if (!read_announcement(p, at, i, number)) return;
    if (word == "令") {
      const std::uint32_t issuer = order_issuer(p, at);
      for (std::string_view other : {"责", "口", "勒", "指", "司", "命", "法"}) {
        if (ends(p.text, at, other)) return;
      }
      number.value = without_blanks(p.text.substr(issuer, at - issuer)) + number.value;
      number.span.begin = issuer;
    }
    out.push_back({number.span, IdentifierKind::doc_number, number.value, {"identifier.order-number", {at, i}}});
    return;
  }
}

}  // namespace

void find_document_numbers(const Passage& passage, std::vector<IdentifierMention>& out) {
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::square || b.mark == Mark::paren) read_bracketed(passage, b, out);
  }
  std::vector<IdentifierMention> orders;
  for (const Numeral& n : passage.numerals) {
    if (!orders.empty() && orders.back().span.contains(n.span)) continue;
    read_numbered(passage, n, orders);
  }
  out.insert(out.end(), orders.begin(), orders.end());
}

}  // namespace guanlan
