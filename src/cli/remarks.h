// What was repaired or left out while a file was read (Source::warnings), as the user is told.
#pragma once

#include <string>
#include <vector>

#include "cli/inputs.h"

namespace guanlan::cli {

// Prints each remark once. A loss – bytes that stood for no character, pages that could not be
// read – is named like an error, with its code and a hint; anything else is a note. Returns whether
// there was a loss.
bool remark(const Call& call, const Input& input, const std::vector<std::string>& warnings);

}  // namespace guanlan::cli
