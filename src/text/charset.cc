#include "text/charset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/charset_clean.h"
#include "text/charset_convert.h"
#include "text/charset_score.h"
#include "text/utf8_check.h"

namespace guanlan {
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr double kPlausible = 0.45;  // chinese_score above which an encoding is believed
constexpr std::string_view kUtf8 = "UTF-8";

struct Mark {
  std::string_view bytes, charset;
};
constexpr std::array<Mark, 6> kMarks{{{"\xEF\xBB\xBF", "UTF-8"},
                                      {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                      {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                      {"\xFF\xFE", "UTF-16LE"},
                                      {"\xFE\xFF", "UTF-16BE"},
                                      {"\x84\x31\x95\x33", "GB18030"}}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// A sample of the bytes that ends at a line end where there is one.
std::string_view sample(std::string_view bytes) {
  if (bytes.size() <= kSample) return bytes;
  const auto end = bytes.rfind('\n', kSample);
  return bytes.substr(0, end == std::string_view::npos ? kSample & ~std::size_t{3} : end);
}

// How well the bytes read in an encoding; broken sequences weigh heavily.
double plausibility(std::string_view bytes, std::string_view charset) {
  const auto converted = convert(bytes, charset);
  return converted ? chinese_score(converted->text) : -1;
}

// UTF-16 without a mark: NULs stand on one side only, or the text reads well in it and not as it
// is.
std::optional<std::string_view> unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  const std::string_view part = bytes.substr(0, kSample);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < part.size(); ++i) nuls[i % 2] += part[i] == '\0';
  const std::size_t few = part.size() / 200;
  if (nuls[1] > part.size() / 8 && nuls[0] <= few) return "UTF-16LE";
  if (nuls[0] > part.size() / 8 && nuls[1] <= few) return "UTF-16BE";
  if (nuls[0] + nuls[1] == 0 && utf8::is_valid(part)) return std::nullopt;
  for (const std::string_view charset : {"UTF-16LE", "UTF-16BE"}) {
    if (plausibility(part, charset) > 0.6) return charset;
  }
  return std::nullopt;
}

struct Line {
  std::string_view bytes;  // with its line end
  bool ascii = false, utf8 = false;
};

template <class F>
void each_line(std::string_view bytes, F&& f) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 1;
    Line line{bytes.substr(0, size)};
    line.ascii = is_ascii(line.bytes);
    line.utf8 = line.ascii || utf8::is_valid(line.bytes);
    f(line);
    bytes.remove_prefix(size);
  }
}

// What stands in the file: bytes of lines that are valid UTF-8, and a sample of those that are not.
struct Mixture {
  std::size_t utf8_bytes = 0;
  std::size_t other_bytes = 0;
  std::string others;
};
Mixture survey(std::string_view bytes) {
  Mixture m;
  each_line(bytes, [&](const Line& line) {
    if (line.ascii) return;
    (line.utf8 ? m.utf8_bytes : m.other_bytes) += line.bytes.size();
    if (!line.utf8 && m.others.size() < kSample) m.others.append(line.bytes.substr(0, kSample));
  });
  return m;
}

struct Guess {
  std::string charset;
  double score = 0;
};
// The best encoding for bytes that are not UTF-8. A declaration wins unless another reads better.
Guess best_legacy(std::string_view bytes, std::string_view declared) {
  Guess best{"GB18030", plausibility(bytes, "GB18030")};
  const Guess big5{"Big5", plausibility(bytes, "Big5")};
  if (big5.score > best.score + 0.05) best = big5;
  if (!declared.empty() && declared != kUtf8 && declared != best.charset) {
    const Guess said{std::string(declared), plausibility(bytes, declared)};
    if (said.score > best.score - 0.05 || best.score < 0.2) best = said;
  }
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (best.score < 0.2 && declared.empty() && high * 20 < bytes.size()) best = {"windows-1252", 0};
  return best;
}

void warn_bad(std::size_t bad, DecodedText& result) {
  if (bad == 0) return;
  result.warnings.push_back(
      fmt::format("{} 处字节不合 {} 编码，以 U+FFFD 代替", bad, result.charset));
}

DecodedText whole(std::string_view bytes, std::string_view charset) {
  DecodedText result;
  result.charset = charset;
  auto converted = convert(bytes, charset);
  if (!converted) {
    result.charset = kUtf8;
    converted = convert(bytes, kUtf8);
  }
  result.text = std::move(converted->text);
  warn_bad(converted->bad, result);
  return result;
}

// Which of two readings of one line is better; UTF-8 is asked for by its own strictness.
bool reads_as_utf8(const Line& line, std::string_view other) {
  const std::string_view part = line.bytes.substr(0, 4096);
  const double as_utf8 = plausibility(part, kUtf8);
  if (line.utf8 && as_utf8 >= kPlausible) return true;
  return as_utf8 >= plausibility(part, other);
}

// Lines in UTF-8 and lines in `other` in one file.
DecodedText line_by_line(std::string_view bytes, const std::string& other, bool mostly_utf8) {
  DecodedText result;
  result.charset = mostly_utf8 ? std::string(kUtf8) : other;
  result.text.reserve(bytes.size() + bytes.size() / 4);
  std::size_t number = 0, bad = 0, changed = 0, first = 0;
  each_line(bytes, [&](const Line& line) {
    ++number;
    if (line.ascii) {
      result.text.append(line.bytes);
      return;
    }
    const bool as_utf8 = reads_as_utf8(line, other);
    const auto converted = convert(line.bytes, as_utf8 ? kUtf8 : std::string_view(other));
    result.text.append(converted->text);
    bad += converted->bad;
    if (as_utf8 != mostly_utf8 && changed++ == 0) first = number;
  });
  if (changed > 0) {
    result.warnings.push_back(
        fmt::format("文件混有两种编码：{} 行为 {}（首见于第 {} 行），已逐行转换", changed,
                    mostly_utf8 ? other : std::string(kUtf8), first));
  }
  warn_bad(bad, result);
  return result;
}

// Short GB18030 text can be valid UTF-8 by accident (联通, 通知): pairs of bytes only, and no
// sense.
bool accidental_utf8(std::string_view bytes, std::string_view legacy) {
  const std::string_view part = bytes.substr(0, kSample);
  bool pairs = false;
  for (const char c : part) {
    if (static_cast<unsigned char>(c) >= 0xE0) return false;
    pairs |= (c & 0x80) != 0;
  }
  return pairs && chinese_score(part) < 0 && plausibility(part, legacy) > 0.6;
}

DecodedText decide(std::string_view bytes, const std::string& declared) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return whole(bytes.substr(mark.bytes.size()), mark.charset);
    }
  }
  if (const auto utf16 = unmarked_utf16(bytes)) return whole(bytes, *utf16);
  const bool seven_bit = declared == "HZ-GB-2312" || declared.starts_with("ISO-2022");
  if (seven_bit && plausibility(sample(bytes), declared) > kPlausible) {
    return whole(bytes, declared);
  }
  if (utf8::is_valid(bytes)) {
    const std::string legacy = declared == "Big5" ? declared : "GB18030";
    if (accidental_utf8(bytes, legacy)) return whole(bytes, legacy);
    return {std::string(bytes), std::string(kUtf8), {}};
  }
  const Mixture mixture = survey(bytes);
  const Guess legacy = best_legacy(sample(mixture.others), declared);
  if (mixture.utf8_bytes == 0 && legacy.score > plausibility(sample(bytes), kUtf8)) {
    return whole(bytes, legacy.charset);
  }
  return line_by_line(bytes, legacy.charset,
                      mixture.utf8_bytes > mixture.other_bytes || legacy.score < kPlausible);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  DecodedText result = decide(bytes, charset_name(declared));
  clean_decoded(result.text, result.warnings);
  return result;
}

std::string_view declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto value = [&](std::size_t at) {
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    const auto end = std::min(head.find_first_of("\"' ;/>?\r\n", at), head.size());
    return head.substr(at, end - at);
  };
  if (head.starts_with("<?xml")) {
    const auto at = head.substr(0, std::min(head.find("?>"), head.size())).find("encoding=");
    if (at != std::string_view::npos) return value(at + 9);
  }
  std::string lower(head);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (auto at = lower.find("<meta"); at != std::string::npos; at = lower.find("<meta", at + 5)) {
    const auto end = std::min(lower.find('>', at), lower.size());
    const auto charset = lower.find("charset=", at);
    if (charset < end) return value(charset + 8);
  }
  return {};
}

}  // namespace guanlan
