#include "read/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace guanlan {
namespace {

struct Closer {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, Closer>;

struct Freed {
  void operator()(archive* a) const { archive_write_free(a); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
constexpr time_t kEarliestZipTime = 315532800;  // 1980-01-01: the format knows nothing earlier

tl::unexpected<Error> broken(const char* detail) {
  return fail(Code::damaged, "ZIP 容器不完整或已损坏", detail == nullptr ? "" : detail,
              "请重新获取文件，或用原软件另存一次");
}

tl::unexpected<Error> bomb(std::string message) {
  return fail(Code::damaged, std::move(message), {}, "疑为压缩炸弹，未予解压");
}

Result<Archive> open(std::string_view bytes) {
  Archive a(archive_read_new());
  archive_read_support_format_zip_seekable(a.get());
  if (archive_read_open_memory(a.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return broken(archive_error_string(a.get()));
  }
  return a;
}

std::string member_name(archive_entry* entry) {
  const char* path = archive_entry_pathname(entry);
  std::string name = path == nullptr ? "" : path;
  std::replace(name.begin(), name.end(), '\\', '/');
  return name.starts_with('/') ? name.substr(1) : name;
}

// Calls f(entry, name) for each member; f returns an Error to stop.
template <class F>
Result<void> each_member(archive* a, const ZipLimits& limits, F&& f) {
  archive_entry* entry = nullptr;
  for (std::size_t count = 0;; ++count) {
    const int status = archive_read_next_header(a, &entry);
    if (status == ARCHIVE_EOF) return {};
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return broken(archive_error_string(a));
    if (count >= limits.entries) {
      return bomb(fmt::format("ZIP 容器内的文件多于 {} 个", limits.entries));
    }
    if (Result<void> done = f(entry, member_name(entry)); !done) return done;
  }
}

Result<std::string> unpack(archive* a, archive_entry* entry, std::size_t room) {
  if (archive_entry_is_data_encrypted(entry) != 0) {
    return fail(Code::damaged, "文件有密码保护", {}, "请先解除密码再读入");
  }
  std::string content;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  for (;;) {
    const int status = archive_read_data_block(a, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return content;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return broken(archive_error_string(a));
    if (content.size() + size > room) return bomb("解压后的内容超过上限");
    content.append(static_cast<const char*>(block), size);
  }
}

}  // namespace

Result<std::vector<std::string>> zip_names(std::string_view bytes, const ZipLimits& limits) {
  auto a = open(bytes);
  if (!a) return tl::unexpected(a.error());
  std::vector<std::string> names;
  const auto done = each_member(a->get(), limits, [&](archive_entry*, std::string name) {
    names.push_back(std::move(name));
    return Result<void>{};
  });
  if (!done) return tl::unexpected(done.error());
  return names;
}

Result<ZipMembers> unzip(std::string_view bytes, bool (*wanted)(std::string_view),
                         const ZipLimits& limits) {
  auto a = open(bytes);
  if (!a) return tl::unexpected(a.error());
  const std::size_t by_ratio = std::max(bytes.size() * limits.ratio, std::size_t{16} << 20);
  std::size_t room = std::min(limits.total, by_ratio);
  ZipMembers members;
  const auto done =
      each_member(a->get(), limits, [&](archive_entry* entry, std::string name) -> Result<void> {
        if (!wanted(name)) return {};
        auto content = unpack(a->get(), entry, room);
        if (!content) return tl::unexpected(content.error());
        room -= content->size();
        members.emplace(std::move(name), std::move(*content));
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  return members;
}

Result<std::string> zip(const std::vector<ZipMember>& members) {
  const auto failed = [](archive* a) {
    const char* detail = archive_error_string(a);
    return fail(Code::io, "ZIP 容器写不出", detail == nullptr ? "" : detail, "请检查内存");
  };
  std::size_t room = 4096;
  for (const ZipMember& m : members) room += m.content.size() + 2 * m.name.size() + 512;
  std::string out(room + room / 512, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, Freed> a(archive_write_new());
  archive_write_set_format_zip(a.get());
  archive_write_set_options(a.get(), "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(a.get(), 1);
  if (archive_write_open_memory(a.get(), out.data(), out.size(), &used) != ARCHIVE_OK) {
    return failed(a.get());
  }
  const std::unique_ptr<archive_entry, Freed> entry(archive_entry_new());
  for (const ZipMember& m : members) {
    archive_entry_clear(entry.get());
    archive_entry_set_pathname_utf8(entry.get(), m.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(m.content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), kEarliestZipTime, 0);
    const auto size = static_cast<la_ssize_t>(m.content.size());
    if (archive_write_header(a.get(), entry.get()) != ARCHIVE_OK ||
        archive_write_data(a.get(), m.content.data(), m.content.size()) != size) {
      return failed(a.get());
    }
  }
  if (archive_write_close(a.get()) != ARCHIVE_OK) return failed(a.get());
  out.resize(used);
  return out;
}

}  // namespace guanlan
