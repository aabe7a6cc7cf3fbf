// Who asks, and what they may do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanlan::serve {

// Each may do all that the ones before it may.
enum class Role : std::uint8_t { nobody, reader, editor, admin };
[[nodiscard]] constexpr std::string_view name(Role role) {
  constexpr std::string_view kNames[] = {"nobody", "reader", "editor", "admin"};
  return kNames[static_cast<std::size_t>(role)];
}
[[nodiscard]] constexpr std::optional<Role> role_of(std::string_view text) {
  for (const Role role : {Role::reader, Role::editor, Role::admin}) {
    if (name(role) == text) return role;
  }
  return std::nullopt;
}

inline constexpr std::string_view kSessionCookie = "guanlan";

struct Caller {
  // How they proved it. Only a browser can be made to ask for somebody else: writes of a session,
  // and of the local user, carry the token of `csrf`.
  enum class By : std::uint8_t { nothing, local, session, token };

  std::string user;
  Role role = Role::nobody;
  By by = By::nothing;
  std::string csrf = {};
  std::string session = {};  // key of the session
};

}  // namespace guanlan::serve
