#include "compose/docx_text.h"

#include <fmt/format.h>

#include <numeric>

#include "read/digest.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

constexpr int kEmuPerPixel = 9525;
constexpr long long kEmuPerTwip = 635;

bool is_table_title(const Block& block) {
  const auto* p = std::get_if<Paragraph>(&block);
  return p != nullptr && p->over_table;
}

// In halves of a Chinese character.
std::size_t set_width(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    out += d.cp < 0x2E80 ? 1 : 2;
  }
  return out;
}

// As much of the room as what a column holds: a header may wrap, a long cell is cut at some length.
std::vector<long long> column_widths(const Table& table, long long room) {
  constexpr std::size_t kLeast = 5, kHeader = 10, kMost = 40;
  std::size_t columns = 0;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  std::vector<std::size_t> wish(columns, kLeast);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      const std::size_t width = std::min(set_width(table.rows[r][c]), r == 0 ? kHeader : kMost);
      wish[c] = std::max(wish[c], width + 2);
    }
  }
  const std::size_t all =
      std::max<std::size_t>(1, std::accumulate(wish.begin(), wish.end(), std::size_t{0}));
  std::vector<long long> out;
  for (const std::size_t one : wish)
    out.push_back(room * static_cast<long long>(one) / static_cast<long long>(all));
  return out;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
    }
  }
  return out;
}

std::string bookmark_of(std::string_view anchor) {
  return "_Toc" + sha256_digest(anchor).substr(7, 12);
}

std::string DocxText::run(std::string_view text, std::string_view style) {
  const std::string look =
      style.empty() ? ""
                    : fmt::format("<w:rPr><w:rStyle w:val=\"{}\"/></w:rPr>", styles_.id(style));
  return fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>", look, xml_escaped(text));
}

std::string DocxText::paragraph(std::string_view style, std::string_view text) {
  return fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}</w:p>\n", styles_.id(style),
                     run(text));
}

std::string DocxText::heading(std::string_view style, const std::string& title,
                              const std::string& anchor) {
  const int n = ++bookmarks_;
  return fmt::format(
      "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr><w:bookmarkStart w:id=\"{}\" w:name=\"{}\"/>{}"
      "<w:bookmarkEnd w:id=\"{}\"/></w:p>\n",
      styles_.id(style), n, bookmark_of(anchor), run(title), n);
}

std::string DocxText::item(const PrintedItem& item, bool own_line) {
  const bool all_apart = stands_apart(item);
  std::string out = set(all_apart) + heading("heading 3", item.title, item.anchor);
  bool marked = item.source.empty();
  const auto apart = [&](std::size_t i) {
    const auto* table = i < item.blocks.size() ? std::get_if<Table>(&item.blocks[i]) : nullptr;
    return table != nullptr && stands_apart(*table);
  };
  for (std::size_t i = 0; i < item.blocks.size(); ++i) {
    out += set(all_apart || apart(i) || (is_table_title(item.blocks[i]) && apart(i + 1)));
    if (const auto* p = std::get_if<Paragraph>(&item.blocks[i])) {
      const bool last = i + 1 == item.blocks.size() && !own_line && !marked;
      const bool title = p->over_table && styles_.has("表格标题");
      out += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}{}</w:p>\n",
                         styles_.id(title        ? "表格标题"
                                    : p->subhead ? "小标题"
                                                 : "正文段"),
                         run(p->text), last ? run(item.source, "来源标记") : "");
      marked = marked || last;
    } else if (const auto* drawn = std::get_if<Picture>(&item.blocks[i])) {
      out += picture(*drawn);
    } else {
      // Word makes one of two tables that nothing parts.
      if (i > 0 && std::holds_alternative<Table>(item.blocks[i - 1]))
        out += paragraph("表格文字", "");
      out += table(std::get<Table>(item.blocks[i]));
    }
  }
  if (!marked) out += paragraph("来源", item.source);
  return out;
}

std::string DocxText::part(const PrintedPart& part, const Style& style) {
  std::string out;
  const auto& first =
      part.items.empty() && !part.sections.empty() ? part.sections.front().items : part.items;
  out += set(first_apart(first) && part.lead.empty() && part.keywords.empty());
  if (!part.title.empty()) out += heading("heading 1", part.title, part.anchor);
  for (std::size_t i = 0; i < part.lead.size(); ++i) {
    out +=
        fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}{}</w:p>\n", styles_.id("导读"),
                    i == 0 ? run(style.lead_label + "：", "标签") : "", run(part.lead[i]));
  }
  if (!part.keywords.empty()) {
    out += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}{}</w:p>\n",
                       styles_.id("关键词"), run(style.keywords_label + "：", "标签"),
                       run(part.keywords));
  }
  for (const PrintedItem& i : part.items) out += item(i, style.source_line);
  for (const PrintedSection& section : part.sections) {
    out += set(first_apart(section.items)) + heading("heading 2", section.title, section.anchor);
    for (const PrintedItem& i : section.items) out += item(i, style.source_line);
  }
  return out;
}

std::string DocxText::picture(const Picture& picture) {
  const std::size_t n = media_.size() + 1;
  const std::string id = fmt::format("rIdPicture{}", n);
  const bool png = picture.mime() == "image/png";
  media_.push_back({id, fmt::format("media/picture{}.{}", n, png ? "png" : "jpeg"), picture.bytes});
  long long cx = static_cast<long long>(picture.width) * kEmuPerPixel;
  long long cy = static_cast<long long>(picture.height) * kEmuPerPixel;
  if (cx > page_.column) {
    cy = cy * page_.column / cx;
    cx = page_.column;
  }
  std::string out = fmt::format(
      "<w:p><w:pPr><w:pStyle w:val=\"{0}\"/></w:pPr><w:r><w:drawing>"
      "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{1}\" cy=\"{2}\"/>"
      "<wp:docPr id=\"{3}\" name=\"图 {3}\" descr=\"{4}\"/><a:graphic "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
      "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
      "<pic:cNvPr id=\"{3}\" name=\"图 {3}\" descr=\"{4}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
      "<a:blip r:embed=\"{5}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
      "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"{1}\" cy=\"{2}\"/></a:xfrm><a:prstGeom prst=\"rect\">"
      "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
      "</w:drawing></w:r></w:p>\n",
      styles_.id("图片"), cx, cy, n, xml_escaped(picture.alt), id);
  if (!picture.caption.empty()) out += paragraph("caption", picture.caption);
  return out;
}

std::string DocxText::table(const Table& table) {
  const long long room = (stands_apart(table) ? page_.text : page_.column) / kEmuPerTwip;
  const std::vector<long long> widths = column_widths(table, room);
  std::string out = fmt::format(
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
      "<w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
      styles_.id("刊物表格"));
  for (const long long width : widths) out += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
  out += "</w:tblGrid>\n";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += r == 0 ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                  : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const std::string_view text =
          c < table.rows[r].size() ? table.rows[r][c] : std::string_view();
      out += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                         widths[c], paragraph("表格文字", text));
    }
    out += "</w:tr>\n";
  }
  return out + "</w:tbl>\n";
}

std::string DocxText::set(bool across) {
  if (page_.table.empty() || across == across_) return {};
  const std::string& before = across_ ? page_.table : cut_ ? page_.more : page_.columns;
  across_ = across;
  cut_ = true;
  return fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}</w:pPr></w:p>\n",
                     styles_.id("表格文字"), before);
}

std::string DocxText::body(const Publication& publication) {
  std::string out;
  for (const PrintedPart& p : publication.parts) out += part(p, *publication.style);
  return out;
}

std::string DocxText::entry(const std::string& number, const std::string& title,
                            const std::string& anchor) {
  const std::string mark = bookmark_of(anchor);
  return fmt::format(
      "<w:hyperlink w:anchor=\"{0}\" w:history=\"1\">{1}<w:r><w:tab/></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText "
      "xml:space=\"preserve\"> PAGEREF {0} \\h </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r><w:r><w:t> </w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:hyperlink>",
      mark, run((number.empty() ? "" : number + " ") + title));
}

std::string DocxText::contents(const Publication& publication) {
  struct Line {
    std::string_view style;
    std::string text;
  };
  std::vector<Line> lines;
  for (const PrintedPart& p : publication.parts) {
    if (!p.title.empty()) lines.push_back({"toc 1", entry({}, p.number + p.title, p.anchor)});
    for (const PrintedItem& i : p.items)
      lines.push_back({"toc 3", entry(i.number, i.title, i.anchor)});
    for (const PrintedSection& s : p.sections) {
      lines.push_back({"toc 2", entry({}, s.number + s.title, s.anchor)});
      for (const PrintedItem& i : s.items)
        lines.push_back({"toc 3", entry(i.number, i.title, i.anchor)});
    }
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", styles_.id(lines[i].style));
    if (i == 0) {
      out +=
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">"
          " TOC \\o &quot;1-3&quot; \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar "
          "w:fldCharType=\"separate\"/></w:r>";
    }
    out += lines[i].text;
    if (i + 1 == lines.size()) out += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    out += "</w:p>\n";
  }
  return out;
}

}  // namespace guanlan::compose
