// XML parts and feeds: pugixml behind limits of size and nesting. Entities are never expanded.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan {

// No element stands deeper in a document that was given out, so walking it may recurse.
inline constexpr int kMaxXmlDepth = 400;

struct XmlDocument {
  std::string buffer;  // the text that `tree` points into
  pugi::xml_document tree;
};

// `text` is decoded UTF-8. Blanks between elements are kept only where `mixed` asks for it.
// damaged: not well-formed (names the line), nested too deeply, entity declarations, or so many
// elements that the tree would not fit.
[[nodiscard]] Result<std::unique_ptr<XmlDocument>> parse_xml(std::string text, bool mixed = false);

// The name without its namespace prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
// First child with that local name.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
// Attribute by local name; empty where missing.
[[nodiscard]] std::string_view value(const pugi::xml_node& node, std::string_view attribute);
[[nodiscard]] bool has_value(const pugi::xml_node& node, std::string_view attribute);
[[nodiscard]] int int_value(const pugi::xml_node& node, std::string_view attribute, int otherwise);
// All text inside, in order.
[[nodiscard]] std::string inner_text(const pugi::xml_node& node);

}  // namespace guanlan
