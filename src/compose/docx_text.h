// WordprocessingML for the blocks of a publication: styles only, no direct formatting.
#pragma once

#include "compose/docx_package.h"
#include "compose/publication.h"

namespace guanlan::compose {

class DocxText {
 public:
  // `width`: of a column of text, in EMU; wider pictures are made to fit.
  DocxText(StyleNames& styles, long long width) : styles_(styles), width_(width) {}

  [[nodiscard]] std::string body(const Publication& publication);
  // A TOC field over headings 1 to 3 with its entries; page numbers are the reader's to compute.
  [[nodiscard]] std::string contents(const Publication& publication);
  [[nodiscard]] std::string paragraph(std::string_view style, std::string_view text);

  struct Media {
    std::string id, name, bytes;  // rId, word/media/…
  };
  [[nodiscard]] const std::vector<Media>& media() const { return media_; }

 private:
  [[nodiscard]] std::string heading(std::string_view style, const std::string& title,
                                    const std::string& anchor);
  [[nodiscard]] std::string item(const PrintedItem& item, bool own_line);
  [[nodiscard]] std::string part(const PrintedPart& part, const Style& style);
  [[nodiscard]] std::string picture(const Picture& picture);
  [[nodiscard]] std::string table(const Table& table);
  [[nodiscard]] std::string run(std::string_view text, std::string_view style = {});
  [[nodiscard]] std::string entry(const std::string& number, const std::string& title,
                                  const std::string& anchor);

  StyleNames& styles_;
  long long width_;
  std::vector<Media> media_;
  int bookmarks_ = 0;
};

[[nodiscard]] std::string xml_escaped(std::string_view text);
// The name of the bookmark on a heading: letters, digits, at most 40.
[[nodiscard]] std::string bookmark_of(std::string_view anchor);

}  // namespace guanlan::compose
