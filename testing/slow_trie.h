// The obvious dictionary: every word is tried at every place. The twin of src/lexicon/trie.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan::testing {

using Words = std::vector<std::pair<std::string_view, std::uint32_t>>;

// (length, value) of every word that is a prefix of text[at…], shortest first.
[[nodiscard]] inline std::vector<std::pair<std::size_t, std::uint32_t>> slow_prefixes(
    const Words& words, std::string_view text, std::size_t at) {
  std::vector<std::pair<std::size_t, std::uint32_t>> out;
  for (const auto& [word, value] : words) {
    if (text.substr(at).starts_with(word)) out.emplace_back(word.size(), value);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace guanlan::testing
