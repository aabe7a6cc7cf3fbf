#include <openssl/evp.h>

#include <fstream>
#include <iterator>

#include "guanlan/source.h"

namespace guanlan {
namespace {

std::string digest(std::string_view bytes) {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), hash, &size, EVP_sha256(), nullptr);
  std::string out = "sha256:";
  constexpr char kHex[] = "0123456789abcdef";
  for (unsigned int i = 0; i < size; ++i) {
    out += kHex[hash[i] >> 4];
    out += kHex[hash[i] & 15];
  }
  return out;
}

}  // namespace

Result<std::vector<Source>> read_bytes(std::string_view bytes, std::string_view name,
                                       const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return fail(Code::unsupported, "文件过大", std::string(name));
  Source s;
  s.name = name;
  s.digest = digest(bytes);
  s.charset = "UTF-8";
  s.raw.assign(bytes);
  for (std::uint32_t at = 0; at < s.raw.size();) {
    auto end = s.raw.find('\n', at);
    if (end == std::string::npos) end = s.raw.size();
    Line line;
    line.span = {at, static_cast<std::uint32_t>(end)};
    s.lines.push_back(line);
    at = static_cast<std::uint32_t>(end) + 1;
  }
  std::vector<Source> out;
  out.push_back(std::move(s));
  return out;
}

Result<std::vector<Source>> read(const std::filesystem::path& file, const ReadOptions& options) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(Code::not_found, "打不开文件", file.string());
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return read_bytes(bytes, file.filename().string(), options);
}

}  // namespace guanlan
