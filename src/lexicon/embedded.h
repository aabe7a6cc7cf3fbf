// Data files compiled into the binary (cmake/Embed.cmake).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace guanlan {

struct EmbeddedFile {
  const char* name;
  std::uint64_t name_size;
  const char* data;
  std::uint64_t data_size;

  [[nodiscard]] std::string_view path() const { return {name, name_size}; }
  [[nodiscard]] std::string_view text() const { return {data, data_size}; }
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace guanlan
