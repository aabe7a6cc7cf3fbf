#include "read/word.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "read/word_table.h"

namespace guanlan {

using namespace word_table;

void rescale(PageWords& page, float factor) {
  page.width *= factor;
  page.height *= factor;
  for (auto& word : page.words) {
    word.box = {word.box.x0 * factor, word.box.y0 * factor, word.box.x1 * factor,
                word.box.y1 * factor};
    word.em *= factor;
  }
}

std::vector<PageWords> parse_words(std::string_view tsv) {
  std::vector<PageWords> pages;
  for_each_row(tsv, [&, line = 0U](char level, const Row& row) mutable {
    if (level == '1') pages.push_back(begin_page(row, static_cast<int>(pages.size()) + 1));
    if (level == '4') ++line;
    if (level == '5' && !pages.empty()) add_word(row, line, pages.back());
  });
  return pages;
}

void settle_sizes(std::vector<PageWords>& pages) {
  const auto key = [](const Word& word) {
    return static_cast<int>(std::lround((word.box.y1 - word.box.y0) * 10));
  };
  std::unordered_map<int, std::vector<float>> sizes;
  for (const auto& page : pages) {
    for (const auto& word : page.words) {
      if (word.wide > 0 && word.narrow == 0) sizes[key(word)].push_back(word.em);
    }
  }
  std::unordered_map<int, float> usual;
  for (auto& [height, all] : sizes) {
    // The lower quartile: lines spread to fill their measure are wider than they should be.
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 4);
    std::nth_element(all.begin(), at, all.end());
    usual[height] = *at;
  }
  for (auto& page : pages) {
    for (auto& word : page.words) {
      const auto found = usual.find(key(word));
      if (found != usual.end()) word.em = found->second;
    }
  }
}

}  // namespace guanlan
