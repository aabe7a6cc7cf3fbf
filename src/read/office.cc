#include "read/office.h"

#include <fmt/format.h>

#include "read/line_writer.h"
#include "text/charset.h"

namespace guanlan {
namespace {

// XML parts that hold words or say how they are connected; pictures and themes stay packed.
bool wanted(std::string_view name) {
  if (!name.ends_with(".xml") && !name.ends_with(".rels")) return false;
  for (const std::string_view part : {"theme/", "glossary/", "customXml/", "charts/", "diagrams/",
                                      "fontTable", "webSettings", "drawings/", "printerSettings"}) {
    if (name.find(part) != std::string_view::npos) return false;
  }
  return true;
}

std::string_view folder(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// A target as written in a relationship, seen from `base`, as a path in the package.
std::string resolve(std::string_view base, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string at(base);
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../")) at = folder(at);
    target.remove_prefix(target.find('/') + 1);
  }
  return at.empty() ? std::string(target) : at + "/" + std::string(target);
}

}  // namespace

Result<OfficePackage> OfficePackage::open(std::string_view bytes) {
  auto members = unzip(bytes, wanted);
  if (!members) return tl::unexpected(members.error());
  OfficePackage package;
  package.members_ = std::move(*members);
  return package;
}

std::string_view OfficePackage::content(std::string_view part) const {
  const auto found = members_.find(part);
  return found == members_.end() ? std::string_view() : std::string_view(found->second);
}

Result<std::unique_ptr<XmlDocument>> OfficePackage::parse(std::string_view part) const {
  if (!has(part)) return fail(Code::not_found, "文档缺少部件", std::string(part));
  const std::string_view bytes = content(part);
  auto document = parse_xml(decode_text(bytes, declared_charset(bytes)).text);
  if (document) return document;
  Error error = document.error();
  error.place = fmt::format("{} {}", part, error.place);
  return tl::unexpected(std::move(error));
}

std::vector<Relationship> OfficePackage::relationships(std::string_view part) const {
  const std::string_view base = folder(part);
  const std::string_view name = base.empty() ? part : part.substr(base.size() + 1);
  const std::string path = base.empty() ? fmt::format("_rels/{}.rels", name)
                                        : fmt::format("{}/_rels/{}.rels", base, name);
  std::vector<Relationship> result;
  const auto document = parse(path);
  if (!document) return result;
  for (const pugi::xml_node& node : (*document)->tree.document_element().children()) {
    if (value(node, "TargetMode") == "External") continue;
    const std::string_view type = value(node, "Type");
    result.push_back({std::string(value(node, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                      resolve(base, value(node, "Target"))});
  }
  return result;
}

Result<std::string> OfficePackage::main_part() const {
  for (const Relationship& r : relationships("")) {
    if (r.type == "officeDocument" && has(r.target)) return r.target;
  }
  for (const char* usual : {"word/document.xml", "xl/workbook.xml"}) {
    if (has(usual)) return usual;
  }
  return fail(Code::damaged, "文档缺少正文部件", {}, "请用 Office 打开后另存一次");
}

std::string OfficePackage::title() const {
  for (const Relationship& r : relationships("")) {
    if (r.type != "core-properties") continue;
    const auto document = parse(r.target);
    if (!document) continue;
    return one_line(inner_text(child((*document)->tree.document_element(), "title")));
  }
  return {};
}

}  // namespace guanlan
