// The parts of a Word template, and what filling it adds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "guanlan/compose.h"
#include "read/zip.h"

namespace guanlan::compose {

// A .docx as names and bytes, in the order in which they are written.
struct Package {
  std::vector<ZipMember> parts;

  [[nodiscard]] std::string* find(std::string_view name);
};

// The house's own issue.docx where a template folder has one, else the built-in parts.
[[nodiscard]] Result<Package> load_package(const Templates& templates, std::string_view style);

// The styles of a template by the names that an editor sees.
class StyleNames {
 public:
  [[nodiscard]] static Result<StyleNames> of(const std::string& styles_xml);
  // The id; a missing style is remembered and reported by missing().
  [[nodiscard]] const std::string& id(std::string_view name);
  // A style that an older template may not have.
  [[nodiscard]] bool has(std::string_view name) const { return ids_.contains(name); }
  [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }

 private:
  std::map<std::string, std::string, std::less<>> ids_;
  std::vector<std::string> missing_;
};

}  // namespace guanlan::compose
