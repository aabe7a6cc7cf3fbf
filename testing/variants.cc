#include "testing/variants.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace guanlan::testing {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string replace(std::string_view text,
                    const std::vector<std::pair<std::string_view, std::string_view>>& pairs) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool done = false;
    for (const auto& [from, to] : pairs) {
      if (text.compare(at, from.size(), from) != 0) continue;
      out += to;
      at += from.size();
      done = true;
      break;
    }
    if (!done) out += text[at++];
  }
  return out;
}

// No line begins with closing punctuation (避头): typesetters keep it on the line before.
bool may_begin_line(char32_t cp) {
  constexpr std::u32string_view kNever = U"，。、；：？！）》”’】%";
  return kNever.find(cp) == std::u32string_view::npos;
}

}  // namespace

std::string rewrap(std::string_view text, std::size_t width) {
  std::string out;
  for (std::string_view line : lines_of(text)) {
    std::size_t column = 0, last = 0;  // where the line may still be broken, in `out`
    std::size_t after_last = 0;        // columns from there
    for (std::size_t at = 0; at < line.size();) {
      const auto d = utf8::decode(line, at);
      const std::size_t wide = d.cp < 0x80 ? 1 : 2;
      const bool inside_word = d.cp < 0x80 && d.cp != ' ' && at > 0 &&
                               static_cast<unsigned char>(line[at - 1]) < 0x80 &&
                               line[at - 1] != ' ';
      if (may_begin_line(d.cp) && !inside_word) {
        last = out.size();
        after_last = 0;
      }
      if (column + wide > width && column > after_last) {
        out.insert(last, 1, '\n');
        column = after_last;
      }
      out += line.substr(at, d.size);
      column += wide;
      after_last += wide;
      at += d.size;
    }
    out += '\n';
  }
  return out;
}

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : lines_of(text)) {
    if (!line.empty() && !line.starts_with("　")) out += "　　";
    out += line;
    out += '\n';
  }
  return out;
}

std::string spread(std::string_view text) { return replace(text, {{"\n", "\n\n"}}); }

std::string paginate(std::string_view text, std::size_t lines) {
  std::string out;
  std::size_t count = 0, page = 1;
  for (std::string_view line : lines_of(text)) {
    out += line;
    out += '\n';
    if (++count % lines == 0) out += "\n- " + std::to_string(page++) + " -\n\f";
  }
  return out;
}

std::string half_width(std::string_view text) {
  return replace(text, {{"，", ","},
                        {"：", ":"},
                        {"；", ";"},
                        {"（", "("},
                        {"）", ")"},
                        {"？", "?"},
                        {"！", "!"},
                        {"％", "%"}});
}

std::string corner_quotes(std::string_view text) {
  return replace(text, {{"“", "「"}, {"”", "」"}, {"‘", "『"}, {"’", "』"}});
}

std::string wide_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    c >= '0' && c <= '9' ? utf8::append(out, U'０' + static_cast<char32_t>(c - '0'))
                         : out.push_back(c);
  }
  return out;
}

std::string spaced_digits(std::string_view text) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const bool meet = (utf8::is_han(before) && utf8::is_digit(d.cp)) ||
                      (utf8::is_digit(before) && utf8::is_han(d.cp));
    if (meet) out.push_back(' ');
    out += text.substr(at, d.size);
    before = d.cp;
    at += d.size;
  }
  return out;
}

std::string crlf(std::string_view text) { return replace(text, {{"\n", "\r\n"}}); }

std::string encode(std::string_view text, const char* charset) {
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string out(text.size() * 2 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  const auto size = ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                                    wide.getBuffer(), wide.length(), &status);
  ucnv_close(converter);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
  return out;
}

}  // namespace guanlan::testing
