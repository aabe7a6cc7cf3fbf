#include "layout/line_view.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// Chinese type sets these in a full em; the rest of Latin in half of one.
bool is_wide(char32_t cp) {
  return cp >= 0x2E80 || cp == 0x2014 || cp == 0x2018 || cp == 0x2019 || cp == 0x201C ||
         cp == 0x201D || cp == 0x2026 || (cp >= 0x2460 && cp <= 0x27BF);
}

bool may_begin_label(char32_t cp) {
  constexpr std::u32string_view kFirst = U"(【第案典Nn一二三四五六七八九十百〇•";
  return utf8::is_digit(cp) || kFirst.find(cp) != std::u32string_view::npos ||
         (cp >= 0x2460 && cp <= 0x27FF) || (cp >= 0x3220 && cp <= 0x3229);
}

struct Measure {
  Span words;
  float indent = 0, width = 0;
  std::uint32_t chars = 0;
  char32_t first = 0, last = 0;
  bool form_feed = false;
  bool prose = false;
};

Measure measure(std::string_view raw, Span span) {
  Measure m;
  m.words = {span.begin, span.begin};
  float column = 0;
  std::uint32_t chars = 0;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (const auto han = static_cast<std::uint32_t>(utf8::skip_han(raw, at, span.end));
        han > at && m.first != 0) {
      const std::uint32_t count = (han - at) / 3;
      column += static_cast<float>(count);
      m.width = column - m.indent;
      m.chars = chars += count;
      m.last = utf8::decode(raw, han - 3).cp;
      m.words.end = at = han;
      continue;
    }
    const auto d = utf8::decode(raw, at);
    at += d.size;
    if (d.cp == '\f') m.form_feed = true;
    if (utf8::is_invisible(d.cp)) continue;
    if (utf8::is_blank(d.cp)) {
      column += d.cp == '\t' ? 2.0f : d.cp == 0x3000 ? 1.0f : 0.5f;
      ++chars;
      continue;
    }
    if (m.first == 0) {
      m.words.begin = at - d.size;
      m.indent = column;
      m.first = fold(d.cp);
      chars = 0;
    }
    column += is_wide(d.cp) ? 1.0f : 0.5f;
    m.prose = m.prose || d.cp == U'，' || d.cp == U'。' || d.cp == U'；' || d.cp == ',';
    m.words.end = std::min(at, span.end);
    m.width = column - m.indent;
    m.chars = ++chars;
    m.last = d.cp;
  }
  m.last = fold(m.last);
  return m;
}

void place(const Source& source, const Line& line, const Measure& m, LineView& view) {
  const bool boxed = line.box >= 0 && static_cast<std::size_t>(line.box) < source.boxes.size();
  if (!boxed) {
    view.left = m.indent;
    view.right = m.indent + m.width;
    return;
  }
  const Box& box = source.boxes[static_cast<std::size_t>(line.box)];
  view.has_box = true;
  view.em = line.font_size > 1 ? line.font_size : std::max(6.0f, box.y1 - box.y0);
  view.left = box.x0;
  view.right = box.x1;
  view.top = box.y0;
  view.bottom = box.y1;
}

// A text that sets every line off by an empty one marks a new page by leaving it out and
// beginning with a blank.
void find_page_tops_in_spread_text(const Source& source, std::vector<LineView>& views) {
  if (source.pages > 1 || views.size() < 40) return;
  std::size_t spread = 0;
  for (const LineView& v : views) spread += v.blank_lines > 0;
  if (spread * 5 < views.size() * 4) return;
  for (LineView& v : views) {
    if (v.role != Role::unknown || v.blank_lines > 0 || v.line == 0) continue;
    const Line& line = source.lines[static_cast<std::size_t>(v.line)];
    if (v.words.begin > line.span.begin) v.page_top = true;
  }
}

}  // namespace

std::vector<LineView> view_lines(const Source& source) {
  std::vector<LineView> views;
  views.reserve(source.lines.size() / 2 + 1);
  std::uint16_t blank = 0;
  bool form_feed = false;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const Line& line = source.lines[i];
    if (line.span.end > source.raw.size() || line.span.begin > line.span.end) continue;
    const Measure m = measure(source.raw, line.span);
    form_feed = form_feed || m.form_feed;
    if (m.words.empty()) {
      if (blank < UINT16_MAX) ++blank;
      continue;
    }
    LineView view;
    view.words = m.words;
    view.line = static_cast<std::int32_t>(i);
    view.page = line.page;
    view.blank_lines = blank;
    view.role = line.role;
    view.bold = line.bold;
    view.prose = m.prose;
    view.chars = m.chars;
    view.first = m.first;
    view.last = m.last;
    view.page_top = views.empty() || form_feed || views.back().page != line.page;
    if (line.role == Role::furniture) view.use = Use::furniture;
    if (may_begin_label(m.first)) {
      view.label = read_label(folded_words(source.raw, m.words, 48)).style;
    }
    place(source, line, m, view);
    views.push_back(view);
    blank = 0;
    form_feed = false;
  }
  find_page_tops_in_spread_text(source, views);
  return views;
}

namespace {

std::string fold_line(std::string_view raw, Span words, std::size_t limit, bool blanks) {
  std::string out;
  bool blank = false;
  for (std::uint32_t at = words.begin; at < words.end && out.size() < limit;) {
    const std::size_t most =
        at + (std::min<std::size_t>(limit - out.size(), words.size()) + 2) / 3 * 3;
    if (const std::size_t han = utf8::skip_han(raw, at, std::min<std::size_t>(words.end, most));
        han > at && !blank) {
      out += raw.substr(at, han - at);
      at = static_cast<std::uint32_t>(han);
      continue;
    }
    const auto d = utf8::decode(raw, at);
    at += d.size;
    if (utf8::is_invisible(d.cp)) continue;
    if (utf8::is_blank(d.cp)) {
      blank = !out.empty();
      continue;
    }
    if (blank && blanks) out += ' ';
    blank = false;
    utf8::append(out, fold(d.cp));
  }
  return out;
}

}  // namespace

std::string folded(std::string_view raw, Span words, std::size_t limit) {
  return fold_line(raw, words, limit, false);
}

std::string folded_words(std::string_view raw, Span words, std::size_t limit) {
  return fold_line(raw, words, limit, true);
}

bool ends_sentence(char32_t last) {
  return last == U'。' || last == '!' || last == '?' || last == U'…' || last == U'”' ||
         last == U'’' || last == ')' || last == U'》' || last == ';';
}

bool is_closing(char32_t cp) {
  constexpr std::u32string_view kClosing = U")]}》〉】〕〗”’，。、;:!?%…";
  return kClosing.find(cp) != std::u32string_view::npos || cp == ',';
}

bool is_opening(char32_t cp) {
  constexpr std::u32string_view kOpening = U"([{《〈【〔〖“‘";
  return kOpening.find(cp) != std::u32string_view::npos;
}

}  // namespace guanlan
