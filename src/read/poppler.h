// The tools of poppler-utils, each as a limited child (child.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guanlan/source.h"
#include "read/child.h"
#include "read/word.h"

namespace guanlan {

struct PdfInfo {
  int pages = 0;
  std::string title;
};

// Errors: unsupported (password), damaged (no page can be found).
[[nodiscard]] Result<PdfInfo> pdf_info(const AnonymousFile& file, const ReadOptions& options);

// An inclusive range of pages, counted from 1.
struct PageRange {
  int first = 1, last = 1;
};

struct PdfWords {
  std::vector<PageWords> pages;
  std::string trouble;  // why pages at the end are missing; empty: none are
};
[[nodiscard]] Result<PdfWords> pdf_words(const AnonymousFile& file, PageRange range,
                                         const ReadOptions& options);

// Pages as grey images (raster.h), one after the other. `smooth`: for recognition, not for lines.
[[nodiscard]] Result<std::string> pdf_images(const AnonymousFile& file, PageRange range, int dpi,
                                             bool smooth, const ReadOptions& options);

}  // namespace guanlan
