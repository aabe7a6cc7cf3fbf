#include "read/xlsx.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/line_writer.h"
#include "read/office.h"
#include "read/xlsx_sheet.h"

namespace guanlan {
namespace {

using Relationships = std::vector<Relationship>;

// The tree of the first related part of that type.
std::unique_ptr<XmlDocument> related(const OfficePackage& package,
                                     const Relationships& relationships, std::string_view type,
                                     Source& source) {
  for (const Relationship& r : relationships) {
    if (r.type != type) continue;
    auto document = package.parse(r.target);
    if (document) return std::move(*document);
    source.warnings.push_back(fmt::format("部件 {} 未读：{}", r.target, document.error().message));
  }
  return std::make_unique<XmlDocument>();
}

std::string_view part_of(const Relationships& relationships, std::string_view id) {
  for (const Relationship& r : relationships) {
    if (r.id == id) return r.target;
  }
  return {};
}

// r:id, not the id of something else.
std::string_view relation_id(const pugi::xml_node& sheet) {
  for (const pugi::xml_attribute& a : sheet.attributes()) {
    const std::string_view name = a.name();
    if (name.ends_with(":id")) return a.value();
  }
  return {};
}

Result<void> write_sheet(const OfficePackage& package, std::string_view part,
                         const std::string& name, const xlsx::Workbook& workbook,
                         LineWriter& writer) {
  auto document = package.parse(part);
  if (!document) return tl::unexpected(document.error());
  auto sheet = xlsx::read_sheet((*document)->tree.document_element(), name, workbook);
  if (!sheet) return tl::unexpected(sheet.error());
  write_stacked(writer, sheet->grid, name);
  auto& warnings = writer.source().warnings;
  warnings.insert(warnings.end(), sheet->warnings.begin(), sheet->warnings.end());
  return {};
}

}  // namespace

Result<std::vector<Source>> read_xlsx(std::string_view bytes, std::string_view name,
                                      const ReadOptions& options) {
  const auto package = OfficePackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const auto main = package->main_part();
  if (!main) return tl::unexpected(main.error());
  const auto document = package->parse(*main);
  if (!document) return tl::unexpected(document.error());
  const pugi::xml_node root = (*document)->tree.document_element();
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::xlsx;
  source.charset = "UTF-8";
  source.title = package->title();
  const auto relationships = package->relationships(*main);
  xlsx::Workbook workbook;
  workbook.strings = xlsx::read_strings(
      related(*package, relationships, "sharedStrings", source)->tree.document_element());
  workbook.formats = xlsx::read_formats(
      related(*package, relationships, "styles", source)->tree.document_element());
  const std::string_view base = value(child(root, "workbookPr"), "date1904");
  workbook.since_1904 = base == "1" || base == "true";
  LineWriter writer(source, options);
  int page = 0;
  for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
    const std::string title = one_line(value(sheet, "name"));
    const std::string_view state = value(sheet, "state");
    const std::string_view part = part_of(relationships, relation_id(sheet));
    if (state == "hidden" || state == "veryHidden") {
      source.warnings.push_back(fmt::format("工作表 {} 是隐藏的，未读入", title));
      continue;
    }
    if (part.find("worksheets/") == std::string_view::npos) continue;  // chart sheets
    writer.set_page(++page);
    if (const auto written = write_sheet(*package, part, title, workbook, writer); !written) {
      return tl::unexpected(written.error());
    }
  }
  if (writer.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
