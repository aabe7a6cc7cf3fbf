#include "check/docx_plain.h"

#include <algorithm>

namespace guanlan::checking {
namespace {

constexpr std::string_view kTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>)";
constexpr std::string_view kPackage =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";
constexpr std::string_view kRelations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
constexpr std::string_view kStyles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style></w:styles>)";
constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
constexpr std::string_view kTail = "</w:body></w:document>";

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document), xml_(kHead) {}

  PlainDocx write() {
    const auto& paragraphs = document_.layout.paragraphs;
    for (std::size_t i = 0; i < paragraphs.size();) {
      if (paragraphs[i].kind == ParagraphKind::table_row) {
        i = table(i);
      } else {
        paragraph(paragraphs[i++]);
      }
    }
    xml_ += kTail;
    std::sort(origins_.begin(), origins_.end(),
              [](const Origin& a, const Origin& b) { return a.raw < b.raw; });
    return {{{"[Content_Types].xml", std::string(kTypes)},
             {"_rels/.rels", std::string(kPackage)},
             {std::string(kMainPart), std::move(xml_)},
             {"word/_rels/document.xml.rels", std::string(kRelations)},
             {"word/styles.xml", std::string(kStyles)}},
            std::move(origins_)};
  }

 private:
  void paragraph(const Paragraph& p) {
    xml_ += "<w:p>";
    if (p.kind == ParagraphKind::heading) {
      xml_ += "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>";
    }
    words(p.span);
    xml_ += "</w:p>";
  }

  // The rows of one table; a row's cells are apart by '\t'.
  std::size_t table(std::size_t i) {
    const auto& paragraphs = document_.layout.paragraphs;
    const std::int32_t number = paragraphs[i].table;
    xml_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/></w:tblPr>";
    for (; i < paragraphs.size() && paragraphs[i].kind == ParagraphKind::table_row &&
           paragraphs[i].table == number;
         ++i) {
      xml_ += "<w:tr>";
      const Span row = paragraphs[i].span;
      const std::string_view text = document_.layout.clean.text;
      for (std::uint32_t at = row.begin; at <= row.end;) {
        const auto tab =
            static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\t', at), row.end));
        xml_ += "<w:tc><w:p>";
        words({at, tab});
        xml_ += "</w:p></w:tc>";
        at = tab + 1;
      }
      xml_ += "</w:tr>";
    }
    xml_ += "</w:tbl><w:p/>";
    return i;
  }

  void words(Span clean) {
    for (const Span piece : raw_pieces(document_, clean)) {
      xml_ += "<w:r>";
      const auto element = static_cast<std::uint32_t>(xml_.size() + 1);
      xml_ += "<w:t xml:space=\"preserve\">";
      for (const char c : piece.of(document_.source.raw)) add(c);
      xml_ += "</w:t></w:r>";
      origins_.push_back({piece, element, 0});
    }
  }

  void add(char c) {
    if (c == '<') {
      xml_ += "&lt;";
    } else if (c == '>') {
      xml_ += "&gt;";
    } else if (c == '&') {
      xml_ += "&amp;";
    } else {
      xml_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // XML knows no control characters
    }
  }

  const Document& document_;
  std::string xml_;
  std::vector<Origin> origins_;
};

}  // namespace

PlainDocx plain_docx(const Document& document) { return Writer(document).write(); }

}  // namespace guanlan::checking
