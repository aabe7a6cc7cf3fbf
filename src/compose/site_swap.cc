// A folder of files put in place of another in one step.
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "guanlan/publish.h"

namespace guanlan::compose {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarker = ".guanlan-site";  // what tells a site from other folders

tl::unexpected<Error> not_written(const fs::path& file, const std::string& why) {
  return fail(Code::io, "写不进去：" + why, file.string(),
              "请检查磁盘空间和写入权限；原有文件未动");
}

// The folder above, locked for this run.
class Lock {
 public:
  explicit Lock(const fs::path& folder)
      : fd_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX | LOCK_NB) == 0;
  }
  ~Lock() {
    if (fd_ >= 0) ::close(fd_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  [[nodiscard]] bool held() const { return held_; }
  [[nodiscard]] bool to_disk() const { return ::syncfs(fd_) == 0; }

 private:
  int fd_;
  bool held_ = false;
};

Result<void> write_tree(const fs::path& root, const Rendered& files) {
  std::error_code error;
  const auto put = [&](const fs::path& file, const std::string& bytes) -> Result<void> {
    fs::create_directories(file.parent_path(), error);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return not_written(file, std::strerror(errno));
    return {};
  };
  for (const auto& [name, bytes] : files) {
    if (auto done = put(root / name, bytes); !done) return done;
  }
  return put(root / kMarker, "guanlan publish\n");
}

// The new folder takes the name, the old one, if any, that of the new.
Result<void> swap(const fs::path& fresh, const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::rename(fresh, folder, error);
    if (error) return not_written(folder, error.message());
    return {};
  }
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0)
    return {};
  if (errno != EINVAL && errno != ENOSYS) return not_written(folder, std::strerror(errno));
  // A file system that cannot exchange: for an instant there is none.
  const fs::path old = fresh.string() + ".old";
  fs::rename(folder, old, error);
  if (error) return not_written(folder, error.message());
  fs::rename(fresh, folder, error);
  if (!error) {
    fs::rename(old, fresh, error);
    return {};
  }
  const std::string why = error.message();
  fs::rename(old, folder, error);
  return not_written(folder, why);
}

}  // namespace

Result<void> put_site(const fs::path& given, const Rendered& files) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(fs::absolute(given), error);
  if (error || folder.filename().empty())
    return not_written(given, error ? error.message() : "不是文件夹名");
  const bool there = fs::exists(folder, error);
  if (there && !fs::is_empty(folder, error) && !fs::exists(folder / kMarker, error)) {
    return fail(Code::conflict, "文件夹中有别的东西，不是发布的站点", folder.string(),
                "换一个文件夹，或先清空它");
  }
  fs::create_directories(folder.parent_path(), error);
  const Lock lock(folder.parent_path());
  if (!lock.open()) return not_written(folder, std::strerror(errno));
  if (!lock.held())
    return fail(Code::conflict, "另一次发布正在进行", folder.string(), "等它结束再试");
  const fs::path fresh = folder.parent_path() / ("." + folder.filename().string() + ".new");
  fs::remove_all(fresh, error);  // of a run that was killed
  auto done = write_tree(fresh, files);
  if (done && !lock.to_disk()) done = not_written(fresh, std::strerror(errno));
  if (done) done = swap(fresh, folder);
  fs::remove_all(fresh, error);
  return done;
}

}  // namespace guanlan::compose
