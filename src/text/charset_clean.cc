#include "text/charset_clean.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "text/utf8.h"

namespace guanlan {
namespace {

enum Sort { kNone = -1, kBidi, kZeroWidth, kControl };
constexpr std::array<const char*, 3> kNames{"双向控制字符", "零宽字符", "控制字符"};

struct Found {
  std::size_t count = 0, line = 0;
};

// Line ends to LF, NULs out, in place; returns the number of NULs.
std::size_t normalise(std::string& text) {
  const bool returns = std::memchr(text.data(), '\r', text.size()) != nullptr;
  const bool nuls = std::memchr(text.data(), '\0', text.size()) != nullptr;
  if (!returns && !nuls) return 0;
  std::size_t dropped = 0, out = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\0') {
      ++dropped;
    } else if (c != '\r') {
      text[out++] = c;
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      text[out++] = '\n';
    }
  }
  text.resize(out);
  return dropped;
}

Sort sort_of(std::string_view text, std::size_t at, unsigned char byte) {
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\f' ? kNone : kControl;
  if (byte != 0xE2 && byte != 0xEF) return kNone;
  const char32_t cp = utf8::decode(text, at).cp;
  if ((cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069)) return kBidi;
  const bool zero_width = (cp >= 0x200B && cp <= 0x200F) || cp == 0x2060 || cp == 0xFEFF;
  return zero_width ? kZeroWidth : kNone;
}

}  // namespace

void clean_decoded(std::string& text, std::vector<std::string>& warnings) {
  if (const std::size_t nuls = normalise(text)) {
    warnings.push_back(fmt::format("删去 {} 个空字符（NUL）", nuls));
  }
  std::array<Found, 3> found;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    at = utf8::skip_han(text, at, text.size());
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != 0xE2 && byte != 0xEF) continue;
    if (byte == '\n') ++line;
    const Sort sort = sort_of(text, at, byte);
    if (sort == kNone) continue;
    if (found[sort].count++ == 0) found[sort].line = line;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].count == 0) continue;
    warnings.push_back(
        fmt::format("含 {} 个{}（首见于第 {} 行）", found[i].count, kNames[i], found[i].line));
  }
}

}  // namespace guanlan
