// A page of a stored PDF, scan or picture as it looks, and where stretches of its text stand on it.
//
// Pictures are made by pdftoppm as a limited child process, like all that reads untrusted files.
// Free functions without state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

struct PagePicture {
  std::string png;
  float width = 0, height = 0;  // of the page in points, as Source::boxes count them
};

// Pages count from 1. Errors: unsupported (neither PDF nor picture, or the tools are not
// installed), not_found (there is no such page), damaged (it cannot be drawn), io.
[[nodiscard]] Result<PagePicture> page_picture(std::string_view bytes, int page,
                                               const ReadOptions& options = {});

// Where a stretch of Source::raw stands on a page, in points: a box a line. A line's box is cut to
// the characters that are meant as if all wide ones were equally wide and the others half of that.
[[nodiscard]] std::vector<Box> boxes_of(const Source& source, int page, Span span);

}  // namespace guanlan
