// MIME messages (RFC 2045–2049, 2231, 5322): the parts of a mail and what they hold.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan::mime {

// A header's value and its parameters, names in lower case: text/html; charset=gbk.
struct Value {
  std::string text;
  std::vector<std::pair<std::string, std::string>> parameters;
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

struct Part {
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, unfolded
  std::string_view body;                                     // as it stands in the bytes
  Value type;                                                // text/plain where none is given
  std::vector<Part> parts;                                   // of multipart/*

  // The raw value of a header, empty where it is missing.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] bool is_multipart() const { return type.text.starts_with("multipart/"); }
  [[nodiscard]] bool is_attachment() const;
  // Of an attachment, decoded; empty: it has none.
  [[nodiscard]] std::string file_name() const;
  // The body with its transfer encoding undone.
  [[nodiscard]] std::string content() const;
};

// Parses a message; `bytes` must outlive the result. Broken structure is read as far as it goes:
// parts nested deeper than 20 or beyond the thousandth are taken as text of the part around them.
[[nodiscard]] Part parse(std::string_view bytes);

// A header with its encoded words (RFC 2047) decoded, as UTF-8 in one line.
[[nodiscard]] std::string decode_header(std::string_view value);

[[nodiscard]] std::string decode_base64(std::string_view text);
[[nodiscard]] std::string decode_quoted_printable(std::string_view text);

}  // namespace guanlan::mime
