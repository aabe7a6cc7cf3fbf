#include "read/html_style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace guanlan::html {
namespace {

// The declarations `a:b;c:d`: the value of `property`.
std::string declared(std::string_view declarations, std::string_view property) {
  while (!declarations.empty()) {
    const auto end = declarations.find(';');
    const std::string_view one = declarations.substr(0, end);
    const auto colon = one.find(':');
    if (colon != std::string_view::npos) {
      std::string name = lower(one.substr(0, colon));
      std::erase_if(name, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
      if (name == property) {
        std::string value = lower(one.substr(colon + 1));
        std::erase_if(value,
                      [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
        return value;
      }
    }
    if (end == std::string_view::npos) break;
    declarations.remove_prefix(end + 1);
  }
  return {};
}

bool hides(std::string_view declarations) {
  return declarations.find("display") != std::string_view::npos &&
         declared(declarations, "display").starts_with("none");
}

// Adds each selector of the list that is one class or id alone.
void add_selectors(std::string_view list, HiddenNames& out) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    std::string one(list.substr(0, comma));
    std::erase_if(one, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
    const auto first = one.find_first_not_of(' ');
    const auto last = one.find_last_not_of(' ');
    if (first != std::string::npos) {
      one = one.substr(first, last - first + 1);
      const bool simple = (one[0] == '.' || one[0] == '#') &&
                          one.find_first_of(" .#:>+~[*", 1) == std::string::npos;
      if (simple) out.insert(one);
    }
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
}

void add_sheet(std::string_view sheet, HiddenNames& out) {
  std::size_t at = 0;
  while (at < sheet.size()) {
    const auto open = sheet.find('{', at);
    if (open == std::string_view::npos) break;
    const auto close = sheet.find_first_of("{}", open + 1);
    if (close == std::string_view::npos) break;
    if (sheet[close] == '{') {  // @media { … }: its rules do not always apply
      const auto end = sheet.find("}}", close);
      if (end == std::string_view::npos) break;
      at = end + 2;
      continue;
    }
    if (hides(sheet.substr(open + 1, close - open - 1))) {
      add_selectors(sheet.substr(at, open - at), out);
    }
    at = close + 1;
  }
}

void find_sheets(const GumboNode& node, HiddenNames& out) {
  if (tag(node) == GUMBO_TAG_STYLE) {
    for (const GumboNode* child : children(node)) add_sheet(text(*child), out);
    return;
  }
  for (const GumboNode* child : children(node)) find_sheets(*child, out);
}

template <class F>
void each_word(std::string_view list, F&& f) {
  while (!list.empty()) {
    const auto begin = list.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) break;
    list.remove_prefix(begin);
    const auto end = std::min(list.find_first_of(" \t\r\n"), list.size());
    f(list.substr(0, end));
    list.remove_prefix(end);
  }
}

// fooBar-baz_1 → foo, bar, baz (digits dropped)
void add_parts(std::string_view word, std::vector<std::string>& out) {
  std::string part;
  const auto flush = [&] {
    if (part.size() > 1) out.push_back(part);
    part.clear();
  };
  char before = 0;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool small = c >= 'a' && c <= 'z';
    if ((upper && before >= 'a' && before <= 'z') || (!upper && !small)) flush();
    if (upper || small) part += static_cast<char>(c | 0x20);
    before = c;
  }
  flush();
}

}  // namespace

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      return false;
  }
}

bool is_dropped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_FRAMESET:
      return true;
    default:
      return false;
  }
}

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 ||
         tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

HiddenNames hidden_names(const Tree& tree) {
  HiddenNames out;
  find_sheets(tree.root(), out);
  return out;
}

bool is_hidden(const GumboNode& node, const HiddenNames& hidden) {
  if (has_attribute(node, "hidden")) return true;
  if (hides(attribute(node, "style"))) return true;
  if (hidden.empty()) return false;
  const std::string_view id = attribute(node, "id");
  if (!id.empty() && hidden.contains("#" + std::string(id))) return true;
  bool found = false;
  each_word(attribute(node, "class"),
            [&](std::string_view word) { found |= hidden.contains("." + std::string(word)); });
  return found;
}

std::string style(const GumboNode& node, std::string_view property) {
  const std::string_view declarations = attribute(node, "style");
  return declarations.empty() ? std::string() : declared(declarations, property);
}

float font_size(const GumboNode& node) {
  if (tag(node) == GUMBO_TAG_FONT) {
    constexpr std::array<float, 8> kSizes{0, 7.5F, 10, 12, 13.5F, 18, 24, 36};
    return kSizes[static_cast<std::size_t>(number(node, "size", 0, 7))];
  }
  const std::string value = style(node, "font-size");
  if (value.empty()) return 0;
  char* end = nullptr;
  const float size = std::strtof(value.c_str(), &end);
  if (!(size > 0) || size > 500) return 0;
  if (std::string_view(end).starts_with("pt")) return size;
  return std::string_view(end).starts_with("px") ? size * 0.75F : 0;
}

bool is_bold(const GumboNode& node) {
  switch (tag(node)) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TH:
      return true;
    default:
      break;
  }
  const std::string weight = style(node, "font-weight");
  return weight.starts_with("bold") || (weight.size() == 3 && weight >= "600" && weight <= "900");
}

std::vector<std::string> names(const GumboNode& node) {
  std::vector<std::string> out;
  for (const char* which : {"id", "class"}) {
    each_word(attribute(node, which), [&](std::string_view word) {
      if (out.size() > 64) return;
      out.push_back(lower(word));
      add_parts(word, out);
    });
  }
  return out;
}

}  // namespace guanlan::html
