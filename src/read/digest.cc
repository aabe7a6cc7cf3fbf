#include "read/digest.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace guanlan {

std::string sha256_digest(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  // Fetched once: EVP_sha256() looks for its implementation at every call.
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> sha256(
      EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
  EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, sha256.get(), nullptr);
  std::string result = "sha256:";
  constexpr std::string_view kHex = "0123456789abcdef";
  for (unsigned int i = 0; i < size; ++i) {
    result += kHex[hash[i] >> 4];
    result += kHex[hash[i] & 15];
  }
  return result;
}

}  // namespace guanlan
