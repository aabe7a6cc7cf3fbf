// word/styles.xml: what a paragraph or run style says, through basedOn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/xml.h"

namespace guanlan::docx {

// Properties of a paragraph or run as far as they matter here; empty: not said.
struct Properties {
  std::optional<int> outline;  // 0..8; 9 is body text
  std::optional<int> num_id, level;
  std::optional<bool> bold, page_break_before, hidden;
  std::optional<bool> borders;  // of a table
  std::optional<float> size;    // points

  // Takes from `base` what is not said here.
  void inherit(const Properties& base);
};
// From <w:pPr> or <w:rPr>, the style reference left aside.
[[nodiscard]] Properties read_properties(const pugi::xml_node& node);

// An on/off property (<w:b/>, <w:b w:val="0"/>); empty: the element is missing.
[[nodiscard]] std::optional<bool> toggle(const pugi::xml_node& parent, std::string_view name);

// Are there lines around or between a table's cells? Empty: nothing is said about them.
[[nodiscard]] std::optional<bool> read_borders(const pugi::xml_node& node);

class Styles {
 public:
  explicit Styles(const pugi::xml_node& root);  // <w:styles>, or an empty node

  // Everything that a style says, down to its base and the document's defaults. An empty id means
  // the default paragraph style.
  [[nodiscard]] Properties resolve(std::string_view id) const;
  // The style's name in lower case: "heading 1", "toc 2", "caption".
  [[nodiscard]] std::string_view name(std::string_view id) const;

 private:
  struct Style {
    std::string name, based_on;
    Properties properties;
  };
  std::unordered_map<std::string, Style> styles_;
  std::string default_paragraph_;
  Properties defaults_;
};

// What a style's name makes of its paragraphs: "heading 2" and 标题 2 → 2, "title" → 1; 0: none.
[[nodiscard]] int heading_level(std::string_view style_name);
[[nodiscard]] bool is_caption_style(std::string_view style_name);

}  // namespace guanlan::docx
