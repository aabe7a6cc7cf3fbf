#include "search/colloquial.h"

#include "lexicon/rows.h"
#include "text/terms.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

std::vector<ColloquialRow> read_rows() {
  std::vector<ColloquialRow> out;
  for (const auto& cells : rows_of("lexicon/search/colloquial.tsv")) {
    ColloquialRow& row = out.emplace_back();
    row.words.push_back(search_folded(cells[0]));
    for (const auto form : split(cells[1], '|')) {
      if (!form.empty()) row.words.push_back(search_folded(form));
    }
    for (const auto name : split(cells[2], '|')) row.official.emplace_back(name);
  }
  return out;
}

void widen(Node& node, std::vector<Expansion>& done) {
  if (node.op == Op::near) return;
  for (Node& child : node.children) widen(child, done);
  if (node.op != Op::text || node.quoted || node.prefix) return;
  const std::string folded = search_folded(node.text);
  Expansion expansion{node.text, {}};
  Node either{.op = Op::either, .children = {node}};
  either.span = node.span;
  for (const ColloquialRow& row : colloquial_rows()) {
    if (std::find(row.words.begin(), row.words.end(), folded) == row.words.end()) continue;
    for (const std::string& name : row.official) {
      if (search_folded(name) == folded) continue;
      Node added = node;
      added.text = name;
      either.children.push_back(std::move(added));
      expansion.added.push_back(name);
    }
  }
  if (expansion.added.empty()) return;
  done.push_back(std::move(expansion));
  node = std::move(either);
}

}  // namespace

const std::vector<ColloquialRow>& colloquial_rows() {
  static const std::vector<ColloquialRow> kRows = read_rows();
  return kRows;
}

std::vector<Expansion> widen(Node& root) {
  std::vector<Expansion> out;
  widen(root, out);
  return out;
}

}  // namespace guanlan
