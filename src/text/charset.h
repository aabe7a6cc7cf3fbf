// Encodings: the bytes of a text file become clean UTF-8.
//
// Decided in this order: byte order mark; strict UTF-8; UTF-16 without a mark; the declared
// encoding, if the text makes sense in it; GB18030 or Big5, whichever makes more sense. A file
// whose lines are in different encodings is decoded line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

struct DecodedText {
  std::string text;     // valid UTF-8, line ends LF, no NUL
  std::string charset;  // IANA name of what most of it was in
  std::vector<std::string> warnings;
};

// `declared` is what the format or the transport says, any label or empty. Never fails: bytes
// without meaning become U+FFFD and a warning. Invisible controls stay and are reported.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

// The encoding that an XML declaration or an HTML <meta> in the first 4 KB names; empty: none.
[[nodiscard]] std::string_view declared_charset(std::string_view bytes);

}  // namespace guanlan
