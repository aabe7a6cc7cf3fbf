// A byte-wise double-array trie: the fast dictionary behind Lexicon::scan.
//
// After Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure" (IEEE TSE
// 15(9), 1989). Immutable after build; safe to share. testing/ holds a slow twin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/first_look.h"

namespace guanlan {

class Trie {
 public:
  // `words` sorted by key, keys unique and not empty.
  explicit Trie(const std::vector<std::pair<std::string, std::uint32_t>>& words);
  Trie() = default;

  // Calls f(length, value) for every word that is a prefix of text[at…], shortest first.
  template <class F>
  void prefixes(std::string_view text, std::size_t at, F&& f) const {
    if (!first_look_.may_begin(text, at)) return;
    std::uint32_t node = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
      const std::uint32_t next = nodes_[node].base + static_cast<unsigned char>(text[i]);
      if (next >= nodes_.size() || nodes_[next].check != node) return;
      node = next;
      if (nodes_[node].value != none) f(i + 1 - at, nodes_[node].value);
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Node {
    std::uint32_t base = 0;
    std::uint32_t check = none;  // the parent
    std::uint32_t value = none;
  };
  struct Builder;
  FirstLook first_look_;
  std::vector<Node> nodes_;
};

}  // namespace guanlan
