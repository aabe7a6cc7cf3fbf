#include "read/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <unordered_map>

#include "read/page_source.h"
#include "read/pdf_scan.h"
#include "read/poppler.h"
#include "read/raster.h"
#include "read/typeface.h"

namespace guanlan {
namespace {

constexpr int kRulingDpi = 72;        // lines are a pixel wide or more at any resolution
constexpr int kSplitFrom = 8;         // pages from which two children are faster than one
constexpr int kMaxRulingPages = 400;  // rendered in one document
constexpr int kMaxFontPages = 1000;   // in longer documents sizes alone tell headings
constexpr int kRenderedAtOnce = 24;

bool is_cut_off(std::string_view bytes) {
  constexpr std::size_t kTail = 2048;
  const auto tail = bytes.substr(bytes.size() - std::min(kTail, bytes.size()));
  return tail.find("%%EOF") == std::string_view::npos;
}

// A PDF that poppler can open: as given, or as qpdf mends it.
struct Opened {
  AnonymousFile file;
  PdfInfo info;
};

Result<Opened> open(std::string_view bytes, const ReadOptions& options,
                    std::vector<std::string>& warnings) {
  auto file = AnonymousFile::with(bytes);
  if (!file) return tl::unexpected(file.error());
  auto info = pdf_info(*file, options);
  if (info && info->pages > 0) {
    if (is_cut_off(bytes)) warnings.push_back("文件末尾缺少 %%EOF，可能没有下载完整");
    return Opened{std::move(*file), std::move(*info)};
  }
  if (!info && info.error().code != Code::damaged) return tl::unexpected(info.error());
  const auto mended = mend_pdf(*file, options);
  if (!mended.empty()) {
    auto again = AnonymousFile::with(mended);
    if (!again) return tl::unexpected(again.error());
    auto mended_info = pdf_info(*again, options);
    if (mended_info && mended_info->pages > 0) {
      warnings.push_back("PDF 已损坏，由 qpdf 修复后读入，可能缺页");
      return Opened{std::move(*again), std::move(*mended_info)};
    }
  }
  if (is_cut_off(bytes)) {
    return fail(Code::damaged, "PDF 不完整：末尾的交叉引用表缺失，找不到任何一页", {},
                "请重新下载或复制文件");
  }
  if (info) return fail(Code::damaged, "PDF 里没有页面", {}, "请检查文件");
  return fail(Code::damaged, "PDF 已损坏，找不到任何一页", info.error().message,
              "请重新下载，或从原件另存");
}

// Cuts a range in two halves for two children at a time.
std::vector<PageRange> halves(PageRange range) {
  if (range.last - range.first + 1 < kSplitFrom) return {range};
  const int middle = (range.first + range.last) / 2;
  return {{range.first, middle}, {middle + 1, range.last}};
}

Result<PdfWords> all_words(const AnonymousFile& file, int pages, const ReadOptions& options) {
  std::vector<std::future<Result<PdfWords>>> parts;
  for (const auto range : halves({1, pages})) {
    parts.push_back(std::async(std::launch::async, [&file, range, &options, pages] {
      auto words = pdf_words(file, range, options);
      if (words && pages <= kMaxFontPages) {
        const auto fonts = pdf_fonts(file, range, options);
        mark_bold(fonts, words->pages);
        if (range.first == 1) words->bookmarks = parse_bookmarks(fonts);
      }
      return words;
    }));
  }
  PdfWords all;
  for (auto& part : parts) {
    auto words = part.get();
    if (!words) return words;
    if (all.trouble.empty()) all.trouble = words->trouble;
    if (all.bookmarks.empty()) all.bookmarks = std::move(words->bookmarks);
    all.pages.insert(all.pages.end(), std::make_move_iterator(words->pages.begin()),
                     std::make_move_iterator(words->pages.end()));
  }
  return all;
}

// Ranges [first, last) of pages, standing one after the other, on which tables are likely.
std::vector<std::pair<std::size_t, std::size_t>> table_ranges(const std::vector<PageInput>& pages) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  int count = 0;
  for (std::size_t i = 0; i < pages.size() && count < kMaxRulingPages; ++i) {
    if (pages[i].words.recognised || !may_hold_table(pages[i].words)) continue;
    const bool joins = !ranges.empty() && ranges.back().second == i &&
                       i - ranges.back().first < kRenderedAtOnce &&
                       pages[i].words.page == pages[i - 1].words.page + 1;
    if (!joins) ranges.emplace_back(i, i);
    ranges.back().second = i + 1;
    ++count;
  }
  return ranges;
}

void add_rulings(const AnonymousFile& file, const ReadOptions& options,
                 std::vector<PageInput>& pages) {
  const auto ranges = table_ranges(pages);
  const auto work = [&](std::size_t from) {
    for (auto r = from; r < ranges.size(); r += 2) {
      const auto [first, last] = ranges[r];
      const auto images = pdf_images(file, {pages[first].words.page, pages[last - 1].words.page},
                                     kRulingDpi, false, options);
      if (!images) continue;
      const auto pgm = parse_pgm(*images);
      for (std::size_t i = 0; i < pgm.size() && first + i < last; ++i)
        pages[first + i].rulings = find_rulings(pgm[i], 72.F / kRulingDpi);
    }
  };
  if (ranges.empty()) return;
  auto second = std::async(std::launch::async, work, 1U);
  work(0);
  second.get();
}

// Each to the page that it leads to.
void lay_bookmarks(std::vector<Bookmark> bookmarks, std::vector<PageInput>& pages) {
  std::unordered_map<int, PageInput*> at;
  for (auto& page : pages) at[page.words.page] = &page;
  for (auto& bookmark : bookmarks) {
    const auto page = at.find(bookmark.page);
    if (page != at.end()) page->second->bookmarks.push_back(std::move(bookmark));
  }
}

void warn_of_missing_pages(const PdfWords& words, int pages, const ReadOptions& options,
                           Source& source) {
  if (pages > options.max_pages)
    source.warnings.push_back(
        fmt::format("共 {} 页，只读入前 {} 页（max_pages）", pages, options.max_pages));
  const auto wanted = static_cast<std::size_t>(std::min(pages, options.max_pages));
  if (!words.trouble.empty() || words.pages.size() < wanted)
    source.warnings.push_back(
        fmt::format("{} 页中只读出 {} 页：{}", wanted, words.pages.size(), words.trouble));
}

}  // namespace

Result<std::vector<Source>> read_pdf(std::string_view bytes, std::string_view name,
                                     const ReadOptions& options) {
  Source source;
  source.name = name;
  source.format = Format::pdf;
  source.charset = "UTF-8";
  auto pdf = open(bytes, options, source.warnings);
  if (!pdf) return tl::unexpected(pdf.error());
  source.title = pdf->info.title;
  source.pages = pdf->info.pages;
  auto words = all_words(pdf->file, std::min(source.pages, options.max_pages), options);
  if (!words) return tl::unexpected(words.error());
  if (words->pages.empty())
    return fail(Code::damaged, "PDF 的页面读不出来", words->trouble, "请重新下载，或从原件另存");
  warn_of_missing_pages(*words, source.pages, options, source);
  settle_sizes(words->pages);
  std::vector<PageInput> pages;
  for (auto& page : words->pages) pages.push_back({std::move(page), {}, {}});
  lay_bookmarks(std::move(words->bookmarks), pages);
  const auto scanned = read_scanned_pages(pdf->file, options, pages, source);
  if (!scanned) return tl::unexpected(scanned.error());
  add_rulings(pdf->file, options, pages);
  add_pages(pages, source);
  if (source.lines.empty())
    return fail(Code::unsupported, "PDF 里没有可读的文字",
                source.warnings.empty() ? std::string() : source.warnings.front(),
                "页面是空白的，或文字太模糊");
  std::vector<Source> sources;
  sources.push_back(std::move(source));
  return sources;
}

}  // namespace guanlan
