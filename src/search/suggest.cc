#include "search/suggest.h"

#include <algorithm>

namespace guanlan {
namespace {

using query::Node;
using query::Op;

constexpr std::size_t kMost = 3;    // suggestions
constexpr std::size_t kTried = 12;  // respellings whose items are counted

// The words and phrases that are asked for, not those denied.
void asked_for(const Node& node, std::vector<const Node*>& out) {
  if (node.op == Op::without) return;
  if (node.op == Op::text && !node.prefix) out.push_back(&node);
  for (const Node& child : node.children) asked_for(child, out);
}

struct Respelled {
  std::string word;
  std::int64_t items = 0;
};

std::vector<Respelled> with_items(const Node& word, Vocabulary& vocabulary,
                                  const std::function<std::int64_t(const Node&)>& count) {
  std::vector<Respelled> out;
  for (auto& likely : respelled(word.text, vocabulary)) {
    likely.resize(std::min(likely.size(), kTried));
    for (std::string& other : likely) {
      Node node = word;
      node.text = other;
      if (const auto items = count(node); items > 0) out.push_back({std::move(other), items});
    }
    if (!out.empty()) break;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Respelled& a, const Respelled& b) { return a.items > b.items; });
  return out;
}

// The query with another word at the place of one; quotation marks stay.
std::string with_word(std::string_view query, const Node& old, const std::string& word) {
  std::string place(old.span.of(query));
  const std::size_t at = place.find(old.text);
  if (at == std::string::npos) {
    place = old.quoted ? '"' + word + '"' : word;
  } else {
    place.replace(at, old.text.size(), word);
  }
  return std::string(query.substr(0, old.span.begin)) + place +
         std::string(query.substr(old.span.end));
}

}  // namespace

std::vector<std::string> suggestions(std::string_view query, const Node& root,
                                     Vocabulary& vocabulary,
                                     const std::function<bool(const Node&)>& known,
                                     const std::function<std::int64_t(const Node&)>& count) {
  std::vector<const Node*> words, unknown;
  asked_for(root, words);
  std::copy_if(words.begin(), words.end(), std::back_inserter(unknown),
               [&](const Node* word) { return !known(*word); });
  if (unknown.empty()) return {};
  // From the back, so that the places before stay what they are.
  std::string base(query);
  for (std::size_t i = unknown.size(); i-- > 1;) {
    const auto better = with_items(*unknown[i], vocabulary, count);
    if (better.empty()) return {};
    base = with_word(base, *unknown[i], better.front().word);
  }
  std::vector<std::string> out;
  for (const Respelled& better : with_items(*unknown.front(), vocabulary, count)) {
    if (out.size() == kMost) break;
    out.push_back(with_word(base, *unknown.front(), better.word));
  }
  return out;
}

}  // namespace guanlan
