#include "guanlan/outline.h"

#include <algorithm>

#include "outline/block.h"
#include "outline/contents.h"
#include "outline/habits.h"
#include "outline/issue_date.h"
#include "outline/items.h"
#include "outline/masthead.h"
#include "outline/notice.h"
#include "outline/ranked.h"
#include "outline/reader.h"

namespace guanlan {

using namespace outlining;

namespace {

std::string title_words(std::string_view text, const Source& source,
                        const std::vector<Block>& blocks) {
  const TitleLines lines = find_title(text, source, blocks, {});
  if (!lines.found()) return source.title;
  return std::string(Span{blocks[lines.first].span.begin, blocks[lines.last].span.end}.of(text));
}

// The byline of a page (发布时间, 来源) says nothing about the reports of a collection.
std::vector<Block> without_bylines(std::vector<Block> blocks, const Source& source) {
  if (source.format != Format::html) return blocks;
  std::erase_if(blocks, [](const Block& b) { return b.shape == Shape::note; });
  return blocks;
}

}  // namespace

Issue outline(const Layout& layout, const Source& source) {
  Issue issue;
  const std::string_view text = layout.clean.text;
  std::vector<Block> blocks = read_blocks(layout);
  match_contents(text, layout, blocks);
  const std::vector<Block> reports = without_bylines(blocks, source);
  const Habits habits = learn_habits(text, layout, reports, title_words(text, source, reports));
  std::size_t front = reports.size();
  if (const int level = report_level(reports, !habits.collection.empty()); level > 0) {
    const Ranked ranked = read_ranked(reports, level, find_title(text, source, reports, {}));
    front = ranked.front;
    build_items(text, reports, habits, ranked.tree, issue);
  } else if (!habits.collection.empty()) {
    Reader reader(text, reports, habits);
    const Tree tree = reader.read();
    front = reader.front();
    build_items(text, reports, habits, tree, issue);
  }
  const bool single = issue.items.empty();
  if (single) {
    issue.parts.clear();
    read_notice(text, source, blocks, habits, issue);
  } else {
    issue.masthead = read_masthead(text, source, reports, front);
  }
  for (Part& part : issue.parts) {
    part.path_text = layout.clean.surface(part.heading, source.raw);
    std::erase(part.path_text, '\n');
  }
  const TitleLines title = single ? find_title(text, source, blocks, habits) : TitleLines{};
  issue.date = find_issue_date(text, source, single ? blocks : reports, front, single, title);
  return issue;
}

std::vector<std::string> path(const Issue& issue, const Item& item) {
  std::vector<std::string> out;
  for (std::int32_t p = item.part; p >= 0; p = issue.parts[static_cast<std::size_t>(p)].parent) {
    out.push_back(issue.parts[static_cast<std::size_t>(p)].path_text);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace guanlan
