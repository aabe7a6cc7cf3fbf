#include "outline/page_date.h"

#include <algorithm>

#include "outline/words.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

constexpr std::uint32_t kLongest = 360;  // bytes of such a line
constexpr std::uint32_t kName = 36;      // bytes of an account's name before the date

bool is_digit(std::string_view text, std::uint32_t at) {
  return utf8::is_digit(static_cast<unsigned char>(text[at]));
}

bool opens(char c) { return c == '(' || c == '['; }

Span without_open_brackets(std::string_view text, Span line) {
  while (!line.empty()) {
    if (opens(text[line.begin]) || text[line.begin] == ' ') {
      ++line.begin;
    } else if (line.of(text).starts_with("【")) {
      line.begin += 3;
    } else {
      break;
    }
  }
  return line;
}

// The first day written in full within the line.
FullDate first_day(std::string_view text, Span line) {
  FullDate numeric;
  for (std::uint32_t at = line.begin; at < line.end && numeric.year == 0; ++at) {
    if (!is_digit(text, at) || (at > line.begin && is_digit(text, at - 1))) continue;
    numeric = numeric_date(text, at, line.end);
  }
  for (const FullDate& d : find_full_dates(text, line)) {
    if (d.day == 0) continue;
    return numeric.year > 0 && numeric.span.begin < d.span.begin ? numeric : d;
  }
  return numeric;
}

bool clock_follows(std::string_view text, Span rest) {
  while (!rest.empty() && text[rest.begin] == ' ') ++rest.begin;
  const std::string_view words = rest.of(text);
  return words.size() >= 4 && words.substr(0, 3).find(':') != std::string_view::npos;
}

// Behind a clock time: where the page was put up, or by whom. 18:20 北京, 18:20 发表于上海, 18:39
// 某协会
bool is_place_or_name(std::string_view words) {
  constexpr std::uint32_t kLongestOffice = 20;
  if (words.empty() || count_chars(words) > kLongestOffice) return false;
  for (std::size_t at = 0; at < words.size();) {
    const auto d = utf8::decode(words, at);
    if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp)) return false;
    at += d.size;
  }
  return true;
}

// Behind the date: nothing, a clock time, brackets, or further facts about the page.
bool ends_page_line(std::string_view text, Span rest) {
  const bool clock = clock_follows(text, rest);
  while (!rest.empty()) {
    const char c = text[rest.begin];
    if (!is_digit(text, rest.begin) && c != ' ' && c != '\t' && c != ':' && c != ')' && c != ']' &&
        c != '|') {
      break;
    }
    ++rest.begin;
  }
  const std::string_view words = rest.of(text);
  return words.empty() || (clock && is_place_or_name(words)) || words.starts_with("】") ||
         opens(words.front()) || begins_with(Cue::meta, words) || begins_with(Cue::source, words) ||
         begins_with(Cue::source_end, words) || begins_with(Cue::credit, words) ||
         begins_with(Cue::trailer, words);
}

// 2024-02-22 13:47 示例网警阅读(101126)扫描到手机: a line that begins with a day and a clock time,
// and no sentence.
bool is_put_up(std::string_view text, Span before, Span rest) {
  constexpr std::uint32_t kLongestLine = 36;
  if (!before.empty() || !clock_follows(text, rest)) return false;
  const std::string_view words = rest.of(text);
  return count_chars(words) <= kLongestLine &&
         words.find_first_of(",;") == std::string_view::npos &&
         words.find("。") == std::string_view::npos;
}

// 发布时间:…, 来源 …; not 中 in 中国.
bool is_label(std::string_view words, Cue cue) {
  const std::string_view label = prefix(cue, words);
  if (label.empty()) return false;
  const std::string_view rest = words.substr(label.size());
  return rest.empty() || rest.front() == ':' || rest.front() == ' ' || rest.front() == '\t' ||
         utf8::is_digit(static_cast<unsigned char>(rest.front()));
}

// Before the date: nothing, 发布时间:, or the name of an account.
bool begins_page_line(std::string_view text, Span words, bool has_clock) {
  while (!words.empty() && text[words.end - 1] == ' ') --words.end;
  const std::string_view name = words.of(text);
  if (name.empty() || is_label(name, Cue::meta) || is_label(name, Cue::source)) return true;
  return has_clock && name.size() <= kName && name.find_first_of(",:;()") == std::string_view::npos;
}

bool drawn_up(std::string_view line) {
  return line.starts_with("成文") || line.starts_with("发文日期") || line.starts_with("发文时间");
}

// A line that is nothing but a day is a signature's where it stands below the text.
bool has_label(std::string_view text, Span line) {
  return is_label(without_open_brackets(text, line).of(text), Cue::meta);
}

}  // namespace

FullDate page_line_date(std::string_view text, Span line) {
  if (line.size() > kLongest) return {};
  const FullDate date = first_day(text, line);
  if (date.year == 0) return {};
  const Span rest{date.span.end, line.end};
  const Span before{without_open_brackets(text, line).begin, date.span.begin};
  if (before.begin > before.end) return {};
  if (is_put_up(text, before, rest)) return date;
  if (!ends_page_line(text, rest)) return {};
  return begins_page_line(text, before, clock_follows(text, rest)) ? date : FullDate{};
}

namespace {

// In the short lines right below a title that stands further down the page.
FullDate below_title(std::string_view text, const std::vector<Block>& blocks,
                     const TitleLines& title) {
  constexpr std::size_t kLines = 6;
  if (!title.found()) return {};
  for (std::size_t i = title.last + 1; i < std::min(blocks.size(), title.last + 1 + kLines); ++i) {
    if (blocks[i].sentence || blocks[i].stop || blocks[i].chars > 120) break;
    if (const FullDate d = page_line_date(text, blocks[i].span); d.year > 0) return d;
  }
  return {};
}

}  // namespace

FullDate find_page_date(std::string_view text, const std::vector<Block>& blocks,
                        const TitleLines& title) {
  constexpr std::size_t kHead = 16, kTail = 6;
  FullDate found;
  std::size_t i = 0;
  for (; i < std::min(blocks.size(), kHead); ++i) {
    const Block& b = blocks[i];
    if (title.holds(i)) continue;
    if (b.sentence || b.stop || b.chars > 120) break;  // running text
    const FullDate d = page_line_date(text, b.span);
    if (d.year == 0) continue;
    if (drawn_up(without_open_brackets(text, b.span).of(text))) return d;
    if (found.year == 0) found = d;
  }
  if (found.year > 0) return found;
  if (const FullDate d = below_title(text, blocks, title); d.year > 0) return d;
  for (std::size_t k = blocks.size(); k > i && blocks.size() - k < kTail; --k) {
    const Block& b = blocks[k - 1];
    if (b.sentence || !has_label(text, b.span)) continue;
    if (const FullDate d = page_line_date(text, b.span); d.year > 0) return d;
  }
  return {};
}

}  // namespace guanlan::outlining
