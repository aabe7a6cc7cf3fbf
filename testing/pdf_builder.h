// Small PDFs for tests: text at given places, lines, pages of any size. Chinese is set in a font
// that is named but not embedded (UniGB-UCS2-H), which pdftotext reads with poppler-data.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace guanlan::testing {

class PdfBuilder {
 public:
  enum Font { song, hei };

  PdfBuilder& page(float width = 595, float height = 842) {
    pages_.push_back({width, height, ""});
    return *this;
  }
  // `y` is the top of the letters, counted from the top of the page.
  PdfBuilder& text(float x, float y, float size, std::string_view utf8, Font font = song) {
    std::string hex;
    for (std::size_t at = 0; at < utf8.size();) {
      const auto [cp, length] = utf8::decode(utf8, at);
      hex += fmt::format("{:04X}", static_cast<unsigned>(cp));
      at += length;
    }
    return draw(fmt::format("BT /{} {} Tf 1 0 0 1 {:.2f} {:.2f} Tm <{}> Tj ET\n",
                            font == hei ? "H" : "S", size, x, height() - y - 0.88F * size, hex));
  }
  // Lines of text below each other.
  PdfBuilder& lines(float x, float y, float size, float step,
                    const std::vector<std::string>& texts) {
    for (const auto& each : texts) {
      text(x, y, size, each);
      y += step;
    }
    return *this;
  }
  PdfBuilder& rule(float x0, float y0, float x1, float y1, float width = 0.5F) {
    return draw(fmt::format("{} w {:.2f} {:.2f} m {:.2f} {:.2f} l S\n", width, x0, height() - y0,
                            x1, height() - y1));
  }
  // A grid with these edges.
  PdfBuilder& grid(const std::vector<float>& xs, const std::vector<float>& ys) {
    for (const float x : xs) rule(x, ys.front(), x, ys.back());
    for (const float y : ys) rule(xs.front(), y, xs.back(), y);
    return *this;
  }
  // An entry of the outline that leads to this page; 1 is the outermost level.
  PdfBuilder& bookmark(std::string_view title, int level = 1) {
    bookmarks_.push_back({std::string(title), level, pages_.size() - 1});
    return *this;
  }
  PdfBuilder& draw(std::string_view operators) {
    pages_.back().content += operators;
    return *this;
  }

  [[nodiscard]] std::string bytes() const {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](std::string_view body) {
      offsets.push_back(out.size());
      out += fmt::format("{} 0 obj\n{}\nendobj\n", offsets.size(), body);
    };
    const std::size_t outline = kFirstPage + 2 * pages_.size();
    object(bookmarks_.empty()
               ? "<</Type/Catalog/Pages 2 0 R>>"
               : fmt::format("<</Type/Catalog/Pages 2 0 R/Outlines {} 0 R>>", outline));
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i)
      kids += fmt::format("{} 0 R ", kFirstPage + 2 * i);
    object(fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages_.size(), kids));
    for (const char* name : {"STSong-Light", "SimHei"}) {
      object(
          fmt::format("<</Type/Font/Subtype/Type0/BaseFont/{}/Encoding/UniGB-UCS2-H"
                      "/DescendantFonts[{} 0 R]>>",
                      name, offsets.size() + 2));
      object(
          fmt::format("<</Type/Font/Subtype/CIDFontType0/BaseFont/{}/CIDSystemInfo"
                      "<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]"
                      "/FontDescriptor<</Type/FontDescriptor/FontName/{}/Flags 4/Ascent 880"
                      "/Descent -120/FontBBox[0 -120 1000 880]/ItalicAngle 0/CapHeight 700"
                      "/StemV 80>>>>",
                      name, name));
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      object(
          fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]/Contents {} 0 R"
                      "/Resources<</Font<</S 3 0 R/H 5 0 R>>>>>>",
                      pages_[i].width, pages_[i].height, kFirstPage + 2 * i + 1));
      object(fmt::format("<</Length {}>>stream\n{}\nendstream", pages_[i].content.size(),
                         pages_[i].content));
    }
    for (const std::string& each : outline_objects(outline)) object(each);
    const auto table = out.size();
    out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
    for (const auto offset : offsets) out += fmt::format("{:010} 00000 n \n", offset);
    return out + fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
                             offsets.size() + 1, table);
  }

 private:
  struct Sheet {
    float width, height;
    std::string content;
  };
  struct Bookmark {
    std::string title;
    int level;
    std::size_t page;
  };
  // The outline itself, then its entries, each tied to its parent and its neighbours.
  [[nodiscard]] std::vector<std::string> outline_objects(std::size_t root) const {
    std::vector<std::string> out;
    if (bookmarks_.empty()) return out;
    const auto end_of = [&](std::size_t i) {  // one past what lies below
      std::size_t end = i + 1;
      while (end < bookmarks_.size() && bookmarks_[end].level > bookmarks_[i].level) ++end;
      return end;
    };
    const auto kids = [&](std::size_t first, std::size_t end) {
      std::size_t last = first;
      for (std::size_t i = first; i < end; i = end_of(i)) last = i;
      return first == end ? std::string()
                          : fmt::format("/First {} 0 R/Last {} 0 R/Count 1", root + 1 + first,
                                        root + 1 + last);
    };
    out.push_back("<</Type/Outlines" + kids(0, bookmarks_.size()) + ">>");
    for (std::size_t i = 0; i < bookmarks_.size(); ++i) {
      const Bookmark& b = bookmarks_[i];
      std::size_t parent = i, before = i;
      while (parent > 0 && bookmarks_[parent].level >= b.level) --parent;
      const bool inner = bookmarks_[parent].level < b.level;
      while (before > 0 && bookmarks_[before - 1].level > b.level) --before;
      std::string hex = "FEFF";
      for (std::size_t at = 0; at < b.title.size();) {
        const auto [cp, length] = utf8::decode(b.title, at);
        hex += fmt::format("{:04X}", static_cast<unsigned>(cp));
        at += length;
      }
      std::string text = fmt::format("<</Title<{}>/Parent {} 0 R/Dest[{} 0 R/Fit]{}", hex,
                                     inner ? root + 1 + parent : root, kFirstPage + 2 * b.page,
                                     kids(i + 1, end_of(i)));
      if (before > 0 && bookmarks_[before - 1].level == b.level)
        text += fmt::format("/Prev {} 0 R", root + before);
      const std::size_t next = end_of(i);
      if (next < bookmarks_.size() && bookmarks_[next].level == b.level)
        text += fmt::format("/Next {} 0 R", root + 1 + next);
      out.push_back(text + ">>");
    }
    return out;
  }
  static constexpr std::size_t kFirstPage = 7;
  [[nodiscard]] float height() const { return pages_.back().height; }
  std::vector<Sheet> pages_;
  std::vector<Bookmark> bookmarks_;
};

}  // namespace guanlan::testing
