// Lists: whether what counts from one, or goes on counting, is a list of reports, sections that are
// numbered alike, or words inside a report.
#include <algorithm>

#include "outline/reader.h"
#include "outline/words.h"

namespace guanlan::outlining {

// A heading that counts from one, where the open ones have counted further or have none like it.
bool Reader::restarts(Index next) const {
  if (next >= blocks_.size()) return false;
  const Block& b = blocks_[next];
  return b.label && b.label.value == 1 && b.label.style != Numbering::article &&
         (b.shape == Shape::title || (b.mark && b.mark->form == SourceMark::closing));
}

// Whether the list that begins with block `first` is one of reports: where reports end with marks,
// its first entry does.
bool Reader::lists_reports(Index first) const {
  constexpr std::size_t kFar = 100;
  const Numbering style = blocks_[first].label.style;
  if (!habits_.marked) return true;
  for (Index i = first; i < std::min(blocks_.size(), first + kFar); ++i) {
    if (blocks_[i].mark) return true;
    if (i > first && blocks_[i].shape == Shape::title && blocks_[i].label.style == style)
      return i == first + 1 && restarts(i);  // an entry that has a list of its own
  }
  return false;
}

// （一）部委动向 right over （一）某部门印发…: a heading over reports that are numbered as it is.
bool Reader::over_alike(Index i) const {
  const Numbering style = blocks_[i].label.style;
  const Index next = after_heading(title_end(i));
  return restarts(next) && blocks_[next].label.style == style && lists_reports(next) &&
         (habits_.marked || !is_sub_report(style));
}

// 3. 某三地通报… | （1）广东: a list right below the headline of a report, whose entries are none.
bool Reader::begins_inside(Index i) const {
  if (!habits_.marked || tree_.path().empty()) return false;
  const Node& open = tree_.at(tree_.path().back());
  const bool headline = open.kind == Kind::headline ||
                        (open.kind == Kind::numbered && open.style == habits_.numbered);
  return headline && !open.outer && !open.has_text() && open.end == i && restarts(i) &&
         !lists_reports(i);
}

// （一）部委层面动向 where reports are not numbered so: complete, whatever line follows.
bool Reader::names_section(Index i) const {
  constexpr std::uint32_t kName = 16;
  const Block& b = blocks_[i];
  return b.label && b.label.style != habits_.numbered && b.chars <= kName &&
         ends_with(Cue::part_end, words(i));
}

// 3. 某部门通报典型案例 | 现将有关情况通报如下: title lines [i, end) right below the number of a
// report that its text follows.
bool Reader::begins_below_number(Index i, Index end) const {
  if (closed_ || tree_.path().empty()) return false;
  const Node& open = tree_.at(tree_.path().back());
  const Block& first = blocks_[i];
  if (open.kind == Kind::numbered && !open.has_text() && open.end == i &&
      first.label.style == Numbering::bullet && first.stop)
    return true;  // 1. 示例数据泄露 | • 示例公司正在调查。
  if (habits_.numbered == Numbering::none) return false;
  const bool report = open.kind == Kind::numbered && open.style == habits_.numbered &&
                      !open.outer && !open.has_text() && open.end == i;
  return report && end < blocks_.size() && blocks_[end].is_text() && blocks_[i].contents < 0;
}

// 1.某市通报… | 10月23日,…: a numbered line over a text that is dated as that of the open report
// is.
bool Reader::dated_alike(Index next) {
  const Node* item = tree_.item();
  if (item == nullptr || item->kind != Kind::numbered || !item->has_text() ||
      next + 1 >= blocks_.size())
    return false;
  const Block& text = blocks_[next + 1];
  const bool list = blocks_[next].label.style == item->style && blocks_[next].shape == Shape::title;
  return list && text.is_text() && !text.label && text.dateline == 2 &&
         blocks_[item->body].dateline == 2;
}

// A heading that goes on counting where the last one stopped.
bool Reader::counts_on(Index next) const {
  if (next >= blocks_.size() || blocks_[next].shape != Shape::title) return false;
  const Label& label = blocks_[next].label;
  return label && label.value > 1 &&
         label.value == counts_[static_cast<std::size_t>(label.style)] + 1;
}

}  // namespace guanlan::outlining
