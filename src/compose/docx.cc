// DOCX: the house's template filled. {{name}} and the like stand for the masthead, a paragraph
// {{contents}} for the contents field, {{body}} for the issue, {{bodies}}, {{people}},
// {{colophon}} for one paragraph each line. Styles, numbering, headers and columns are the
// template's.
#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "compose/docx_package.h"
#include "compose/docx_text.h"
#include "compose/publication.h"

namespace guanlan::compose {
namespace {

constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata;

std::string text_of(const pugi::xml_node& paragraph) {
  std::string out;
  for (const pugi::xpath_node& t : paragraph.select_nodes(".//w:t")) out += t.node().text().get();
  return out;
}

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    const std::string hole = "{{" + name + "}}";
    for (auto at = text.find(hole); at != std::string::npos;
         at = text.find(hole, at + value.size())) {
      text.replace(at, hole.size(), value);
    }
  }
  return text;
}

// Where every placeholder stands whole in a run of its own.
bool filled_run_by_run(const pugi::xml_node& p, const std::map<std::string, std::string>& values) {
  const auto runs = p.select_nodes(".//w:t");
  for (const pugi::xpath_node& t : runs) {
    std::string text = t.node().text().get();
    const auto open = text.find("{{");
    if (open == std::string::npos ? text.find("}}") != std::string::npos
                                  : text.find("}}", open) == std::string::npos) {
      return false;
    }
  }
  for (const pugi::xpath_node& t : runs) {
    t.node().text().set(filled(t.node().text().get(), values).c_str());
  }
  return true;
}

// Word may cut a placeholder into several runs: the first run takes the whole filled text.
void fill_texts(pugi::xml_node root, const std::map<std::string, std::string>& values) {
  for (const pugi::xpath_node& one : root.select_nodes(".//w:p")) {
    const pugi::xml_node p = one.node();
    const std::string text = text_of(p);
    if (text.find("{{") == std::string::npos || filled_run_by_run(p, values)) continue;
    bool first = true;
    for (const pugi::xpath_node& t : p.select_nodes(".//w:t")) {
      t.node().text().set(first ? filled(text, values).c_str() : "");
      first = false;
    }
  }
}

std::map<std::string, std::string> values_of(const Publication& p) {
  const Masthead& m = p.outline->masthead;
  return {{"name", m.name},
          {"latin", p.outline->masthead_latin},
          {"cadence", p.outline->cadence.empty() ? "" : "(" + p.outline->cadence + ")"},
          {"issue_line", p.issue_line},
          {"date_line", p.date_line},
          {"statement", m.statement},
          {"contents_title", p.style->contents_title}};
}

std::string style_of(const pugi::xml_node& paragraph) {
  return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

// A marker paragraph repeated, in its own style, for each line.
std::string repeated(const pugi::xml_node& marker, const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    out += fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}"
        "</w:t></w:r></w:p>\n",
        style_of(marker), xml_escaped(line));
  }
  return out;
}

std::vector<std::string> bodies_of(const Masthead& m) {
  std::vector<std::string> out;
  for (const auto& [role, name] : m.bodies) out.push_back(role + "：" + name);
  return out;
}

std::vector<std::string> people_of(const Masthead& m) {
  std::vector<std::string> out;
  for (const Person& p : m.people) {
    out.push_back((p.role.empty() ? "" : p.role + "：") + p.name +
                  (p.office.empty() ? "" : " " + p.office));
  }
  return out;
}

std::string printed(const pugi::xml_node& node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str() + "\n";
}

bool ends_section(const pugi::xml_node& child) {
  return std::string_view(child.name()) == "w:sectPr" || child.child("w:pPr").child("w:sectPr");
}

// What ends a section, with other properties.
std::string with_section(const pugi::xml_node& child, const std::string& properties) {
  if (std::string_view(child.name()) == "w:sectPr") return properties;
  pugi::xml_document holder;
  pugi::xml_node ppr = holder.append_copy(child).child("w:pPr");
  ppr.remove_child("w:sectPr");
  ppr.append_buffer(properties.data(), properties.size(), kParse | pugi::parse_fragment);
  return printed(holder.first_child());
}

std::string filled_body(const pugi::xml_node& body, const Publication& p, DocxText& text) {
  const auto values = values_of(p);
  std::string out;
  bool goes_on = false;  // the section that {{body}} stands in was cut
  for (pugi::xml_node child : body.children()) {
    const std::string marker = text_of(child);
    if (marker == "{{body}}") {
      out += text.body(p);
      goes_on = !text.last_section().empty();
    } else if (goes_on && ends_section(child)) {
      out += with_section(child, text.last_section());
      goes_on = false;
    } else if (marker == "{{contents}}") {
      out += text.contents(p);
    } else if (marker == "{{bodies}}") {
      out += repeated(child, bodies_of(p.outline->masthead));
    } else if (marker == "{{people}}") {
      out += repeated(child, people_of(p.outline->masthead));
    } else if (marker == "{{colophon}}") {
      out += repeated(child, p.colophon);
    } else {
      const bool only_a_hole = marker.starts_with("{{") && marker.ends_with("}}") &&
                               filled(marker, values).empty() &&
                               !child.child("w:pPr").child("w:sectPr");
      if (only_a_hole) continue;
      pugi::xml_document holder;
      pugi::xml_node copy = holder.append_copy(child);
      fill_texts(holder, values);
      out += printed(copy);
    }
  }
  return out;
}

// The properties of the section that {{body}} stands in.
pugi::xml_node section_of(const pugi::xml_node& body) {
  pugi::xml_node marker =
      body.find_child([](const pugi::xml_node& child) { return text_of(child) == "{{body}}"; });
  for (; marker; marker = marker.next_sibling()) {
    if (const pugi::xml_node own = marker.child("w:pPr").child("w:sectPr")) return own;
  }
  return body.child("w:sectPr");
}

// The same section going on on the page where it is.
std::string continued(const pugi::xml_node& section, int columns) {
  pugi::xml_document holder;
  pugi::xml_node copy = holder.append_copy(section);
  copy.remove_child("w:pgNumType");
  pugi::xml_node type = copy.child("w:type");
  if (!type) type = copy.insert_child_before("w:type", copy.child("w:pgSz"));
  type.remove_attribute("w:val");
  type.append_attribute("w:val") = "continuous";
  pugi::xml_node cols = copy.child("w:cols");
  cols.remove_attribute("w:num");
  cols.append_attribute("w:num") = columns;
  return printed(copy);
}

DocxPage page_of(const pugi::xml_node& body) {
  constexpr long long kEmuPerTwip = 635;
  const pugi::xml_node section = section_of(body);
  const auto number = [&](const char* child, const char* name, long long otherwise) {
    return section.child(child).attribute(name).as_llong(otherwise);
  };
  const long long columns = std::max(1LL, number("w:cols", "w:num", 1));
  const long long text = number("w:pgSz", "w:w", 11906) - number("w:pgMar", "w:left", 1418) -
                         number("w:pgMar", "w:right", 1418);
  const long long width = text - (columns - 1) * number("w:cols", "w:space", 425);
  DocxPage out{std::max(1000LL, width / columns) * kEmuPerTwip,
               std::max(1000LL, text) * kEmuPerTwip,
               {},
               {},
               {}};
  if (columns == 1) return out;
  out.columns = printed(section);
  out.table = continued(section, 1);
  out.more = continued(section, static_cast<int>(columns));
  return out;
}

Result<pugi::xml_document> parsed(const std::string& bytes, const std::string& name) {
  pugi::xml_document out;
  if (!out.load_buffer(bytes.data(), bytes.size(), kParse)) {
    return fail(Code::damaged, "Word 模板读不出", name, "用 Word 另存模板");
  }
  return out;
}

std::string serialised(const pugi::xml_document& xml) {
  std::ostringstream out;
  xml.save(out, "", pugi::format_raw);
  return out.str();
}

// The word 草稿 across the page, behind the text, in a header.
constexpr const char* kWatermark =
    "<w:r xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">"
    "<w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
    "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:path textpathok=\"t\" o:connecttype=\"rect\"/>"
    "<v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype><v:shape id=\"Watermark\" type=\"#_x0000_t136\" "
    "style=\"position:absolute;margin-left:0;margin-top:0;width:300pt;height:130pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin\" fillcolor=\"#f3dcdc\" "
    "stroked=\"f\"><v:fill opacity=\".5\"/><v:textpath style=\"font-family:&quot;SimHei&quot;\" "
    "string=\"草稿\"/></v:shape></w:pict></w:r>";

Result<void> fill_furniture(Package& package, const Publication& p) {
  for (auto& [name, bytes] : package.parts) {
    const bool header = name.starts_with("word/header"), footer = name.starts_with("word/footer");
    if (!header && !footer && name != "docProps/core.xml") continue;
    if (!header && !footer) {
      auto values = values_of(p);
      for (auto& [key, value] : values) value = xml_escaped(value);
      values["date"] = p.outline->masthead.date;
      bytes = filled(bytes, values);
      continue;
    }
    auto xml = parsed(bytes, name);
    if (!xml) return tl::unexpected(std::move(xml.error()));
    fill_texts(xml->document_element(), values_of(p));
    pugi::xml_node first = xml->document_element().child("w:p");
    if (header && p.draft && first) {
      first.append_buffer(kWatermark, std::string_view(kWatermark).size(),
                          kParse | pugi::parse_fragment);
    }
    bytes = serialised(*xml);
  }
  return {};
}

Result<void> add_media(Package& package, const std::vector<DocxText::Media>& media) {
  if (media.empty()) return {};
  std::string* rels = package.find("word/_rels/document.xml.rels");
  std::string* types = package.find("[Content_Types].xml");
  if (rels == nullptr || types == nullptr) {
    return fail(Code::damaged, "Word 模板读不出", "word/_rels/document.xml.rels",
                "用 Word 另存模板");
  }
  std::string links;
  for (const auto& m : media) {
    links += fmt::format(
        "<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/"
        "officeDocument/2006/relationships/image\" Target=\"{}\"/>",
        m.id, m.name);
  }
  rels->insert(rels->rfind("</Relationships>"), links);
  for (const auto& [extension, type] : {std::pair{"png", "image/png"}, {"jpeg", "image/jpeg"}}) {
    if (types->find(fmt::format("Extension=\"{}\"", extension)) != std::string::npos) continue;
    types->insert(types->rfind("</Types>"),
                  fmt::format("<Default Extension=\"{}\" ContentType=\"{}\"/>", extension, type));
  }
  for (const auto& m : media) package.parts.push_back({"word/" + m.name, m.bytes});
  return {};
}

}  // namespace

Result<std::string> docx(const Publication& p, const Templates& templates) {
  auto package = load_package(templates, p.style->name);
  if (!package) return tl::unexpected(std::move(package.error()));
  std::string* document = package->find("word/document.xml");
  const std::string* styles_xml = package->find("word/styles.xml");
  if (document == nullptr || styles_xml == nullptr) {
    return fail(Code::damaged, "Word 模板读不出", "word/document.xml", "用 Word 另存模板");
  }
  auto styles = StyleNames::of(*styles_xml);
  if (!styles) return tl::unexpected(std::move(styles.error()));
  auto xml = parsed(*document, "word/document.xml");
  if (!xml) return tl::unexpected(std::move(xml.error()));
  pugi::xml_node body = xml->document_element().child("w:body");
  DocxText text(*styles, page_of(body));
  const std::string content = filled_body(body, p, text);
  if (!styles->missing().empty()) {
    return fail(Code::invalid, "Word 模板缺少样式：" + styles->missing().front(),
                p.style->name + "/issue.docx", "在模板中建立同名样式");
  }
  while (body.first_child()) body.remove_child(body.first_child());
  if (!body.append_buffer(content.data(), content.size(), kParse | pugi::parse_fragment)) {
    return fail(Code::damaged, "Word 模板读不出", "word/document.xml", "用 Word 另存模板");
  }
  *document = serialised(*xml);
  if (auto done = fill_furniture(*package, p); !done)
    return tl::unexpected(std::move(done.error()));
  if (auto done = add_media(*package, text.media()); !done)
    return tl::unexpected(std::move(done.error()));
  return zip(package->parts);
}

}  // namespace guanlan::compose
