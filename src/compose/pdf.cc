// PDF: the web page printed by WeasyPrint, run as a limited process with a fixed clock.
#include <stdlib.h>

#include "compose/publication.h"
#include "read/child.h"

namespace guanlan::compose {
namespace {

// A folder for the child's temporary files, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string name =
        (std::filesystem::temp_directory_path(error) / "guanlan-pdf-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<std::string> pdf(const Publication& p, const Templates& templates) {
  const auto page = html(p, templates, "page.html");
  if (!page) return tl::unexpected(page.error());
  const TemporaryFolder folder;
  if (folder.path().empty())
    return fail(Code::io, "不能建立临时文件夹", {}, "请检查磁盘空间和写入权限");
  const auto input = AnonymousFile::with(*page);
  if (!input) return tl::unexpected(input.error());
  Child child;
  child.program = "weasyprint";
  child.arguments = {"--encoding", "utf-8", "--quiet", "--pdf-identifier", "guanlan", "-", "-"};
  child.input = &*input;
  child.environment = {"SOURCE_DATE_EPOCH=315532800", "PYTHONHASHSEED=0", "HOME=" + folder.path(),
                       "TMPDIR=" + folder.path()};
  // A yearbook of a thousand items takes minutes, on a busy machine half an hour.
  constexpr int kSeconds = 600, kSecondsForMegabyte = 600;
  child.limits.seconds = kSeconds + static_cast<int>(page->size() >> 20) * kSecondsForMegabyte;
  child.limits.file = 256u << 20;
  child.limits.memory = 4ull << 30;
  auto out = run(child);
  if (!out) return tl::unexpected(std::move(out.error()));
  if (!out->ok() || !out->out.starts_with("%PDF")) {
    return fail(Code::io, "WeasyPrint 未能生成 PDF：" + describe(child, *out), {},
                "先输出 HTML 检查版面");
  }
  return std::move(out->out);
}

}  // namespace guanlan::compose
