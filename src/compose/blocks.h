// The text of an item file cut into paragraphs, tables, pictures and charts.
#pragma once

#include "compose/publication.h"

namespace guanlan::compose {

// not_found: a picture or chart that is not there; damaged: a picture that is neither PNG nor JPEG;
// invalid: a chart, with its line.
[[nodiscard]] Result<std::vector<Block>> blocks_of(const std::filesystem::path& folder,
                                                   const Desk& desk, std::string_view body);

}  // namespace guanlan::compose
