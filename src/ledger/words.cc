#include "ledger/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "lexicon/rows.h"
#include "lexicon/trie.h"

namespace guanlan::ledger {
namespace {

constexpr std::string_view kClasses[] = {"deed", "thing", "whole", "unit", "plan", "undone"};
constexpr std::string_view kGroups[] = {"link",  "number-of", "state", "lead", "goes-on",
                                        "as-of", "until",     "since", "total"};
constexpr std::string_view kTraits[] = {"flow",      "stock",  "case-sum",
                                        "case-work", "anyone", "suffered"};

// The place of a word in a list; its size: none.
template <std::size_t N>
std::size_t place_in(const std::string_view (&list)[N], std::string_view word) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), word) -
                                  std::begin(list));
}

struct Table {
  std::vector<Entry> entries;
  std::map<std::string_view, std::string_view> units;
  std::array<std::set<std::string_view>, std::size(kTraits)> traits;
  std::array<std::vector<std::string_view>, std::size(kGroups)> groups;
  std::set<std::string_view> times;
  Trie trie;

  Table() {
    take_times();
    std::map<std::string, Entry> all;
    for (const auto& row : rows_of("lexicon/ledger/words.tsv")) {
      if (row[1] == "unit") units[row[0]] = row[2];
      if (row[1] == "time") times.insert(row[0]);
      if (const std::size_t trait = place_in(kTraits, row[1]); trait < traits.size())
        traits[trait].insert(row[0]);
      if (const std::size_t group = place_in(kGroups, row[1]); group < groups.size())
        groups[group].push_back(row[0]);
      const std::size_t cls = place_in(kClasses, row[1]);
      if (cls == std::size(kClasses) || row[1] == "unit") continue;
      Entry& entry = all[std::string(row[0])];
      entry.classes = static_cast<std::uint8_t>(entry.classes | 1u << cls);
      entry.ids[cls] = row[2];
    }
    for (auto& group : groups) {
      std::stable_sort(group.begin(), group.end(),
                       [](auto a, auto b) { return a.size() > b.size(); });
    }
    std::vector<std::pair<std::string_view, std::uint32_t>> words;
    for (const auto& [spelling, entry] : all) {
      words.emplace_back(spelling, static_cast<std::uint32_t>(entries.size()));
      entries.push_back(entry);
    }
    trie = Trie(words);
  }

  // The units that measure time, in all their spellings.
  void take_times() {
    for (const auto& row : rows_of("lexicon/units.tsv")) {
      if (row[2] != "time") continue;
      times.insert(row[0]);
      for (const std::string_view form : split(row[1], '|')) times.insert(form);
    }
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

bool has(std::string_view id, Trait trait) {
  return table().traits[static_cast<std::size_t>(trait)].contains(id);
}

std::span<const std::string_view> group(Group group) {
  return table().groups[static_cast<std::size_t>(group)];
}

bool is_time(std::string_view unit) { return !unit.empty() && table().times.contains(unit); }

std::string_view thing_of_unit(std::string_view unit) {
  const auto it = table().units.find(unit);
  return it == table().units.end() ? std::string_view{} : it->second;
}

}  // namespace guanlan::ledger
