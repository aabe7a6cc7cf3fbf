#include "serve/import.h"

#include "guanlan/lexicon.h"
#include "guanlan/record.h"
#include "read/digest.h"

namespace guanlan::serve {
namespace {

FileProgress failed(FileProgress progress, const Error& error) {
  progress.state = FileState::failed;
  progress.code = name(error.code);
  progress.message = error.message;
  progress.hint = error.hint;
  return progress;
}

// One file, one transaction; one that cannot be read goes into quarantine.
FileProgress import_one(Service& service, Upload upload) {
  FileProgress out{upload.name, FileState::done, 0, {}, {}, {}};
  const std::string digest = sha256_digest(upload.bytes);
  auto reading = take_in(std::move(upload.bytes), upload.name, Lexicon::builtin());
  if (!reading) {
    const Error& error = reading.error();
    const auto aside = service.write([&](Store& store) -> Result<void> {
      const auto known = store.find(digest);
      if (!known) return tl::unexpected(known.error());
      if (*known) return {};
      return store.set_aside(
          {digest, upload.name, std::string(name(error.code)), error.message, error.hint, {}});
    });
    return failed(std::move(out), aside ? error : aside.error());
  }
  const auto put = service.write([&](Store& store) { return store.put(*reading); });
  if (!put) return failed(std::move(out), put.error());
  if (put->what == Stored::unchanged) out.state = FileState::known;
  out.items = put->items;
  out.document = digest;
  return out;
}

void import_all(Service& service, const std::string& job, std::vector<Upload> uploads) {
  for (std::size_t i = 0; i < uploads.size(); ++i) {
    service.jobs().update(job, i, {uploads[i].name, FileState::reading, 0, {}, {}, {}});
    service.jobs().update(job, i, import_one(service, std::move(uploads[i])));
  }
  service.jobs().end(job);
}

}  // namespace

Result<std::string> import_files(Service& service, const std::string& user,
                                 std::vector<Upload> uploads) {
  std::vector<std::string> names;
  for (const Upload& upload : uploads) names.push_back(upload.name);
  const std::string job = service.jobs().open(user, service.now(), std::move(names));
  auto files = std::make_shared<std::vector<Upload>>(std::move(uploads));
  const bool posted = service.importer().post(
      [&service, job, files] { import_all(service, job, std::move(*files)); }, 16);
  if (!posted) {
    service.jobs().end(job);
    return fail(Code::conflict, "等待导入的文件太多", {}, "等前面的导入结束后再上传");
  }
  return job;
}

}  // namespace guanlan::serve
