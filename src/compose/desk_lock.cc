// One writer at a time at a working issue (flock).
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "guanlan/compose.h"

namespace guanlan::compose {
namespace {

constexpr auto kStep = std::chrono::milliseconds(50);

bool locked_within(int fd, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(kStep);
  }
  return true;
}

}  // namespace

Result<DeskLock> DeskLock::take(const std::filesystem::path& folder,
                                std::chrono::milliseconds patience) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return fail(Code::not_found, "这里没有刊物", folder.string(), "先用 guanlan compose 生成");
  }
  const auto file = folder / ".guanlan" / "lock";
  std::filesystem::create_directories(file.parent_path(), error);
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail(Code::io, "写不进去：" + std::string(std::strerror(errno)), file.string(),
                "请检查磁盘空间和写入权限；原有文件未动");
  DeskLock out(fd);
  if (locked_within(fd, patience)) return out;
  return fail(Code::conflict, "另一处正在改这一期", folder.string(),
              "稍后再试；命令行与网页不能同时写入");
}

DeskLock::DeskLock(DeskLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
DeskLock::~DeskLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace guanlan::compose
