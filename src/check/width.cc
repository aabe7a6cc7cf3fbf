// Width (全角与半角) after GB/T 15834-2011: between Chinese characters marks are full-width.
//
//   punct.half-width   违规收集个人信息, APP 强制索取权限
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

// The full-width twin of a half-width mark; 0: none.
char32_t full_width(char c) {
  switch (c) {
    case ',':
      return U'，';
    case ';':
      return U'；';
    case '?':
      return U'？';
    case '!':
      return U'！';
    case ':':
      return U'：';
    default:
      return 0;
  }
}

// The mark with the words around it, within the line, so that the finding can be read.
Span with_words(std::string_view text, std::uint32_t mark) {
  constexpr int kBefore = 6, kAfter = 3;
  std::uint32_t begin = mark, end = mark + 1;
  for (int i = 0; i < kBefore && begin > 0 && text[begin - 1] != '\n'; ++i) {
    begin -= utf8::decode_before(text, begin).size;
  }
  for (int i = 0; i < kAfter && end < text.size() && text[end] != '\n'; ++i) {
    end += utf8::decode(text, end).size;
  }
  return {begin, end};
}

struct Found {
  std::vector<std::uint32_t> half;  // half-width marks behind Chinese characters
  std::size_t full = 0;             // full-width ones
};

Found marks_of(const Desk& desk) {
  const std::string_view raw = desk.raw(), text = desk.text();
  Found out;
  for (std::uint32_t at = 1; at < text.size(); ++at) {
    if (full_width(text[at]) == 0 || !utf8::is_han(around::previous(text, at))) continue;
    const Span mark = desk.document().layout.clean.raw({at, at + 1});
    if (mark.size() != 1 || raw[mark.begin] != text[at]) {
      ++out.full;
      continue;
    }
    std::uint32_t next = at + 1;
    while (next < text.size() && text[next] == ' ') ++next;
    const char32_t after = around::next(text, next);
    if (after != 0 && after != '/' && !utf8::is_digit(after)) out.half.push_back(at);
  }
  return out;
}

}  // namespace

void check_width(Desk& desk) {
  const Found found = marks_of(desk);
  constexpr std::size_t kHabit = 20;  // more than these, and as many as full-width: a habit
  const bool habit = found.half.size() > kHabit && found.half.size() > found.full / 2;
  for (const std::uint32_t at : found.half) {
    std::string full;
    utf8::append(full, full_width(desk.text()[at]));
    const Span words = with_words(desk.text(), at);
    const std::string fix =
        desk.printed({words.begin, at}) + full + desk.printed({at + 1, words.end});
    desk.report({"punct.half-width",
                 in_clean(words),
                 {{"full", full}, {"count", std::to_string(habit ? found.half.size() : 1)}},
                 fix});
    if (habit) return;  // said once
  }
}

}  // namespace guanlan::checking
