#include "cli/output_file.h"

#include <unistd.h>

#include <fstream>

namespace guanlan::cli {

Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path beside = file;
  beside += "." + std::to_string(::getpid()) + ".part";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(beside, file, error);
  if (out && !error) return {};
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return fail(Code::io, "文件写不了", file.string(), "请检查磁盘空间与权限");
}

}  // namespace guanlan::cli
