// multipart/form-data (RFC 7578): the files of an upload.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"
#include "serve/jobs.h"

namespace guanlan::serve {

// The parts that have a file name, in order; `most` at most. invalid: what is wrong with the form.
[[nodiscard]] Result<std::vector<Upload>> uploads_of(std::string_view content_type,
                                                     std::string_view body, std::size_t most);
// The last part of a name, whatever separators its system uses, without control characters; never
// empty, never "." or "..", at most 200 bytes.
[[nodiscard]] std::string safe_name(std::string_view name);

}  // namespace guanlan::serve
