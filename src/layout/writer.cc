#include "layout/writer.h"

#include "layout/line_view.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// Letters of scripts that part words with blanks.
bool is_word(char32_t cp) {
  return utf8::is_latin(cp) || utf8::is_digit(cp) || (cp >= 0x370 && cp < 0x1100);
}

bool is_cjk_mark(char32_t cp) {
  return (cp >= 0x3001 && cp <= 0x3003) || (cp >= 0x3008 && cp <= 0x301F) || cp == U'“' ||
         cp == U'”' || cp == U'‘' || cp == U'’' || cp == U'…' || cp == U'—' || cp == U'·';
}

}  // namespace

void Writer::put(char32_t cp, Span raw) {
  const auto before = size();
  utf8::append(out_.text, cp);
  out_.map.append(raw, size() - before);
  last_ = cp;
}

// The token before the current place is one Chinese character.
bool Writer::alone_before() const {
  return utf8::is_han(last_) && size() - token_ <= 4 &&
         utf8::decode(out_.text, token_).size == size() - token_;
}

bool Writer::alone_after(std::uint32_t at, std::uint32_t end) const {
  const auto d = utf8::decode(raw_, at);
  if (!utf8::is_han(d.cp)) return false;
  at += d.size;
  if (at >= end) return true;
  const char32_t next = utf8::decode(raw_, at).cp;
  return utf8::is_blank(next) || is_closing(fold(next));
}

// Blanks inside a line, with words on both sides.
void Writer::blanks(Span raw, std::uint32_t next, std::uint32_t end) {
  const char32_t after = fold(utf8::decode(raw_, next).cp);
  bool keep = false;
  if (numbered_) {
    keep = true;
    numbered_ = false;
  } else if (is_word(last_) && is_word(after)) {
    const bool drop_capital = utf8::is_digit(last_) && size() - line_ == 1 &&
                              utf8::is_digit(after) && next + 3 < end &&
                              utf8::is_digit(fold(utf8::decode(raw_, next + 1).cp)) &&
                              utf8::is_digit(fold(utf8::decode(raw_, next + 2).cp));
    keep = !drop_capital;
  } else if (utf8::is_han(last_) && utf8::is_han(after)) {
    keep = !(alone_before() && alone_after(next, end));
  } else if (utf8::is_han(last_) || utf8::is_han(after)) {
    keep = false;
  } else {
    keep = !is_cjk_mark(last_) && !is_cjk_mark(after) && !is_closing(after) && !is_opening(last_);
  }
  if (keep) put(' ', {raw.begin, raw.begin + utf8::decode(raw_, raw.begin).size});
  token_ = size();
}

void Writer::line(Span words, Seam seam) {
  if (seam == Seam::begin || seam == Seam::numbered) {
    paragraph_ = token_ = size();
    last_ = 0;
  }
  numbered_ = seam == Seam::numbered;
  line_ = size();
  std::uint32_t at = words.begin;
  if (seam == Seam::wrap && at < words.end) {
    const char32_t after = fold(utf8::decode(raw_, at).cp);
    const bool words_meet = utf8::is_latin(last_) && utf8::is_latin(after);
    if (words_meet && at > 0) put(' ', {at - 1, at});
    token_ = size();
  }
  while (at < words.end) {
    if (const auto end = static_cast<std::uint32_t>(utf8::skip_han(raw_, at, words.end));
        end > at) {
      out_.text.append(raw_, at, end - at);
      out_.map.append({at, end}, end - at);
      last_ = utf8::decode_before(raw_, end).cp;
      at = end;
      continue;
    }
    const auto d = utf8::decode(raw_, at);
    const Span here{at, at + d.size};
    at += d.size;
    if (utf8::is_invisible(d.cp)) continue;
    if (!utf8::is_blank(d.cp)) {
      put(fold(d.cp), here);
      continue;
    }
    while (at < words.end) {
      const auto next = utf8::decode(raw_, at);
      if (!utf8::is_blank(next.cp) && !utf8::is_invisible(next.cp)) break;
      at += next.size;
    }
    if (at < words.end && last_ != 0) blanks(here, at, words.end);
  }
}

void Writer::row(Span words, bool tabs_only, Seam seam) {
  if (seam == Seam::begin) {
    paragraph_ = token_ = size();
    last_ = 0;
  } else if (seam == Seam::cell && words.begin > 0) {
    put('\t', {words.begin - 1, words.begin});
  }
  std::uint32_t cell = words.begin;
  for (std::uint32_t at = words.begin; at <= words.end;) {
    const auto d = at < words.end ? utf8::decode(raw_, at) : utf8::Decoded{'\t', 1};
    const bool cut = at == words.end || (tabs_only ? d.cp == '\t' : utf8::is_blank(d.cp));
    if (cut && (at > cell || tabs_only)) {
      line_ = token_ = size();
      last_ = 0;
      line({cell, at}, Seam::glue);
    }
    if (cut && at < words.end) {
      std::uint32_t next = at + d.size;
      while (!tabs_only && next < words.end && utf8::is_blank(utf8::decode(raw_, next).cp)) {
        next += utf8::decode(raw_, next).size;
      }
      put('\t', {at, at + d.size});
      at = cell = next;
      continue;
    }
    at += d.size;
  }
}

void Writer::end(std::uint32_t raw_end) {
  const bool more = raw_end < raw_.size();
  put('\n', {raw_end, raw_end + (more ? utf8::decode(raw_, raw_end).size : 0)});
  last_ = 0;
}

}  // namespace guanlan
