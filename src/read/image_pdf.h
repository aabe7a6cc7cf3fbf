// An image file as a PDF around it, so that poppler can bring it to the size that recognition
// likes. The compressed data are taken over as they are; nothing is decoded here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanlan {

struct ImagePdf {
  std::string bytes;
  int pages = 1;     // a long screenshot is cut into strips, each a page
  float width = 0;   // points, of each page
  float height = 0;  // points, of each page
  float step = 0;    // points from the top of one strip to the top of the next; they overlap
};

// JPEG (baseline and progressive, upright by its Exif orientation) and PNG without alpha and
// interlacing. nullopt: another format, or a header that makes no sense.
[[nodiscard]] std::optional<ImagePdf> wrap_image(std::string_view bytes);

}  // namespace guanlan
