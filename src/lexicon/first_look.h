// The filter in front of the trie: whether a word can begin at a place, from its first bytes alone.
//
// Most places of a text begin no word; a look at 33 KB that stay near the processor tells so, where
// the trie would follow three nodes all over its table. After Bloom, "Space/Time Trade-offs in Hash
// Coding with Allowable Errors" (CACM 13(7), 1970), with one hash: it may say yes wrongly, never
// no.
#pragma once

#include <algorithm>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace guanlan {

class FirstLook {
 public:
  void add(std::string_view word) {
    if (word.size() < kShort) {
      tiny_[static_cast<unsigned char>(word[0])] = true;
    } else if (word.size() < kLong) {
      short_[slot<kShortBits>(first<kShort>(load(word)))] = true;
    } else {
      long_[slot<kLongBits>(first<kLong>(load(word)))] = true;
    }
  }

  // The eight bytes at a place, as one number; 0 at the end of a text.
  [[nodiscard]] static std::uint64_t eight(std::string_view text, std::size_t at) {
    if (text.size() - at < sizeof(std::uint64_t)) return 0;
    std::uint64_t head = 0;
    std::memcpy(&head, text.data() + at, sizeof head);
    return little(head);
  }
  // The same of a word; zeros behind a shorter one.
  [[nodiscard]] static std::uint64_t eight_of(std::string_view word) { return load(word); }
  // The first six of them.
  [[nodiscard]] static std::uint64_t two(std::uint64_t eight) { return eight & 0xFFFF'FFFF'FFFFu; }
  // Whether they are two characters of three bytes each.
  [[nodiscard]] static bool is_han_pair(std::uint64_t two) {
    return (two & 0xC0C0'F0C0'C0F0u) == 0x8080'E080'80E0u;
  }

  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
    if (text.size() - at < sizeof(std::uint64_t)) return true;  // the last words of a text
    std::uint64_t head = 0;
    std::memcpy(&head, text.data() + at, sizeof head);
    head = little(head);
    return long_[slot<kLongBits>(first<kLong>(head))] ||
           short_[slot<kShortBits>(first<kShort>(head))] ||
           tiny_[static_cast<unsigned char>(text[at])];
  }

 private:
  static constexpr std::size_t kShort = 3;  // bytes: one Han character
  static constexpr std::size_t kLong = 6;   // two
  static constexpr int kShortBits = 13, kLongBits = 18;

  static std::uint64_t load(std::string_view word) {
    std::uint64_t head = 0;
    std::memcpy(&head, word.data(), std::min(word.size(), sizeof head));
    return little(head);
  }
  static std::uint64_t little(std::uint64_t head) {
    return std::endian::native == std::endian::little ? head : __builtin_bswap64(head);
  }
  template <std::size_t Bytes>
  static std::uint64_t first(std::uint64_t head) {
    return head << (64 - 8 * Bytes);
  }
  template <int Bits>
  static std::size_t slot(std::uint64_t bytes) {
    return static_cast<std::size_t>((bytes * 0x9E3779B97F4A7C15u) >> (64 - Bits));
  }

  std::bitset<1 << kLongBits> long_;
  std::bitset<1 << kShortBits> short_;
  std::bitset<256> tiny_;
};

}  // namespace guanlan
