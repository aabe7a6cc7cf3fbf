#include "guanlan/page_picture.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/image_pdf.h"
#include "read/poppler.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr int kLongSide = 1800;  // pixels

Child drawing(const AnonymousFile& file, int page, const ReadOptions& options) {
  Child out;
  out.program = "pdftoppm";
  const std::string number = fmt::format("{}", page);
  out.arguments = {"-q", "-png", "-scale-to", fmt::format("{}", kLongSide), "-f", number,
                   "-l", number, "/dev/stdin"};
  out.input = &file;
  out.limits.seconds = options.seconds;
  out.limits.output = 32u << 20;
  return out;
}

// Columns that a text takes: two for what is wide.
int columns(std::string_view text) {
  int out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [cp, size] = utf8::decode(text, at);
    out += cp < 0x1100 ? 1 : 2;
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

}  // namespace

Result<PagePicture> page_picture(std::string_view bytes, int page, const ReadOptions& options) {
  constexpr std::size_t kHead = 1024;  // the mark of a PDF may stand behind rubbish
  const bool pdf = bytes.substr(0, kHead).find("%PDF-") != std::string_view::npos;
  const auto picture = pdf ? std::nullopt : wrap_image(bytes);
  if (!pdf && !picture)
    return fail(Code::unsupported, "这个文件没有页面图像", {}, "只有 PDF 和图片才有");
  const auto file = AnonymousFile::with(picture ? std::string_view(picture->bytes) : bytes);
  if (!file) return tl::unexpected(file.error());
  const auto size = pdf_page_size(*file, page, options);
  if (!size) return tl::unexpected(size.error());
  const Child child = drawing(*file, page, options);
  auto output = run(child);
  if (!output) return tl::unexpected(output.error());
  if (!output->ok() || output->out.empty()) return fail(Code::damaged, describe(child, *output));
  return PagePicture{std::move(output->out), size->width, size->height};
}

std::vector<Box> boxes_of(const Source& source, int page, Span span) {
  std::vector<Box> out;
  const std::string_view raw = source.raw;
  for (const Line& line : source.lines) {
    if (line.page != page || line.box < 0 || !line.span.overlaps(span)) continue;
    Box box = source.boxes[static_cast<std::size_t>(line.box)];
    const auto begin = std::max(line.span.begin, span.begin),
               end = std::min(line.span.end, span.end);
    const auto part = [&](std::uint32_t from, std::uint32_t to) {
      return columns(raw.substr(from, to - from));
    };
    const int all = part(line.span.begin, line.span.end);
    if (all == 0) continue;
    const float column = (box.x1 - box.x0) / static_cast<float>(all), left = box.x0;
    box.x0 = left + column * static_cast<float>(part(line.span.begin, begin));
    box.x1 = left + column * static_cast<float>(part(line.span.begin, end));
    out.push_back(box);
  }
  return out;
}

}  // namespace guanlan
