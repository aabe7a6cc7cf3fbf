// The tools of poppler-utils, and qpdf, each as a limited child (child.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guanlan/source.h"
#include "read/bookmarks.h"
#include "read/child.h"
#include "read/word.h"

namespace guanlan {

struct PdfInfo {
  int pages = 0;
  std::string title;
};

// Errors: unsupported (password), damaged (no page can be found).
[[nodiscard]] Result<PdfInfo> pdf_info(const AnonymousFile& file, const ReadOptions& options);

struct PageSize {
  float width = 0, height = 0;  // points, as it is shown
};
// Of a page, counted from 1. Errors: not_found, unsupported (password), damaged.
[[nodiscard]] Result<PageSize> pdf_page_size(const AnonymousFile& file, int page,
                                             const ReadOptions& options);

// An inclusive range of pages, counted from 1.
struct PageRange {
  int first = 1, last = 1;
};

struct PdfWords {
  std::vector<PageWords> pages;
  std::vector<Bookmark> bookmarks;
  std::string trouble;  // why pages at the end are missing; empty: none are
};
[[nodiscard]] Result<PdfWords> pdf_words(const AnonymousFile& file, PageRange range,
                                         const ReadOptions& options);

// Fonts of the text (typeface.h) and the outline (bookmarks.h) as XML; empty if it cannot be had.
[[nodiscard]] std::string pdf_fonts(const AnonymousFile& file, PageRange range,
                                    const ReadOptions& options);

// Pages as grey images (raster.h), one after the other. `smooth`: for recognition, not for lines.
[[nodiscard]] Result<std::string> pdf_images(const AnonymousFile& file, PageRange range, int dpi,
                                             bool smooth, const ReadOptions& options);

// The area in square points that images cover on each page of the range; index 0 is its first.
[[nodiscard]] std::vector<float> pdf_image_areas(const AnonymousFile& file, PageRange range,
                                                 const ReadOptions& options);

// The file as qpdf mends it; empty if qpdf is not installed or cannot.
[[nodiscard]] std::string mend_pdf(const AnonymousFile& file, const ReadOptions& options);

}  // namespace guanlan
