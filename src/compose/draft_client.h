// One question to an OpenAI-compatible endpoint.
#pragma once

#include "guanlan/draft.h"

namespace guanlan::compose {

// The first choice's text. invalid: no endpoint or one that is no web address; io: no connection,
// an error status, an answer of another shape or over 1 MB. Redirects are not followed.
[[nodiscard]] Result<std::string> complete(const DraftOptions& options,
                                           std::string_view instructions,
                                           std::string_view material);

}  // namespace guanlan::compose
