#include "read/pdf.h"

#include <fmt/core.h>

#include <algorithm>
#include <future>

#include "read/page_source.h"
#include "read/poppler.h"
#include "read/raster.h"

namespace guanlan {
namespace {

constexpr int kRulingDpi = 100;
constexpr int kSplitFrom = 8;  // pages from which two children are faster than one

// Cuts a range in two halves for two children at a time.
std::vector<PageRange> halves(PageRange range) {
  if (range.last - range.first + 1 < kSplitFrom) return {range};
  const int middle = (range.first + range.last) / 2;
  return {{range.first, middle}, {middle + 1, range.last}};
}

Result<PdfWords> all_words(const AnonymousFile& file, int pages, const ReadOptions& options) {
  std::vector<std::future<Result<PdfWords>>> parts;
  for (const auto range : halves({1, pages})) {
    parts.push_back(std::async(std::launch::async, [&file, range, &options] {
      return pdf_words(file, range, options);
    }));
  }
  PdfWords all;
  for (auto& part : parts) {
    auto words = part.get();
    if (!words) return words;
    if (all.trouble.empty()) all.trouble = words->trouble;
    all.pages.insert(all.pages.end(), std::make_move_iterator(words->pages.begin()),
                     std::make_move_iterator(words->pages.end()));
  }
  return all;
}

// Looks for rulings on the pages [begin, end) of `pages`, which stand one after the other.
void add_rulings(const AnonymousFile& file, const ReadOptions& options,
                 std::vector<PageInput>& pages, std::size_t begin, std::size_t end) {
  const PageRange range{pages[begin].words.page, pages[end - 1].words.page};
  const auto images = pdf_images(file, range, kRulingDpi, false, options);
  if (!images) return;
  const auto pgm = parse_pgm(*images);
  for (std::size_t i = 0; i < pgm.size() && begin + i < end; ++i)
    pages[begin + i].rulings = find_rulings(pgm[i], 72.F / kRulingDpi);
}

}  // namespace

Result<std::vector<Source>> read_pdf(std::string_view bytes, std::string_view name,
                                     const ReadOptions& options) {
  const auto file = AnonymousFile::with(bytes);
  if (!file) return tl::unexpected(file.error());
  const auto info = pdf_info(*file, options);
  if (!info) return tl::unexpected(info.error());
  auto words = all_words(*file, std::min(info->pages, options.max_pages), options);
  if (!words) return tl::unexpected(words.error());
  settle_sizes(words->pages);
  std::vector<PageInput> pages;
  for (auto& page : words->pages) pages.push_back({std::move(page), {}});
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= pages.size(); ++i) {
    if (i < pages.size() && may_hold_table(pages[i].words)) continue;
    if (begin < i) add_rulings(*file, options, pages, begin, i);
    begin = i + 1;
  }
  Source source;
  source.name = name;
  source.format = Format::pdf;
  source.charset = "UTF-8";
  source.title = info->title;
  source.pages = info->pages;
  add_pages(pages, source);
  std::vector<Source> sources;
  sources.push_back(std::move(source));
  return sources;
}

}  // namespace guanlan
