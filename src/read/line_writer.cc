#include "read/line_writer.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/utf8_check.h"

namespace guanlan {

LineWriter::LineWriter(Source& source, const ReadOptions& options)
    : source_(source), max_text_(std::min<std::size_t>(options.max_text, UINT32_MAX - 2)) {}

void LineWriter::begin(const LineStyle& style) {
  if (source_.lines.size() >= kMaxLines) overflow_ = true;
  if (overflow_) return;
  Line line;
  const auto at = static_cast<std::uint32_t>(source_.raw.size());
  line.span = {at, at};
  line.page = page_;
  line.role = style.role;
  line.level = style.level;
  line.table = style.table;
  line.font_size = style.font_size;
  line.bold = style.bold;
  source_.lines.push_back(line);
}

Span LineWriter::piece(std::string_view text) {
  std::string& raw = source_.raw;
  const auto at = static_cast<std::uint32_t>(raw.size());
  if (overflow_ || raw.size() + text.size() >= max_text_) {
    overflow_ = true;
    return {at, at};
  }
  if (utf8::is_valid(text)) {
    raw.append(text);
  } else {
    utf8::append_repaired(raw, text);
  }
  const auto fresh = raw.begin() + at;
  std::replace_if(
      fresh, raw.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  raw.erase(std::remove(fresh, raw.end(), '\0'), raw.end());
  return {at, static_cast<std::uint32_t>(raw.size())};
}

void LineWriter::end() {
  if (overflow_) return;
  source_.lines.back().span.end = static_cast<std::uint32_t>(source_.raw.size());
  source_.raw += '\n';
}

Span LineWriter::add(std::string_view text, const LineStyle& style) {
  begin(style);
  const Span span = piece(text);
  end();
  return span;
}

void LineWriter::trace(Span written, std::string_view text,
                       const std::vector<TextOrigin>& origins) {
  const auto passing = [](char32_t cp) {
    return utf8::is_blank(cp) || utf8::is_invisible(cp) || cp == '\n' || cp == '\r';
  };
  const std::string_view raw = source_.raw;
  std::uint32_t to = written.begin;
  for (const TextOrigin& origin : origins) {
    for (std::uint32_t from = origin.at; from < origin.at + origin.size;) {
      const utf8::Decoded d = utf8::decode(text, from);
      if (!passing(d.cp)) {
        while (to < written.end && passing(utf8::decode(raw, to).cp))
          to += utf8::decode(raw, to).size;
        if (to + d.size > written.end) return;
        add_origin({{to, to + d.size}, origin.element, origin.element_at + from - origin.at});
        to += d.size;
      }
      from += d.size;
    }
  }
}

// Neighbours in both texts are one stretch.
void LineWriter::add_origin(const Origin& fresh) {
  if (!source_.origins.empty()) {
    Origin& last = source_.origins.back();
    if (last.element == fresh.element && last.raw.end == fresh.raw.begin &&
        last.at + last.raw.size() == fresh.at) {
      last.raw.end = fresh.raw.end;
      return;
    }
  }
  source_.origins.push_back(fresh);
}

void LineWriter::set_page(int page) {
  page_ = page;
  source_.pages = std::max(source_.pages, page);
}

std::string one_line(std::string_view text) {
  std::string valid;
  utf8::append_repaired(valid, text);
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < valid.size();) {
    const utf8::Decoded d = utf8::decode(valid, at);
    const bool gap = utf8::is_blank(d.cp) || d.cp == '\n';
    if (gap) {
      blank = !out.empty();
    } else if (!utf8::is_invisible(d.cp)) {
      if (blank) out += ' ';
      blank = false;
      utf8::append(out, d.cp);
    }
    at += d.size;
  }
  return out;
}

Error too_long(std::string_view name) {
  return {Code::unsupported, "解出的文字超过上限", std::string(name),
          "请拆分文件，或提高 max_text 上限"};
}

}  // namespace guanlan
