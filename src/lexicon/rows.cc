#include "lexicon/rows.h"

#include <algorithm>

#include "lexicon/embedded.h"

namespace guanlan {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (Pieces pieces(text, mark); pieces.next();) out.push_back(pieces.piece());
  return out;
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view path) {
  std::vector<std::vector<std::string_view>> out;
  std::size_t columns = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path() != path) continue;
    for (Pieces lines(file.text(), '\n'); lines.next();) {
      const std::string_view line = lines.piece();
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
