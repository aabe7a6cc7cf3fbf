#include "outline/block.h"

#include <algorithm>

#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

bool is_stop(char32_t cp) { return cp == U'。' || cp == '!' || cp == '?' || cp == U'…'; }

bool is_end_mark(char32_t cp) {
  return cp == U'”' || cp == U'’' || cp == ')' || cp == U'】' || cp == '*';
}

// How a paragraph ends: 。 also before closing marks.
void read_end(std::string_view text, Block& b) {
  std::uint32_t at = b.span.end;
  while (at > b.span.begin) {
    const auto d = utf8::decode_before(text, at);
    if (!is_end_mark(d.cp)) {
      b.stop = is_stop(d.cp) || (d.cp == ';' && at == b.span.end);
      b.colon = d.cp == ':';
      break;
    }
    at -= d.size;
  }
  // …，谢谢大家！（某网 某某）
  if (!b.stop) b.stop = without_credit(text, b.span).end != b.span.end;
}

void read_inside(std::string_view text, Block& b) {
  constexpr std::uint32_t kEnough = 3000;
  const std::string_view words = b.span.of(text).substr(0, kEnough);
  const auto last = utf8::decode_before(text, b.span.end).size;
  const std::string_view inner = words.substr(0, words.size() > last ? words.size() - last : 0);
  b.sentence = holds_word(inner, "。") || inner.find(';') != std::string_view::npos;
}

bool labelled(Cue cue, std::string_view words) {
  std::string_view rest = words;
  for (const std::string_view mark : {"【", "[", "(", "■", "●", "◆"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  }
  const std::string_view name = prefix(cue, rest);
  if (name.empty()) return false;
  rest.remove_prefix(name.size());
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  return rest.empty() || rest.starts_with(":") || rest.starts_with("】") || rest.starts_with("]") ||
         rest.starts_with("|") || rest.starts_with(")");
}

// 【要闻】, [要闻], 〖要闻〗 from end to end.
bool is_tag(std::string_view words) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"【", "】"},
                                    {"〖", "〗"},
                                    {"[", "]"},
                                    {"〔", "〕"},
                                    {"「", "」"},
                                    {"◆", "◆"},
                                    {"★", "★"}}) {
    if (words.size() > open.size() + close.size() && words.starts_with(open) &&
        words.ends_with(close)) {
      const std::string_view inner =
          words.substr(open.size(), words.size() - open.size() - close.size());
      return inner.find(open) == std::string_view::npos && count_chars(inner) <= 20;
    }
  }
  return false;
}

// 专题|聚焦网络安全宣传周
bool is_column(std::string_view words, std::uint32_t chars) {
  const auto bar = std::min(words.find("|"), words.find("丨"));
  if (bar == std::string_view::npos || bar == 0 || chars > 36) return false;
  const std::string_view name = words.substr(0, bar);
  return count_chars(name) <= 6 && words.find("|", bar + 3) == std::string_view::npos &&
         !begins_with(Cue::source, name) && !begins_with(Cue::credit, name) &&
         utf8::is_han(utf8::decode(name, 0).cp);
}

// 秘书处供稿)
bool names_contributor(std::string_view words) {
  constexpr std::string_view kEnds[] = {"供稿)", "撰稿)", "摄影)", "报道)", "整理)",
                                        "编译)", "供图)", "提供)", "编写)"};
  if (count_chars(words) > 20 || words.find(')') + 1 != words.size()) return false;
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](auto end) { return words.ends_with(end); });
}

// 示例日报记者 周某 通讯员 吴某
bool names_reporter(std::string_view words) {
  const auto at = words.find("记者");
  if (at == std::string_view::npos || at > 45 || count_chars(words) > 30) return false;
  const std::string_view rest = words.substr(at + 6);
  return (rest.starts_with(" ") || rest.starts_with("|") || rest.starts_with(":")) &&
         !holds_word(words, "。") && words.find(',') == std::string_view::npos;
}

// 责任编辑：张三, 记者 张三 通讯员 李四, （记者 …）
bool is_credit(std::string_view words, std::uint32_t chars) {
  if (chars > 60) return false;
  const bool bracketed = words.starts_with("(");
  if (words.starts_with("(") || words.starts_with("【") || words.starts_with("[")) {
    words.remove_prefix(words.starts_with("【") ? 3 : 1);
  }
  const std::string_view name = prefix(Cue::credit, words);
  if (name.empty()) return (bracketed && names_contributor(words)) || names_reporter(words);
  if (name.ends_with("/") || name.ends_with("|")) return true;
  std::string_view rest = words.substr(name.size());
  const bool mark = rest.starts_with(":") || rest.starts_with("|") || rest.starts_with("丨") ||
                    rest.starts_with("/");
  return mark || (rest.starts_with(" ") && count_chars(rest) <= 24);
}

// An office and a name: 商务部副部长 王炳南.
bool is_byline(std::string_view text, const Block& b) {
  if (b.chars > 44 || b.chars < 4 || b.stop || b.colon || b.sentence || b.label) return false;
  const std::string_view words = b.span.of(text);
  for (const std::string_view other : {",", ":", "《", "“", "年", "会议"}) {
    if (words.find(other) != std::string_view::npos) return false;
  }
  std::uint32_t at = b.span.end;
  std::uint32_t name = 0;
  while (at > b.span.begin) {
    const auto d = utf8::decode_before(text, at);
    if (!utf8::is_han(d.cp) && d.cp != U'·' && d.cp != '.' && !utf8::is_latin(d.cp)) break;
    at -= d.size;
    ++name;
    const std::string_view before = text.substr(b.span.begin, at - b.span.begin);
    const std::string_view named = text.substr(at, b.span.end - at);
    // not 发布合作的主席 | 声明
    if (name >= 2 && name <= 4 && ends_with(Cue::office, before) && !is(Cue::notice, named)) {
      return true;
    }
  }
  if (at == b.span.begin || text[at - 1] != ' ') return false;
  const std::string_view before = text.substr(b.span.begin, at - 1 - b.span.begin);
  return name >= 2 && name <= 14 && ends_with(Cue::office, before);
}

Shape shape_of(std::string_view text, const Block& b) {
  const std::string_view words = b.span.of(text);
  switch (b.paragraph->kind) {
    case ParagraphKind::table_row:
      return Shape::row;
    case ParagraphKind::caption:
      return Shape::caption;
    case ParagraphKind::note:
      return Shape::note;
    default:
      break;
  }
  for (const std::string_view speaker : {"问:", "答:", "记者:", "记者问:", "Q:", "A:"}) {
    if (words.starts_with(speaker)) return Shape::text;
  }
  if (labelled(Cue::lead, words)) return Shape::lead;
  if (labelled(Cue::keywords, words)) return Shape::keywords;
  if (b.mark && b.mark->form == SourceMark::line && b.mark->mark == b.span) return Shape::text;
  if (is_tag(words) || (is_column(words, b.chars) && !b.stop && !b.mark)) return Shape::tag;
  if (is_credit(words, b.chars)) return Shape::credit;
  if (b.mark && b.mark->form == SourceMark::line) return Shape::text;
  if (is_byline(text, b)) return Shape::byline;
  const bool heading = b.paragraph->kind == ParagraphKind::heading;
  // 3月18日,某部门发布三项标准,分别是:
  if (b.colon && b.dateline == 2 && b.chars >= 20 && !b.label && !heading) return Shape::text;
  if (b.chars > (heading ? 160u : 120u) || b.sentence) return Shape::text;
  if (b.stop && !heading) {
    // 二、…已开展试点。 and 谁动了数据？ may be titles; a long one is a sentence.
    const bool ask = words.ends_with("!") || words.ends_with("?");
    const bool clauses = holds_word(words, ",");
    const std::uint32_t asked = b.label ? (clauses ? 44u : 60u) : clauses ? 26u : 40u;
    if (b.chars > (ask ? asked : b.label ? 36u : 0u)) return Shape::text;
  }
  if (b.label && b.label.style == Numbering::article) return Shape::text;
  if (!b.label && !heading && b.chars > 70) return Shape::text;
  if (b.label && b.chars > 90 && holds_word(words, ",") && !heading) {
    return Shape::text;
  }
  return Shape::title;
}

// Reads digits; gives how many bytes they take.
std::size_t digits_at(std::string_view s, std::size_t at) {
  std::size_t n = 0;
  while (at + n < s.size() && utf8::is_digit(static_cast<unsigned char>(s[at + n]))) ++n;
  return n;
}

// (2024年)4月(19日) at `at`; the length, 0 for none.
std::size_t date_at(std::string_view s, std::size_t at) {
  std::size_t p = at;
  std::size_t n = digits_at(s, p);
  if (n == 4 && s.substr(p + n).starts_with("年")) {
    p += n + 3;
    n = digits_at(s, p);
  }
  if (n == 0 || n > 2) return 0;
  const std::string_view unit = s.substr(p + n);
  if (unit.starts_with("月")) {
    p += n + 3;
    n = digits_at(s, p);
    if (n > 0 && n <= 2 && s.substr(p + n).starts_with("日")) p += n + 3;
    return p - at;
  }
  return unit.starts_with("日") ? p + n + 3 - at : 0;
}

// …。（央视新闻） at the end of report after report of a document that has no 来源: the outlets.
void adopt_bare_marks(std::string_view text, std::vector<Block>& blocks) {
  constexpr std::size_t kFew = 4;
  std::vector<std::pair<std::size_t, SourceMark>> found;
  std::size_t closing = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].mark) return;
    if (!blocks[i].is_text() || blocks[i].chars < 12) continue;
    auto mark = find_bare_mark(text, blocks[i].span);
    if (!mark) continue;
    closing += i + 1 == blocks.size() || !blocks[i + 1].is_text();
    found.emplace_back(i, std::move(*mark));
  }
  if (found.size() < kFew || closing * 10 < found.size() * 8) return;
  for (auto& [i, mark] : found) blocks[i].mark = std::move(mark);
}

// 09 标题 … 10 标题, [09] … [10]: a count that began with padded numbers goes on without padding.
void count_padded_on(std::string_view text, std::vector<Block>& blocks) {
  constexpr std::u32string_view kUnits = U"年月日号时分点级款项版批期个家名起万亿余%.、-—";
  int last = 0;
  for (Block& b : blocks) {
    if (b.label.style == Numbering::padded) {
      last = b.label.value;
      continue;
    }
    if (last < 9 || b.label || b.shape != Shape::title) continue;
    const std::string_view words = b.span.of(text);
    const bool bracketed = words.starts_with("[");
    const std::string number =
        (bracketed ? "[" : "") + std::to_string(last + 1) + (bracketed ? "]" : "");
    if (!words.starts_with(number)) continue;
    const auto size = static_cast<std::uint32_t>(number.size());
    const bool blank = words.substr(size).starts_with(" ");
    const char32_t next = utf8::decode(words, size + (blank ? 1 : 0)).cp;
    if (!blank && (utf8::is_digit(next) || kUnits.find(next) != std::u32string_view::npos))
      continue;
    b.label = {Numbering::padded, ++last, {0, size}, size + (blank ? 1u : 0u)};
  }
}

// 1 标题: a blank stands behind a number only where layout saw that it counts.
Label bare_number(std::string_view words) {
  const std::size_t size = digits_at(words, 0);
  if (size == 0 || size > 2 || words.front() == '0' || words.substr(size, 1) != " ") return {};
  const auto number = static_cast<std::uint32_t>(size);
  return {
      Numbering::padded, std::stoi(std::string(words.substr(0, size))), {0, number}, number + 1};
}

// 8. … 9.10款应用… 10. …: what looks like a decimal stands in a count between its neighbours.
void count_over_decimals(std::string_view text, std::vector<Block>& blocks) {
  std::vector<int> next(blocks.size(), 0);  // the next such number behind each block
  for (std::size_t i = blocks.size(); i-- > 1;) {
    const Label& label = blocks[i].label;
    next[i - 1] = label.style == Numbering::digit_dot ? label.value : next[i];
  }
  int last = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& b = blocks[i];
    if (b.label.style == Numbering::digit_dot) last = b.label.value;
    if (b.label || b.shape != Shape::title) continue;
    const std::string_view words = b.span.of(text);
    const std::size_t size = digits_at(words, 0);
    if (size == 0 || size > 2 || words.substr(size, 1) != ".") continue;
    const std::size_t behind = digits_at(words, size + 1);
    if (behind == 0 || !utf8::is_han(utf8::decode(words, size + 1 + behind).cp)) continue;
    const int value = std::stoi(std::string(words.substr(0, size)));
    if ((value != 1 && value != last + 1) || next[i] != value + 1) continue;
    const auto number = static_cast<std::uint32_t>(size);
    b.label = {Numbering::digit_dot, last = value, {0, number}, number + 1};
  }
}

}  // namespace

std::uint32_t count_chars(std::string_view text, std::uint32_t limit) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  if (text.size() < limit)
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins));
  std::uint32_t n = 0;
  for (const char c : text) {
    n += begins(c);
    if (n >= limit) break;
  }
  return n;
}

std::uint8_t dateline_strength(std::string_view text) {
  const std::string_view head = text.substr(0, 96);
  if (begins_with(Cue::dateline, head)) return 2;
  for (std::size_t at = 0, chars = 0; at < head.size() && chars < 26; ++chars) {
    if (utf8::is_digit(static_cast<unsigned char>(head[at]))) {
      const bool inside = at > 0 && utf8::is_digit(static_cast<unsigned char>(head[at - 1]));
      if (!inside && date_at(head, at) > 0) return chars <= 6 ? 2 : 1;
    }
    at += utf8::decode(head, at).size;
  }
  return begins_with(Cue::opener, head) ? 1 : 0;
}

std::vector<Block> read_blocks(const Layout& layout) {
  return read_blocks(layout, {0, static_cast<std::uint32_t>(layout.clean.text.size())});
}

std::vector<Block> read_blocks(const Layout& layout, Span within) {
  const std::string_view text = layout.clean.text;
  std::vector<Block> blocks;
  blocks.reserve(layout.paragraphs.size());
  for (const Paragraph& p : layout.paragraphs) {
    if (p.span.empty() || p.span.end > text.size()) continue;
    if (p.span.begin < within.begin || p.span.begin >= within.end) continue;
    Block b;
    b.span = p.span;
    b.paragraph = &p;
    const std::string_view words = p.span.of(text);
    b.chars = count_chars(words, 100000);
    b.label = read_label(words.substr(0, 200));
    if (!b.label && p.kind != ParagraphKind::table_row) b.label = bare_number(words);
    read_end(text, b);
    read_inside(text, b);
    if (p.kind != ParagraphKind::table_row) b.mark = find_source_mark(text, b.span);
    b.dateline = dateline_strength(words);
    b.shape = shape_of(text, b);
    const bool headed = b.shape == Shape::lead && !blocks.empty();
    if (headed && blocks.back().is_text() && blocks.back().chars <= 160 && !blocks.back().stop &&
        !blocks.back().sentence) {
      blocks.back().shape = Shape::title;  // long as it is, it heads a part
    }
    blocks.push_back(std::move(b));
  }
  count_padded_on(text, blocks);
  count_over_decimals(text, blocks);
  adopt_bare_marks(text, blocks);
  return blocks;
}

}  // namespace guanlan::outlining
