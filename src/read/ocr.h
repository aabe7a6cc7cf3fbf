// OCR: pages without a text layer are rendered and recognised by tesseract, a limited child.
#pragma once

#include <vector>

#include "guanlan/source.h"
#include "read/child.h"
#include "read/page_source.h"

namespace guanlan {

struct ScannedPage {
  int page = 1;                 // of the PDF
  float width = 0, height = 0;  // points
};

struct Recognised {
  std::vector<PageInput> pages;       // those that were read, in order; blank ones have no words
  std::vector<std::string> warnings;  // pages that were given up, and why
};

// Recognises pages of a PDF, two at a time. Each page has ReadOptions::seconds of processor time.
// Errors: unsupported (tesseract, its Chinese data or poppler not installed), io.
[[nodiscard]] Result<Recognised> recognise(const AnonymousFile& pdf,
                                           const std::vector<ScannedPage>& pages,
                                           const ReadOptions& options);

// Recognises an image file that tesseract reads itself (TIFF, BMP, WebP …), all of its pages.
[[nodiscard]] Result<Recognised> recognise_image(const AnonymousFile& image,
                                                 const ReadOptions& options);

}  // namespace guanlan
