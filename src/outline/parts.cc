// Headings that are not numbered and hold reports: parts, and the sections below them.
#include <algorithm>

#include "outline/reader.h"
#include "outline/words.h"
#include "text/utf8.h"

namespace guanlan::outlining {

// 协会动态, 要闻聚焦: the name of a column, in a line of its own.
bool Reader::is_column_name(Index i) const {
  const Block& b = blocks_[i];
  return b.chars >= 2 && b.chars <= 8 && !b.stop && !b.colon &&
         (!b.label || b.label.style == Numbering::bullet) && ends_with(Cue::part_end, words(i));
}

// A line over items that are counted through: like the part that is open (■ … over ■ …), or by its
// name (地方动态).
bool Reader::heads_part(Index i) const {
  for (const std::int32_t n : tree_.path()) {
    const Node& node = tree_.at(n);
    if (node.kind != Kind::part || node.headless()) continue;
    if (closed_ && blocks_[i].label.style == Numbering::bullet) return true;
    return blocks_[i].label.style == blocks_[node.first].label.style &&
           (blocks_[i].label || is_column_name(i));
  }
  return false;
}

// 附：…十大亮点 over a list of ten: such a heading ends the report before it.
bool Reader::closes_with_list(Index heading, Index next) const {
  const int count = announced_count(words(heading));
  if (count < 5 || !has(Cue::highlights, words(heading))) return false;
  const auto length = static_cast<int>(sequence_length(blocks_, next));
  return length + 1 >= count && length <= count + 1;
}

// What sets such headings apart from each other: the bullet or bracket that they begin with, 0 for
// none.
char32_t Reader::dress(Index i) const {
  const Block& b = blocks_[i];
  const bool dressed = b.shape == Shape::tag || b.label.style == Numbering::bullet;
  return dressed ? utf8::decode(text_, b.span.begin).cp : 0;
}

// 域外观察 behind the sections of 执法与司法, none of them dressed: a part of its own by its
// subject.
bool Reader::turns_away(std::int32_t part, Index i) const {
  return dress(i) == 0 && begins_with(Cue::topic, words(i)) &&
         !begins_with(Cue::topic, words(tree_.at(part).first));
}

// ▍部委动向 right below 二、政策法规 and its lead, where reports are not numbered so.
bool Reader::right_below_numbered(Index i) const {
  if (tree_.path().empty()) return false;
  const Node& open = tree_.at(tree_.path().back());
  return open.kind == Kind::numbered && !open.has_text() && open.end == i &&
         open.style <= Numbering::han_paren && open.style != habits_.numbered;
}

// How many open nodes stay above a part. `over_list`: the list of its reports follows.
std::size_t Reader::part_depth(Index i, Kind kind, bool over_list) const {
  const auto& path = tree_.path();
  const auto unnumbered = [](const Node& n) {
    return (n.kind == Kind::part || n.kind == Kind::tag) && !n.headless();
  };
  std::size_t outer = path.size(), inner = path.size();  // the open ones that look like it
  for (std::size_t k = 0; k < path.size(); ++k) {
    const Node& node = tree_.at(path[k]);
    if (!unnumbered(node) || dress(node.first) != dress(i)) continue;
    outer = std::min(outer, k);
    inner = k;
  }
  // 部委动向 right below 政策法规; later 地方动向 stands beside it.
  const bool right_below =
      !path.empty() && unnumbered(tree_.at(path.back())) && tree_.at(path.back()).end == i;
  const bool led = right_below && tree_.at(path.back()).lead.has_value();  // a part over 【】 【】
  const bool alike = outer + 1 == path.size() && dress(i) != 0 && !led;
  if (over_list && right_below && !alike) return path.size();
  if (outer < path.size()) return over_list && !turns_away(path[outer], i) ? inner : outer;
  if (right_below_numbered(i)) return path.size();
  const std::size_t depth = tree_.depth_of(kind);
  const bool below = depth < path.size() && unnumbered(tree_.at(path[depth])) && dress(i) != 0;
  return below ? depth + 1 : depth;  // ■ a section of the part above it
}

void Reader::open_part(Index first, Index last, bool over_list) {
  const Block& b = blocks_[first];
  Node node;
  node.kind = b.shape == Shape::tag
                  ? words(first).find('|') != std::string_view::npos ? Kind::column : Kind::tag
              : b.label.style == Numbering::chapter ? Kind::numbered
                                                    : Kind::part;
  if (b.label.style == Numbering::chapter ||
      (node.kind == Kind::part && b.label.style == Numbering::bullet)) {
    node.style = b.label.style;
  }
  node.value = b.label.value;
  node.first = first;
  node.last = last;
  node.end = last + 1;
  const std::size_t depth = node.kind == Kind::numbered ? 0
                            : node.kind == Kind::column ? tree_.depth_of(node.kind)
                                                        : part_depth(first, node.kind, over_list);
  tree_.open(std::move(node), depth);
  tree_.extend(last + 1);
  cohesion_.begin_report();
  closed_ = true;
  headless_ = -1;
  since_close_ = tree_.nodes.size();
  if (!started_) {
    started_ = true;
    front_ = first;
  }
}

// Of the title lines [i, heading] above the first report: a part and its section that stand behind
// the last line of the masthead. Gives the first of the two, else `heading`.
Reader::Index Reader::behind_masthead(Index i, Index heading) const {
  constexpr std::string_view kBodies[] = {"协会",   "学会",   "联盟", "中心",   "研究院",
                                          "委员会", "编辑部", "公司", "办公室", "秘书处",
                                          "局",     "编",     "编印", "主办",   "承办"};
  if (heading < i + 1 || heading < 2 || !is_masthead(heading - 2)) return heading;
  for (const Index k : {heading - 1, heading}) {
    const std::string_view line = words(k);
    const bool other = is_masthead(k) ||
                       line.find_first_of("0123456789:") != std::string_view::npos ||
                       std::any_of(std::begin(kBodies), std::end(kBodies),
                                   [&](auto w) { return line.ends_with(w); });
    if (other) return heading;
  }
  return heading - 1;
}

// Title lines [first, heading] over a list of reports: the last heads it, and of two short ones the
// other heads the part that it belongs to.
void Reader::open_over_list(Index first, Index heading) {
  constexpr std::uint32_t kShort = 16;
  if (heading > first) {
    const Block &above = blocks_[heading - 1], &below = blocks_[heading];
    const auto plain = [](const Block& b) { return b.chars <= kShort && !b.stop && !b.colon; };
    const bool named = above.contents >= 0 || ends_with(Cue::part_end, words(heading - 1));
    const bool apart = below.paragraph->blank_before || named;
    const bool heads =
        started_ ? above.shape == Shape::title : named || behind_masthead(first, heading) < heading;
    if (closed_ && plain(above) && plain(below) && apart && heads && !is_masthead(heading - 1)) {
      open_part(heading - 1, heading - 1, false);
    }
  }
  open_part(heading, heading, true);
}

}  // namespace guanlan::outlining
