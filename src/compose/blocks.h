// The text of an item file cut into paragraphs, tables and pictures.
#pragma once

#include "compose/publication.h"

namespace guanlan::compose {

// not_found: a picture that is not there; damaged: one that is neither PNG nor JPEG.
[[nodiscard]] Result<std::vector<Block>> blocks_of(const std::filesystem::path& folder,
                                                   std::string_view body);

}  // namespace guanlan::compose
