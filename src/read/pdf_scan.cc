#include "read/pdf_scan.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/ocr.h"
#include "read/poppler.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kFewLetters = 40;  // a stamp or a scanner's mark beside a picture
constexpr float kMostOfPage = 0.5F;        // covered by pictures: a scan

enum class Text { good, few, none, rubbish };

Text judge(const PageWords& page) {
  std::uint32_t letters = 0;
  for (const auto& word : page.words) letters += std::uint32_t{word.wide} + word.narrow;
  if (letters == 0) return Text::none;
  std::uint32_t odd = 0;
  for (std::size_t at = 0; at < page.text.size();) {
    const auto [cp, size] = utf8::decode(page.text, at);
    const bool is_private = cp >= 0xE000 && cp <= 0xF8FF;
    if (is_private || cp == 0xFFFD || utf8::is_invisible(cp)) ++odd;
    at += size;
  }
  if (odd * 3 > letters) return Text::rubbish;
  return letters <= kFewLetters ? Text::few : Text::good;
}

// Of the pages with few letters, keeps those that a picture covers.
void keep_pictures(const AnonymousFile& file, const ReadOptions& options,
                   const std::vector<PageInput>& pages, std::vector<std::size_t>& few) {
  if (few.empty()) return;
  const PageRange range{pages[few.front()].words.page, pages[few.back()].words.page};
  const auto areas = pdf_image_areas(file, range, options);
  std::erase_if(few, [&](std::size_t i) {
    const auto& page = pages[i].words;
    const auto area = areas[static_cast<std::size_t>(page.page - range.first)];
    return area < kMostOfPage * page.width * page.height;
  });
}

std::string page_list(const std::vector<PageInput>& pages, const std::vector<std::size_t>& some) {
  constexpr std::size_t kMost = 20;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, some.size()); ++i)
    out += fmt::format("{}{}", i > 0 ? "、" : "", pages[some[i]].words.page);
  return some.size() > kMost ? out + " 等" : out;
}

}  // namespace

Result<void> read_scanned_pages(const AnonymousFile& file, const ReadOptions& options,
                                std::vector<PageInput>& pages, Source& source) {
  std::vector<std::size_t> scans, few;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto text = judge(pages[i].words);
    if (text == Text::few) few.push_back(i);
    if (text == Text::none || text == Text::rubbish) scans.push_back(i);
  }
  keep_pictures(file, options, pages, few);
  scans.insert(scans.end(), few.begin(), few.end());
  std::sort(scans.begin(), scans.end());
  if (scans.empty()) return {};
  const bool all = scans.size() == pages.size();
  if (!options.ocr) {
    if (all) return fail(Code::unsupported, "PDF 没有文字层，而识别已关闭", {}, "打开 ocr 选项");
    source.warnings.push_back(
        fmt::format("第 {} 页没有文字层，识别已关闭，未读入", page_list(pages, scans)));
    return {};
  }
  std::vector<ScannedPage> wanted;
  for (const auto i : scans)
    wanted.push_back({pages[i].words.page, pages[i].words.width, pages[i].words.height});
  auto recognised = recognise(file, wanted, options);
  if (!recognised) {
    if (all) return tl::unexpected(recognised.error());
    source.warnings.push_back(fmt::format("第 {} 页没有文字层，未能识别：{}（{}）",
                                          page_list(pages, scans), recognised.error().message,
                                          recognised.error().hint));
    return {};
  }
  for (auto& page : recognised->pages) {
    const auto at = std::find_if(scans.begin(), scans.end(), [&](std::size_t i) {
      return pages[i].words.page == page.words.page;
    });
    if (at != scans.end() && !page.words.words.empty()) pages[*at] = std::move(page);
  }
  source.warnings.insert(source.warnings.end(), recognised->warnings.begin(),
                         recognised->warnings.end());
  if (all) source.format = Format::scan;
  return {};
}

}  // namespace guanlan
