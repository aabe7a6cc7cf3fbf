#include "lexicon/rows.h"

#include <algorithm>

#include "lexicon/embedded.h"

namespace guanlan {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    if (end == text.size()) return out;
    begin = end + 1;
  }
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view path) {
  std::vector<std::vector<std::string_view>> out;
  std::size_t columns = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path() != path) continue;
    for (const std::string_view line : split(file.text(), '\n')) {
      if (line.empty() || line.front() == '#') continue;
      auto cells = split(line, '\t');
      if (columns == 0) {
        columns = cells.size();
        continue;
      }
      cells.resize(columns);
      out.push_back(std::move(cells));
    }
  }
  return out;
}

}  // namespace guanlan
