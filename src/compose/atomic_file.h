// Files that are there whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan::compose {

// Into a temporary file beside it, to the disk, then renamed. io: what was there stays.
[[nodiscard]] Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes);
// not_found, io.
[[nodiscard]] Result<std::string> read_whole(const std::filesystem::path& file);

}  // namespace guanlan::compose
