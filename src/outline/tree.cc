#include "outline/tree.h"

#include <algorithm>

namespace guanlan::outlining {

constexpr std::size_t kDeepest = 12;

bool is_sub_report(Numbering style) {
  return style == Numbering::digit_paren || style == Numbering::half_paren ||
         style == Numbering::circled || style == Numbering::sample;
}

Tree::Place Tree::place(Numbering style, int value, bool closed, bool known, bool outer) const {
  std::size_t item = open_.size();  // the outermost open node with text
  for (std::size_t k = 0; k < open_.size(); ++k) {
    if (at(open_[k]).has_text() && !at(open_[k]).holds()) {
      item = k;
      break;
    }
  }
  // The open heading of the same kind that it counts on from: the innermost, unless the item
  // has ended; then the outermost, the one that numbers the items.
  std::size_t same = SIZE_MAX, follows = SIZE_MAX;
  for (std::size_t k = open_.size(); k-- > 0;) {
    if (at(open_[k]).style != style || at(open_[k]).outer != outer) continue;
    if (same == SIZE_MAX || k <= item) same = k;
    if (at(open_[k]).value + 1 == value && (follows == SIZE_MAX || closed)) follows = k;
  }
  // A part that holds items goes on from one that holds sections, numbered alike: 二、 over 一、.
  for (std::size_t k = 0; k < open_.size() && follows == SIZE_MAX; ++k) {
    if (at(open_[k]).style == style && at(open_[k]).value + 1 == value) follows = k;
  }
  if (follows != SIZE_MAX) return {true, follows};
  const bool inside = item < open_.size() && !closed;
  if (same == SIZE_MAX) {
    if (value != 1 && !closed) return {};
    std::size_t depth = open_.size();
    if (item < open_.size() && closed) depth = item;  // the item is over: beside it
    return {value == 1 || known, depth};
  }
  const int previous = at(open_[same]).value;
  if (value == 1) {
    // A list inside the item, or right below its headline.
    const bool below = same + 1 == open_.size() && !at(open_[same]).has_text();
    if (inside || below) return {open_.size() < kDeepest, open_.size()};
    return {true, same};  // counting begins again
  }
  if (same > item && inside) return {};
  const bool slip = value >= previous && value <= previous + 3;  // an editor's miscount
  return {slip && (closed || !inside), same};
}

std::int32_t Tree::open(Node node, std::size_t depth) {
  open_.resize(std::min(depth, open_.size()));
  node.parent = open_.empty() ? -1 : open_.back();
  const auto index = static_cast<std::int32_t>(nodes.size());
  nodes.push_back(std::move(node));
  open_.push_back(index);
  return index;
}

std::size_t Tree::depth_of(Kind kind) const {
  // Beside an open one of its kind.
  for (std::size_t k = 0; k < open_.size(); ++k) {
    if (at(open_[k]).kind == kind) return k;
  }
  // Else below what only holds others: a chapter over parts, a part over headlines.
  const auto rank = [](const Node& n) {
    if (n.style == Numbering::chapter) return 0;
    if (n.style == Numbering::section) return 1;
    switch (n.kind) {
      case Kind::tag:
      case Kind::column:
      case Kind::part:
        return 2;
      case Kind::group:
        return 3;
      default:
        return 4;
    }
  };
  const int mine = kind == Kind::headline ? 4 : kind == Kind::group ? 3 : 2;
  std::size_t depth = 0;
  while (depth < open_.size() && rank(at(open_[depth])) < mine) ++depth;
  if (kind == Kind::headline || kind == Kind::group) {
    // Numbered sections without text of their own hold headlines too: 一、要闻 over articles.
    while (depth < open_.size() && !at(open_[depth]).has_text() &&
           at(open_[depth]).kind == Kind::numbered) {
      ++depth;
    }
  }
  return depth;
}

void Tree::extend(std::size_t end) {
  for (const std::int32_t i : open_) at(i).end = std::max(at(i).end, end);
}

Node* Tree::item() {
  for (const std::int32_t i : open_) {
    if (at(i).has_text() && !at(i).holds()) return &at(i);
  }
  return nullptr;
}

}  // namespace guanlan::outlining
