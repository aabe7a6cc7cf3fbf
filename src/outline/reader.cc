#include "outline/reader.h"

#include <algorithm>

#include "outline/words.h"

namespace guanlan::outlining {

Tree Reader::read() {
  for (Index i = 0; i < blocks_.size();) i = step(i);
  if (front_ == SIZE_MAX) front_ = blocks_.size();
  return std::move(tree_);
}

Reader::Index Reader::step(Index i) {
  const Block& b = blocks_[i];
  switch (b.shape) {
    case Shape::lead:
    case Shape::keywords:
      return lead(i);
    case Shape::tag:
      return tag(i);
    case Shape::title:
      if (b.label && b.label.style != Numbering::bullet) return numbered(i);
      return run(i);
    case Shape::text:
      if (b.label && run_in_item(i)) return i + 1;
      break;
    default:
      break;
  }
  body(i);
  return i + 1;
}

// 导读 and 关键词 belong to the part above; inside a report they are text.
Reader::Index Reader::lead(Index i) {
  Node* top = tree_.top();
  const bool mine =
      top != nullptr && !top->has_text() && (top->holds() || top->kind == Kind::numbered);
  if (!mine) {
    if (tree_.item() != nullptr && !closed_) body(i);
    return i + 1;
  }
  if (blocks_[i].shape == Shape::lead) {
    Index end = i + 1;
    while (end < blocks_.size() && blocks_[end].is_text() && !blocks_[end].label &&
           !blocks_[end].mark) {
      ++end;
    }
    if (!top->lead) top->lead = Span{blocks_[i].span.begin, blocks_[end - 1].span.end};
    tree_.extend(end);
    return end;
  }
  top->keywords.push_back(blocks_[i].span);
  tree_.extend(i + 1);
  return i + 1;
}

// Text of the report that is open, or of none.
void Reader::body(Index i) {
  const Block& b = blocks_[i];
  if (closed_ && begins_headless(i)) open_headless(i);
  Node* top = tree_.top();
  if (top == nullptr) return;
  if (closed_ && habits_.marked && top->has_text()) {
    // After the mark: nothing, unless another mark ends it too.
    if (b.mark) end_report(i);
    return;
  }
  if (closed_ && top->holds()) {  // words under the heading of a part, before its first report
    if (!top->lead && b.is_text()) top->lead = b.span;
    return;
  }
  const bool front_mark = b.mark && b.mark->form == SourceMark::line && !top->has_text();
  const bool nothing = front_mark || b.shape == Shape::credit ||
                       (b.shape == Shape::byline && top->kind == Kind::headline);
  if (!top->has_text() && !nothing) top->body = i;
  tree_.extend(i + 1);
  cohesion_.add(b.span);
  if (!b.mark) return;
  if (front_mark || !habits_.marked) {
    Node* item = tree_.item();
    (item != nullptr ? item : top)->marks.push_back(i);
    return;
  }
  end_report(i);
}

// A report whose headline stands below it, as page layout may have it: text with a date where a
// headline was due.
bool Reader::begins_headless(Index i) const {
  const Block& b = blocks_[i];
  const bool due = habits_.marked && i < habits_.last_mark && b.is_text() && !b.label;
  return due && b.dateline == 2 && b.chars >= 30 && b.stop && !b.mark;
}

void Reader::open_headless(Index i) {
  if (!tree_.path().empty()) leave_column(i);
  Node node;
  node.kind = Kind::headline;
  node.first = 1;
  node.last = 0;
  node.end = i;
  headless_ = tree_.open(std::move(node), tree_.depth_of(Kind::headline));
  cohesion_.begin_report();
  closed_ = false;
  if (!started_) {
    started_ = true;
    front_ = i;
  }
}

// A source mark ends the report, and every report since the last one that has no mark of its own.
void Reader::end_report(Index i) {
  tree_.extend(i + 1);
  Node* item = tree_.item();
  if (item == nullptr) return;
  const auto mine = static_cast<std::size_t>(item - tree_.nodes.data());
  for (std::size_t n = since_close_; n < tree_.nodes.size(); ++n) {
    Node& node = tree_.nodes[n];
    if (node.kind == Kind::headline && node.has_text() && node.parent == item->parent) {
      node.marks.push_back(i);
    } else if (n == mine) {
      node.marks.push_back(i);
    }
  }
  if (mine < since_close_) item->marks.push_back(i);
  closed_ = true;
  since_close_ = tree_.nodes.size();
  // A common headline holds until the mark of its last report.
  const auto& path = tree_.path();
  for (std::size_t k = 0; k < path.size(); ++k) {
    if (tree_.at(path[k]).kind != Kind::group) continue;
    tree_.close_to(k + 1);
    tree_.extend(i + 1);
    tree_.close_to(k);
    break;
  }
}

// The first block from `i` that is no lead, keyword, tag, credit or mark below a headline.
Reader::Index Reader::after_heading(Index i) const {
  while (i < blocks_.size()) {
    const Block& b = blocks_[i];
    const bool skip = b.shape == Shape::lead || b.shape == Shape::keywords ||
                      b.shape == Shape::credit || b.shape == Shape::note ||
                      (b.mark && b.mark->form == SourceMark::line);
    if (!skip) break;
    ++i;
    if (b.shape == Shape::lead) {
      while (i < blocks_.size() && blocks_[i].is_text() && !blocks_[i].label) ++i;
    }
  }
  return i;
}

// The end of a heading set in lines: lines like the first, without a gap between them.
Reader::Index Reader::title_end(Index first) const {
  Index end = first + 1;
  std::uint32_t chars = blocks_[first].chars;
  const bool bare = blocks_[first].words().empty();
  while (end < blocks_.size()) {
    const Block &a = blocks_[end - 1], &b = blocks_[end];
    if (b.shape != Shape::title || b.label || b.contents >= 0 || a.stop || a.colon || b.colon)
      break;
    chars += b.chars;
    if (chars > 90) break;
    const bool same_type = a.paragraph->font_size == b.paragraph->font_size &&
                           a.paragraph->bold == b.paragraph->bold &&
                           a.paragraph->kind == b.paragraph->kind;
    if (!same_type || b.paragraph->page_top) break;
    if (b.paragraph->blank_before && !bare && !habits_.spread) break;
    const Index next = end + 1;
    if (next < blocks_.size() && blocks_[next].shape == Shape::title && restarts(next) &&
        lists_reports(next))
      break;
    if (end == first + 1 && names_section(first)) break;
    if (bare && end > first) {
      ++end;
      break;
    }
    ++end;
  }
  return end;
}

Reader::Index Reader::numbered(Index i) {
  const Block& b = blocks_[i];
  const bool closed = closed_ || tree_.item() == nullptr;
  const bool sure = b.contents >= 0;
  if (b.label.style == Numbering::chapter) {
    const Index end = title_end(i);
    open_part(i, end - 1, false);
    return end;
  }
  const bool known = habits_.marked || sure || (closed && counts_on(i));
  const bool outer = over_alike(i);
  Tree::Place place = tree_.place(b.label.style, b.label.value, closed || sure, known, outer);
  if (begins_inside(i)) place = {true, tree_.path().size()};
  if (!started_ && b.label.value != 1 && !sure) place.fits = false;
  const bool over = habits_.last_mark != SIZE_MAX && i > habits_.last_mark;
  if (over && b.label.style == Numbering::padded && !sure)
    place.fits = false;  // 01 of an advertisement
  if (!place.fits) {
    body(i);
    return i + 1;
  }
  const Index end = title_end(i);
  // Words inside a report stay part of it.
  const bool inside = tree_.item() != nullptr && !closed && place.depth > 0 &&
                      tree_.at(tree_.path()[place.depth - 1]).has_text();
  if (inside) {
    cohesion_.add(b.span);
    tree_.extend(end);
  } else {
    cohesion_.begin_report();
    closed_ = false;
    if (!started_) {
      started_ = true;
      front_ = i;
    }
  }
  counts_[static_cast<std::size_t>(b.label.style)] = b.label.value;
  Node node;
  node.outer = outer;
  node.style = b.label.style;
  node.value = b.label.value;
  node.first = i;
  node.last = end - 1;
  node.end = end;
  tree_.open(std::move(node), place.depth);
  tree_.extend(end);
  return end;
}

// 3. 某部门印发办法。5月1日，…（来源：某网）: headline and report in one paragraph.
bool Reader::run_in_item(Index i) {
  const Block& b = blocks_[i];
  if (!habits_.marked || !b.mark || b.mark->form != SourceMark::closing) return false;
  const bool closed = closed_ || tree_.item() == nullptr;
  if (!closed || b.label.style == Numbering::article) return false;
  const Tree::Place place = tree_.place(b.label.style, b.label.value, closed, true);
  if (!place.fits) return false;
  Node node;
  node.style = b.label.style;
  node.value = b.label.value;
  node.first = node.last = node.body = i;
  node.run_in = true;
  node.end = i + 1;
  if (!started_) {
    started_ = true;
    front_ = i;
  }
  tree_.open(std::move(node), place.depth);
  closed_ = false;
  end_report(i);
  return true;
}

Reader::Index Reader::tag(Index i) {
  if (!started_ && is_masthead(i)) return i + 1;  // 【2022年3月上】
  const Index next = after_heading(i + 1);
  const bool heads = next < blocks_.size() && (blocks_[next].shape == Shape::title ||
                                               blocks_[next].shape == Shape::tag || next > i + 1);
  const bool closed = closed_ || tree_.item() == nullptr;
  const bool column = words(i).find('|') != std::string_view::npos;
  if (column && (!heads || !closed)) return run(i);  // a headline with its column: 要闻|某部门…
  const bool inside = habits_.marked && !closed;
  if (!heads || inside || has(Cue::front_continued, words(i))) {
    if (!closed) body(i);
    return i + 1;
  }
  const Shape below = i + 1 < blocks_.size() ? blocks_[i + 1].shape : Shape::text;
  const bool holds_tags = below == Shape::lead || below == Shape::keywords || below == Shape::tag;
  open_part(i, i, !holds_tags);
  return i + 1;
}

// One past the last of the title lines, tags among them, from `i`.
Reader::Index Reader::run_end(Index i) const {
  Index end = i + 1;
  while (end < blocks_.size()) {
    const Block& b = blocks_[end];
    const bool title = b.shape == Shape::title && (!b.label || b.label.style == Numbering::bullet);
    const bool tag = b.shape == Shape::tag && has(Cue::front_continued, words(end));
    if (!title && !tag) break;
    ++end;
  }
  return end;
}

Reader::Index Reader::run(Index i) {
  const Index end = run_end(i);
  if (habits_.bulleted) return bulleted(i, end);
  const Index next = after_heading(end);
  const Node* open = tree_.top();
  const bool begins_text = !closed_ && open != nullptr && open->kind == Kind::numbered &&
                           blocks_[end - 1].colon && blocks_[end - 1].dateline > 0;
  if (begins_text || begins_below_number(i, end)) {  // 近日,某部门发布三项标准,分别是:
    for (Index k = i; k < end; ++k) body(k);
    return end;
  }
  const bool closed = closed_ || tree_.item() == nullptr;
  const bool lead_follows = end < blocks_.size() && (blocks_[end].shape == Shape::lead ||
                                                     blocks_[end].shape == Shape::keywords);
  const bool masthead = !started_ && is_masthead(end - 1);
  if (lead_follows && !masthead && (closed || blocks_[end - 1].contents >= 0 || !habits_.marked)) {
    open_part(end - 1, end - 1, false);
    return end;
  }
  if (next == end && started_ && counts_on(next) && heads_part(end - 1)) {
    // 第二部分 | ■ 部委动向: a part and its first section.
    const bool section = blocks_[end - 1].label.style == Numbering::bullet;
    if (section && closed && end - i >= 2 && !blocks_[end - 2].label)
      open_part(end - 2, end - 2, false);
    open_part(end - 1, end - 1, true);
    return end;
  }
  const bool words_inside = habits_.marked && restarts(next) && !lists_reports(next);
  if (restarts(next) && next == end && !words_inside) {
    const Index heading = end - 1;
    const bool announced = closes_with_list(heading, next);
    const bool open_list = !closed && tree_.place(blocks_[next].label.style, 2, true, false).fits &&
                           !habits_.marked && !blocks_[heading].stop && !blocks_[heading].colon;
    const bool another = !closed && !habits_.marked && !blocks_[heading].stop &&
                         !blocks_[heading].colon && dated_alike(next);
    const bool counted = heading > i && is_part_number(words(heading - 1));
    if (counted || another) {
      for (Index k = i; k + (counted ? 1 : 0) < heading; ++k) body(k);
      open_part(heading, heading, true);
      return end;
    }
    if (closed || announced || blocks_[heading].contents >= 0 || open_list) {
      const Index first = started_ ? i : behind_masthead(i, heading);
      const bool alone = end - i == 1 && !is_masthead(heading);  // not 主办:示例协会
      if (started_ || announced || blocks_[heading].contents >= 0 || alone || first < heading ||
          (ends_with(Cue::part_end, words(heading)) && !is_masthead(heading))) {
        open_over_list(first, heading);
        return end;
      }
      return end;  // the last line of a masthead
    }
  }
  const bool text_follows =
      words_inside || (next < blocks_.size() && blocks_[next].shape != Shape::title &&
                       blocks_[next].shape != Shape::tag);
  if (!text_follows && next < blocks_.size() && blocks_[next].label && closed) {
    return end;  // titles over nothing
  }
  // Between who speaks and the text stands what the speech comes to (提要).
  const Node* top = tree_.top();
  const bool summary = i > 0 && blocks_[i - 1].shape == Shape::byline && top != nullptr &&
                       top->kind == Kind::headline && !top->has_text();
  if (closed && !summary) return headlines(i, end);
  if (!summary && interior(i, end)) {
    open_headline(i, end);
    return end;
  }
  for (Index k = i; k < end; ++k) body(k);
  return end;
}

}  // namespace guanlan::outlining
