#include "outline/items.h"

#include <algorithm>
#include <array>

#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

// 原文链接:https://…, or the address in a line of its own.
bool is_link(std::string_view words) {
  words.remove_prefix(prefix(Cue::link, words).size());
  while (words.starts_with(":") || words.starts_with(" ")) words.remove_prefix(1);
  const bool address = words.starts_with("http") && words.find(' ') == std::string_view::npos;
  return words.empty() || (address && !holds_word(words, "。"));
}

class Builder {
 public:
  Builder(std::string_view text, const std::vector<Block>& blocks, const Habits& habits,
          const Tree& tree, Issue& issue)
      : text_(text), blocks_(blocks), habits_(habits), tree_(tree), issue_(issue) {
    children_.resize(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const std::int32_t parent = tree.nodes[i].parent;
      (parent < 0 ? roots_ : children_[static_cast<std::size_t>(parent)]).push_back(i);
    }
    learn_item_style();
  }

  void run() {
    for (const std::size_t root : roots_) walk(root, -1, roots_.size());
    if (issue_.items.empty()) return;
    trim_last();
  }

 private:
  void learn_item_style() {
    std::array<std::size_t, static_cast<std::size_t>(Numbering::article) + 1> counts{};
    for (const Node& node : tree_.nodes) {
      const bool sure = !node.marks.empty() ||
                        (!node.headless() && blocks_[node.first].contents >= 0 && node.has_text());
      if (node.kind == Kind::numbered && sure) ++counts[static_cast<std::size_t>(node.style)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most >= 2) item_style_ = static_cast<Numbering>(most - counts.begin());
  }

  void walk(std::size_t i, std::int32_t part, std::size_t siblings) {
    const Node& node = tree_.nodes[i];
    if (is_item(i, siblings)) {
      emit(i, part);
      return;
    }
    if (node.headless()) return;
    if (children_[i].empty()) return;
    Part p;
    p.heading = {blocks_[node.first].span.begin, blocks_[node.last].span.end};
    p.parent = part;
    p.lead = node.lead;
    p.keywords = node.keywords;
    if (!p.lead && node.has_text()) p.lead = own_text(i);
    const auto index = static_cast<std::int32_t>(issue_.parts.size());
    issue_.parts.push_back(std::move(p));
    for (const std::size_t child : children_[i]) walk(child, index, children_[i].size());
  }

  [[nodiscard]] Span own_text(std::size_t i) const {
    const Node& node = tree_.nodes[i];
    const std::size_t end = tree_.nodes[children_[i].front()].first;
    const std::size_t last = std::max(node.body, end > 0 ? end - 1 : end);
    return {blocks_[node.body].span.begin, blocks_[last].span.end};
  }

  [[nodiscard]] bool is_item(std::size_t i, std::size_t siblings) const {
    const Node& node = tree_.nodes[i];
    const auto& children = children_[i];
    if (node.holds()) return false;
    const bool subs = std::all_of(children.begin(), children.end(), [&](std::size_t c) {
      return is_sub_report(tree_.nodes[c].style) && !holds_items(c);
    });
    if (node.kind == Kind::headline) {
      return node.has_text() || node.ranked ||
             (!children.empty() && subs && !is_sub_report(item_style_));
    }
    if (children.empty()) return node.has_text() || siblings >= 2;
    if (node.style == item_style_) return true;
    if (subs && node.kind == Kind::numbered && !is_sub_report(item_style_)) return true;
    return node.has_text() && !independent(i);
  }

  // （1）部委动向 over 1. 某部门印发…: a section, though it is numbered as words inside a report
  // are.
  [[nodiscard]] bool holds_items(std::size_t i) const {
    return item_style_ != Numbering::none &&
           std::any_of(children_[i].begin(), children_[i].end(),
                       [&](std::size_t c) { return tree_.nodes[c].style == item_style_; });
  }

  // Reports in their own right stand below a heading that has words of its own.
  [[nodiscard]] bool independent(std::size_t i) const {
    const auto& children = children_[i];
    if (item_style_ == Numbering::none) return false;
    return std::any_of(children.begin(), children.end(), [&](std::size_t c) {
      const Node& child = tree_.nodes[c];
      return child.style == item_style_ && (!child.marks.empty() || child.has_text());
    });
  }

  void emit(std::size_t i, std::int32_t part) {
    const Node& node = tree_.nodes[i];
    Extent extent;
    extent.first = node.has_text() ? node.body : node.last + 1;
    extent.end = std::max(node.end, extent.first);
    extent.marks = node.marks;
    for (const std::size_t child : children_[i]) {
      const auto& marks = tree_.nodes[child].marks;
      extent.marks.insert(extent.marks.end(), marks.begin(), marks.end());
    }
    if (!node.headless()) {
      const Block& head = blocks_[node.first];
      extent.title = {head.words().begin, blocks_[node.last].span.end};
      while (extent.title.begin < extent.title.end && text_[extent.title.begin] == '\n') {
        ++extent.title.begin;
      }
      if (head.label.style != Numbering::bullet) {
        extent.number = std::string(head.label.number.of(head.span.of(text_)));
      }
    }
    Item item = make_item(text_, blocks_, extent);
    if (node.run_in) run_in(blocks_[node.first], item);
    if (node.headless()) item.page = blocks_[node.body].paragraph->page;
    item.part = part;
    item.n = static_cast<std::int32_t>(issue_.items.size()) + 1;
    for (const std::size_t child : children_[i]) item.parts.push_back(sub_report(child));
    issue_.items.push_back(std::move(item));
  }

  // The first sentence is the headline.
  void run_in(const Block& block, Item& item) const {
    const Span words = block.words();
    const auto stop = words.of(text_).find("。");
    if (stop == std::string_view::npos) return;
    item.title = {words.begin, words.begin + static_cast<std::uint32_t>(stop)};
    item.body.begin = item.title.end + 3;
    item.body.end = std::max(item.body.end, item.body.begin);
    if (item.body.empty()) item.body = {words.begin, item.title.end + 3};
  }

  [[nodiscard]] SubReport sub_report(std::size_t i) const {
    const Node& node = tree_.nodes[i];
    const Block& head = blocks_[node.first];
    SubReport out;
    out.number = std::string(head.label.number.of(head.span.of(text_)));
    out.title = {std::min(head.words().begin, blocks_[node.last].span.end),
                 blocks_[node.last].span.end};
    const std::size_t first = node.last + 1;
    if (node.end > first)
      out.body = {blocks_[first].span.begin, blocks_[node.end - 1].span.end};
    else
      out.body = {out.title.end, out.title.end};
    return out;
  }

  // Advertisements and addresses stand after the last report.
  void trim_last() {
    Item& last = issue_.items.back();
    if (!last.sources.empty() && habits_.marked) return;
    const auto from =
        std::lower_bound(blocks_.begin(), blocks_.end(), last.body.begin,
                         [](const Block& b, std::uint32_t at) { return b.span.begin < at; });
    const auto to =
        std::lower_bound(from, blocks_.end(), last.body.end,
                         [](const Block& b, std::uint32_t at) { return b.span.begin < at; });
    const auto first = static_cast<std::size_t>(from - blocks_.begin());
    const auto end = static_cast<std::size_t>(to - blocks_.begin());
    std::size_t cut = back_matter(text_, blocks_, first, end);
    while (cut < end && cut > first + 1 && is_link(blocks_[cut - 1].span.of(text_))) --cut;
    if (cut < end && cut > first) last.body.end = blocks_[cut - 1].span.end;
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const Habits& habits_;
  const Tree& tree_;
  Issue& issue_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> roots_;
  Numbering item_style_ = Numbering::none;
};

// Blocks at an edge of a report that are not its text.
bool is_edge(std::string_view text, const Block& b) {
  if (is_link(b.span.of(text))) return true;
  return b.shape == Shape::credit || (b.mark && b.mark->form == SourceMark::line) ||
         (b.shape == Shape::tag && has(Cue::front_continued, b.span.of(text)));
}

}  // namespace

Item make_item(std::string_view text, const std::vector<Block>& blocks, const Extent& extent) {
  Item item;
  item.title = extent.title;
  item.number = extent.number;
  std::size_t first = extent.first, end = extent.end;
  const auto edge = [&](std::size_t i) { return is_edge(text, blocks[i]); };
  while (first < end && edge(first)) ++first;
  while (end > first && edge(end - 1)) --end;
  if (first < end) {
    item.body = {blocks[first].span.begin, blocks[end - 1].span.end};
    const auto& mark = blocks[end - 1].mark;
    if (mark && mark->mark.begin > item.body.begin) item.body.end = mark->mark.begin;
    item.body = without_credit(text, item.body);
  } else {
    item.body = {item.title.end, item.title.end};
  }
  for (const std::size_t m : extent.marks) {
    for (const Span name : blocks[m].mark->names) {
      const bool known = std::any_of(item.sources.begin(), item.sources.end(),
                                     [&](Span s) { return s.of(text) == name.of(text); });
      if (!known) item.sources.push_back(name);
    }
  }
  for (std::size_t i = first; i < end; ++i) {
    const std::int32_t table = blocks[i].paragraph->table;
    if (table >= 0 && (item.tables.empty() || item.tables.back() != table)) {
      item.tables.push_back(table);
    }
  }
  const auto at =
      std::lower_bound(blocks.begin(), blocks.end(), item.title.begin,
                       [](const Block& b, std::uint32_t begin) { return b.span.end < begin; });
  if (at != blocks.end()) item.page = at->paragraph->page;
  return item;
}

std::size_t back_matter(std::string_view text, const std::vector<Block>& blocks, std::size_t first,
                        std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const Block& b = blocks[i];
    if (b.chars > 60 || b.sentence || b.shape == Shape::row) continue;
    const std::string_view words = b.span.of(text);
    const std::string_view cue = prefix(Cue::back, words);
    if (cue.empty()) continue;
    const std::string_view rest = words.substr(cue.size());
    if (cue.ends_with(":") || rest.empty() || rest.starts_with(":") || rest.starts_with(" ") ||
        rest.starts_with("|")) {
      return i;
    }
  }
  return end;
}

void build_items(std::string_view text, const std::vector<Block>& blocks, const Habits& habits,
                 const Tree& tree, Issue& issue) {
  Builder(text, blocks, habits, tree, issue).run();
}

}  // namespace guanlan::outlining
