#include "sightings/words.h"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/embedded.h"

namespace guanlan::sighting {
namespace {

std::string_view file_text(std::string_view table) {
  const std::string path = "lexicon/track/" + std::string(table) + ".tsv";
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path() == path) return file.text();
  }
  return {};
}

// Calls f(first, second, third) for each row.
template <class F>
void each_row(std::string_view table, F f) {
  std::string_view rest = file_text(table);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.empty() || row.front() == '#') continue;
    std::array<std::string_view, 3> cells;
    for (std::string_view& cell : cells) {
      cell = row.substr(0, row.find('\t'));
      row.remove_prefix(std::min(cell.size() + 1, row.size()));
    }
    f(cells[0], cells[1], cells[2]);
  }
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view table, std::string_view kind) {
  std::vector<std::string_view> out;
  each_row(table, [&](std::string_view word, std::string_view of, std::string_view) {
    if (of == kind) out.push_back(word);
  });
  std::stable_sort(out.begin(), out.end(), [](auto a, auto b) { return a.size() > b.size(); });
  return out;
}

std::string_view third_column(std::string_view table, std::string_view word) {
  std::string_view out;
  each_row(table, [&](std::string_view one, std::string_view, std::string_view third) {
    if (one == word) out = third;
  });
  return out;
}

std::string_view ending(std::string_view text, const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    if (text.ends_with(word)) return word;
  }
  return {};
}

std::string_view beginning(std::string_view text, const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word;
  }
  return {};
}

}  // namespace guanlan::sighting
