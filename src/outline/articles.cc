// Headlines that are not numbered: where an article of a newsletter begins.
#include <algorithm>

#include "outline/reader.h"
#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

constexpr float kHeadline = 1.8f;     // the score that a headline inside an open report needs
constexpr std::size_t kReach = 1500;  // bytes of a report that its headline is held against

// 2025年5月19日-5月25日, 2022.07.16—2022.07.31: days and marks, nothing else.
bool is_period(std::string_view line) {
  constexpr std::u32string_view kOf =
      U"0123456789〇○零一二三四五六七八九十年月日上中下旬半期第总.-—–~/至()【】 ";
  bool digit = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto d = utf8::decode(line, at);
    if (kOf.find(d.cp) == std::u32string_view::npos) return false;
    digit = digit || utf8::is_digit(d.cp) || d.cp == U'年';
    at += d.size;
  }
  return digit;
}

}  // namespace

// The beginning of the running text after block `i`, up to kReach bytes.
Span Reader::following_text(Index i) const {
  while (i < blocks_.size() && !blocks_[i].is_text()) ++i;
  if (i >= blocks_.size()) return {};
  Span s{blocks_[i].span.begin, blocks_[i].span.end};
  while (++i < blocks_.size() && blocks_[i].is_text() && s.size() < kReach)
    s.end = blocks_[i].span.end;
  s.end = std::min<std::uint32_t>(s.end, s.begin + kReach);
  return s;
}

// A line of the masthead: 主办单位：…, 总编辑：…, 2024年第5期, 声明：…
bool Reader::is_masthead(Index i) const {
  const std::string_view line = words(i);
  for (const Cue cue : {Cue::sponsor, Cue::role, Cue::statement, Cue::back}) {
    const std::string_view word = prefix(cue, line);
    if (!word.empty() && line.substr(word.size()).find(':') < 4) return true;
  }
  const bool signed_ = line.starts_with("—") && line.ends_with("日") && holds_word(line, "年");
  if (is_period(line) || signed_) return true;  // ——示例团队·2026年1月25日
  const auto issue = line.find("期");
  return issue != std::string_view::npos && blocks_[i].chars <= 40 &&
         holds_word(line.substr(0, issue), "第") && !blocks_[i].stop;
}

// Title lines [first, end) after a report has ended.
Reader::Index Reader::headlines(Index first, Index end) {
  if (headless_ >= 0) {
    first = give_back(first, end);
    headless_ = -1;
    if (first == end) return end;
  }
  // After the last report stands back matter: advertisements, addresses.
  if (habits_.last_mark != SIZE_MAX && first > habits_.last_mark) return end;
  if (end >= blocks_.size()) return end;
  if (!started_) {
    // The name of the collection over its list is no report.
    const Index next = after_heading(end);
    for (Index k = next; k < std::min(blocks_.size(), next + 6); ++k) {
      if (!restarts(k)) continue;
      const bool direct = k == end || blocks_[k - 1].shape != Shape::title;
      if ((direct && closes_with_list(end - 1, k)) || habits_.collection == "digest" ||
          habits_.collection == "statistics") {
        return end;
      }
      break;
    }
    while (first < end && is_masthead(first)) ++first;
    for (Index k = first; k < end; ++k) {
      if (is_masthead(k)) first = k + 1;
    }
    const bool stated = is_masthead(end);
    const bool report = blocks_[end - 1].contents >= 0 || blocks_[end].shape == Shape::byline ||
                        (blocks_[end].is_text() && blocks_[end].chars >= 30 && !stated);
    if (!report || first >= end) return end;
  }
  while (first + 1 < end && is_column_name(first)) {
    open_part(first, first, true);
    ++first;
  }
  const bool column = tree_.top() != nullptr && !tree_.path().empty();
  if (column) leave_column(first);
  if (is_group(end)) {
    const Index split = split_group(first, end);
    if (split > first) {
      Node group;
      group.kind = Kind::group;
      group.first = first;
      group.last = split - 1;
      group.end = split;
      tree_.open(std::move(group), tree_.depth_of(Kind::group));
      first = split;
    }
  }
  open_headline(first, end);
  return end;
}

// Title lines [i, end) of a digest whose headlines begin with a bullet: the last bullet heads the
// report below; a line above it heads a part, or is of the masthead.
Reader::Index Reader::bulleted(Index i, Index end) {
  Index head = end;
  while (head > i && blocks_[head - 1].label.style != Numbering::bullet) --head;
  if (head == i) {  // no bullet: words inside a report, a masthead
    for (Index k = i; k < end && started_; ++k) body(k);
    return end;
  }
  --head;
  if (head > i && blocks_[head - 1].label.style != Numbering::bullet &&
      (started_ || ends_with(Cue::part_end, words(head - 1)))) {
    open_part(head - 1, head - 1, false);
  }
  open_headline(head, end);
  return end;
}

void Reader::open_headline(Index first, Index end) {
  // A front matter line above the headline: only the last lines of a long run are one.
  constexpr Index kLines = 4;
  if (!started_ && end - first > kLines) first = end - kLines;
  Node node;
  node.kind = Kind::headline;
  node.first = first;
  node.last = end - 1;
  node.end = end;
  tree_.open(std::move(node), tree_.depth_of(Kind::headline));
  tree_.extend(end);
  cohesion_.begin_report();
  for (Index k = first; k < end; ++k) cohesion_.add(blocks_[k].span);
  headline_font_ = std::max(headline_font_, blocks_[end - 1].paragraph->font_size);
  closed_ = false;
  if (!started_) {
    started_ = true;
    front_ = first;
  }
}

// A 专题 holds for the articles that flow on from it; one that begins a page stands outside.
void Reader::leave_column(Index first) {
  if (!blocks_[first].paragraph->page_top) return;
  const auto& path = tree_.path();
  for (std::size_t k = 0; k < path.size(); ++k) {
    if (tree_.at(path[k]).kind != Kind::column) continue;
    tree_.close_to(k);
    return;
  }
}

// The lines of [first, end) that are the headline of the report before; gives the next one.
Reader::Index Reader::give_back(Index first, Index end) {
  Node& node = tree_.at(headless_);
  Index split = end;
  bool paged = false;
  for (Index k = first + 1; k < end && !paged; ++k) {
    if (!blocks_[k].paragraph->page_top) continue;
    split = k;
    paged = true;
  }
  const bool next_page = end < blocks_.size() && blocks_[end].paragraph->page_top;
  if (!paged && !next_page) {
    const Span own{blocks_[node.body].span.begin,
                   std::min<std::uint32_t>(blocks_[node.end - 1].span.end,
                                           blocks_[node.body].span.begin + kReach)};
    const Span next = following_text(end);
    double sum = 0, best = 0;
    split = first;
    for (Index k = first; k < end; ++k) {
      const Span line = blocks_[k].span;
      sum += cohesion_.cover(line, own) - cohesion_.cover(line, next);
      if (sum <= best) continue;
      best = sum;
      split = k + 1;
    }
  }
  if (split > first) {
    node.first = first;
    node.last = split - 1;
  }
  return split;
}

// Whether more than one article stands before the next mark: others begin after a reporter's
// mark, or with the office and name of who speaks.
bool Reader::is_group(Index end) const {
  if (!habits_.marked) return false;
  std::size_t bylines = end < blocks_.size() && blocks_[end].shape == Shape::byline;
  for (Index i = end; i < blocks_.size(); ++i) {
    const Block& b = blocks_[i];
    if (b.mark) return false;
    if (b.shape != Shape::title || b.label) continue;
    const Index stop = run_end(i);
    const bool byline = stop < blocks_.size() && blocks_[stop].shape == Shape::byline;
    bylines += byline;
    if (bylines >= 2) return true;
    const bool dated =
        stop < blocks_.size() && blocks_[stop].is_text() && blocks_[stop].dateline == 2;
    const Block& before = blocks_[i - 1];
    const bool credit =
        before.shape == Shape::credit || without_credit(text_, before.span).end != before.span.end;
    if (dated && credit) return true;
    i = stop - 1;
  }
  return false;
}

// Where the common headline ends and that of the first article begins.
Reader::Index Reader::split_group(Index first, Index end) const {
  for (Index k = end; k-- > first + 1;) {
    if (blocks_[k].shape == Shape::tag) return k + 1;  // 【连载三】
  }
  Index split = end - 1;
  while (split > first && (blocks_[split - 1].colon || !blocks_[split].paragraph->blank_before) &&
         split > first + 1) {
    --split;
  }
  return split;
}

// A new article inside a report that no mark has ended.
bool Reader::interior(Index first, Index end) const {
  const auto named = [](const Block& b) { return b.contents >= 0; };
  if (std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(first),
                  blocks_.begin() + static_cast<std::ptrdiff_t>(end), named)) {
    return true;
  }
  if (end >= blocks_.size()) return false;
  const Block& next = blocks_[end];
  if (habits_.front_marked) return next.mark && next.mark->form == SourceMark::line;
  if (habits_.marked) {
    const auto& path = tree_.path();
    const bool grouped = std::any_of(
        path.begin(), path.end(), [&](std::int32_t n) { return tree_.at(n).kind == Kind::group; });
    if (!grouped) return false;
    const Block& before = blocks_[first - 1];
    const bool credit =
        before.shape == Shape::credit || without_credit(text_, before.span).end != before.span.end;
    return next.shape == Shape::byline || (next.is_text() && (next.dateline == 2 || credit));
  }
  for (const std::int32_t n : tree_.path()) {
    const Node& node = tree_.at(n);
    if (!node.has_text() || node.holds()) continue;
    if (node.kind == Kind::numbered) return false;  // numbered items hold their subheads
    break;
  }
  return score(first, end) >= kHeadline;
}

bool Reader::known_headline_type(const Block& block) const {
  return headline_font_ > 0 && block.paragraph->font_size > 0 &&
         block.paragraph->font_size + 0.6f >= headline_font_;
}

float Reader::score(Index first, Index end) const {
  const Block& b = blocks_[end - 1];
  const Block& next = blocks_[end];
  if (!next.is_text() || (next.chars < 30 && !next.stop)) return -9;
  if (b.colon) return -9;
  std::uint32_t chars = 0;
  for (Index k = first; k < end; ++k) chars += blocks_[k].chars;
  float s = next.dateline == 2 ? 2.0f : next.dateline == 1 ? 1.2f : 0.0f;
  s += chars >= 14 ? 0.4f : chars < 11 ? -0.7f : 0.0f;
  if (ends_with(Cue::event_end, words(end - 1))) s += 0.5f;
  if (b.stop) s -= 0.6f;
  if (blocks_[first].paragraph->page_top) s += 0.7f;
  if (blocks_[first].paragraph->blank_before && !habits_.spread) s += 0.3f;
  if (habits_.font > 0)
    s += known_headline_type(b) && set_as_heading(habits_, b) ? 1.0f
         : headline_font_ > habits_.font * 1.12f              ? -2.0f
                                                              : 0.0f;
  if (b.paragraph->level > 0) s += 1;
  Span text = following_text(end);
  text.end = std::min<std::uint32_t>(text.end, text.begin + 900);
  const double like = cohesion_.likeness(text);
  const double title = cohesion_.likeness({blocks_[first].span.begin, b.span.end});
  s += static_cast<float>(1.5 - 4.0 * like);
  s += static_cast<float>(0.9 - 3.0 * title);
  return s;
}

}  // namespace guanlan::outlining
