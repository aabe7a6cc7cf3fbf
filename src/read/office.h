// What DOCX and XLSX share: a ZIP of XML parts that refer to each other (ECMA-376, part 2).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml.h"
#include "read/zip.h"

namespace guanlan {

struct Relationship {
  std::string id;
  std::string type;    // the last word of the type's address: officeDocument, footnotes, header
  std::string target;  // path in the package; external targets are left out
};

class OfficePackage {
 public:
  [[nodiscard]] static Result<OfficePackage> open(std::string_view bytes);

  // The part that the package begins with: word/document.xml, xl/workbook.xml. damaged: none.
  [[nodiscard]] Result<std::string> main_part() const;
  [[nodiscard]] std::vector<Relationship> relationships(std::string_view part) const;
  [[nodiscard]] bool has(std::string_view part) const { return members_.contains(part); }
  // The tree of a part, parsed once and then forgotten here. not_found: no such part.
  [[nodiscard]] Result<std::unique_ptr<XmlDocument>> parse(std::string_view part) const;
  [[nodiscard]] std::string_view content(std::string_view part) const;
  // dc:title of the document's properties; empty: none.
  [[nodiscard]] std::string title() const;

 private:
  ZipMembers members_;
};

}  // namespace guanlan
