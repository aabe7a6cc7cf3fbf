// Grey images of pages, as pdftoppm writes them (PGM, P5).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

struct GrayImage {
  int width = 0, height = 0;
  std::string_view pixels;  // width × height bytes, 0 is black; into the text parsed

  [[nodiscard]] int at(int x, int y) const {
    return static_cast<unsigned char>(
        pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x)]);
  }
};

// Images that stand one after the other; stops at the first that is not whole.
[[nodiscard]] std::vector<GrayImage> parse_pgm(std::string_view bytes);

// A part of an image as a PGM file of its own; the part is clipped to the image.
[[nodiscard]] std::string cut_pgm(const GrayImage& image, int x0, int y0, int x1, int y1);

// Whether there is anything to read: some hundredths of a percent of the pixels are dark.
[[nodiscard]] bool is_blank(const GrayImage& image);

}  // namespace guanlan
