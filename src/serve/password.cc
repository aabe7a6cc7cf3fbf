#include "serve/password.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <charconv>

#include "serve/secret.h"

namespace guanlan::serve {
namespace {

constexpr std::uint64_t kLogN = 15, kR = 8, kP = 1;
constexpr std::size_t kSaltBytes = 16, kHashBytes = 32;
constexpr std::uint64_t kMostMemory = 256u << 20;

std::string scrypt(std::string_view password, std::string_view salt, std::uint64_t log_n,
                   std::uint64_t r, std::uint64_t p) {
  std::string out(kHashBytes, '\0');
  const int done = EVP_PBE_scrypt(password.data(), password.size(),
                                  reinterpret_cast<const unsigned char*>(salt.data()), salt.size(),
                                  std::uint64_t{1} << log_n, r, p, kMostMemory,
                                  reinterpret_cast<unsigned char*>(out.data()), out.size());
  return done == 1 ? out : std::string();
}

// Cuts `text` at the next `end`; the part before it.
std::string_view part(std::string_view& text, char end) {
  const std::string_view out = text.substr(0, text.find(end));
  text.remove_prefix(std::min(out.size() + 1, text.size()));
  return out;
}

std::uint64_t number(std::string_view text, std::string_view name) {
  std::uint64_t value = 0;
  if (!text.starts_with(name)) return 0;
  text.remove_prefix(name.size());
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Result<std::string> hashed_password(std::string_view password) {
  if (password.size() < kShortestPassword || password.size() > kLongestPassword) {
    return fail(Code::invalid,
                fmt::format("密码须有 {} 到 {} 个字节", kShortestPassword, kLongestPassword));
  }
  const std::string salt = random_token(kSaltBytes);
  const std::string hash = scrypt(password, salt, kLogN, kR, kP);
  if (hash.empty()) return fail(Code::io, "内存不足，无法计算密码散列");
  return fmt::format("$scrypt$ln={},r={},p={}${}${}", kLogN, kR, kP, salt, base64url(hash));
}

bool is_password(std::string_view password, std::string_view hash) {
  constexpr std::string_view kScheme = "$scrypt$";
  if (!hash.starts_with(kScheme) || password.size() > kLongestPassword) return false;
  hash.remove_prefix(kScheme.size());
  const std::uint64_t log_n = number(part(hash, ','), "ln=");
  const std::uint64_t r = number(part(hash, ','), "r=");
  const std::uint64_t p = number(part(hash, '$'), "p=");
  const std::string_view salt = part(hash, '$');
  if (log_n < 1 || log_n > 20 || r < 1 || p < 1) return false;
  const std::string made = scrypt(password, salt, log_n, r, p);
  return !made.empty() && same_secret(base64url(made), hash);
}

void waste_a_password(std::string_view password) {
  (void)scrypt(password.substr(0, kLongestPassword), "no such account", kLogN, kR, kP);
}

}  // namespace guanlan::serve
