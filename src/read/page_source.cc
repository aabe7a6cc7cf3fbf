#include "read/page_source.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "read/furniture.h"
#include "read/geometry.h"
#include "read/grid.h"
#include "read/gutter.h"
#include "read/line_text.h"
#include "read/open_table.h"
#include "read/page_table.h"
#include "read/reading_order.h"
#include "read/table_title.h"

namespace guanlan {
namespace {

struct PageParts {
  std::vector<PageTable> tables;
  std::vector<Fragment> head, body, foot;
};

// Fragments of the words outside of tables.
std::vector<Fragment> loose_fragments(const PageWords& page, const std::vector<PageTable>& tables) {
  std::vector<bool> in_table(page.words.size(), false);
  for (const auto& table : tables) {
    for (const auto word : table.words) in_table[word] = true;
  }
  std::vector<std::uint32_t> loose;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    if (!in_table[i]) loose.push_back(i);
  }
  return make_fragments(page, loose);
}

Fragment stand_in(const PageWords& page, const PageTable& table, std::size_t index) {
  Fragment fragment;
  fragment.box = table.box;
  fragment.table = static_cast<std::int32_t>(index);
  for (const auto word : table.words)
    fragment.letters += page.words[word].wide + page.words[word].narrow;
  if (!table.words.empty()) fragment.em = page.words[table.words.front()].em;
  return fragment;
}

std::vector<PageParts> part(const std::vector<PageInput>& pages) {
  std::vector<PageParts> parts(pages.size());
  std::vector<const PageWords*> words;
  std::vector<std::vector<Fragment>> fragments;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    words.push_back(&pages[i].words);
    parts[i].tables = find_ruled_tables(pages[i].words, find_grids(pages[i].rulings));
    fragments.push_back(loose_fragments(pages[i].words, parts[i].tables));
  }
  const auto marks = find_furniture(words, fragments);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (std::size_t f = 0; f < fragments[i].size(); ++f) {
      auto& where = marks[i][f] == Furniture::head   ? parts[i].head
                    : marks[i][f] == Furniture::foot ? parts[i].foot
                                                     : parts[i].body;
      where.push_back(std::move(fragments[i][f]));
    }
    for (std::size_t t = 0; t < parts[i].tables.size(); ++t)
      parts[i].body.push_back(stand_in(pages[i].words, parts[i].tables[t], t));
  }
  return parts;
}

// The middle of what single pages say.
std::optional<float> usual_gutter(const std::vector<PageParts>& pages) {
  std::vector<float> gutters;
  for (const auto& page : pages) {
    if (const auto x = certain_gutter(page.body)) gutters.push_back(*x);
  }
  if (gutters.empty()) return std::nullopt;
  const auto middle = gutters.begin() + static_cast<std::ptrdiff_t>(gutters.size() / 2);
  std::nth_element(gutters.begin(), middle, gutters.end());
  return *middle;
}

// Appends to a Source, one page at a time.
class Writer {
 public:
  Writer(const PageInput& page, const std::vector<PageTable>& tables, Source& source)
      : page_(page.words), tables_(tables), source_(source) {
    constexpr std::size_t kMost = 100;
    for (const Bookmark& bookmark : page.bookmarks) {
      if (titles_.size() == kMost) break;
      titles_.push_back({BookmarkTitle(bookmark.title), bookmark.level});
    }
  }

  void add(const std::vector<Fragment>& fragments, Role role, std::optional<float> gutter) {
    const auto lines = order_lines(fragments, gutter);
    auto open = role == Role::furniture ? std::vector<OpenTable>()
                                        : find_open_tables(page_, fragments, lines);
    auto next = open.begin();
    for (std::size_t i = 0; i < lines.size();) {
      const auto table = fragments[lines[i].fragments.front()].table;
      if (next != open.end() && next->first == i) {
        add_table(next->table);
        i = (next++)->last;
        continue;
      }
      if (table >= 0) {
        add_table(tables_[static_cast<std::size_t>(table)]);
      } else if (const auto end = role == Role::furniture ? i : add_heading(fragments, lines, i);
                 end > i) {
        i = end;
        continue;
      } else {
        add_line(fragments, lines[i], role);
      }
      ++i;
    }
  }

 private:
  Line& begin_line(const Box& box) {
    Line line;
    line.page = page_.page;
    line.span.begin = line.span.end = static_cast<std::uint32_t>(source_.raw.size());
    line.box = static_cast<std::int32_t>(source_.boxes.size());
    source_.boxes.push_back(box);
    return source_.lines.emplace_back(line);
  }
  void end_line(Line& line) {
    line.span.end = static_cast<std::uint32_t>(source_.raw.size());
    source_.raw += '\n';
  }

  void add_line(const std::vector<Fragment>& fragments, const OrderedLine& ordered, Role role) {
    const auto text = line_text(page_, fragments, ordered);
    if (text.empty()) return;
    auto& line = begin_line(ordered.box);
    source_.raw += text;
    line.role = role;
    set_type(fragments, ordered, line);
    end_line(line);
  }

  // Lines that print the title of a bookmark are one heading, of its level. Gives the line behind
  // them, `first` where there are none.
  std::size_t add_heading(const std::vector<Fragment>& fragments,
                          const std::vector<OrderedLine>& lines, std::size_t first) {
    constexpr std::size_t kMost = 6;
    if (titles_.empty()) return first;
    const std::string head = line_text(page_, fragments, lines[first]);
    for (auto& title : titles_) {
      std::size_t at = title.words.reach(0, head), i = first + 1;
      if (at == 0) continue;
      std::string text = head;
      Box box = lines[first].box;
      for (; i < lines.size() && i < first + kMost && !title.words.ends(at); ++i) {
        if (fragments[lines[i].fragments.front()].table >= 0) break;
        const auto more = line_text(page_, fragments, lines[i]);
        const auto reach = title.words.reach(at, more);
        if (reach == 0) break;
        if (title.words.blank(at)) text += ' ';
        text += more;
        at += reach;
        box = join(box, lines[i].box);
      }
      if (!title.words.ends(at)) continue;
      auto& line = begin_line(box);
      source_.raw += text;
      line.role = Role::heading;
      line.level = title.level;
      set_type(fragments, lines[first], line);
      end_line(line);
      title.words = BookmarkTitle({});  // printed
      return i;
    }
    return first;
  }

  // Font size of the longest fragment, bold where most letters are, confidence by word.
  void set_type(const std::vector<Fragment>& fragments, const OrderedLine& ordered, Line& line) {
    std::uint32_t longest = 0, letters = 0, bold = 0, words = 0;
    float confidence = 0;
    for (std::size_t i = ordered.drop_cap ? 1 : 0; i < ordered.fragments.size(); ++i) {
      const auto& fragment = fragments[ordered.fragments[i]];
      for (const auto id : fragment.words) {
        const Word& word = page_.words[id];
        confidence += word.confidence;
        ++words;
        letters += std::uint32_t{word.wide} + word.narrow;
        if (word.bold) bold += std::uint32_t{word.wide} + word.narrow;
      }
      if (fragment.letters <= longest) continue;
      longest = fragment.letters;
      line.font_size = fragment.em;
    }
    if (words > 0) line.confidence = confidence / static_cast<float>(words);
    line.bold = bold * 5 > letters * 4;
  }

  void add_table(const PageTable& table) {
    SourceTable out;
    out.header_rows = table.header_rows;
    if (const auto title = find_table_title(source_, page_.page, table.box)) {
      auto& line = source_.lines[*title];
      line.role = Role::caption;
      out.title_span = line.span;
      out.title = line.span.of(source_.raw);
    }
    std::unordered_map<std::size_t, Span> printed;  // by cell id
    for (const auto& row : table.rows) {
      auto& line = begin_line(table.box);
      line.role = Role::table_row;
      line.table = static_cast<std::int32_t>(source_.tables.size());
      auto& cells = out.rows.emplace_back();
      for (const auto& cell : row) {
        if (&cell != row.data()) source_.raw += '\t';
        const auto begin = static_cast<std::uint32_t>(source_.raw.size());
        if (!cell.repeated) source_.raw += cell.text;
        const auto end = static_cast<std::uint32_t>(source_.raw.size());
        const auto at = printed.try_emplace(cell.id, Span{begin, end}).first->second;
        cells.push_back({cell.text, at});
      }
      end_line(line);
    }
    source_.tables.push_back(std::move(out));
  }

  struct Title {
    BookmarkTitle words;
    std::uint8_t level;
  };

  const PageWords& page_;
  const std::vector<PageTable>& tables_;
  Source& source_;
  std::vector<Title> titles_;  // of the bookmarks that are still to come
};

}  // namespace

bool may_hold_table(const PageWords& page) {
  constexpr int kRows = 2;              // in a row
  constexpr std::uint32_t kShort = 14;  // letters
  const auto fragments = make_fragments(page);
  int rows = 0;
  for (const auto& line : order_rows(fragments)) {
    const auto pieces = line.fragments.size();
    const auto brief = static_cast<std::size_t>(
        std::count_if(line.fragments.begin(), line.fragments.end(),
                      [&](auto id) { return fragments[id].letters <= kShort; }));
    const bool cells = pieces >= 3 ? brief > 0 : pieces == 2 && brief == 2;
    rows = cells ? rows + 1 : 0;
    if (rows == kRows) return true;
  }
  return false;
}

void add_pages(const std::vector<PageInput>& pages, Source& source) {
  const auto parts = part(pages);
  const auto gutter = usual_gutter(parts);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Writer writer(pages[i], parts[i].tables, source);
    writer.add(parts[i].head, Role::furniture, {});
    writer.add(parts[i].body, Role::unknown, gutter);
    writer.add(parts[i].foot, Role::furniture, {});
  }
}

}  // namespace guanlan
