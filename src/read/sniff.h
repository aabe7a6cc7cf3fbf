// Guesses about bytes and texts that carry no signature. Each looks at the beginning only.
#pragma once

#include <string_view>

namespace guanlan::sniff {

// A Windows bitmap: "BM" and a header that fits the size.
[[nodiscard]] bool is_bitmap(std::string_view bytes);
// Header fields of RFC 5322 up to a blank line, two of the well-known ones among them.
[[nodiscard]] bool is_mail(std::string_view bytes);
// mbox: a "From " line, then a message.
[[nodiscard]] bool is_mailbox(std::string_view bytes);
// Neither valid UTF-8, UTF-16 nor plausible in any encoding, or mostly control bytes.
[[nodiscard]] bool is_binary(std::string_view bytes);

// The local name of the root element, if the text begins like XML; else empty.
[[nodiscard]] std::string_view xml_root(std::string_view text);
// A doctype, <html>, or several tags of HTML near the beginning.
[[nodiscard]] bool is_html(std::string_view text);
// Records with the same number of fields. With a name in .csv or .tsv little is asked for.
[[nodiscard]] bool is_csv(std::string_view text, std::string_view name);
// The delimiter among , tab ; | that cuts the text into the most regular records; 0: none does.
[[nodiscard]] char delimiter(std::string_view text);

}  // namespace guanlan::sniff
