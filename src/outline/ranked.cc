#include "outline/ranked.h"

#include <algorithm>
#include <cmath>

namespace guanlan::outlining {
namespace {

int level_of(const Block& block) {
  const Paragraph* p = block.paragraph;
  return p != nullptr && p->kind == ParagraphKind::heading ? p->level : 0;
}

bool set_alike(const Block& a, const Block& b) {
  return a.paragraph->font_size > 0 &&
         std::abs(a.paragraph->font_size - b.paragraph->font_size) < 0.5F &&
         a.paragraph->bold == b.paragraph->bold && a.label.style == b.label.style;
}

// How deep each heading stands; 0: no heading. The bookmarks of a PDF tell how many are above one,
// so a report in a part without sections stands higher there than those in sections: what is set
// like the deepest headings, over no other, is one of them.
std::vector<int> levels_of(const std::vector<Block>& blocks) {
  std::vector<int> levels(blocks.size(), 0);
  const Block* deepest = nullptr;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    levels[i] = level_of(blocks[i]);
    if (levels[i] > (deepest != nullptr ? level_of(*deepest) : 0)) deepest = &blocks[i];
  }
  int below = 0;  // level of the next heading
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const int level = level_of(blocks[i]);
    if (level == 0) continue;
    if (below <= level && set_alike(blocks[i], *deepest)) levels[i] = level_of(*deepest);
    below = level;
  }
  return levels;
}

// Blocks with a source mark behind which no other stands before the next heading.
std::vector<bool> last_marks(const std::vector<Block>& blocks, const std::vector<int>& levels) {
  std::vector<bool> last(blocks.size(), false);
  bool seen = false;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (levels[i] > 0) seen = false;
    if (!blocks[i].mark) continue;
    last[i] = !seen;
    seen = true;
  }
  return last;
}

class RankedReader {
 public:
  RankedReader(const std::vector<Block>& blocks, int level, const TitleLines& title)
      : blocks_(blocks),
        title_(title),
        ranks_(levels_of(blocks)),
        last_mark_(last_marks(blocks, ranks_)),
        level_(level) {}

  Ranked read() {
    out_.front = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const int level = ranks_[i];
      if (level > 0 && level <= level_) {
        if (!names_document(i)) heading(i, level);
      } else {
        text(i);
      }
    }
    return std::move(out_);
  }

 private:
  // The title of the page, the only heading of its level, above all others.
  [[nodiscard]] bool names_document(std::size_t i) const {
    const int level = ranks_[i];
    return title_.holds(i) && level < level_ &&
           std::count(ranks_.begin(), ranks_.end(), level) == 1 &&
           std::none_of(ranks_.begin(), ranks_.begin() + static_cast<std::ptrdiff_t>(i),
                        [](int rank) { return rank > 0; });
  }
  void heading(std::size_t i, int level) {
    out_.front = std::min(out_.front, i);
    while (!levels_.empty() && levels_.back() >= level) levels_.pop_back();
    Node node;
    node.kind = level == level_ ? Kind::headline : Kind::part;
    node.ranked = level == level_;
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
    if (b.shape == Shape::title && b.label && b.label.style != Numbering::bullet &&
        sub_report(i, b)) {
      // Its own text follows.
    } else if (top->kind == Kind::numbered && !top->has_text()) {
      top->body = i;
    }
    out_.tree.extend(i + 1);
    if (!b.mark) return;
    out_.tree.at(out_.tree.path()[levels_.size() - 1]).marks.push_back(i);
    closed_ = !front_mark && last_mark_[i];
  }
  // （1）广东 inside a report.
  bool sub_report(std::size_t i, const Block& b) {
    const Tree::Place place = out_.tree.place(b.label.style, b.label.value, false, false);
    if (!place.fits || place.depth < levels_.size()) return false;
    Node node;
    node.style = b.label.style;
    node.value = b.label.value;
    node.first = node.last = i;
    out_.tree.open(std::move(node), place.depth);
    return true;
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
  const TitleLines title_;
  const std::vector<int> ranks_;
  const std::vector<bool> last_mark_;
  int level_;
  Ranked out_;
  std::vector<int> levels_;  // of the open headings
  bool closed_ = true;
};

// What stands under the headings of the deepest level, and under those above them.
struct Ranks {
  std::size_t reports = 0;             // headings of the deepest level
  std::size_t worded = 0, marked = 0;  // of those: over text, over a source mark
  std::size_t shared = 0;              // over marks of several reports
  std::size_t numbered = 0, miscounts = 0;
  std::size_t above = 0, bare = 0;  // headings over others; without text but a lead and keywords
  std::size_t listed = 0;  // headings of the deepest level over a list of titles with text below
  bool leads = false;      // a lead stands somewhere
};

class Counter {
 public:
  explicit Counter(int deepest) : deepest_(deepest) {}

  void heading(const Block& b, int level) {
    close(level);
    level_ = level;
    text_ = since_mark_ = false;
    marks_ = entries_ = 0;
    if (level_ < deepest_) {
      expected_ = 1;
      return;
    }
    if (b.label && b.label.style != Numbering::bullet) {
      ++out_.numbered;
      out_.miscounts += b.label.value != expected_;
      expected_ = b.label.value + 1;
    }
  }
  void below(const Block& b) {
    const bool lead = b.shape == Shape::lead || b.shape == Shape::keywords || b.shape == Shape::tag;
    text_ = text_ || !lead;
    out_.leads = out_.leads || b.shape == Shape::lead;
    list(b);
    // A mark behind running text, not one more line of outlets.
    const bool report =
        since_mark_ || (b.mark && b.mark->form == SourceMark::closing && b.chars >= kSentence);
    if (b.mark && (marks_ == 0 || report)) ++marks_;
    since_mark_ = !b.mark && (since_mark_ || b.is_text());
  }
  [[nodiscard]] Ranks done() {
    close(0);
    return out_;
  }

 private:
  // 1. 某部门… | 4月2日,… | 2. …: reports of their own, no words inside one.
  void list(const Block& b) {
    const bool counts = b.shape == Shape::title && b.label && !is_sub_report(b.label.style) &&
                        b.label.style != Numbering::bullet;
    entries_ += title_ && b.is_text() && !b.label;
    title_ = counts && b.label.value == entries_ + 1;
  }
  void close(int next) {
    if (level_ == deepest_) {
      out_.listed += entries_ >= 2;
      ++out_.reports;
      out_.worded += text_;
      out_.marked += marks_ > 0;
      out_.shared += marks_ > 1;
    } else if (level_ > 0 && next > level_) {
      ++out_.above;
      out_.bare += !text_;
    }
  }

  static constexpr std::uint32_t kSentence = 20;  // characters

  int deepest_;
  int level_ = 0;  // of the open heading
  int expected_ = 1;
  bool text_ = false, since_mark_ = false;
  int marks_ = 0;
  int entries_ = 0;     // of a list below the heading
  bool title_ = false;  // the block before is the title of one
  Ranks out_;
};

Ranks count(const std::vector<Block>& blocks, const std::vector<int>& levels, int deepest) {
  Counter counter(deepest);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    levels[i] > 0 ? counter.heading(blocks[i], levels[i]) : counter.below(blocks[i]);
  }
  return counter.done();
}

}  // namespace

int report_level(const std::vector<Block>& blocks, bool collection) {
  const std::vector<int> levels = levels_of(blocks);
  const int deepest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
  if (deepest == 0) return 0;
  const Ranks ranks = count(blocks, levels, deepest);
  const std::size_t reports = ranks.reports;
  const bool even =
      ranks.numbered == 0 || (ranks.numbered == reports && ranks.miscounts * 10 <= reports);
  if (!even || ranks.shared * 4 >= reports || ranks.listed * 2 >= reports) return 0;
  if (ranks.above == 0 && ranks.leads) return 0;  // the parts are no headings of the format
  const bool marked = ranks.marked >= 2 && ranks.marked * 4 >= reports * 3;
  const bool sorted = reports >= 2 && ranks.worded * 10 >= reports * 9 && ranks.above > 0 &&
                      ranks.bare * 4 >= ranks.above * 3;
  return marked || (collection && sorted) ? deepest : 0;
}

Ranked read_ranked(const std::vector<Block>& blocks, int level, const TitleLines& title) {
  return RankedReader(blocks, level, title).read();
}

}  // namespace guanlan::outlining
