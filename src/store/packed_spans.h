// Spans at rest: for each one the distance from the last one's end (zigzag) and its size, both as
// varints of seven bits a byte, lowest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan {

[[nodiscard]] std::string packed(const std::vector<Span>& spans);
// What is cut off or out of range ends the list.
[[nodiscard]] std::vector<Span> unpacked(std::string_view bytes);

}  // namespace guanlan
