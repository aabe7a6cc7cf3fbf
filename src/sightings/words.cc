#include "sightings/words.h"

#include <algorithm>
#include <string>

#include "lexicon/rows.h"

namespace guanlan::sighting {
namespace {

std::string path_of(std::string_view table) {
  return "lexicon/track/" + std::string(table) + ".tsv";
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view table, std::string_view kind) {
  std::vector<std::string_view> out;
  for (const auto& row : rows_of(path_of(table))) {
    if (row[1] == kind) out.push_back(row[0]);
  }
  std::stable_sort(out.begin(), out.end(), [](auto a, auto b) { return a.size() > b.size(); });
  return out;
}

std::string_view third_column(std::string_view table, std::string_view word) {
  for (const auto& row : rows_of(path_of(table))) {
    if (row[0] == word && row.size() > 2) return row[2];
  }
  return {};
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

std::string_view behind_last(std::string_view text, std::span<const std::string_view> marks) {
  std::size_t from = 0;
  for (const std::string_view mark : marks) {
    const std::size_t at = text.rfind(mark);
    if (at != text.npos) from = std::max(from, at + mark.size());
  }
  return text.substr(from);
}

}  // namespace guanlan::sighting
