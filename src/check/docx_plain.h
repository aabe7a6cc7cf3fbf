// A Word document made of what was read from any other format: its paragraphs and tables as clean
// text, so that findings can be commented in it.
#pragma once

#include <string>
#include <vector>

#include "guanlan/record.h"
#include "read/zip.h"

namespace guanlan::checking {

struct PlainDocx {
  std::vector<ZipMember> members;
  std::vector<Origin> origins;  // ascending by raw
};
[[nodiscard]] PlainDocx plain_docx(const Document& document);

inline constexpr std::string_view kMainPart = "word/document.xml";

}  // namespace guanlan::checking
