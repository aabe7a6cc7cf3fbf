#include "lexicon/frame.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "lexicon/rows.h"

namespace guanlan {

std::vector<FrameWord> frame_words(std::string_view path,
                                   std::span<const std::string_view> classes) {
  std::vector<FrameWord> words;
  for (const auto& row : rows_of(path)) {
    const auto at = std::find(classes.begin(), classes.end(), row[1]);
    if (at == classes.end())
      throw std::logic_error(std::string(path) + ": no such class: " + std::string(row[1]));
    words.push_back({row[0], static_cast<std::size_t>(at - classes.begin())});
  }
  return words;
}

}  // namespace guanlan
