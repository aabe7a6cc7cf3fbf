// The tree of headings, learned as it is read: each kind of heading takes the level at which it
// first appears, a number that counts on goes back to its level, a number that begins again opens
// a new one below. What a heading is – a part, an item, a section inside an item – is decided when
// the tree is complete (items.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layout/labels.h"
#include "outline/block.h"

namespace guanlan::outlining {

// （1） ① 案例一: how words inside a report are numbered.
[[nodiscard]] bool is_sub_report(Numbering style);

// Kinds of headings that are not numbered.
enum class Kind : std::uint8_t {
  numbered,  // by Node::style
  tag,       // 【要闻】
  column,    // 专题|…
  part,      // a line over 导读, or over headings that count from one again
  group,     // a headline over several articles
  headline,  // of an article without a number
};

struct Node {
  Kind kind = Kind::numbered;
  Numbering style = Numbering::none;
  int value = 0;
  std::int32_t parent = -1;
  std::size_t first = 0, last = 0;  // blocks of the heading; first > last: it has none yet
  std::size_t body = SIZE_MAX;      // first block of its own text
  std::size_t end = 0;              // one past the last block of it and all below it
  bool ranked = false;  // the format says that it is a report: without text it is one too
  bool outer = false;   // over headings that are numbered as it is: （一） over （一）
  bool run_in = false;  // the heading is the first sentence of its paragraph
  std::vector<std::size_t> marks;  // blocks with its source marks
  std::optional<Span> lead;
  std::vector<Span> keywords;

  [[nodiscard]] bool has_text() const { return body != SIZE_MAX; }
  [[nodiscard]] bool headless() const { return first > last; }
  [[nodiscard]] bool holds() const {  // never an item itself
    return kind == Kind::tag || kind == Kind::column || kind == Kind::part || kind == Kind::group ||
           outer || style == Numbering::chapter;
  }
};

class Tree {
 public:
  // Where a numbered heading would go. `closed`: the report before it has ended; `known`: a
  // document of reports that end with marks; `outer`: it holds others of its kind.
  struct Place {
    bool fits = false;
    std::size_t depth = 0;  // open nodes that stay
  };
  [[nodiscard]] Place place(Numbering style, int value, bool closed, bool known,
                            bool outer = false) const;

  // Opens a node below the first `depth` open ones.
  std::int32_t open(Node node, std::size_t depth);
  // Depth at which a heading that is not numbered belongs.
  [[nodiscard]] std::size_t depth_of(Kind kind) const;
  void close_to(std::size_t depth) { open_.resize(depth); }

  // Blocks up to `end` belong to all open nodes.
  void extend(std::size_t end);

  [[nodiscard]] Node* top() { return open_.empty() ? nullptr : &at(open_.back()); }
  // The open node that has text of its own and stands highest: the item being read.
  [[nodiscard]] Node* item();
  [[nodiscard]] const std::vector<std::int32_t>& path() const { return open_; }
  [[nodiscard]] Node& at(std::int32_t i) { return nodes[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Node& at(std::int32_t i) const { return nodes[static_cast<std::size_t>(i)]; }

  std::vector<Node> nodes;  // in reading order

 private:
  std::vector<std::int32_t> open_;
};

}  // namespace guanlan::outlining
