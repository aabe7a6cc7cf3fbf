#include "read/image.h"

#include <algorithm>

#include "read/image_pdf.h"
#include "read/ocr.h"

namespace guanlan {
namespace {

// Puts the strips of a long image together again: a line that begins within the step belongs to
// its strip, and the next one, which shows it again or shows its lower half, leaves it out.
PageInput stitch(std::vector<PageInput> strips, float step) {
  PageInput all;
  all.words.recognised = true;
  float reached = 0;  // the bottom of what is taken
  for (auto& strip : strips) {
    const float shift = step * static_cast<float>(strip.words.page - 1);
    const float from = reached - shift - 1;
    all.words.width = std::max(all.words.width, strip.words.width);
    all.words.height = shift + strip.words.height;
    for (auto word : strip.words.words) {
      if (word.box.y0 >= step || word.box.y0 < from) continue;
      const auto text = strip.words.of(word);
      word.text.begin = static_cast<std::uint32_t>(all.words.text.size());
      all.words.text += text;
      word.text.end = static_cast<std::uint32_t>(all.words.text.size());
      word.line += static_cast<std::uint32_t>(strip.words.page) << 20;
      word.box.y0 += shift;
      word.box.y1 += shift;
      reached = std::max(reached, word.box.y1);
      all.words.words.push_back(word);
    }
  }
  return all;
}

Result<Recognised> recognise_any(std::string_view bytes, const ReadOptions& options) {
  const auto pdf = wrap_image(bytes);
  const auto file = AnonymousFile::with(pdf ? pdf->bytes : bytes);
  if (!file) return tl::unexpected(file.error());
  if (!pdf) return recognise_image(*file, options);
  std::vector<ScannedPage> pages;
  for (int i = 1; i <= pdf->pages; ++i) pages.push_back({i, pdf->width, pdf->height});
  auto recognised = recognise(*file, pages, options);
  if (recognised && pdf->pages > 1) {
    auto whole = stitch(std::move(recognised->pages), pdf->step);
    recognised->pages.clear();
    recognised->pages.push_back(std::move(whole));
  }
  return recognised;
}

}  // namespace

Result<std::vector<Source>> read_image(std::string_view bytes, std::string_view name,
                                       const ReadOptions& options) {
  if (!options.ocr) {
    return fail(Code::unsupported, "图像需要文字识别，而识别已关闭", std::string(name),
                "打开 ocr 选项");
  }
  auto recognised = recognise_any(bytes, options);
  if (!recognised) return tl::unexpected(recognised.error());
  if (recognised->pages.empty()) {
    return fail(Code::damaged,
                recognised->warnings.empty() ? "图像无法解码" : recognised->warnings.front(),
                std::string(name), "请检查文件是否完整");
  }
  Source source;
  source.name = name;
  source.format = Format::scan;
  source.charset = "UTF-8";
  source.pages = static_cast<int>(recognised->pages.size());
  source.warnings = std::move(recognised->warnings);
  add_pages(recognised->pages, source);
  if (source.lines.empty()) source.warnings.push_back("图像上没有认出文字");
  std::vector<Source> sources;
  sources.push_back(std::move(source));
  return sources;
}

}  // namespace guanlan
