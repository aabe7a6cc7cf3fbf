// Builds small Word documents in memory.
#pragma once

#include <string>

#include "testing/zip_builder.h"

namespace guanlan::testing {

class DocxBuilder {
 public:
  // XML inside <w:body>.
  DocxBuilder& body(const std::string& xml) {
    body_ += xml;
    return *this;
  }
  // A further part of word/, related to the document under `type`.
  DocxBuilder& part(const std::string& name, const std::string& type, const std::string& xml) {
    parts_.add("word/" + name, xml);
    const std::string id = std::to_string(++count_);
    relationships_ +=
        "<Relationship Id='rId" + id + "' Type='" + kTypes + type + "' Target='" + name + "'/>";
    return *this;
  }
  DocxBuilder& styles(const std::string& xml) {
    return part("styles.xml", "styles",
                "<w:styles " + std::string(kSpace) + ">" + xml + "</w:styles>");
  }
  DocxBuilder& numbering(const std::string& xml) {
    return part("numbering.xml", "numbering",
                "<w:numbering " + std::string(kSpace) + ">" + xml + "</w:numbering>");
  }

  [[nodiscard]] std::string str() const {
    ZipBuilder zip = parts_;
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("_rels/.rels", std::string("<Relationships><Relationship Id='r' Type='") + kTypes +
                               "officeDocument' Target='word/document.xml'/></Relationships>");
    zip.add("word/_rels/document.xml.rels",
            "<Relationships>" + relationships_ + "</Relationships>");
    zip.add("word/document.xml", "<?xml version='1.0' encoding='UTF-8'?><w:document " +
                                     std::string(kSpace) + "><w:body>" + body_ +
                                     "</w:body></w:document>");
    return zip.str();
  }

  static std::string run(const std::string& text, const std::string& properties = "") {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text +
           "</w:t></w:r>";
  }
  static std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + (text.empty() ? "" : run(text)) + "</w:p>";
  }
  static std::string cell(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
  }

  static constexpr const char* kSpace =
      "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

 private:
  static constexpr const char* kTypes =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string body_, relationships_;
  ZipBuilder parts_;
  int count_ = 0;
};

}  // namespace guanlan::testing
