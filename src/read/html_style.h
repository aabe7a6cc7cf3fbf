// What tags and styles mean for setting lines.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "read/html_tree.h"

namespace guanlan::html {

[[nodiscard]] bool is_block(GumboTag tag);
// Never shown, or no part of a text: script, style, select, button, svg …
[[nodiscard]] bool is_dropped(GumboTag tag);
[[nodiscard]] bool is_heading(GumboTag tag);

// Classes and ids that the page's own style sheets hide (`.hide{display:none}`): single selectors.
using HiddenNames = std::unordered_set<std::string>;
[[nodiscard]] HiddenNames hidden_names(const Tree& tree);
[[nodiscard]] bool is_hidden(const GumboNode& node, const HiddenNames& hidden);

// The value of a property in a style attribute, in lower case, without blanks; empty: not set.
[[nodiscard]] std::string style(const GumboNode& node, std::string_view property);
// Points; 0: the element does not set it, or not in absolute units.
[[nodiscard]] float font_size(const GumboNode& node);
[[nodiscard]] bool is_bold(const GumboNode& node);

// The words of class and id: "main-content newsBody" → main, content, main-content, newsbody …
[[nodiscard]] std::vector<std::string> names(const GumboNode& node);

}  // namespace guanlan::html
