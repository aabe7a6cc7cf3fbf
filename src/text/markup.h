// Text made fit for XML and HTML, where it is shown as text and never as markup.
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

// & < > " as entities; characters that XML 1.0 forbids are left out.
[[nodiscard]] std::string escaped(std::string_view utf8);

}  // namespace guanlan
