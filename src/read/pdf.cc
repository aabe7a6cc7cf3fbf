#include "read/pdf.h"

#include <fmt/core.h>

#include "read/child.h"
#include "read/page_source.h"
#include "read/word.h"

namespace guanlan {
namespace {

Child pdftotext(const AnonymousFile& file, const ReadOptions& options) {
  Child child;
  child.program = "pdftotext";
  child.arguments = {"-tsv", "-l", fmt::format("{}", options.max_pages), "/dev/stdin", "-"};
  child.input = &file;
  child.limits.seconds = options.seconds;
  return child;
}

}  // namespace

Result<std::vector<Source>> read_pdf(std::string_view bytes, std::string_view name,
                                     const ReadOptions& options) {
  const auto file = AnonymousFile::with(bytes);
  if (!file) return tl::unexpected(file.error());
  const auto child = pdftotext(*file, options);
  const auto output = run(child);
  if (!output) return tl::unexpected(output.error());
  if (!output->ok()) return fail(Code::damaged, describe(child, *output), std::string(name));
  const auto pages = parse_words(output->out);
  Source source;
  source.name = name;
  source.format = Format::pdf;
  source.charset = "UTF-8";
  source.pages = static_cast<int>(pages.size());
  add_pages(pages, source);
  std::vector<Source> sources;
  sources.push_back(std::move(source));
  return sources;
}

}  // namespace guanlan
