// What the tools share: arguments, and quotations with their places.
#pragma once

#include "mcp/mcp.h"

namespace guanlan::mcp {

// A string argument; empty where it is not given. invalid: it is something else.
[[nodiscard]] Result<std::string> text_argument(const Json& arguments, std::string_view name);
// The same of one that must be given.
[[nodiscard]] Result<std::string> needed_text(const Json& arguments, std::string_view name);
// A whole number from `least` to `most`.
[[nodiscard]] Result<std::int64_t> number_argument(const Json& arguments, std::string_view name,
                                                   std::int64_t otherwise, std::int64_t least,
                                                   std::int64_t most);
// The item that the argument `id` names.
[[nodiscard]] Result<StoredItem> item_argument(const Json& arguments, const Sources& sources);

// {item, document, file, begin, end, quote}: where the words stand in the document's decoded text.
[[nodiscard]] Json evidence(const StoredItem& item, Span span, std::string_view quote);
[[nodiscard]] Json fact_json(const StoredItem& item, const Fact& fact);
// Of the first `most` characters, whole ones.
[[nodiscard]] std::string beginning(const std::string& text, std::size_t most);
[[nodiscard]] Json record_of(const StoredItem& item);  // an empty object where it is broken

}  // namespace guanlan::mcp
