#include "lexicon/trie.h"

#include <algorithm>
#include <bit>
#include <span>

#include "text/utf8.h"

namespace guanlan {

// Places the nodes. Free places are kept in a list, so that a search never walks over taken ones;
// it is given up after a few, so that building stays linear in the size of the words.
struct Trie::Builder {
  const std::vector<std::pair<std::string_view, std::uint32_t>>& words;
  std::vector<Node, HugePages<Node>>& nodes;
  std::vector<std::uint32_t> next, previous;  // the ring of free places; 0 is its head
  std::uint32_t used = 1;                     // every place from here on is free

  struct Branch {
    unsigned char byte;
    std::size_t begin, end;
  };
  std::vector<Branch> stack = {};  // the branches of the nodes above, and of the one at work

  // Places below 256 are left alone: no base could be as small as to use them all.
  static constexpr std::uint32_t kFirst = 256;

  void need(std::uint32_t size) {
    const auto old = static_cast<std::uint32_t>(nodes.size());
    if (size <= old) return;
    nodes.resize(std::max(size, old * 2));
    next.resize(nodes.size(), 0);
    previous.resize(nodes.size(), 0);
    for (std::uint32_t at = std::max(old, kFirst); at < nodes.size(); ++at) {
      previous[at] = previous[0];
      next[previous[0]] = at;
      next[at] = 0;
      previous[0] = at;
    }
  }

  void take(std::uint32_t at, std::uint32_t parent) {
    nodes[at].check = parent;
    next[previous[at]] = next[at];
    previous[next[at]] = previous[at];
    used = std::max(used, at + 1);
  }

  // A base at which all branches find free places: one of the first free places serves, or the
  // space behind everything.
  std::uint32_t place(std::span<const Branch> branches) {
    constexpr int kTries = 32;
    const std::uint32_t low = branches.front().byte;
    std::uint32_t at = next[0];
    for (int tries = 0; at != 0 && tries < kTries; ++tries, at = next[at]) {
      need(at - low + 257);
      if (std::all_of(branches.begin(), branches.end(),
                      [&](const Branch& b) { return nodes[at - low + b.byte].check == none; })) {
        return at - low;
      }
    }
    const std::uint32_t base = std::max(used, kFirst) - low;
    need(base + 257);
    return base;
  }

  void insert(std::uint32_t node, std::size_t begin, std::size_t end, std::size_t depth) {
    if (words[begin].first.size() == depth) nodes[node].value = words[begin++].second;
    const std::size_t first = stack.size();
    for (std::size_t i = begin; i < end;) {
      const auto byte = static_cast<unsigned char>(words[i].first[depth]);
      const std::size_t from = i;
      while (i < end && static_cast<unsigned char>(words[i].first[depth]) == byte) ++i;
      stack.push_back({byte, from, i});
    }
    const std::size_t last = stack.size();
    if (first == last) return;
    const std::uint32_t base = place({stack.data() + first, last - first});
    nodes[node].base = base;
    for (std::size_t i = first; i < last; ++i) take(base + stack[i].byte, node);
    for (std::size_t i = first; i < last; ++i)
      insert(base + stack[i].byte, stack[i].begin, stack[i].end, depth + 1);
    stack.resize(first);
  }
};

Trie::Trie(const std::vector<std::pair<std::string_view, std::uint32_t>>& words) {
  nodes_.resize(1);
  nodes_[0].check = 0;
  if (words.empty()) return;
  for (const auto& [word, value] : words) first_look_.add(word);
  Builder builder{words, nodes_, {0}, {0}};
  builder.need(1024);
  builder.insert(0, 0, words.size(), 0);
  nodes_.resize(builder.used);
  nodes_.shrink_to_fit();
  add_jumps(words);
}

void Trie::add_jumps(const std::vector<std::pair<std::string_view, std::uint32_t>>& words) {
  std::size_t pairs = 0;
  for (const auto& [word, value] : words) {
    // A word that ends within a character would be jumped over.
    if (utf8::decode_before(word, word.size()).cp == 0xFFFD) return;
    pairs += word.size() >= 2 * kHan;
  }
  const std::size_t size = std::bit_ceil(2 * pairs + 1);
  shift_ = 64 - std::countr_zero(size);
  if (size < 2) return;
  std::vector<Jump, HugePages<Jump>> jumps(size);
  const auto child = [&](std::uint32_t node, char byte) {
    return nodes_[node].base + static_cast<unsigned char>(byte);
  };
  for (const auto& [word, value] : words) {
    if (word.size() < 2 * kHan) continue;
    const std::uint64_t eight = FirstLook::eight_of(word), head = FirstLook::two(eight);
    if (!FirstLook::is_han_pair(head)) continue;
    std::size_t i = slot(head);
    while (jumps[i].head != 0 && jumps[i].head != head) i = (i + 1) & (size - 1);
    Jump& jump = jumps[i];
    if (word.size() > 2 * kHan)  // a single byte behind the pair may be followed by any
      jump.followers |= word.size() == 2 * kHan + 1 ? UINT32_MAX : follower(eight);
    if (jump.head == head) continue;
    jump.head = head;
    for (std::size_t k = 0; k < 2 * kHan; ++k) {
      jump.node = child(jump.node, word[k]);
      if (k + 1 == kHan) jump.first = nodes_[jump.node].value;
    }
    jump.both = nodes_[jump.node].value;
  }
  jumps_ = std::move(jumps);
}

}  // namespace guanlan
