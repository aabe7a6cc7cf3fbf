#include "read/docx_body.h"

#include <algorithm>

#include "read/caption.h"
#include "text/trim.h"

namespace guanlan::docx {
namespace {

std::string_view style_id(const pugi::xml_node& paragraph) {
  return value(child(child(paragraph, "pPr"), "pStyle"), "val");
}

Words joined(const Inline& content) {
  Words out;
  for (const InlineLine& line : content.lines) {
    if (!out.text.empty() && !trim(line.words.text).empty()) out.append(" ");
    out.append(line.words);
  }
  return out;
}

bool next_page_section(const pugi::xml_node& properties) {
  const auto section = child(properties, "sectPr");
  return section && value(child(section, "type"), "val") != "continuous";
}

}  // namespace

Body::Body(Parts parts, LineWriter& writer)
    : parts_(std::move(parts)), writer_(writer), inline_(parts_.styles, parts_.rendered) {}

void Body::write_story(const pugi::xml_node& story) {
  write_blocks(story);
  inline_.end_fields();
}

// Of another part than the main one: its elements are not noted.
Words Body::foreign_words(const pugi::xml_node& story) {
  const bool before = inline_.trace(false);
  Words words;
  add_cell_words(story, words);
  inline_.trace(before);
  return words;
}

void Body::write_furniture(const pugi::xml_node& story) {
  const Words words = foreign_words(story);
  inline_.end_fields();
  if (!trim(words.text).empty()) writer_.add(trim(words.text), {Role::furniture});
}

void Body::write_blocks(const pugi::xml_node& parent) {
  for (const pugi::xml_node& node : parent.children()) {
    if (writer_.overflow()) return;
    const std::string_view name = local_name(node);
    if (name == "p") {
      write_paragraph(node);
    } else if (name == "tbl") {
      write_table(node);
    } else if (name == "AlternateContent") {
      const auto choice = child(node, "Choice");
      write_blocks(choice ? choice : child(node, "Fallback"));
    } else if (name == "altChunk") {
      writer_.source().warnings.emplace_back("文档嵌有外部内容（altChunk），未读入");
    } else if (name != "sectPr" && name != "del" && name != "moveFrom" && name != "sdtPr") {
      write_blocks(node);  // content controls, insertions, custom XML
    }
  }
}

Properties Body::properties_of(const pugi::xml_node& paragraph) const {
  Properties p = read_properties(child(paragraph, "pPr"));
  p.bold.reset();  // of the paragraph mark, not of its text
  p.size.reset();
  p.inherit(parts_.styles.resolve(style_id(paragraph)));
  return p;
}

std::string Body::number_of(const Properties& properties) {
  const int id = properties.num_id.value_or(0);
  return id == 0 ? std::string() : parts_.numbering.next(id, properties.level.value_or(0));
}

LineStyle Body::style_of(const pugi::xml_node& paragraph, const Properties& properties,
                         bool numbered) const {
  const std::string_view name = parts_.styles.name(style_id(paragraph));
  int level = heading_level(name);
  if (const int outline = properties.outline.value_or(9); outline < 9) level = outline + 1;
  LineStyle style;
  if (level > 0) {
    style.role = Role::heading;
    style.level = static_cast<std::uint8_t>(std::clamp(level, 1, 9));
  } else if (is_caption_style(name)) {
    style.role = Role::caption;
  } else if (numbered) {
    style.role = Role::list_item;
  }
  return style;
}

void Body::write_lines(const Inline& content, const LineStyle& style, const std::string& number) {
  bool first = true;
  for (const InlineLine& line : content.lines) {
    const std::string_view text = trim(line.words.text);
    if (text.empty() && content.lines.size() > 1) continue;
    LineStyle own = style;
    own.bold = line.bold;
    own.font_size = line.size;
    if (own.role == Role::paragraph && is_table_caption(text)) own.role = Role::caption;
    writer_.set_page(std::max(writer_.page(), line.page));
    writer_.begin(own);
    if (first && !text.empty()) writer_.piece(number);
    writer_.trace(writer_.piece(text), line.words.text, line.words.origins);
    writer_.end();
    first = false;
  }
}

void Body::write_paragraph(const pugi::xml_node& paragraph) {
  const Properties properties = properties_of(paragraph);
  if (properties.page_break_before.value_or(false) && !writer_.source().lines.empty()) {
    inline_.new_page();
  }
  Inline content = inline_.read(paragraph, properties);
  const std::string number = number_of(properties);
  const bool listed = parts_.numbering.is_list(properties.num_id.value_or(0));
  const LineStyle style = style_of(paragraph, properties, listed);
  if (style.role == Role::heading && content.lines.size() > 1) {
    InlineLine whole = content.lines.front();  // set in lines, one heading all the same
    whole.words = joined(content);
    content.lines.assign(1, std::move(whole));
  }
  write_lines(content, style, number);
  const bool before = inline_.trace(false);  // Word takes no comments in text boxes
  for (const pugi::xml_node& box : content.boxes) write_blocks(box);
  inline_.trace(before);
  write_notes(content.notes);
  if (next_page_section(child(paragraph, "pPr"))) inline_.new_page();
}

void Body::write_notes(const std::vector<Note>& notes) {
  for (const Note& note : notes) {
    Notes& all = note.end ? parts_.endnotes : parts_.footnotes;
    const auto found = all.find(note.id);
    if (found == all.end()) continue;
    const pugi::xml_node node = found->second;
    all.erase(found);  // a note that refers to itself ends here
    const Words words = foreign_words(node);
    if (trim(words.text).empty()) continue;
    writer_.add(std::to_string(note.number) + " " + std::string(trim(words.text)), {Role::note});
  }
}

void Body::add_cell_words(const pugi::xml_node& parent, Words& out) {
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view name = local_name(node);
    if (name == "p") {
      const Properties properties = properties_of(node);
      const Inline content = inline_.read(node, properties);
      const Words words = joined(content);
      if (!trim(words.text).empty()) {
        if (!out.text.empty()) out.append(" ");
        out.append(number_of(properties));
        out.append(words.trimmed());
      }
      const bool before = inline_.trace(false);
      for (const pugi::xml_node& box : content.boxes) add_cell_words(box, out);
      inline_.trace(before);
      pending_.insert(pending_.end(), content.notes.begin(), content.notes.end());
    } else if (name == "AlternateContent") {
      const auto choice = child(node, "Choice");
      add_cell_words(choice ? choice : child(node, "Fallback"), out);
    } else if (name != "del" && name != "moveFrom" && name != "sdtPr" && name != "tcPr") {
      add_cell_words(node, out);  // nested tables too
    }
  }
}

Words Body::cell_words(const pugi::xml_node& cell) {
  Words words;
  add_cell_words(cell, words);
  return words;
}

CellGrid Body::read_grid(const pugi::xml_node& table) {
  CellGrid grid;
  bool top = true;
  for (const TableRowNode& row : table_rows(table)) {
    const auto r = static_cast<std::int32_t>(grid.rows.size());
    std::vector<Slot> slots(static_cast<std::size_t>(row.before));
    grid.pages.push_back(inline_.page());
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TableCellNode& cell = row.cells[c];
      const std::size_t column = slots.size();
      Slot slot;
      if (cell.continues && r > 0 && column < grid.rows.back().size()) {
        const Slot& above = grid.rows.back()[column];
        slot.from_row = above.covered() ? above.from_row : r - 1;
        slot.from_column = above.covered() ? above.from_column : static_cast<std::int32_t>(column);
      } else {
        Words words = cell_words(cell.node);
        slot.text = std::move(words.text);
        slot.origins = std::move(words.origins);
      }
      if (c == 0) grid.pages.back() = inline_.page();
      Slot rest{{}, slot.from_row, slot.from_column};
      if (!slot.covered()) rest = {{}, r, static_cast<std::int32_t>(column)};
      slots.push_back(std::move(slot));
      for (int i = 1; i < cell.columns; ++i) slots.push_back(rest);
    }
    top &= row.header;
    grid.header_rows += top;
    grid.rows.push_back(std::move(slots));
  }
  if (static_cast<std::size_t>(grid.header_rows) == grid.rows.size()) grid.header_rows = 0;
  return grid;
}

// Without any lines, and nothing else says that it is a table: words put below one another.
bool Body::is_aligned(const pugi::xml_node& table, const std::vector<TableRowNode>& rows) const {
  const auto properties = child(table, "tblPr");
  auto borders = read_borders(properties);
  if (!borders) {
    borders = parts_.styles.resolve(value(child(properties, "tblStyle"), "val")).borders;
  }
  if (borders.value_or(false)) return false;
  for (const TableRowNode& row : rows) {
    if (row.header) return false;
    for (const TableCellNode& cell : row.cells) {
      if (cell.continues || read_borders(cell.node).value_or(false)) return false;
    }
  }
  return true;
}

// Each row a line, its cells apart by a blank; cells of several paragraphs one after another.
void Body::write_aligned(const std::vector<TableRowNode>& rows) {
  for (const TableRowNode& row : rows) {
    const bool columns = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
      int blocks = 0;
      for (const pugi::xml_node& node : cell.node.children()) blocks += local_name(node) != "tcPr";
      return blocks > 1;
    });
    Words line;
    for (const TableCellNode& cell : row.cells) {
      if (columns) {
        write_blocks(cell.node);
        continue;
      }
      const Words words = cell_words(cell.node);
      if (!line.text.empty() && !words.text.empty()) line.append(" ");
      line.append(words);
    }
    writer_.set_page(std::max(writer_.page(), inline_.page()));
    if (!line.text.empty()) writer_.trace(writer_.add(line.text, {}), line.text, line.origins);
  }
}

void Body::write_table(const pugi::xml_node& table) {
  const std::vector<TableRowNode> rows = table_rows(table);
  if (is_frame(rows)) {
    for (const TableRowNode& row : rows) {
      for (const TableCellNode& cell : row.cells) write_blocks(cell.node);
    }
    return;
  }
  if (is_aligned(table, rows)) {
    write_aligned(rows);
    write_notes(std::exchange(pending_, {}));
    return;
  }
  const Source& source = writer_.source();
  TableTitle title;
  std::string words;
  if (!source.lines.empty() && source.lines.back().role == Role::caption) {
    title.span = source.lines.back().span;
    words = title.span.of(source.raw);
    title.text = words;
  }
  const CellGrid grid = read_grid(table);
  write_grid(writer_, grid, title);
  write_notes(std::exchange(pending_, {}));
}

}  // namespace guanlan::docx
