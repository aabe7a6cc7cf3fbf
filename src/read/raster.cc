#include "read/raster.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guanlan {
namespace {

constexpr int kMaxSide = 30000;

// The next decimal number of a header; -1 if there is none.
int header_number(std::string_view& bytes) {
  const auto digit = bytes.find_first_not_of(" \t\r\n");
  if (digit == std::string_view::npos) return -1;
  bytes.remove_prefix(digit);
  int value = -1;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
  if (error != std::errc{}) return -1;
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()));
  return value;
}

}  // namespace

std::vector<GrayImage> parse_pgm(std::string_view bytes) {
  std::vector<GrayImage> images;
  while (bytes.starts_with("P5")) {
    bytes.remove_prefix(2);
    GrayImage image;
    image.width = header_number(bytes);
    image.height = header_number(bytes);
    const int white = header_number(bytes);
    if (image.width <= 0 || image.width > kMaxSide || image.height <= 0 ||
        image.height > kMaxSide || white != 255 || bytes.empty())
      break;
    bytes.remove_prefix(1);
    const auto size =
        static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (bytes.size() < size) break;
    image.pixels = bytes.substr(0, size);
    bytes.remove_prefix(size);
    images.push_back(image);
  }
  return images;
}

std::string cut_pgm(const GrayImage& image, int x0, int y0, int x1, int y1) {
  x0 = std::clamp(x0, 0, image.width), x1 = std::clamp(x1, x0, image.width);
  y0 = std::clamp(y0, 0, image.height), y1 = std::clamp(y1, y0, image.height);
  std::string out = fmt::format("P5\n{} {}\n255\n", x1 - x0, y1 - y0);
  for (int y = y0; y < y1; ++y) {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width);
    out +=
        image.pixels.substr(row + static_cast<std::size_t>(x0), static_cast<std::size_t>(x1 - x0));
  }
  return out;
}

bool is_blank(const GrayImage& image) {
  constexpr std::size_t kShare = 5000;  // one pixel in so many
  const auto dark = std::count_if(image.pixels.begin(), image.pixels.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < 128; });
  return static_cast<std::size_t>(dark) * kShare < image.pixels.size();
}

}  // namespace guanlan
