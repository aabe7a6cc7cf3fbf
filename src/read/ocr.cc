#include "read/ocr.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <optional>

#include "read/leader.h"
#include "read/poppler.h"
#include "read/raster.h"
#include "text/utf8_check.h"

namespace guanlan {
namespace {

// Measured on four pages of a 200 dpi office scan, characters wrong: chi_sim at 250 / 300 / 350 /
// 400 dpi 2.1 / 1.7 / 2.1 / 2.3 %, at the scan's own 200 dpi above 6 %; chi_sim+eng 5.7 % and twice
// the time; --psm 6 loses whole lines beside frames; Sauvola thresholds lose lines on grey.
constexpr int kDpi = 300;
constexpr int kMaxSide = 6000;          // pixels
constexpr std::size_t kMaxPages = 300;  // recognised in one document
constexpr float kErase = 40;       // points; rulings from this length are not strokes of letters
constexpr float kPageWidth = 595;  // points; what an image without a size is taken for

struct Task {
  const char* languages = "chi_sim";
  const char* segmentation = "3";  // of the page: automatic
  bool digits = false;
};
constexpr Task kPage;
constexpr Task kContents{"chi_sim", "6", false};  // one block: automatic loses every fifth line
constexpr Task kNumbers{"eng", "6", true};

Result<std::string> run_tesseract(const AnonymousFile& image, const Task& task,
                                  const ReadOptions& options) {
  Child child;
  child.program = "tesseract";
  child.arguments = {"stdin", "stdout", "-l", task.languages, "--psm", task.segmentation};
  const auto set = [&](const char* setting) {
    child.arguments.insert(child.arguments.end(), {"-c", setting});
  };
  set("tessedit_create_tsv=1");
  set("tessedit_do_invert=0");
  if (task.digits) set("tessedit_char_whitelist=0123456789");
  child.environment = {"OMP_THREAD_LIMIT=1"};
  child.input = &image;
  child.limits.seconds = options.seconds * 12;  // a busy machine is no fault of the page
  child.limits.cpu_seconds = options.seconds;
  auto output = run(child);
  if (!output) return tl::unexpected(output.error());
  if (output->err.find("Failed loading language") != std::string::npos) {
    return fail(Code::unsupported, fmt::format("tesseract 没有识别数据 {}", task.languages), {},
                "apt install tesseract-ocr-chi-sim");
  }
  if (!output->ok()) return fail(Code::damaged, describe(child, *output));
  if (utf8::is_valid(output->out)) return std::move(output->out);
  std::string text;
  utf8::append_repaired(text, output->out);
  return text;
}

// Paints white what tesseract would see letters in: rulings, frames, dot leaders.
class Eraser {
 public:
  Eraser(std::string& pgm, const GrayImage& image, float scale)
      : pixels_(pgm.data() + (image.pixels.data() - pgm.data())),
        width_(image.width),
        height_(image.height),
        scale_(scale) {}

  void erase(const Box& box) {
    const int x0 = pixel(box.x0 - kAround, width_), x1 = pixel(box.x1 + kAround, width_);
    const int y0 = pixel(box.y0 - kAround, height_), y1 = pixel(box.y1 + kAround, height_);
    for (int y = y0; y < y1; ++y)
      std::fill_n(pixels_ + static_cast<std::ptrdiff_t>(y) * width_ + x0, x1 - x0, '\xFF');
  }

 private:
  static constexpr float kAround = 1.3F;  // points
  [[nodiscard]] int pixel(float at, int most) const {
    return std::clamp(static_cast<int>(std::lround(at / scale_)), 0, most);
  }
  char* pixels_;
  int width_, height_;
  float scale_;
};

void erase_all(const Rulings& rulings, const std::vector<Box>& leaders, Eraser eraser) {
  for (const auto& r : rulings.horizontal) {
    if (r.to - r.from >= kErase) eraser.erase({r.from, r.at, r.to, r.at});
  }
  for (const auto& r : rulings.vertical) {
    if (r.to - r.from >= kErase) eraser.erase({r.at, r.from, r.at, r.to});
  }
  for (const auto& leader : leaders) eraser.erase(leader);
}

// Recognises a column of page numbers, in page coordinates. Lone digits beside a page of text are
// what recognition of the whole page loses first.
PageWords read_numbers(const GrayImage& image, const Box& column, float scale,
                       const ReadOptions& options) {
  const auto pixel = [&](float at) { return static_cast<int>(std::lround(at / scale)); };
  const auto file = AnonymousFile::with(
      cut_pgm(image, pixel(column.x0), pixel(column.y0), pixel(column.x1), pixel(column.y1)));
  if (!file) return {};
  const auto tsv = run_tesseract(*file, kNumbers, options);
  if (!tsv) return {};
  auto pages = parse_recognised(*tsv, scale);
  if (pages.empty()) return {};
  for (auto& word : pages.front().words) {
    word.box.x0 += column.x0, word.box.x1 += column.x0;
    word.box.y0 += column.y0, word.box.y1 += column.y0;
  }
  return std::move(pages.front());
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
  const auto leaders = find_leaders(images[0], scale);
  erase_all(out.rulings, leaders, Eraser(*rendered, images[0], scale));
  const bool contents = leaders.size() >= kContentsLeaders;
  const auto file = AnonymousFile::with(*rendered);
  if (!file) return tl::unexpected(file.error());
  const auto tsv = run_tesseract(*file, contents ? kContents : kPage, options);
  if (!tsv) return tl::unexpected(tsv.error());
  auto recognised = parse_recognised(*tsv, scale);
  if (recognised.empty()) return out;
  out.words = std::move(recognised.front());
  out.words.page = page.page;
  PageWords numbers;
  if (contents)
    numbers = read_numbers(images[0], number_column(leaders, out.words), scale, options);
  add_leaders(leaders, numbers, out.words);
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
      out.warnings.push_back(
          fmt::format("第 {} 页未能识别：{}", pages[i].page, result.error().message));
    }
  }
  if (pages.size() > count)
    out.warnings.push_back(fmt::format("只识别了前 {} 页扫描页，共 {} 页", count, pages.size()));
  return out;
}

Result<Recognised> recognise_image(const AnonymousFile& image, const ReadOptions& options) {
  const auto tsv = run_tesseract(image, kPage, options);
  if (!tsv) return tl::unexpected(tsv.error());
  Recognised out;
  for (auto& page : parse_recognised(*tsv, 1)) {
    if (page.width > 0) rescale(page, kPageWidth / page.width);
    out.pages.push_back({std::move(page), {}, {}});
  }
  return out;
}

}  // namespace guanlan
