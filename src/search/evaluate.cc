#include "search/evaluate.h"

#include <cmath>

#include "search/condition.h"
#include "search/text_matches.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

// bm25 with the usual constants; what is rare among the candidates weighs more.
constexpr double kSaturation = 1.2, kLengthShare = 0.75;

// A query cut into what the full-text table answers and what is then asked of each item.
struct Plan {
  Node text;                  // everything: there is none
  std::vector<Node> filters;  // all must hold
  std::vector<KeyRange> keys{kAllKeys};
};

Plan plan_of(const Node& root) {
  std::vector<Node> parts = root.op == Op::both ? root.children : std::vector<Node>{root};
  Node text{.op = Op::both};
  Plan out;
  for (Node& part : parts) {
    if (part.op == Op::days) out.keys = key_ranges(part.days);
    (is_textual(part) ? text.children : out.filters).push_back(std::move(part));
  }
  if (text.children.empty()) return out;
  for (auto it = out.filters.begin(); it != out.filters.end();) {
    const bool negation = it->op == Op::without && is_textual(it->children.front());
    if (negation) text.children.push_back(std::move(*it));
    it = negation ? out.filters.erase(it) : it + 1;
  }
  out.text = std::move(text);
  return out;
}

// How much a phrase weighs that `found` of `all` items hold.
double rarity(double all, double found) {
  return std::log(1 + (all - found + 0.5) / (found + 0.5));
}

std::vector<double> rarities(const TextMatches& matches, const Columns& columns) {
  std::vector<double> out;
  for (std::size_t phrase = 0; phrase < matches.phrases; ++phrase) {
    std::size_t found = 0;
    for (std::size_t at = phrase; at < matches.weights.size(); at += matches.phrases) {
      found += matches.weights[at] > 0;
    }
    const auto all = static_cast<double>(
        std::max<std::int64_t>(columns.items(), static_cast<std::int64_t>(matches.items.size())));
    out.push_back(rarity(all, static_cast<double>(found)));
  }
  return out;
}

float score_of(const std::uint8_t* weights, const std::vector<double>& rarity, double length) {
  double score = 0;
  const double damping = kSaturation * (1 - kLengthShare + kLengthShare * length);
  for (std::size_t phrase = 0; phrase < rarity.size(); ++phrase) {
    const double weight = weights[phrase];
    score += rarity[phrase] * weight * (kSaturation + 1) / (weight + damping);
  }
  return static_cast<float>(score);
}

using Filter = std::vector<Condition>;

bool passes(const Filter& filter, std::int64_t item, const ItemColumns& row) {
  return std::all_of(filter.begin(), filter.end(),
                     [&](const Condition& c) { return c.holds(item, row); });
}

std::vector<Candidate> filtered(const Columns& columns, const Filter& filter) {
  std::vector<Candidate> out;
  columns.each([&](std::int64_t item, const ItemColumns& row) {
    if (passes(filter, item, row)) out.push_back({static_cast<std::uint32_t>(item), 0});
  });
  return out;
}

std::vector<Candidate> ranked(const TextMatches& matches, const Columns& columns,
                              const Filter& filter) {
  const auto rarity = rarities(matches, columns);
  const double average = std::max(1.0, columns.average_length());
  std::vector<Candidate> out;
  out.reserve(matches.items.size());
  for (std::size_t i = 0; i < matches.items.size(); ++i) {
    const std::uint32_t item = matches.items[i];
    const ItemColumns* row = columns.item(item);
    if (row == nullptr || !passes(filter, item, *row)) continue;
    out.push_back({item, score_of(matches.weights.data() + i * matches.phrases, rarity,
                                  row->length / average)});
  }
  return out;
}

}  // namespace

Result<std::vector<Candidate>> evaluate(const Node& root, const Columns& columns,
                                        const sqlite::Database& database) {
  const Plan plan = plan_of(root);
  Filter filter;
  for (const Node& node : plan.filters) {
    auto condition = Condition::make(node, columns, database);
    if (!condition) return tl::unexpected(std::move(condition.error()));
    filter.push_back(std::move(*condition));
  }
  if (plan.text.op == Op::everything) return filtered(columns, filter);
  TextMatches matches;
  for (const KeyRange keys : plan.keys) {
    auto done = match(database, match_expression(plan.text), keys, matches);
    if (!done) return tl::unexpected(std::move(done.error()));
  }
  return ranked(matches, columns, filter);
}

}  // namespace guanlan
