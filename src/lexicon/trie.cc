#include "lexicon/trie.h"

#include <algorithm>

namespace guanlan {

struct Trie::Builder {
  const std::vector<std::pair<std::string, std::uint32_t>>& words;
  std::vector<Node>& nodes;
  std::uint32_t first_free = 1;

  struct Branch {
    unsigned char byte;
    std::size_t begin, end;
  };

  void need(std::uint32_t size) {
    if (size > nodes.size()) nodes.resize(std::max<std::size_t>(size, nodes.size() * 2));
  }

  // A base at which all branches find free places. The search begins at first_free, which moves on
  // once what lies behind it is nearly full (after Darts): building stays linear.
  std::uint32_t place(const std::vector<Branch>& branches) {
    const std::uint32_t low = branches.front().byte;
    std::uint32_t at = std::max(first_free, low + 1);
    const std::uint32_t from = at;
    std::uint32_t full = 0;
    for (;; ++at) {
      need(at - low + 257);
      if (nodes[at].check != none) {
        ++full;
        continue;
      }
      const std::uint32_t base = at - low;
      if (std::all_of(branches.begin(), branches.end(), [&](const Branch& b) {
            return nodes[base + b.byte].check == none;
          })) {
        if (full * 20 >= (at - from + 1) * 19) first_free = std::max(first_free, at);
        return base;
      }
    }
  }

  void insert(std::uint32_t node, std::size_t begin, std::size_t end, std::size_t depth) {
    if (words[begin].first.size() == depth) nodes[node].value = words[begin++].second;
    std::vector<Branch> branches;
    for (std::size_t i = begin; i < end;) {
      const auto byte = static_cast<unsigned char>(words[i].first[depth]);
      const std::size_t from = i;
      while (i < end && static_cast<unsigned char>(words[i].first[depth]) == byte) ++i;
      branches.push_back({byte, from, i});
    }
    if (branches.empty()) return;
    const std::uint32_t base = place(branches);
    nodes[node].base = base;
    for (const Branch& b : branches) nodes[base + b.byte].check = node;
    for (const Branch& b : branches) insert(base + b.byte, b.begin, b.end, depth + 1);
  }
};

Trie::Trie(const std::vector<std::pair<std::string, std::uint32_t>>& words) {
  nodes_.resize(512);
  nodes_[0].check = 0;
  if (words.empty()) return;
  Builder builder{words, nodes_};
  builder.insert(0, 0, words.size(), 0);
  nodes_.shrink_to_fit();
}

}  // namespace guanlan
