// Stories of a Word document (body, text boxes, notes, headers) written as lines and tables.
#pragma once

#include <unordered_map>

#include "read/cell_grid.h"
#include "read/docx_inline.h"
#include "read/docx_numbering.h"
#include "read/docx_styles.h"
#include "read/docx_table.h"
#include "read/line_writer.h"

namespace guanlan::docx {

// Note id → <w:footnote>.
using Notes = std::unordered_map<int, pugi::xml_node>;

class Body {
 public:
  struct Parts {
    Styles styles;
    Numbering numbering;
    Notes footnotes, endnotes;
    bool rendered = false;
  };
  Body(Parts parts, LineWriter& writer);

  // <w:body>, <w:hdr> … : everything in it, in order.
  void write_story(const pugi::xml_node& story);
  // Headers and footers: every paragraph as furniture.
  void write_furniture(const pugi::xml_node& story);

 private:
  void write_blocks(const pugi::xml_node& parent);
  void write_paragraph(const pugi::xml_node& paragraph);
  void write_lines(const Inline& content, const LineStyle& style, const std::string& number);
  void write_table(const pugi::xml_node& table);
  void write_aligned(const std::vector<TableRowNode>& rows);
  [[nodiscard]] bool is_aligned(const pugi::xml_node& table,
                                const std::vector<TableRowNode>& rows) const;
  void write_notes(const std::vector<Note>& notes);
  [[nodiscard]] Properties properties_of(const pugi::xml_node& paragraph) const;
  [[nodiscard]] std::string number_of(const Properties& properties);
  [[nodiscard]] LineStyle style_of(const pugi::xml_node& paragraph, const Properties& properties,
                                   bool numbered) const;

  // The words of a cell in one line; nested tables and boxes among them.
  [[nodiscard]] Words cell_words(const pugi::xml_node& cell);
  void add_cell_words(const pugi::xml_node& parent, Words& out);
  [[nodiscard]] Words foreign_words(const pugi::xml_node& story);
  [[nodiscard]] CellGrid read_grid(const pugi::xml_node& table);

  Parts parts_;
  LineWriter& writer_;
  InlineReader inline_;
  std::vector<Note> pending_;  // notes of a table's cells
};

}  // namespace guanlan::docx
