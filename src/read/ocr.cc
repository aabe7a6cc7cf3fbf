#include "read/ocr.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <optional>

#include "read/geometry.h"
#include "read/poppler.h"
#include "read/raster.h"
#include "text/utf8_check.h"

namespace guanlan {
namespace {

// Measured on four pages of a 200 dpi office scan, characters wrong: chi_sim at 250 / 300 / 350 /
// 400 dpi 2.1 / 1.7 / 2.1 / 2.3 %, at the scan's own 200 dpi above 6 %; chi_sim+eng 5.7 % and twice
// the time; --psm 6 loses whole lines beside frames; Sauvola thresholds lose lines on grey.
constexpr int kDpi = 300;
constexpr int kMaxSide = 6000;           // pixels
constexpr std::size_t kMaxPages = 300;   // recognised in one document
constexpr float kErase = 40;             // points; rulings from this length are not strokes of letters
constexpr float kPageWidth = 595;        // points; what an image without a size is taken for

Child tesseract(const AnonymousFile& image, const ReadOptions& options) {
  Child child;
  child.program = "tesseract";
  child.arguments = {"stdin", "stdout", "-l", "chi_sim", "--psm", "3", "-c",
                     "tessedit_do_invert=0", "-c", "tessedit_create_tsv=1"};
  child.environment = {"OMP_THREAD_LIMIT=1"};
  child.input = &image;
  child.limits.seconds = options.seconds * 4;  // other work may share the processors
  child.limits.cpu_seconds = options.seconds;
  return child;
}

Result<std::string> run_tesseract(const AnonymousFile& image, const ReadOptions& options) {
  const auto child = tesseract(image, options);
  auto output = run(child);
  if (!output) return tl::unexpected(output.error());
  if (output->err.find("Failed loading language") != std::string::npos) {
    return fail(Code::unsupported, "tesseract 没有中文识别数据 chi_sim", {},
                "apt install tesseract-ocr-chi-sim");
  }
  if (!output->ok()) return fail(Code::damaged, describe(child, *output));
  if (utf8::is_valid(output->out)) return std::move(output->out);
  std::string text;
  utf8::append_repaired(text, output->out);
  return text;
}

// Paints rulings and frames white: beside them tesseract sees letters that are not there.
void erase(const Rulings& rulings, float scale, int width, int height, std::string& pixels,
           std::size_t offset) {
  const int half = static_cast<int>(std::lround(1.5F / scale));
  const auto paint = [&](int x0, int y0, int x1, int y1) {
    x0 = std::clamp(x0, 0, width), x1 = std::clamp(x1, x0, width);
    y0 = std::clamp(y0, 0, height), y1 = std::clamp(y1, y0, height);
    for (int y = y0; y < y1; ++y) {
      const auto row = offset + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
      std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(row) + x0, x1 - x0, '\xFF');
    }
  };
  for (const auto& r : rulings.horizontal) {
    if (r.to - r.from < kErase) continue;
    const int at = static_cast<int>(r.at / scale);
    paint(static_cast<int>(r.from / scale), at - half, static_cast<int>(r.to / scale), at + half);
  }
  for (const auto& r : rulings.vertical) {
    if (r.to - r.from < kErase) continue;
    const int at = static_cast<int>(r.at / scale);
    paint(at - half, static_cast<int>(r.from / scale), at + half, static_cast<int>(r.to / scale));
  }
}

Result<PageInput> recognise_page(const AnonymousFile& pdf, const ScannedPage& page,
                                 const ReadOptions& options) {
  const float side = std::max({page.width, page.height, 1.F}) / 72;  // inches
  const int dpi = std::clamp(static_cast<int>(kMaxSide / side), 20, kDpi);
  auto rendered = pdf_images(pdf, {page.page, page.page}, dpi, true, options);
  if (!rendered) return tl::unexpected(rendered.error());
  const auto images = parse_pgm(*rendered);
  if (images.empty()) return fail(Code::damaged, "pdftoppm 没有给出图像");
  PageInput out;
  out.words.page = page.page;
  out.words.width = page.width;
  out.words.height = page.height;
  out.words.recognised = true;
  if (is_blank(images[0])) return out;
  const float scale = 72.F / static_cast<float>(dpi);
  out.rulings = find_rulings(images[0], scale);
  const auto offset = static_cast<std::size_t>(images[0].pixels.data() - rendered->data());
  erase(out.rulings, scale, images[0].width, images[0].height, *rendered, offset);
  const auto file = AnonymousFile::with(*rendered);
  if (!file) return tl::unexpected(file.error());
  const auto tsv = run_tesseract(*file, options);
  if (!tsv) return tl::unexpected(tsv.error());
  auto recognised = parse_recognised(*tsv, scale);
  if (recognised.empty()) return out;
  out.words = std::move(recognised.front());
  out.words.page = page.page;
  return out;
}

}  // namespace

Result<Recognised> recognise(const AnonymousFile& pdf, const std::vector<ScannedPage>& pages,
                             const ReadOptions& options) {
  const auto count = std::min(pages.size(), kMaxPages);
  std::vector<std::optional<Result<PageInput>>> results(count);
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stop = false;
  const auto work = [&] {
    for (auto i = next++; i < count && !stop; i = next++) {
      results[i] = recognise_page(pdf, pages[i], options);
      const bool hopeless = !*results[i] && results[i]->error().code != Code::damaged;
      if (hopeless) stop = true;
    }
  };
  auto second = std::async(std::launch::async, work);
  work();
  second.get();
  Recognised out;
  for (std::size_t i = 0; i < count; ++i) {
    if (!results[i]) continue;
    auto& result = *results[i];
    if (!result && result.error().code != Code::damaged) return tl::unexpected(result.error());
    if (result) {
      out.pages.push_back(std::move(*result));
    } else {
      out.warnings.push_back(fmt::format("第 {} 页未能识别：{}", pages[i].page, result.error().message));
    }
  }
  if (pages.size() > count)
    out.warnings.push_back(fmt::format("只识别了前 {} 页扫描页，共 {} 页", count, pages.size()));
  return out;
}

Result<Recognised> recognise_image(const AnonymousFile& image, const ReadOptions& options) {
  const auto tsv = run_tesseract(image, options);
  if (!tsv) return tl::unexpected(tsv.error());
  Recognised out;
  for (auto& page : parse_recognised(*tsv, 1)) {
    if (page.width > 0) rescale(page, kPageWidth / page.width);
    out.pages.push_back({std::move(page), {}});
  }
  return out;
}

}  // namespace guanlan
