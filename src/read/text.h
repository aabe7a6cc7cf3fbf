// Plain text: every line as it stands; a form feed begins a new page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "text/charset.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_text(DecodedText text, std::string_view name,
                                                    const ReadOptions& options);

}  // namespace guanlan
