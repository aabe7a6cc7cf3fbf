// Random tokens and digests for what must not be guessed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanlan::serve {

// `bytes` from the system's generator, as base64url without padding.
[[nodiscard]] std::string random_token(std::size_t bytes);
// SHA-256 as base64url: what is stored of a token, and the stuff of ETags.
[[nodiscard]] std::string fingerprint(std::string_view text);
// In time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

[[nodiscard]] std::string base64url(std::string_view bytes);
// Empty where the text is no base64url.
[[nodiscard]] std::string from_base64url(std::string_view text);

}  // namespace guanlan::serve
