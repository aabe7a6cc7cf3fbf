#include "laws/files.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace guanlan {
namespace {

constexpr std::int64_t kMaxFile = 4 << 20;
constexpr std::int64_t kMaxTotal = 1 << 30;

using Visit = std::function<Result<void>(std::string_view, std::string_view)>;

// Index pages (_index.md) only order the collection.
bool wanted(std::string_view path) {
  const auto slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  return name.ends_with(".md") && !name.starts_with('_') && !name.starts_with('.');
}

Result<void> walk_folder(const std::filesystem::path& folder, const Visit& f) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator it(folder, failed), end; it != end && !failed;
       it.increment(failed)) {
    if (it->is_regular_file(failed) && wanted(it->path().generic_string()))
      files.push_back(it->path());
  }
  if (failed) return fail(Code::io, "读不了文件夹：" + failed.message(), folder.string());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (auto ok = f(file.lexically_relative(folder).generic_string(), bytes); !ok) return ok;
  }
  return {};
}

Result<void> walk_archive(const std::filesystem::path& file, const Visit& f) {
  const std::unique_ptr<archive, int (*)(archive*)> a(archive_read_new(), archive_read_free);
  archive_read_support_filter_all(a.get());
  archive_read_support_format_tar(a.get());
  archive_read_support_format_zip(a.get());
  const auto damaged = [&] {
    const char* words = archive_error_string(a.get());
    return fail(Code::damaged, std::string("归档读不下去：") + (words ? words : "未知原因"),
                file.string(), "应为 tar、tar.gz 或 zip");
  };
  if (archive_read_open_filename(a.get(), file.c_str(), 1 << 16) != ARCHIVE_OK) return damaged();
  std::int64_t total = 0;
  std::string bytes;
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(a.get(), &entry);
    if (code == ARCHIVE_EOF) return {};
    if (code < ARCHIVE_WARN) return damaged();
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    const std::int64_t size = archive_entry_size(entry);
    if (name == nullptr || !wanted(name) || size > kMaxFile) continue;
    if ((total += size) > kMaxTotal)
      return fail(Code::unsupported, "归档解开后过大", file.string());
    bytes.resize(static_cast<std::size_t>(std::max<std::int64_t>(size, 0)));
    if (archive_read_data(a.get(), bytes.data(), bytes.size()) != size) return damaged();
    if (auto ok = f(name, bytes); !ok) return ok;
  }
}

}  // namespace

Result<void> for_each_markdown(const std::filesystem::path& from, const Visit& f) {
  std::error_code failed;
  const auto status = std::filesystem::status(from, failed);
  if (!std::filesystem::exists(status))
    return fail(Code::not_found, "没有这个文件夹或归档", from.string());
  return std::filesystem::is_directory(status) ? walk_folder(from, f) : walk_archive(from, f);
}

}  // namespace guanlan
