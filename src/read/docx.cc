#include "read/docx.h"

#include <set>

#include "read/docx_body.h"
#include "read/line_writer.h"
#include "read/office.h"

namespace guanlan {
namespace {

using Document = std::unique_ptr<XmlDocument>;

// The trees that the nodes handed to Body live in.
struct Trees {
  Document main, footnotes, endnotes;
  std::vector<Document> furniture;
};

// The tree of the first related part of a type; nothing where there is none or it is broken,
// which is reported.
Document related(const OfficePackage& package, const std::vector<Relationship>& relationships,
                 std::string_view type, Source& source) {
  for (const Relationship& r : relationships) {
    if (r.type != type) continue;
    auto document = package.parse(r.target);
    if (document) return std::move(*document);
    source.warnings.push_back("部件 " + r.target + " 未读：" + document.error().message);
  }
  return nullptr;
}

pugi::xml_node root(const Document& document) {
  return document == nullptr ? pugi::xml_node() : document->tree.document_element();
}

docx::Notes notes_of(const Document& document) {
  docx::Notes notes;
  for (const pugi::xml_node& node : root(document).children()) {
    if (value(node, "type").empty() || value(node, "type") == "normal") {
      notes.emplace(int_value(node, "id", -1), node);
    }
  }
  return notes;
}

// Headers first, then footers, each text once.
void write_furniture(docx::Body& body, const OfficePackage& package,
                     const std::vector<Relationship>& relationships, Trees& trees) {
  std::set<std::string> seen;
  for (const std::string_view type : {"header", "footer"}) {
    for (const Relationship& r : relationships) {
      if (r.type != type) continue;
      auto document = package.parse(r.target);
      if (!document) continue;
      if (!seen.insert(inner_text(root(*document))).second) continue;
      body.write_furniture(root(*document));
      trees.furniture.push_back(std::move(*document));
    }
  }
}

}  // namespace

Result<std::vector<Source>> read_docx(std::string_view bytes, std::string_view name,
                                      const ReadOptions& options) {
  const auto package = OfficePackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const auto main = package->main_part();
  if (!main) return tl::unexpected(main.error());
  Trees trees;
  const bool rendered =
      package->content(*main).find("lastRenderedPageBreak") != std::string_view::npos;
  auto document = package->parse(*main);
  if (!document) return tl::unexpected(document.error());
  trees.main = std::move(*document);

  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::docx;
  source.charset = "UTF-8";
  source.title = package->title();
  LineWriter writer(source, options);
  const auto relationships = package->relationships(*main);
  const Document styles = related(*package, relationships, "styles", source);
  const Document numbering = related(*package, relationships, "numbering", source);
  trees.footnotes = related(*package, relationships, "footnotes", source);
  trees.endnotes = related(*package, relationships, "endnotes", source);
  docx::Body body({docx::Styles(root(styles)), docx::Numbering(root(numbering)),
                   notes_of(trees.footnotes), notes_of(trees.endnotes), rendered},
                  writer);
  const pugi::xml_node story = child(root(trees.main), "body");
  if (!story) return fail(Code::damaged, "文档没有正文", *main, "请用 Office 打开后另存一次");
  body.write_story(story);
  write_furniture(body, *package, relationships, trees);
  if (writer.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
