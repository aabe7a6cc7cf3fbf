#include "search/colloquial.h"

#include "lexicon/embedded.h"
#include "text/terms.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto end = text.find(at);
    if (end != 0) out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

ColloquialRow row_of(std::string_view line) {
  ColloquialRow out;
  const auto first = line.find('\t'), second = line.find('\t', first + 1);
  out.words.push_back(search_folded(line.substr(0, first)));
  for (const auto form : split(line.substr(first + 1, second - first - 1), '|')) {
    if (!form.empty()) out.words.push_back(search_folded(form));
  }
  for (const auto name : split(line.substr(second + 1), '|')) out.official.emplace_back(name);
  return out;
}

std::vector<ColloquialRow> read_rows() {
  std::vector<ColloquialRow> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path() != "lexicon/search/colloquial.tsv") continue;
    bool heading = true;
    for (const std::string_view line : split(file.text(), '\n')) {
      if (line.empty() || line.starts_with('#')) continue;
      if (!heading) out.push_back(row_of(line));
      heading = false;
    }
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
