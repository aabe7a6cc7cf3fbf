#include "compose/docx_package.h"

#include <pugixml.hpp>

namespace guanlan::compose {
namespace {

// Member of the package, and the file of the built-in template that it is kept in.
constexpr std::pair<const char*, const char*> kParts[] = {
    {"[Content_Types].xml", "docx/content_types.xml"},
    {"_rels/.rels", "docx/rels.xml"},
    {"docProps/core.xml", "docx/core.xml"},
    {"word/document.xml", "docx/word/document.xml"},
    {"word/_rels/document.xml.rels", "docx/word/rels.xml"},
    {"word/styles.xml", "docx/word/styles.xml"},
    {"word/numbering.xml", "docx/word/numbering.xml"},
    {"word/settings.xml", "docx/word/settings.xml"},
    {"word/fontTable.xml", "docx/word/fonts.xml"},
    {"word/header1.xml", "docx/word/header1.xml"},
    {"word/header2.xml", "docx/word/header2.xml"},
    {"word/footer1.xml", "docx/word/footer1.xml"},
    {"word/footer2.xml", "docx/word/footer2.xml"},
};

bool any_member(std::string_view) { return true; }

Result<Package> from_docx(const std::string& bytes) {
  const auto names = zip_names(bytes);
  if (!names) return tl::unexpected(names.error());
  auto members = unzip(bytes, any_member);
  if (!members) return tl::unexpected(std::move(members.error()));
  Package out;
  for (const std::string& name : *names) {
    const auto it = members->find(name);
    if (it != members->end() && !name.ends_with('/'))
      out.parts.push_back({name, std::move(it->second)});
  }
  return out;
}

}  // namespace

std::string* Package::find(std::string_view name) {
  for (auto& [part, bytes] : parts) {
    if (part == name) return &bytes;
  }
  return nullptr;
}

Result<Package> load_package(const Templates& templates, std::string_view style) {
  if (const auto own = templates.file(style, "issue.docx")) {
    auto package = from_docx(*own);
    if (!package) package.error().place = std::string(style) + "/issue.docx";
    return package;
  }
  Package out;
  for (const auto& [part, file] : kParts) {
    auto text = templates.file(style, file);
    if (!text) return tl::unexpected(std::move(text.error()));
    out.parts.push_back({part, std::move(*text)});
  }
  return out;
}

Result<StyleNames> StyleNames::of(const std::string& styles_xml) {
  pugi::xml_document xml;
  if (!xml.load_buffer(styles_xml.data(), styles_xml.size())) {
    return fail(Code::damaged, "Word 模板的样式读不出", "word/styles.xml", "用 Word 另存模板");
  }
  StyleNames out;
  for (const pugi::xml_node style : xml.child("w:styles").children("w:style")) {
    out.ids_.emplace(style.child("w:name").attribute("w:val").value(),
                     style.attribute("w:styleId").value());
  }
  return out;
}

const std::string& StyleNames::id(std::string_view name) {
  static const std::string kNone;
  const auto it = ids_.find(name);
  if (it != ids_.end()) return it->second;
  if (std::find(missing_.begin(), missing_.end(), name) == missing_.end())
    missing_.emplace_back(name);
  return kNone;
}

}  // namespace guanlan::compose
