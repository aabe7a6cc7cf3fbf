#include "read/docx_inline.h"

#include <algorithm>
#include <array>

#include "read/line_writer.h"
#include "text/trim.h"

namespace guanlan::docx {
namespace {

using namespace std::string_view_literals;

// Inside a paragraph: no text, or text that is not printed.
constexpr std::array kSkipped{"pPr"sv,        "rPr"sv,         "del"sv,         "moveFrom"sv,
                              "sdtPr"sv,      "sdtEndPr"sv,    "rt"sv,          "rubyPr"sv,
                              "delText"sv,    "instrText"sv,   "ctrlPr"sv,      "fPr"sv,
                              "smartTagPr"sv, "customXmlPr"sv, "delInstrText"sv};

bool skipped(std::string_view name) {
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

// Text boxes under a drawing or a picture, outermost ones.
void find_boxes(const pugi::xml_node& node, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node& inner : node.children()) {
    const std::string_view name = local_name(inner);
    if (name == "txbxContent") {
      out.push_back(inner);
    } else if (name == "AlternateContent") {
      const auto choice = child(inner, "Choice");
      find_boxes(choice ? choice : child(inner, "Fallback"), out);
    } else {
      find_boxes(inner, out);
    }
  }
}

std::size_t visible(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t'; }));
}

}  // namespace

void Words::append(const Words& more) {
  const auto shift = static_cast<std::uint32_t>(text.size());
  for (TextOrigin origin : more.origins) {
    origin.at += shift;
    origins.push_back(origin);
  }
  text += more.text;
}

Words Words::trimmed() const {
  const std::string_view kept = trim(text);
  const auto lead = static_cast<std::uint32_t>(kept.empty() ? 0 : kept.data() - text.data());
  Words out;
  out.text = kept;
  for (TextOrigin origin : origins) {
    const std::uint32_t begin = std::max(origin.at, lead);
    const std::uint32_t end = std::min<std::uint32_t>(
        origin.at + origin.size, lead + static_cast<std::uint32_t>(kept.size()));
    if (begin >= end) continue;
    out.origins.push_back(
        {begin - lead, end - begin, origin.element, origin.element_at + begin - origin.at});
  }
  return out;
}

bool InlineReader::showing() const {
  return std::all_of(fields_.begin(), fields_.end(), [](bool result) { return result; });
}

void InlineReader::new_page() {
  if (!rendered_) ++page_;
}

void InlineReader::field(std::string_view type) {
  constexpr std::size_t kDeepest = 100;
  if (type == "begin" && fields_.size() < kDeepest) fields_.push_back(false);
  if (type == "separate" && !fields_.empty()) fields_.back() = true;
  if (type == "end" && !fields_.empty()) fields_.pop_back();
}

void InlineReader::add_text(std::string_view text, const Properties& look, Draft& draft,
                            const pugi::xml_node& element) {
  if (!showing() || look.hidden.value_or(false) || text.empty()) return;
  InlineLine& line = draft.result.lines.back();
  const std::size_t size = visible(text);
  if (draft.size == 0) {
    line.page = page_;
    if (size > 0) line.size = look.size.value_or(0);
  }
  draft.size += size;
  if (look.bold.value_or(false)) draft.bold += size;
  line.bold = draft.size > 0 && draft.bold == draft.size;
  if (tracing_ && element) {
    line.words.origins.push_back({static_cast<std::uint32_t>(line.words.text.size()),
                                  static_cast<std::uint32_t>(text.size()),
                                  static_cast<std::uint32_t>(element.offset_debug()), 0});
  }
  line.words.append(text);
}

void InlineReader::end_line(Draft& draft) {
  if (!showing()) return;
  draft.result.lines.emplace_back().page = page_;
  draft.size = draft.bold = 0;
}

void InlineReader::add_note(const pugi::xml_node& part, bool end, Draft& draft) {
  if (!showing()) return;
  int& count = end ? endnotes_ : footnotes_;
  draft.result.notes.push_back({end, int_value(part, "id", -1), ++count});
}

void InlineReader::walk_run_part(const pugi::xml_node& part, const Properties& look, Draft& draft) {
  const std::string_view name = local_name(part);
  if (name == "t") {
    add_text(inner_text(part), look, draft, part);
  } else if (name == "tab" || name == "ptab") {
    add_text("\t", look, draft);
  } else if (name == "noBreakHyphen") {
    add_text("-", look, draft);
  } else if (name == "cr") {
    end_line(draft);
  } else if (name == "br") {
    const std::string_view type = value(part, "type");
    if (type == "page") new_page();
    end_line(draft);
  } else if (name == "lastRenderedPageBreak") {
    ++page_;
  } else if (name == "fldChar") {
    field(value(part, "fldCharType"));
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    add_note(part, name[0] == 'e', draft);
  } else if (name == "drawing" || name == "pict" || name == "object") {
    find_boxes(part, draft.result.boxes);
  } else if (name == "AlternateContent") {
    const auto choice = child(part, "Choice");
    for (const pugi::xml_node& inner : (choice ? choice : child(part, "Fallback")).children()) {
      walk_run_part(inner, look, draft);
    }
  } else if (name == "ruby") {
    walk(child(part, "rubyBase"), draft);
  }
}

void InlineReader::walk_run(const pugi::xml_node& run, Draft& draft) {
  const auto node = child(run, "rPr");
  Properties look = read_properties(node);
  if (const auto style = child(node, "rStyle")) {
    const Properties named = styles_.resolve(value(style, "val"));
    if (!look.bold && named.bold) look.bold = named.bold;
    if (!look.hidden) look.hidden = named.hidden;
  }
  look.inherit(draft.paragraph);
  for (const pugi::xml_node& part : run.children()) walk_run_part(part, look, draft);
}

void InlineReader::walk(const pugi::xml_node& node, Draft& draft) {
  for (const pugi::xml_node& inner : node.children()) {
    const std::string_view name = local_name(inner);
    if (skipped(name)) continue;
    if (name == "r") {
      walk_run(inner, draft);
    } else if (name == "AlternateContent") {
      const auto choice = child(inner, "Choice");
      walk(choice ? choice : child(inner, "Fallback"), draft);
    } else {
      walk(inner, draft);  // hyperlink, ins, smartTag, sdt, fldSimple, formulas …
    }
  }
}

Inline InlineReader::read(const pugi::xml_node& paragraph, const Properties& properties) {
  Draft draft;
  draft.paragraph = properties;
  draft.result.lines.emplace_back().page = page_;
  walk(paragraph, draft);
  return std::move(draft.result);
}

}  // namespace guanlan::docx
