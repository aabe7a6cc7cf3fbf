// PDF: the web page printed by WeasyPrint, run as a limited process with a fixed clock.
#include "compose/publication.h"
#include "read/child.h"

namespace guanlan::compose {

Result<std::string> pdf(const Publication& p, const Templates& templates) {
  const auto page = html(p, templates, "page.html");
  if (!page) return tl::unexpected(page.error());
  const auto input = AnonymousFile::with(*page);
  if (!input) return tl::unexpected(input.error());
  Child child;
  child.program = "weasyprint";
  child.arguments = {"--encoding", "utf-8", "--quiet", "--pdf-identifier", "guanlan", "-", "-"};
  child.input = &*input;
  child.environment = {"SOURCE_DATE_EPOCH=315532800", "PYTHONHASHSEED=0", "HOME=/nonexistent"};
  child.limits.seconds = 600;
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
