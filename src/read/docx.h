// DOCX: the text of a Word document as it is printed, with roles, lists, tables and notes.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_docx(std::string_view bytes, std::string_view name,
                                                    const ReadOptions& options);

}  // namespace guanlan
