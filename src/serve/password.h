// Passwords are kept as scrypt (RFC 7914) hashes that say how they were made:
// $scrypt$ln=15,r=8,p=1$<salt>$<hash>, salt and hash in base64url. One takes 32 MB and some 0.1 s.
#pragma once

#include <string>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan::serve {

inline constexpr std::size_t kShortestPassword = 10, kLongestPassword = 1024;

// invalid: too short or too long.
[[nodiscard]] Result<std::string> hashed_password(std::string_view password);
[[nodiscard]] bool is_password(std::string_view password, std::string_view hash);
// Takes as long as a real comparison, for names that do not exist.
void waste_a_password(std::string_view password);

}  // namespace guanlan::serve
