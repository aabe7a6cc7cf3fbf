// Mail: one message (EML, MHTML) or a mailbox (mbox). The message itself comes first, then the
// documents attached to it, each as a Source of its own.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_mail(std::string_view bytes, std::string_view name,
                                                    const ReadOptions& options, int depth);
[[nodiscard]] Result<std::vector<Source>> read_mailbox(std::string_view bytes,
                                                       std::string_view name,
                                                       const ReadOptions& options, int depth);

}  // namespace guanlan
