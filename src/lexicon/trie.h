// A byte-wise double-array trie: the fast dictionary behind Lexicon::scan.
//
// After Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure" (IEEE TSE
// 15(9), 1989). What costs is waiting for memory: nodes of a large dictionary do not stay in the
// cache. So a word's first two Han characters are looked up at once (a jump to the node behind
// them, which also tells the word that they are and, by a few bits, what may follow), and scan()
// asks for the memory of some places ahead before it looks at any of them.
// Immutable after build; safe to share. testing/ holds a slow twin.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/first_look.h"
#include "lexicon/huge_pages.h"

namespace guanlan {

class Trie {
 public:
  // `words` sorted by key, keys unique and not empty; they are read while it is built.
  explicit Trie(const std::vector<std::pair<std::string_view, std::uint32_t>>& words);
  Trie() = default;

  // Calls f(length, value) for every word that is a prefix of text[at…], shortest first.
  template <class F>
  void prefixes(std::string_view text, std::size_t at, F&& f) const {
    if (first_look_.may_begin(text, at)) walk(text, at, enter(text, at), f);
  }

  // Calls f(at, length, value) for every word of text that begins in [begin, end) at a character,
  // ascending by place, shortest first at one.
  template <class F>
  void scan(std::string_view text, std::size_t begin, std::size_t end, F&& f) const {
    std::array<std::size_t, kAhead> places;
    std::size_t count = 0;
    for (std::size_t at = begin; at < end; ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      if (!first_look_.may_begin(text, at)) continue;
      if (!jumps_.empty())
        __builtin_prefetch(&jumps_[slot(FirstLook::two(FirstLook::eight(text, at)))]);
      places[count++] = at;
      if (count < kAhead) continue;
      walk_all(text, places.data(), count, f);
      count = 0;
    }
    walk_all(text, places.data(), count, f);
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::size_t kAhead = 16;
  static constexpr std::uint32_t kHan = 3;  // bytes of a Han character
  struct Node {
    std::uint32_t base = 0;
    std::uint32_t check = none;  // the parent
    std::uint32_t value = none;
  };
  // Two Han characters that begin a word.
  struct Jump {
    std::uint64_t head = 0;       // their six bytes; 0: free
    std::uint32_t node = 0;       // behind them
    std::uint32_t first = none;   // the value of the first one alone
    std::uint32_t both = none;    // the value of the two
    std::uint32_t followers = 0;  // bits of what goes on with a longer word; see follower()
  };
  // Where the walk for a place begins.
  struct Entrance {
    std::uint32_t node = 0;
    std::uint32_t depth = 0;     // bytes already read
    std::uint32_t first = none;  // a word of one character that was passed
    std::uint32_t both = none;   // one of two
    std::uint32_t reach = none;  // no word is longer
  };
  struct Builder;

  [[nodiscard]] std::size_t slot(std::uint64_t head) const {
    return static_cast<std::size_t>((head * 0x9E3779B97F4A7C15u) >> shift_);
  }
  // One of 32 bits for the two bytes behind the pair.
  [[nodiscard]] static std::uint32_t follower(std::uint64_t eight) {
    return 1u << ((eight >> 56 ^ (eight >> 48) * 7) & 31);
  }
  [[nodiscard]] Entrance enter(std::string_view text, std::size_t at) const {
    const std::uint64_t eight = FirstLook::eight(text, at), head = FirstLook::two(eight);
    if (jumps_.empty() || !FirstLook::is_han_pair(head)) return {};
    for (std::size_t i = slot(head);; i = (i + 1) & (jumps_.size() - 1)) {
      const Jump& jump = jumps_[i];
      if (jump.head == head) {
        const bool ends = (jump.followers & follower(eight)) == 0;
        return {jump.node, 2 * kHan, jump.first, jump.both, ends ? 2 * kHan : none};
      }
      if (jump.head == 0) return {0, 0, none, none, kHan};
    }
  }
  template <class F>
  void walk(std::string_view text, std::size_t at, const Entrance& from, F&& f) const {
    if (from.first != none) f(kHan, from.first);
    if (from.both != none) f(2 * kHan, from.both);
    std::uint32_t node = from.node;
    const std::size_t end =
        from.reach == none ? text.size() : std::min(text.size(), at + from.reach);
    for (std::size_t i = at + from.depth; i < end; ++i) {
      const std::uint32_t next = nodes_[node].base + static_cast<unsigned char>(text[i]);
      if (next >= nodes_.size() || nodes_[next].check != node) return;
      node = next;
      if (nodes_[node].value != none) f(i + 1 - at, nodes_[node].value);
    }
  }
  template <class F>
  void walk_all(std::string_view text, const std::size_t* places, std::size_t count, F&& f) const {
    std::array<Entrance, kAhead> entrances;
    for (std::size_t i = 0; i < count; ++i) {
      entrances[i] = enter(text, places[i]);
      if (entrances[i].reach == none) __builtin_prefetch(&nodes_[entrances[i].node]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      walk(text, places[i], entrances[i],
           [&](std::size_t length, std::uint32_t value) { f(places[i], length, value); });
    }
  }
  void add_jumps(const std::vector<std::pair<std::string_view, std::uint32_t>>& words);

  FirstLook first_look_;
  std::vector<Node, HugePages<Node>> nodes_;
  std::vector<Jump, HugePages<Jump>> jumps_;  // open addressing, a power of two; empty: none
  int shift_ = 64;
};

}  // namespace guanlan
