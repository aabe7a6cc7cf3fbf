// The documents of a command's inputs, one after the other.
#pragma once

#include <functional>

#include "cli/inputs.h"

namespace guanlan::cli {

// Reads and processes file by file, with progress, and calls f for each document until it says
// false. What cannot be read is complained of. Returns how many inputs failed, those that `inputs`
// names among them.
[[nodiscard]] std::size_t each_document(const Call& call, const Inputs& inputs,
                                        const std::function<bool(Document&&)>& f);

}  // namespace guanlan::cli
