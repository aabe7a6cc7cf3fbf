// An archive of laws: what libarchive unpacks is bounded and handed on file by file.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "fuzz/source_contract.h"
#include "laws/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("law_archive_fuzz." + std::to_string(getpid()));
  std::ofstream(file, std::ios::binary) << fuzz::bytes(data, size);
  std::size_t bytes = 0;
  (void)for_each_markdown(file, [&](std::string_view, std::string_view text) -> Result<void> {
    bytes += text.size();
    return {};
  });
  std::filesystem::remove(file);
  fuzz::require(bytes <= std::size_t{1} << 30);
  return 0;
}
