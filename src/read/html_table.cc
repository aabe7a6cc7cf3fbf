#include "read/html_table.h"

#include <algorithm>

#include "text/trim.h"

namespace guanlan::html {
namespace {

struct Shape {
  bool nested = false;  // another table inside
  bool header = false;  // <th>, <thead>, <caption>
  std::size_t rows = 0, columns = 0;
  std::size_t longest = 0;  // bytes of text in one cell
  std::size_t blocks = 0;   // block elements and <br> in the cell that has most
};

// Stops at the first table inside, so that nested tables are looked at once each.
void measure_cell(const GumboNode& node, std::size_t& bytes, std::size_t& blocks, bool& nested) {
  const GumboTag name = tag(node);
  if (name == GUMBO_TAG_TABLE) nested = true;
  if (nested || is_dropped(name)) return;
  if (!is_element(node)) bytes += trim(text(node)).size();
  if (name == GUMBO_TAG_BR || is_block(name)) ++blocks;
  for (const GumboNode* child : children(node)) measure_cell(*child, bytes, blocks, nested);
}

// Calls f(row) for each <tr> of this table, not of tables inside it.
template <class F>
void each_row(const GumboNode& table, F&& f) {
  for (const GumboNode* part : children(table)) {
    const GumboTag name = tag(*part);
    if (name == GUMBO_TAG_TR) f(*part);
    if (name != GUMBO_TAG_TBODY && name != GUMBO_TAG_THEAD && name != GUMBO_TAG_TFOOT) continue;
    for (const GumboNode* row : children(*part)) {
      if (tag(*row) == GUMBO_TAG_TR) f(*row);
    }
  }
}

bool is_cell(const GumboNode& node) {
  return tag(node) == GUMBO_TAG_TD || tag(node) == GUMBO_TAG_TH;
}

Shape shape(const GumboNode& table) {
  Shape s;
  for (const GumboNode* part : children(table)) {
    s.header |= tag(*part) == GUMBO_TAG_THEAD || tag(*part) == GUMBO_TAG_CAPTION;
  }
  each_row(table, [&](const GumboNode& row) {
    std::size_t columns = 0;
    for (const GumboNode* cell : children(row)) {
      if (!is_cell(*cell) || s.nested) continue;
      s.header |= tag(*cell) == GUMBO_TAG_TH;
      std::size_t bytes = 0, blocks = 0;
      for (const GumboNode* child : children(*cell)) measure_cell(*child, bytes, blocks, s.nested);
      s.longest = std::max(s.longest, bytes);
      s.blocks = std::max(s.blocks, blocks);
      ++columns;
    }
    s.columns = std::max(s.columns, columns);
    ++s.rows;
  });
  return s;
}

class CellText {
 public:
  CellText(const HiddenNames& hidden, std::size_t& links) : hidden_(hidden), links_(links) {}
  std::string of(const GumboNode& cell) {
    walk(cell, false);
    return std::string(trim(text_));
  }

 private:
  void walk(const GumboNode& node, bool link) {
    if (!is_element(node)) {
      const std::string_view words = text(node);
      text_.append(words);
      if (link) links_ += words.size() / 3;
      return;
    }
    if (is_dropped(tag(node)) || is_hidden(node, hidden_)) return;
    const bool breaks = tag(node) == GUMBO_TAG_BR || is_block(tag(node));
    if (breaks) text_ += ' ';
    const bool away = tag(node) == GUMBO_TAG_A && !attribute(node, "href").starts_with('#');
    for (const GumboNode* child : children(node)) walk(*child, link || away);
    if (breaks) text_ += ' ';
  }

  const HiddenNames& hidden_;
  std::size_t& links_;
  std::string text_;
};

}  // namespace

bool is_data_table(const GumboNode& table) {
  if (lower(attribute(table, "role")) == "presentation") return false;
  const Shape s = shape(table);
  if (s.nested || s.rows < 2 || s.columns < 2) return false;
  if (s.header) return true;
  constexpr std::size_t kLong = 1500, kMany = 6;
  return s.longest < kLong || s.blocks < kMany;
}

TableText table_text(const GumboNode& table, const HiddenNames& hidden) {
  TableText result;
  for (const GumboNode* part : children(table)) {
    if (tag(*part) == GUMBO_TAG_CAPTION && !is_hidden(*part, hidden)) {
      result.caption = one_line(CellText(hidden, result.links).of(*part));
    }
  }
  std::vector<std::vector<SpannedCell>> rows;
  int header_rows = 0;
  bool only_headers = true;
  each_row(table, [&](const GumboNode& row) {
    if (is_hidden(row, hidden)) return;
    std::vector<SpannedCell>& cells = rows.emplace_back();
    bool headers = true;
    for (const GumboNode* cell : children(row)) {
      if (!is_cell(*cell) || is_hidden(*cell, hidden)) continue;
      headers &= tag(*cell) == GUMBO_TAG_TH;
      cells.push_back({CellText(hidden, result.links).of(*cell), number(*cell, "colspan", 1, 1000),
                       number(*cell, "rowspan", 1, 1000)});
    }
    const bool in_head = tag(*row.parent) == GUMBO_TAG_THEAD;
    only_headers &= headers || in_head;
    header_rows += only_headers;
  });
  result.grid = place(rows);
  result.grid.header_rows = static_cast<std::size_t>(header_rows) < rows.size() ? header_rows : 0;
  return result;
}

}  // namespace guanlan::html
