#include "outline/ranked.h"

#include <algorithm>

namespace guanlan::outlining {
namespace {

int level_of(const Block& block) {
  const Paragraph* p = block.paragraph;
  return p != nullptr && p->kind == ParagraphKind::heading ? p->level : 0;
}

// Where the report under the heading at `i` ends: the next heading of any level.
std::size_t next_heading(const std::vector<Block>& blocks, std::size_t i) {
  std::size_t next = i + 1;
  while (next < blocks.size() && level_of(blocks[next]) == 0) ++next;
  return next;
}

class RankedReader {
 public:
  RankedReader(const std::vector<Block>& blocks, int level) : blocks_(blocks), level_(level) {}

  Ranked read() {
    out_.front = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const int level = level_of(blocks_[i]);
      if (level > 0 && level <= level_) {
        heading(i, level);
      } else {
        text(i);
      }
    }
    return std::move(out_);
  }

 private:
  void heading(std::size_t i, int level) {
    out_.front = std::min(out_.front, i);
    while (!levels_.empty() && levels_.back() >= level) levels_.pop_back();
    Node node;
    node.kind = level == level_ ? Kind::headline : Kind::part;
    node.first = node.last = i;
    node.end = i + 1;
    out_.tree.open(std::move(node), levels_.size());
    out_.tree.extend(i + 1);
    levels_.push_back(level);
    closed_ = false;
  }
  void text(std::size_t i) {
    Node* top = out_.tree.top();
    if (top == nullptr || closed_) return;  // behind a source mark nothing belongs to the report
    const Block& b = blocks_[i];
    if (top->kind == Kind::part) {
      under_part(*top, b);
      return;
    }
    Node& report = out_.tree.at(out_.tree.path()[levels_.size() - 1]);
    const bool front_mark = b.mark && b.mark->form == SourceMark::line && !report.has_text();
    if (!report.has_text() && !front_mark) report.body = i;
    if (b.shape == Shape::title && b.label && b.label.style != Numbering::bullet) {
      sub_report(i, b);
    } else if (top->kind == Kind::numbered && !top->has_text()) {
      top->body = i;
    }
    out_.tree.extend(i + 1);
    if (!b.mark) return;
    out_.tree.at(out_.tree.path()[levels_.size() - 1]).marks.push_back(i);
    closed_ = !front_mark;
  }
  // （1）广东 inside a report.
  void sub_report(std::size_t i, const Block& b) {
    Node node;
    node.style = b.label.style;
    node.value = b.label.value;
    node.first = node.last = i;
    out_.tree.open(std::move(node), levels_.size());
  }
  static void under_part(Node& part, const Block& b) {
    if (b.shape == Shape::keywords) {
      part.keywords.push_back(b.span);
    } else if (!part.lead) {
      part.lead = b.span;
    } else {
      part.lead->end = b.span.end;
    }
  }

  const std::vector<Block>& blocks_;
  int level_;
  Ranked out_;
  std::vector<int> levels_;  // of the open headings
  bool closed_ = true;
};

}  // namespace

int report_level(const std::vector<Block>& blocks) {
  int deepest = 0;
  for (const Block& b : blocks) deepest = std::max(deepest, level_of(b));
  std::size_t headings = 0, marked = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (deepest == 0 || level_of(blocks[i]) != deepest) continue;
    if (blocks[i].label) return 0;
    ++headings;
    const std::size_t next = next_heading(blocks, i);
    const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto last = blocks.begin() + static_cast<std::ptrdiff_t>(next);
    marked += std::any_of(first, last, [](const Block& b) { return b.mark.has_value(); }) ? 1 : 0;
  }
  return marked >= 2 && marked * 4 >= headings * 3 ? deepest : 0;
}

Ranked read_ranked(const std::vector<Block>& blocks, int level) { return RankedReader(blocks, level).read(); }

}  // namespace guanlan::outlining
