// ZIP containers (DOCX, XLSX) in memory, within limits that stop archive bombs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

struct ZipLimits {
  std::size_t entries = 10'000;
  std::size_t total = 160u << 20;  // unpacked bytes of the wanted members together
  std::size_t ratio = 250;         // unpacked to packed, looked at from 16 MB on
};

// Member names in the order of the central directory. damaged: not a whole ZIP, too many members.
[[nodiscard]] Result<std::vector<std::string>> zip_names(std::string_view bytes,
                                                         const ZipLimits& limits = {});

// Name → content of the members for which wanted(name) holds; others are not unpacked.
// damaged: truncated, checksum wrong, encrypted, past the limits.
using ZipMembers = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Result<ZipMembers> unzip(std::string_view bytes, bool (*wanted)(std::string_view),
                                       const ZipLimits& limits = {});

// A ZIP of the members in the order given, without times: the same members, the same bytes.
struct ZipMember {
  std::string name;
  std::string content;
};
[[nodiscard]] Result<std::string> zip(const std::vector<ZipMember>& members);

}  // namespace guanlan
