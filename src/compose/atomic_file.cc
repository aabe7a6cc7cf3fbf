#include "compose/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace guanlan::compose {
namespace {

tl::unexpected<Error> cannot_write(const std::filesystem::path& file) {
  return fail(Code::io, std::string("写不进去：") + std::strerror(errno), file.string(),
              "请检查磁盘空间和写入权限；原有文件未动");
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(fd) == 0;
}

}  // namespace

Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  std::string temporary = file.string() + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) return cannot_write(file);
  const bool written = write_all(fd, bytes) && ::fchmod(fd, 0644) == 0;
  const int reason = errno;
  ::close(fd);
  if (written && ::rename(temporary.c_str(), file.c_str()) == 0) return {};
  if (!written) errno = reason;
  auto out = cannot_write(file);
  ::unlink(temporary.c_str());
  return out;
}

Result<std::string> read_whole(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return fail(Code::not_found, "没有这个文件", file.string(), "请检查路径");
  }
  std::ifstream in(file, std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(in), {}};
  if (!in && !in.eof()) return fail(Code::io, "文件打不开", file.string(), "请检查读取权限");
  return out;
}

}  // namespace guanlan::compose
