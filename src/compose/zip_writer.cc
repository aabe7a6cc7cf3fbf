#include "compose/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace guanlan::compose {
namespace {

la_ssize_t append(archive*, void* out, const void* data, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

bool add(archive* to, const std::string& name, const std::string& content) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                       archive_entry_free);
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  return archive_write_header(to, entry.get()) == ARCHIVE_OK &&
         archive_write_data(to, content.data(), content.size()) ==
             static_cast<la_ssize_t>(content.size());
}

}  // namespace

Result<std::string> zip(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  bool good = archive_write_open(writer.get(), &out, nullptr, append, nullptr) == ARCHIVE_OK;
  for (const auto& [name, content] : members) good = good && add(writer.get(), name, content);
  good = archive_write_close(writer.get()) == ARCHIVE_OK && good;
  if (!good) return fail(Code::io, "压缩失败", {}, "请检查内存");
  return out;
}

}  // namespace guanlan::compose
