// WordprocessingML for the blocks of a publication: styles only, no direct formatting but the
// widths of columns of tables.
#pragma once

#include "compose/docx_package.h"
#include "compose/publication.h"

namespace guanlan::compose {

// What the text is set into, in EMU: wider pictures are made to fit.
struct DocxPage {
  long long column = 0, text = 0;  // widths of a column and of the page's text
  // Where there are columns, a table too wide for one stands between them, in a section of its own:
  // the properties (w:sectPr) of the first stretch of columns, of such a table, and of what goes
  // on.
  std::string columns, table, more;
};

class DocxText {
 public:
  DocxText(StyleNames& styles, DocxPage page) : styles_(styles), page_(std::move(page)) {}

  [[nodiscard]] std::string body(const Publication& publication);
  // A TOC field over headings 1 to 3 with its entries; page numbers are the reader's to compute.
  [[nodiscard]] std::string contents(const Publication& publication);
  [[nodiscard]] std::string paragraph(std::string_view style, std::string_view text);

  struct Media {
    std::string id, name, bytes;  // rId, word/media/…
  };
  [[nodiscard]] const std::vector<Media>& media() const { return media_; }
  // Of the section that the text ends in, where it was cut into sections; else empty.
  [[nodiscard]] const std::string& last_section() const {
    static const std::string none;
    return !cut_ ? none : across_ ? page_.table : page_.more;
  }

 private:
  [[nodiscard]] std::string heading(std::string_view style, const std::string& title,
                                    const std::string& anchor);
  [[nodiscard]] std::string item(const PrintedItem& item, bool own_line);
  [[nodiscard]] std::string part(const PrintedPart& part, const Style& style);
  [[nodiscard]] std::string picture(const Picture& picture);
  [[nodiscard]] std::string table(const Table& table);
  [[nodiscard]] bool stands_apart(const Table& table) const {
    return !page_.table.empty() && table.is_wide();
  }
  // A short item with such a table stands across the page as a whole, with the headings above it.
  [[nodiscard]] bool stands_apart(const PrintedItem& item) const {
    return !page_.table.empty() && has_wide_table(item.blocks) && is_short_text(item.blocks, 0);
  }
  [[nodiscard]] bool first_apart(const std::vector<PrintedItem>& items) const {
    return !items.empty() && stands_apart(items.front());
  }
  // Ends the section where what comes is set another way: across the page, or in columns.
  [[nodiscard]] std::string set(bool across);
  [[nodiscard]] std::string run(std::string_view text, std::string_view style = {});
  [[nodiscard]] std::string entry(const std::string& number, const std::string& title,
                                  const std::string& anchor);

  StyleNames& styles_;
  DocxPage page_;
  bool across_ = false, cut_ = false;
  std::vector<Media> media_;
  int bookmarks_ = 0;
};

[[nodiscard]] std::string xml_escaped(std::string_view text);
// The name of the bookmark on a heading: letters, digits, at most 40.
[[nodiscard]] std::string bookmark_of(std::string_view anchor);

}  // namespace guanlan::compose
