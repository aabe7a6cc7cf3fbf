// Source marks and reporters' marks.
#include <algorithm>

#include "outline/block.h"
#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

constexpr std::uint32_t kLongest = 400;  // bytes of a mark

bool separates(char32_t cp) {
  return cp == U'、' || cp == ',' || cp == ';' || cp == U'|' || cp == '/' || cp == U'丨';
}

bool trims(char32_t cp) {
  constexpr std::u32string_view kEdges = U" \t:。.《》“”—-·()[]【】〔〕*<>";
  return kEdges.find(cp) != std::u32string_view::npos;
}

Span trim(std::string_view text, Span s) {
  while (!s.empty()) {
    const auto d = utf8::decode(text, s.begin);
    if (!trims(d.cp)) break;
    s.begin = std::min(s.end, s.begin + d.size);
  }
  while (!s.empty()) {
    const auto d = utf8::decode_before(text, s.end);
    if (!trims(d.cp) || s.size() < d.size) break;
    s.end -= d.size;
  }
  return s;
}

bool is_date_like(std::string_view rest) {  // 2024-05-10, 2024年5月
  std::size_t digits = 0;
  while (digits < rest.size() && utf8::is_digit(static_cast<unsigned char>(rest[digits]))) ++digits;
  return digits == 4 && digits < rest.size() &&
         (rest[digits] == '-' || rest[digits] == '/' || rest[digits] == '.' ||
          rest.substr(digits).starts_with("年"));
}

// 、，； part the outlets, a blank between Chinese names too; a word like 记者 or a date ends them.
std::vector<Span> names_in(std::string_view text, Span list) {
  std::vector<Span> names;
  std::uint32_t from = list.begin;
  int brackets = 0;
  const auto add = [&](std::uint32_t to) {
    const Span name = trim(text, {from, to});
    if (!name.empty() && name.size() <= 120) names.push_back(name);
  };
  std::uint32_t at = list.begin;
  while (at < list.end) {
    const auto d = utf8::decode(text, at);
    const std::string_view rest = text.substr(at, list.end - at);
    const bool ends = at > list.begin && (begins_with(Cue::source_end, rest) || is_date_like(rest));
    if (ends || (at == list.begin && is_date_like(rest)) || rest.starts_with("http")) break;
    if (d.cp == '(') ++brackets;
    if (d.cp == ')') --brackets;
    const bool blank = utf8::is_blank(d.cp) && at > list.begin && at + 1 < list.end &&
                       utf8::is_han(utf8::decode_before(text, at).cp) &&
                       utf8::is_han(utf8::decode(text, at + 1).cp);
    if (brackets <= 0 && (separates(d.cp) || blank)) {
      add(at);
      from = at + d.size;
    }
    at += d.size;
  }
  add(std::min(at, list.end));
  return names;
}

// After 来源: a colon or a bar; gives where the outlets begin, 0 for none.
std::uint32_t after_cue(std::string_view text, Span s) {
  const std::string_view head = s.of(text);
  const std::string_view cue = prefix(Cue::source, head);
  if (cue.empty()) return 0;
  std::uint32_t at = s.begin + static_cast<std::uint32_t>(cue.size());
  while (at < s.end && utf8::is_blank(utf8::decode(text, at).cp)) ++at;
  if (at >= s.end) return 0;
  const auto d = utf8::decode(text, at);
  const bool mark = d.cp == ':' || d.cp == '|' || d.cp == U'丨' || d.cp == '/' || d.cp == U'│';
  if (!mark && !(cue == "摘自" || cue == "转自" || cue == "转载自" || cue == "来源于")) return 0;
  return mark ? at + d.size : at;
}

// （来源：…） at the end; the bracket may be square, may be missing its end.
std::optional<SourceMark> closing_mark(std::string_view text, Span span) {
  const std::uint32_t from = span.size() > kLongest ? span.end - kLongest : span.begin;
  const std::string_view tail = text.substr(from, span.end - from);
  if (tail.find('(') == tail.npos && tail.find('[') == tail.npos && !holds_word(tail, "【") &&
      !holds_word(tail, "〔"))
    return std::nullopt;
  for (std::size_t at = tail.size(); at-- > 0;) {
    const char c = tail[at];
    if (c != '(' && c != '[' && c != '\xE3') continue;
    const bool square = stands(tail, at, "【") || stands(tail, at, "〔");
    if (c != '(' && c != '[' && !square) continue;
    const std::uint32_t inside = from + static_cast<std::uint32_t>(at) + (square ? 3u : 1u);
    std::uint32_t begin = inside;
    while (begin < span.end && utf8::is_blank(utf8::decode(text, begin).cp)) ++begin;
    const std::uint32_t names = after_cue(text, {begin, span.end});
    if (names == 0) continue;
    // What follows the mark is at most a full stop.
    const std::string_view rest = text.substr(names, span.end - names);
    auto end = rest.find_last_of(")]");
    for (const std::string_view close : {"】", "〕"}) {
      const auto wide = rest.rfind(close);
      if (wide == std::string_view::npos) continue;
      end = end == std::string_view::npos ? wide : std::max(end, wide);
    }
    if (end == std::string_view::npos)
      end = rest.size();
    else if (rest.size() - end > 8)
      return std::nullopt;
    SourceMark mark;
    mark.form = SourceMark::closing;
    mark.mark = {from + static_cast<std::uint32_t>(at), span.end};
    mark.names = names_in(text, {names, names + static_cast<std::uint32_t>(end)});
    if (mark.mark.begin == span.begin) mark.form = SourceMark::line;
    return mark.names.empty() ? std::nullopt : std::optional(std::move(mark));
  }
  return std::nullopt;
}

// …。来源:示例网 at the end, without a bracket.
std::optional<SourceMark> open_mark(std::string_view text, Span span) {
  constexpr std::uint32_t kNames = 120, kReport = 60;  // bytes
  if (span.size() <= kReport) return std::nullopt;
  const std::uint32_t from = std::max(span.begin + kReport, span.end - std::min(span.end, kNames));
  const std::string_view tail = text.substr(from, span.end - from);
  if (!holds_word(tail, "来源")) return std::nullopt;
  const std::size_t found = tail.rfind("来源");
  const std::uint32_t at = from + static_cast<std::uint32_t>(found);
  std::uint32_t begin = at;
  while (begin > from && text[begin - 1] == ' ') --begin;
  const char32_t before = utf8::decode_before(text, begin).cp;
  const std::uint32_t names = after_cue(text, {at, span.end});
  if (names == 0 || !(before == U'。' || before == '!' || before == U'”' || before == ')')) {
    return std::nullopt;
  }
  SourceMark mark;
  mark.form = SourceMark::closing;
  mark.mark = {begin, span.end};
  mark.names = names_in(text, {names, span.end});
  return mark.names.empty() ? std::nullopt : std::optional(std::move(mark));
}

// 发布时间：… 来源：…, 2024-05-10 来源：…: behind facts about the page, not behind a report that
// begins with 中国… or a date.
std::uint32_t after_facts(std::string_view text, Span s) {
  constexpr std::size_t kFacts = 90;
  const std::string_view line = s.of(text);
  for (std::size_t at = line.find("来源"); at != std::string_view::npos;
       at = line.find("来源", at + 1)) {
    const std::string_view before = line.substr(0, at);
    if (holds_word(before, "。")) break;
    if (before.size() > kFacts && before.find(',') != std::string_view::npos) break;
    if (const std::uint32_t names =
            after_cue(text, {s.begin + static_cast<std::uint32_t>(at), s.end}))
      return names;
  }
  return 0;
}

std::optional<SourceMark> line_mark(std::string_view text, Span span) {
  if (span.size() > 300) return std::nullopt;
  Span s = trim(text, span);
  while (!s.empty() && !utf8::is_han(utf8::decode(text, s.begin).cp) &&
         utf8::decode(text, s.begin).cp > 0x2000) {  // ■来源
    s.begin = std::min(s.end, s.begin + utf8::decode(text, s.begin).size);
  }
  std::uint32_t names = after_cue(text, s);
  if (names == 0 && (begins_with(Cue::meta, s.of(text)) || is_date_like(s.of(text))))
    names = after_facts(text, s);
  if (names == 0) return std::nullopt;
  SourceMark mark;
  mark.mark = span;
  mark.names = names_in(text, {names, s.end});
  for (const Span name : mark.names) {
    if (holds_word(name.of(text), "。")) return std::nullopt;
  }
  return mark.names.empty() ? std::nullopt : std::optional(std::move(mark));
}

// How a remark begins, and no name of an outlet.
constexpr std::string_view kRemarks[] = {"见", "详", "注",   "图", "表", "附",   "以",  "截至",
                                         "含", "共", "此件", "完", "略", "简称", "下同"};

bool is_stop(char32_t cp) { return cp == U'。' || cp == U'”' || cp == '!' || cp == '?'; }

}  // namespace

std::optional<SourceMark> find_bare_mark(std::string_view text, Span span) {
  constexpr std::size_t kBracket = 150, kName = 60;  // bytes
  const std::uint32_t from = span.size() > kBracket ? span.end - kBracket : span.begin;
  const std::string_view tail = text.substr(from, span.end - from);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                    {"[", "]"},
                                    {"〔", "〕"},
                                    {"【", "】"}}) {
    if (!tail.ends_with(close)) continue;
    const auto at = tail.rfind(open);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    const std::uint32_t begin = from + static_cast<std::uint32_t>(at);
    if (!is_stop(utf8::decode_before(text, begin).cp)) return std::nullopt;
    Span inner{begin + static_cast<std::uint32_t>(open.size()),
               span.end - static_cast<std::uint32_t>(close.size())};
    const std::string_view cue = prefix(Cue::source_within, inner.of(text));
    if (cue.size() < inner.size()) inner.begin += static_cast<std::uint32_t>(cue.size());
    const std::string_view words = inner.of(text);
    const auto says = [&](std::string_view w) { return holds_word(words, w); };
    if (begins_with(Cue::credit, words) || says("。") || says(":") || says("记者"))
      return std::nullopt;
    const bool remark = std::any_of(std::begin(kRemarks), std::end(kRemarks),
                                    [&](auto w) { return words.starts_with(w); });
    if (remark) return std::nullopt;
    SourceMark mark;
    mark.form = SourceMark::closing;
    mark.mark = {begin, span.end};
    mark.names = names_in(text, inner);
    const bool fit =
        !mark.names.empty() && std::all_of(mark.names.begin(), mark.names.end(), [&](Span name) {
          return name.size() >= 6 && name.size() <= kName;
        });
    return fit ? std::optional(std::move(mark)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<SourceMark> find_source_mark(std::string_view text, Span span) {
  if (auto mark = line_mark(text, span)) return mark;
  if (auto mark = closing_mark(text, span)) return mark;
  return open_mark(text, span);
}

// …。【编辑:示例】: where the bracket begins, the end of the span where it has none.
static std::uint32_t before_editor(std::string_view text, Span span) {
  constexpr std::uint32_t kBracket = 60;  // bytes
  if (!span.of(text).ends_with("】")) return span.end;
  const std::uint32_t from = span.end - std::min(span.size(), kBracket);
  const auto open = text.substr(from, span.end - from).rfind("【");
  if (open == std::string_view::npos) return span.end;
  const std::uint32_t at = from + static_cast<std::uint32_t>(open);
  const bool credit = begins_with(Cue::credit, text.substr(at + 3, span.end - at - 3));
  return credit && at > span.begin ? at : span.end;
}

Span without_credit(std::string_view text, Span span) {
  span.end = before_editor(text, span);
  for (int again = 0; again < 3; ++again) {
    while (!span.empty() && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
    if (span.empty() || text[span.end - 1] != ')') return span;
    const std::uint32_t from = span.size() > 120 ? span.end - 120 : span.begin;
    const auto open = text.substr(from, span.end - from).rfind('(');
    if (open == std::string_view::npos) return span;
    const std::uint32_t at = from + static_cast<std::uint32_t>(open);
    if (at <= span.begin) return span;
    const Span inner{at + 1, span.end - 1};
    std::uint32_t names = 0, others = 0;
    for (std::uint32_t p = inner.begin; p < inner.end;) {
      const auto d = utf8::decode(text, p);
      p += d.size;
      const bool fits = utf8::is_han(d.cp) || utf8::is_blank(d.cp) || d.cp == U'·' ||
                        d.cp == U'、' || d.cp == ',' || d.cp == '/' || d.cp == ':';
      fits ? ++names : ++others;
    }
    constexpr std::string_view kOther[] = {"见", "详",   "第",   "批",   "注",  "图", "表",
                                           "附", "以上", "数据", "截至", "含",  "共", "此件",
                                           "完", "试行", "草案", "征求", "稿",  "年", "月",
                                           "日", "案",   "略",   "简称", "以下"};
    const std::string_view words = inner.of(text);
    const bool other = others > 0 || std::any_of(std::begin(kOther), std::end(kOther),
                                                 [&](auto w) { return holds_word(words, w); });
    const bool credit = begins_with(Cue::credit, words) || words.find("记者") != words.npos ||
                        words.find("责编") != words.npos || words.find("编辑") != words.npos;
    std::uint32_t before = at;
    while (before > span.begin && text[before - 1] == ' ') --before;
    const char32_t last = utf8::decode_before(text, std::max(before, span.begin + 1)).cp;
    const bool quoted = last == U'”' && before >= span.begin + 6;
    const bool after_stop =
        is_stop(last) && (!quoted || is_stop(utf8::decode_before(text, before - 3).cp));
    if (words == "完") {
      span.end = before;
      continue;
    }
    if (!after_stop || (!credit && (other || names > 16 || names < 2))) return span;
    span.end = before;
  }
  return span;
}

}  // namespace guanlan::outlining
