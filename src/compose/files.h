// The files of an issue's folder as text: parsing checks every key and value, writing is canonical.
#pragma once

#include <string>
#include <string_view>

#include "guanlan/compose.h"

namespace guanlan::compose {

[[nodiscard]] Result<Outline> parse_outline(std::string_view text, std::string_view path);
// Titles stand beside the ids as comments.
[[nodiscard]] std::string outline_text(const Desk& desk);

[[nodiscard]] Result<Item> parse_item(std::string_view text, std::string_view path);
[[nodiscard]] std::string item_text(const Item& item);

}  // namespace guanlan::compose
