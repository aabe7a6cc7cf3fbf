// What a file is, told by its bytes; the name only breaks ties between CSV and text.
#pragma once

#include <string_view>

#include "guanlan/result.h"

namespace guanlan {

enum class Kind {
  text,
  markdown,
  html,
  feed,     // RSS, RDF, Atom
  mail,     // one message, MHTML too
  mailbox,  // mbox
  csv,
  docx,
  xlsx,
  pdf,
  image,
};

// From the bytes alone: formats with a signature. Kind::text stands for "some sort of text", to be
// looked at again by detect_text once it is decoded.
// Errors: unsupported (a known format that is not read, or unknown binary), damaged (encrypted,
// truncated); each with a hint what to do.
[[nodiscard]] Result<Kind> detect(std::string_view bytes, std::string_view name);

// From decoded text: html, feed, csv, markdown or text. unsupported: XML of an unknown sort.
[[nodiscard]] Result<Kind> detect_text(std::string_view text, std::string_view name);

}  // namespace guanlan
