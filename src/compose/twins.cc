// Reports of one event: found by blocks of what they have in common, confirmed one by one.
//
// Two reports of different documents are twins when their days agree (or one has none) and their
// headlines share most of their character pairs, or fewer pairs and at least two weighty facts.
// Each report is compared with at most kBlock others of its block, so the work stays linear.
#include <unordered_map>

#include "compose/candidate.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

constexpr std::size_t kBlock = 40;

struct Shape {
  std::vector<std::uint64_t> pairs;  // of the headline's letters, sorted, no one twice
  std::vector<std::string> facts;    // sorted: titles, numbers, sums
};

Shape shape_of(const Item& item) {
  Shape out;
  char32_t last = 0;
  for (std::size_t at = 0; at < item.title.size();) {
    const auto d = utf8::decode(item.title, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (!utf8::is_han(cp) && !utf8::is_digit(cp) && !utf8::is_latin(cp)) continue;
    if (last != 0) out.pairs.push_back(static_cast<std::uint64_t>(last) << 32 | cp);
    last = cp;
  }
  for (const Value& v : item.facts) {
    const bool weighty = v.field == "figures" || v.field == "doc_numbers" || v.field == "cve" ||
                         v.field == "standards" || v.field == "sanctions" ||
                         (v.field == "instruments" && !v.value.ends_with(" cited"));
    if (weighty) out.facts.push_back(v.field + v.value);
  }
  const auto tidy = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  tidy(out.pairs);
  tidy(out.facts);
  return out;
}

template <class T>
std::size_t shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t n = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++n, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return n;
}

bool days_agree(const std::string& a, const std::string& b) {
  return a.starts_with(b) || b.starts_with(a);
}

bool twins(const Candidate& a, const Shape& sa, const Candidate& b, const Shape& sb) {
  if (a.item.origins.front().document == b.item.origins.front().document &&
      a.item.origins.front().entry == b.item.origins.front().entry) {
    return false;  // the document itself holds them apart
  }
  if (!days_agree(a.item.event_date, b.item.event_date)) return false;
  if (sa.pairs.empty() || sb.pairs.empty()) return false;
  const std::size_t both = shared(sa.pairs, sb.pairs);
  const double all = static_cast<double>(sa.pairs.size() + sb.pairs.size() - both);
  const double likeness = static_cast<double>(both) / all;
  const std::size_t facts = shared(sa.facts, sb.facts);
  const std::size_t fewer = std::min(sa.facts.size(), sb.facts.size());
  if (likeness >= 0.7) return fewer == 0 || facts > 0;
  return likeness >= 0.3 && facts >= 2 && facts * 2 >= fewer;
}

// The smallest of the pairs under a few mixings: equal for headlines that share most pairs.
std::vector<std::uint64_t> signatures(const Shape& shape) {
  static constexpr std::uint64_t kMix[] = {0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F,
                                           0x165667B19E3779F9, 0x27D4EB2F165667C5};
  std::vector<std::uint64_t> out;
  for (const std::uint64_t mix : kMix) {
    std::uint64_t least = UINT64_MAX;
    for (const std::uint64_t pair : shape.pairs) {
      std::uint64_t h = pair * mix;
      h = (h ^ h >> 29) * 0xBF58476D1CE4E5B9;
      least = std::min(least, h ^ h >> 32);
    }
    out.push_back(least);
  }
  return out;
}

std::vector<std::string> blocks_of(const Candidate& c, const Shape& shape) {
  std::vector<std::string> out;
  for (const std::uint64_t s : signatures(shape)) out.push_back(std::to_string(s));
  for (const std::string& f : shape.facts) out.push_back(c.item.event_date + f);
  return out;
}

// `other` becomes a further report of `first`.
void take_in(Candidate& first, const Candidate& other) {
  Item& item = first.item;
  for (const std::string& source : other.item.sources) {
    if (std::find(item.sources.begin(), item.sources.end(), source) == item.sources.end()) {
      item.sources.push_back(source);
    }
  }
  item.origins.insert(item.origins.end(), other.item.origins.begin(), other.item.origins.end());
  const int number = static_cast<int>(item.origins.size());
  for (Value v : other.item.facts) {
    v.origin = number;
    item.facts.push_back(std::move(v));
  }
  if (item.event_date.size() < other.item.event_date.size())
    item.event_date = other.item.event_date;
}

}  // namespace

std::vector<Candidate> without_twins(std::vector<Candidate> all) {
  // The fullest report first; of equals the one stored first.
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return a.item.facts.size() > b.item.facts.size();
  });
  std::vector<Candidate> out;
  std::vector<Shape> shapes;
  std::unordered_map<std::string, std::vector<std::size_t>> blocks;
  for (Candidate& c : all) {
    const Shape shape = shape_of(c.item);
    const auto keys = blocks_of(c, shape);
    std::optional<std::size_t> twin;
    for (const std::string& key : keys) {
      const auto it = blocks.find(key);
      if (it == blocks.end()) continue;
      for (const std::size_t i : it->second) {
        if (twins(out[i], shapes[i], c, shape)) twin = i;
        if (twin) break;
      }
      if (twin) break;
    }
    if (twin) {
      take_in(out[*twin], c);
      continue;
    }
    for (const std::string& key : keys) {
      auto& block = blocks[key];
      if (block.size() < kBlock) block.push_back(out.size());
    }
    shapes.push_back(shape);
    out.push_back(std::move(c));
  }
  return out;
}

}  // namespace guanlan::compose
