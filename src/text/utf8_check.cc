#include "text/utf8_check.h"

#include <cstdint>
#include <cstring>

namespace guanlan::utf8 {
namespace {

std::uint64_t load64(const unsigned char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

bool tail(unsigned char c) { return (c & 0xC0) == 0x80; }

// Bytes of the valid sequence at p, 0 if there is none; `left` bytes may be read.
std::size_t sequence(const unsigned char* p, std::size_t left) {
  const unsigned char b = p[0];
  if (b < 0x80) return 1;
  if (b < 0xC2 || b > 0xF4) return 0;
  if (b < 0xE0) return left >= 2 && tail(p[1]) ? 2 : 0;
  if (b < 0xF0) {
    if (left < 3 || !tail(p[1]) || !tail(p[2])) return 0;
    if (b == 0xE0 && p[1] < 0xA0) return 0;
    if (b == 0xED && p[1] > 0x9F) return 0;
    return 3;
  }
  if (left < 4 || !tail(p[1]) || !tail(p[2]) || !tail(p[3])) return 0;
  if (b == 0xF0 && p[1] < 0x90) return 0;
  if (b == 0xF4 && p[1] > 0x8F) return 0;
  return 4;
}

// Four bytes from p on: a three-byte sequence E1..EC (most Han) and any byte after it.
bool plain_three(const unsigned char* p) {
  return p[0] >= 0xE1 && p[0] <= 0xEC && tail(p[1]) && tail(p[2]);
}

// Bytes that belong together to one broken sequence at p (Unicode 15, table 3-8).
std::size_t broken(const unsigned char* p, std::size_t left) {
  const unsigned char b = p[0];
  if (b < 0xC2 || b > 0xF4) return 1;
  const std::size_t want = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  if (left < 2) return 1;
  const unsigned char low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < low || p[1] > high) return 1;
  std::size_t n = 2;
  while (n < want && n < left && tail(p[n])) ++n;
  return n;
}

}  // namespace

std::size_t valid_prefix(std::string_view text) {
  const auto* begin = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char* p = begin;
  const unsigned char* end = begin + text.size();
  while (p < end) {
    if (*p < 0x80) {
      while (end - p >= 8 && (load64(p) & 0x8080808080808080ull) == 0) p += 8;
      while (p < end && *p < 0x80) ++p;
      continue;
    }
    while (end - p >= 3 && plain_three(p)) p += 3;
    if (p == end || *p < 0x80) continue;
    const std::size_t n = sequence(p, static_cast<std::size_t>(end - p));
    if (n == 0) break;
    p += n;
  }
  return static_cast<std::size_t>(p - begin);
}

std::size_t append_repaired(std::string& out, std::string_view text) {
  std::size_t repaired = 0;
  while (!text.empty()) {
    const std::size_t good = valid_prefix(text);
    out.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    out += "\xEF\xBF\xBD";
    ++repaired;
    text.remove_prefix(broken(reinterpret_cast<const unsigned char*>(text.data()), text.size()));
  }
  return repaired;
}

}  // namespace guanlan::utf8
