#include "guanlan/layout.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

bool blank_goes(char32_t before, char32_t after) {
  return utf8::is_han(before) || utf8::is_han(after) || before >= 0x3000 || after >= 0x3000;
}

void append_line(const Source& source, Span line, CleanText& clean) {
  char32_t before = 0;
  for (std::uint32_t at = line.begin; at < line.end;) {
    const auto d = utf8::decode(source.raw, at);
    const Span here{at, at + d.size};
    at += d.size;
    if (utf8::is_invisible(d.cp)) continue;
    if (utf8::is_blank(d.cp)) {
      std::uint32_t next = at;
      while (next < line.end && utf8::is_blank(utf8::decode(source.raw, next).cp)) next += utf8::decode(source.raw, next).size;
      const char32_t after = next < line.end ? utf8::decode(source.raw, next).cp : 0;
      at = next;
      if (before == 0 || after == 0 || blank_goes(before, after)) continue;
      clean.text += ' ';
      clean.map.append({here.begin, here.end}, 1);
      before = ' ';
      continue;
    }
    const char32_t cp = fold(d.cp);
    const auto size = clean.text.size();
    utf8::append(clean.text, cp);
    clean.map.append(here, static_cast<std::uint32_t>(clean.text.size() - size));
    before = cp;
  }
}

}  // namespace

Layout lay_out(const Source& source) {
  Layout out;
  bool open = false;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const Line& line = source.lines[i];
    const auto begin = static_cast<std::uint32_t>(out.clean.text.size());
    append_line(source, line.span, out.clean);
    const auto end = static_cast<std::uint32_t>(out.clean.text.size());
    if (begin == end) continue;
    const char32_t last = open && begin > 1 ? utf8::decode_before(out.clean.text, begin).cp : 0;
    (void)last;
    Paragraph p;
    p.span = {begin, end};
    p.page = line.page;
    p.first_line = static_cast<std::int32_t>(i);
    out.paragraphs.push_back(p);
    out.clean.text += '\n';
    out.clean.map.append({line.span.end, std::min<std::uint32_t>(line.span.end + 1, source.raw.size())}, 1);
    open = true;
  }
  return out;
}

}  // namespace guanlan
