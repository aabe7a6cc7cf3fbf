#include "ledger/words.h"

#include <algorithm>
#include <map>

#include "lexicon/rows.h"
#include "lexicon/trie.h"

namespace guanlan::ledger {
namespace {

constexpr std::string_view kClasses[] = {"deed", "thing", "whole", "unit", "plan", "undone"};

struct Table {
  std::vector<Entry> entries;
  std::map<std::string_view, std::string_view> units;
  Trie trie;

  Table() {
    std::map<std::string, Entry> all;
    for (const auto& row : rows_of("lexicon/ledger/words.tsv")) {
      const auto cls =
          std::find(std::begin(kClasses), std::end(kClasses), row[1]) - std::begin(kClasses);
      if (cls == std::ssize(kClasses)) continue;
      if (row[1] == "unit") {
        units[row[0]] = row[2];
        continue;
      }
      Entry& entry = all[std::string(row[0])];
      entry.classes = static_cast<std::uint8_t>(entry.classes | 1u << cls);
      entry.ids[static_cast<std::size_t>(cls)] = row[2];
    }
    std::vector<std::pair<std::string, std::uint32_t>> words;
    for (const auto& [spelling, entry] : all) {
      words.emplace_back(spelling, static_cast<std::uint32_t>(entries.size()));
      entries.push_back(entry);
    }
    trie = Trie(words);
  }
};

const Table& table() {
  static const Table words;
  return words;
}

}  // namespace

void find_words(std::string_view text, Span part, std::vector<Word>& out) {
  const Table& words = table();
  const std::size_t first = out.size();
  words.trie.scan(
      text.substr(0, part.end), part.begin, part.end,
      [&](std::size_t at, std::size_t size, std::uint32_t value) {
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
        if (out.size() > first) {
          Word& last = out.back();
          if (last.span.begin == span.begin) {  // a longer one of the same place
            last = {span, &words.entries[value]};
            return;
          }
          if (span.begin < last.span.end) return;
        }
        out.push_back({span, &words.entries[value]});
      });
}

std::string_view thing_of_unit(std::string_view unit) {
  const auto it = table().units.find(unit);
  return it == table().units.end() ? std::string_view{} : it->second;
}

}  // namespace guanlan::ledger
