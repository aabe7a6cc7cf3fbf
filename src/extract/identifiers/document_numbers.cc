#include <algorithm>
#include <array>

#include "extract/identifiers/identifiers.h"
#include "extract/near.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kLongestIssuer = 60;  // bytes: 机关代字

bool starts(std::string_view text, std::uint32_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}
bool ends(std::string_view text, std::uint32_t at, std::string_view word) {
  return text.substr(0, at).ends_with(word);
}
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// 2024 or 2024年 with blanks around: four digits of a year, nothing else.
bool is_year(std::string_view inner) {
  while (inner.starts_with(" ")) inner.remove_prefix(1);
  while (inner.ends_with(" ")) inner.remove_suffix(1);
  return inner.size() == 4 && (inner.starts_with("19") || inner.starts_with("20")) &&
         is_ascii_digit(inner[2]) && is_ascii_digit(inner[3]);
}

// 4号, 第4号, 第四号 at `at`: its end, or `at`.
std::uint32_t number_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr std::string_view kHan = "〇零一二三四五六七八九十百";
  std::uint32_t i = at;
  const auto blanks = [&] {
    while (i < limit && text[i] == ' ') ++i;
  };
  blanks();
  if (starts(text, i, "第")) i += 3;
  blanks();
  const std::uint32_t digits = i;
  while (i < limit) {
    if (is_ascii_digit(text[i]))
      ++i;
    else if (i + 3 <= limit && static_cast<unsigned char>(text[i]) >= 0xE0 &&
             kHan.find(text.substr(i, 3)) != std::string_view::npos)
      i += 3;
    else
      break;
  }
  if (i == digits || i - digits > 18) return at;
  if (i < limit && text[i] == '-') {  // 4-1号
    ++i;
    while (i < limit && is_ascii_digit(text[i])) ++i;
  }
  blanks();
  return starts(text, i, "号") ? i + 3 : at;
}

// Words that stand before an issuer's code and are no part of it.
constexpr std::array<std::string_view, 43> kBefore = {
    "根据", "依据", "按照", "依照", "印发", "文号", "文件", "发文字号", "字号", "通知", "公告",
    "意见", "决定", "以",   "为",   "是",   "的",   "了",   "见",       "编号", "第",   "和",
    "及",   "与",   "等",   "号",   "发布", "下发", "由",   "将",       "对",   "在",   "从",
    "据",   "有",   "落实", "贯彻", "执行", "作出", "书",   "参照",     "收到", "附"};

// (工信) before 罚字: a short name in brackets at the head of a code; `at` where there is none.
std::uint32_t bracketed_begin(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  if (at <= floor || text[at - 1] != ')') return at;
  for (std::uint32_t i = at - 1; i > floor;) {
    const auto d = utf8::decode_before(text, i);
    i -= d.size;
    if (d.cp == '(') return at - i >= 5 ? i : at;
    if (!utf8::is_han(d.cp)) break;
  }
  return at;
}

// The code before 〔2024〕: 豫5G办, 国信办发文, (工信)罚字; backwards over characters, numbers and
// letters.
std::uint32_t issuer_begin(std::string_view text, std::uint32_t at, std::uint32_t low) {
  std::uint32_t i = at;
  while (i > low && text[i - 1] == ' ') --i;
  const std::uint32_t end = i;
  const std::uint32_t floor = std::max(low, end > kLongestIssuer ? end - kLongestIssuer : 0);
  while (i > floor) {
    const auto d = utf8::decode_before(text, i);
    if (d.cp == ')') {  // 成公(网)行罚决字
      const std::uint32_t group = bracketed_begin(text, i, floor);
      if (group == i || group <= floor || !utf8::is_han(utf8::decode_before(text, group).cp)) break;
      i = group;
      continue;
    }
    if (!utf8::is_han(d.cp) && !utf8::is_digit(d.cp) && !utf8::is_latin(d.cp) && d.cp != ' ') break;
    i -= d.size;
  }
  while (i < end && text[i] == ' ') ++i;
  const std::uint32_t group = bracketed_begin(text, i, floor);
  std::string_view code = text.substr(i, end - i);
  std::uint32_t begin = i;
  for (std::string_view word : kBefore) {
    const auto found = code.rfind(word);
    if (found != std::string_view::npos && found + word.size() < code.size())
      begin = std::max(begin, i + static_cast<std::uint32_t>(found + word.size()));
  }
  return begin == i && i - group > 5 ? group : begin;  // not (一)
}

std::string without_blanks(std::string_view words) {
  std::string out(words);
  std::erase(out, ' ');
  std::erase(out, '\n');
  return out;
}

bool is_filing(std::string_view code) {
  return code.ends_with("备") || holds_word(code, "ICP") || code.ends_with("证") ||
         holds_word(code, "网信算备") || holds_word(code, "公网安备");
}

bool begins_line(std::string_view text, std::uint32_t at, Span part) {
  while (at > part.begin && text[at - 1] == ' ') --at;
  return at == part.begin || text[at - 1] == '\n';
}

// 案号: (2024)粤0192民初1234号 from its year on; its end, 0 for none.
std::uint32_t case_number_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  bool kind = false, digits = false;
  for (std::uint32_t i = at; i < std::min(limit, at + 48);) {
    const auto d = utf8::decode(text, i);
    if (d.cp == U'号') return kind && digits ? i + d.size : 0;
    constexpr std::u32string_view kKinds = U"民刑行执知赔";
    if (kKinds.find(d.cp) != std::u32string_view::npos && i > at) kind = true;
    digits = utf8::is_digit(d.cp);
    if (!digits && !utf8::is_han(d.cp)) return 0;
    i += d.size;
  }
  return 0;
}

// 发文字号 around a bracket with a year.
void read_bracketed(const Passage& p, const Bracket& b, Span part,
                    std::vector<IdentifierMention>& out) {
  if (!is_year(p.of(b.inner))) return;
  if (b.mark == Mark::paren) {
    if (const auto end = case_number_end(p.text, b.span.end, part.end); end != 0) {
      out.push_back({{b.span.begin, end},
                     IdentifierKind::doc_number,
                     without_blanks(p.text.substr(b.span.begin, end - b.span.begin)),
                     {"identifier.case-number", b.span}});
      return;
    }
  }
  const std::uint32_t end = number_end(p.text, b.span.end, std::min(part.end, b.span.end + 40));
  if (end == b.span.end) return;
  const std::uint32_t begin = issuer_begin(p.text, b.span.begin, part.begin);
  const std::string_view code = p.text.substr(begin, b.span.begin - begin);
  const bool numbered_line =
      code.empty() && b.mark == Mark::square && begins_line(p.text, b.span.begin, part);
  if ((code.size() < 3 && !numbered_line) || is_filing(code)) return;
  out.push_back({{begin, end},
                 IdentifierKind::doc_number,
                 without_blanks(p.text.substr(begin, end - begin)),
                 {"identifier.doc-number", b.span}});
}

// The number of an order or announcement: the word (公告, 令, 通告), the year if printed, 第N号.
struct Numbered {
  Span span;
  std::string value;
};

// 公告2024年第24号 · 公告(2024年第24号) · 公告2024年24号; the word ends at `at`.
bool read_announcement(const Passage& p, std::uint32_t word, std::uint32_t at,
                       std::uint32_t end_of_part, Numbered& out) {
  const std::uint32_t limit = std::min(end_of_part, at + 60);
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
  const bool ordinal =
      starts(p.text, i, "第") || (i < limit && p.text[i] == ' ' && starts(p.text, i + 1, "第"));
  if (!ordinal && year.empty()) return false;
  std::uint32_t end = number_end(p.text, i, limit);
  if (end == i) return false;
  const std::string number = without_blanks(p.text.substr(i, end - i));
  if (paren) {
    const bool closes =
        end < limit && (p.text[end] == ')' || p.text[end] == ']' || starts(p.text, end, "〕"));
    if (!closes) return false;
    end += p.text[end] == ')' || p.text[end] == ']' ? 1 : 3;
  }
  out = {{word, end}, std::string(p.text.substr(word, at - word)) + year + number};
  return true;
}

// Who gives an order is part of its number: 国务院令第790号.
std::uint32_t order_issuer(const Passage& p, std::uint32_t at, std::uint32_t part) {
  const std::uint32_t low = std::max(part, at > 60 ? at - 60 : 0);
  const Hit* body = ending_at(p, WordClass::authority, at, low);
  if (body != nullptr) return body->span.begin;
  for (std::string_view word : {"国务院", "主席", "总理", "省人民政府", "市人民政府"}) {
    if (at >= low + word.size() &&
        starts(p.text, at - static_cast<std::uint32_t>(word.size()), word))
      return at - static_cast<std::uint32_t>(word.size());
  }
  return at;
}

constexpr std::array<std::string_view, 4> kWords = {"公告", "通告", "令", "通报"};

void read_numbered(const Passage& p, const Numeral& n, std::vector<IdentifierMention>& out) {
  const Span part = p.title.contains(n.span.begin) ? p.title : p.body;
  // 2024年第24号公告, 第15号令
  if (n.span.begin >= 3 && starts(p.text, n.span.begin - 3, "第") &&
      starts(p.text, n.span.end, "号")) {
    for (std::string_view word : kWords) {
      if (!starts(p.text, n.span.end + 3, word)) continue;
      std::uint32_t begin = n.span.begin - 3;
      if (begin >= part.begin + 7 && starts(p.text, begin - 3, "年") &&
          is_year(p.text.substr(begin - 7, 4)))
        begin -= 7;
      const auto end = n.span.end + 3 + static_cast<std::uint32_t>(word.size());
      out.push_back({{begin, end},
                     IdentifierKind::doc_number,
                     without_blanks(p.text.substr(begin, end - begin)),
                     {"identifier.order-number", {n.span.end + 3, end}}});
      return;
    }
  }
  // 公告2024年第24号: found from its first numeral
  std::uint32_t i = n.span.begin;
  if (i >= part.begin + 3 && starts(p.text, i - 3, "第")) i -= 3;
  while (i > part.begin && (p.text[i - 1] == ' ' || p.text[i - 1] == '\n')) --i;
  if (i > part.begin && (p.text[i - 1] == '(' || p.text[i - 1] == '['))
    --i;
  else if (i >= part.begin + 3 && starts(p.text, i - 3, "〔"))
    i -= 3;
  while (i > part.begin && (p.text[i - 1] == ' ' || p.text[i - 1] == '\n')) --i;
  for (std::string_view word : kWords) {
    if (i < part.begin + word.size() ||
        !starts(p.text, i - static_cast<std::uint32_t>(word.size()), word))
      continue;
    const auto at = i - static_cast<std::uint32_t>(word.size());
    Numbered number;
    if (!read_announcement(p, at, i, part.end, number)) return;
    if (word == "令") {
      std::uint32_t issuer = order_issuer(p, at, part.begin);
      constexpr std::string_view kState = "中华人民共和国";
      if (starts(p.text, issuer, kState) && at > issuer + kState.size())
        issuer += static_cast<std::uint32_t>(kState.size());
      for (std::string_view other : {"责", "口", "勒", "指", "司", "命", "法"}) {
        if (ends(p.text, at, other)) return;
      }
      number.value = without_blanks(p.text.substr(issuer, at - issuer)) + number.value;
      number.span.begin = issuer;
    }
    out.push_back({number.span,
                   IdentifierKind::doc_number,
                   number.value,
                   {"identifier.order-number", {at, i}}});
    return;
  }
}

// In the line above a title, which the passage does not hold: 川通信管〔2023〕61号 ·
// 公告\n2024年第6号
void read_above(const Passage& p, Span line, std::vector<IdentifierMention>& out) {
  for (std::uint32_t at = line.begin; at < line.end; at += utf8::decode(p.text, at).size) {
    const bool wide = starts(p.text, at, "〔") || starts(p.text, at, "【");
    if (!wide && p.text[at] != '[' && p.text[at] != '(') continue;
    const std::uint32_t inner = at + (wide ? 3 : 1);
    const std::uint32_t close = inner + 4;
    if (close >= line.end || !is_year(p.text.substr(inner, 4))) continue;
    const Bracket b{{at, close + utf8::decode(p.text, close).size},
                    {inner, close},
                    wide || p.text[at] == '[' ? Mark::square : Mark::paren,
                    0};
    read_bracketed(p, b, line, out);
    return;
  }
  for (std::string_view word : kWords) {
    const auto found = line.of(p.text).rfind(word);
    if (found == std::string_view::npos) continue;
    const auto at = line.begin + static_cast<std::uint32_t>(found),
               end = at + static_cast<std::uint32_t>(word.size());
    Numbered number;
    if (!read_announcement(p, at, end, line.end, number)) continue;
    out.push_back({number.span,
                   IdentifierKind::doc_number,
                   number.value,
                   {"identifier.order-number", {at, end}}});
    return;
  }
}

// The number above the title of a single notice, with the word that stands over it: the lines of
// 川通信管〔2023〕61号, of 示例公告 | 2024年第6号; empty: none.
Span number_above(const Passage& p) {
  constexpr std::uint32_t kReach = 400;  // bytes: letterhead and page lines
  const bool single =
      p.document != nullptr && p.document->items.size() == 1 && p.document->parts.empty();
  if (!single || p.title.empty()) return {};
  const std::uint32_t low = p.title.begin > kReach ? p.title.begin - kReach : 0;
  std::uint32_t end = p.title.begin;
  while (end > low) {
    while (end > low && (p.text[end - 1] == '\n' || p.text[end - 1] == ' ')) --end;
    std::uint32_t begin = end;
    while (begin > low && p.text[begin - 1] != '\n') --begin;
    const std::string_view line = p.text.substr(begin, end - begin);
    if (line.size() <= 90 && line.ends_with("号")) {
      std::uint32_t over = begin;
      while (over > low && p.text[over - 1] == '\n') --over;
      const bool announces = ends(p.text, over, "公告") || ends(p.text, over, "令");
      return {announces ? over - (ends(p.text, over, "令") ? 3u : 6u) : begin, end};
    }
    end = begin;
  }
  return {};
}

// …的通告 | 2024年第1号: the number goes with the last word of the title.
void number_below(const Passage& p, std::vector<IdentifierMention>& out) {
  if (p.title.empty() || p.body.begin < p.title.end || p.body.begin - p.title.end > 4) return;
  for (std::string_view word : {"公告", "通告"}) {
    if (!ends(p.text, p.title.end, word)) continue;
    const auto line = std::min<std::size_t>(p.text.find('\n', p.body.begin), p.body.end);
    const auto at = p.title.end - static_cast<std::uint32_t>(word.size());
    Numbered number;
    if (!read_announcement(p, at, p.title.end, static_cast<std::uint32_t>(line), number)) return;
    if (number.span.end == line)
      out.push_back({number.span,
                     IdentifierKind::doc_number,
                     number.value,
                     {"identifier.order-number", {at, p.title.end}}});
    return;
  }
}

// 安全公告编号:CNTA-2024-0007: letters, a year, a number behind a label that ends with 编号.
void read_labelled(const Passage& p, const Numeral& year, std::vector<IdentifierMention>& out) {
  constexpr std::string_view kLabels[] = {"公告编号", "通报编号", "预警编号", "通告编号",
                                          "文件编号"};
  if (year.span.size() != 4 || !is_year(p.of(year.span)) || year.span.begin == 0 ||
      p.text[year.span.begin - 1] != '-')
    return;
  std::uint32_t begin = year.span.begin - 1, end = year.span.end;
  while (begin > 0 && p.text[begin - 1] >= 'A' && p.text[begin - 1] <= 'Z') --begin;
  while (end < p.text.size() && (p.text[end] == '-' || is_ascii_digit(p.text[end]))) ++end;
  if (year.span.begin - 1 - begin < 2 || end - year.span.end < 2) return;
  std::uint32_t label = begin;
  while (label > 0 && (p.text[label - 1] == ' ' || p.text[label - 1] == ':')) --label;
  const bool labelled =
      std::any_of(std::begin(kLabels), std::end(kLabels),
                  [&](std::string_view word) { return ends(p.text, label, word); });
  if (!labelled || label == begin) return;
  out.push_back({{begin, end},
                 IdentifierKind::doc_number,
                 std::string(p.text.substr(begin, end - begin)),
                 {"identifier.doc-number", {label, begin}}});
}

}  // namespace

void find_document_numbers(const Passage& passage, std::vector<IdentifierMention>& out) {
  if (const Span above = number_above(passage); !above.empty()) read_above(passage, above, out);
  number_below(passage, out);
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::square || b.mark == Mark::paren)
      read_bracketed(passage, b, part_of(passage, b.span.begin), out);
  }
  std::vector<IdentifierMention> orders;
  for (const Numeral& n : passage.numerals) {
    if (!orders.empty() && orders.back().span.contains(n.span)) continue;
    read_labelled(passage, n, out);
    read_numbered(passage, n, orders);
  }
  out.insert(out.end(), orders.begin(), orders.end());
}

}  // namespace guanlan
