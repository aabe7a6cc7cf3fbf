// Walks the Markdown files of a folder or an archive, in a fixed order.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan {

// Calls f(path inside the collection, bytes) for each *.md file. Files over 4 MB and archives over
// 1 GB unpacked are refused. not_found, io, damaged.
[[nodiscard]] Result<void> for_each_markdown(
    const std::filesystem::path& from,
    const std::function<Result<void>(std::string_view path, std::string_view bytes)>& f);

}  // namespace guanlan
