// A file that is written whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan::cli {

// Writes beside the file and renames; what was there stays until then. io: disk, permission.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace guanlan::cli
