#include "lexicon/frame.h"

#include <algorithm>

#include "lexicon/embedded.h"

namespace guanlan {

std::vector<FrameWord> frame_words(std::string_view path, std::span<const std::string_view> classes) {
  std::vector<FrameWord> words;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path() != path) continue;
    std::string_view text = file.text();
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      const auto tab = line.find('\t');
      if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
      const auto at = std::find(classes.begin(), classes.end(), line.substr(tab + 1));
      if (at != classes.end()) words.push_back({line.substr(0, tab), static_cast<std::size_t>(at - classes.begin())});
    }
  }
  return words;
}

}  // namespace guanlan
