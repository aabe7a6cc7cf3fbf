#include "read/image_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace guanlan {
namespace {

constexpr float kShortSide = 595;  // points: the short side of A4, unless the image is a strip
constexpr float kLong = 2;         // height to width from which a screenshot is cut
constexpr float kStrip = 842;      // points
constexpr float kOverlap = 60;     // points; more than the highest line
constexpr int kMaxStrips = 60;
constexpr int kMaxPixels = 65500;

struct Picture {
  int width = 0, height = 0;
  int turn = 0;            // degrees clockwise to stand upright
  std::string dictionary;  // of the image object: colours and filter
  std::string data;
};

std::uint32_t big16(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) * 256U + static_cast<unsigned char>(bytes[at + 1]);
}
std::uint32_t big32(std::string_view bytes, std::size_t at) {
  return big16(bytes, at) << 16 | big16(bytes, at + 2);
}

// The orientation (1..8) of an Exif segment; 1 if it has none.
int exif_orientation(std::string_view exif) {
  if (!exif.starts_with(std::string_view("Exif\0\0", 6)) || exif.size() < 14) return 1;
  exif.remove_prefix(6);
  const bool little = exif.starts_with("II");
  const auto u16 = [&](std::size_t at) {
    const auto v = big16(exif, at);
    return little ? (v & 255) << 8 | v >> 8 : v;
  };
  const auto u32 = [&](std::size_t at) {
    return little ? u16(at + 2) << 16 | u16(at) : u16(at) << 16 | u16(at + 2);
  };
  const std::size_t directory = u32(4);
  if (directory > exif.size() || exif.size() - directory < 2) return 1;
  const std::size_t count = u16(directory);
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = directory + 2 + i * 12;
    if (entry + 12 > exif.size()) return 1;
    if (u16(entry) == 0x0112) return static_cast<int>(u16(entry + 8));
  }
  return 1;
}

std::optional<Picture> read_jpeg(std::string_view bytes) {
  Picture picture;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    const auto mark = static_cast<unsigned char>(bytes[at + 1]);
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    if (mark == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    const std::size_t size = big16(bytes, at + 2);
    if (size < 2 || at + 2 + size > bytes.size()) return std::nullopt;
    const auto segment = bytes.substr(at + 4, size - 2);
    if (mark == 0xE1) {
      const int orientation = exif_orientation(segment);
      picture.turn = orientation == 3 ? 180 : orientation == 6 ? 90 : orientation == 8 ? 270 : 0;
    }
    const bool frame = mark >= 0xC0 && mark <= 0xC2;
    if (frame && segment.size() >= 6) {
      picture.height = static_cast<int>(big16(segment, 1));
      picture.width = static_cast<int>(big16(segment, 3));
      const char* colours = segment[5] == 1   ? "/DeviceGray"
                            : segment[5] == 3 ? "/DeviceRGB"
                            : segment[5] == 4 ? "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]"
                                              : nullptr;
      if (colours == nullptr) return std::nullopt;
      picture.dictionary = fmt::format("/ColorSpace{}/BitsPerComponent {}/Filter/DCTDecode",
                                       colours, static_cast<int>(segment[0]));
      picture.data = bytes;
      return picture;
    }
    if (mark == 0xDA) return std::nullopt;
    at += 2 + size;
  }
  return std::nullopt;
}

std::string hexadecimal(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::optional<Picture> read_png(std::string_view bytes) {
  if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  Picture picture;
  picture.width = static_cast<int>(std::min<std::uint32_t>(big32(bytes, 16), 1u << 20));
  picture.height = static_cast<int>(std::min<std::uint32_t>(big32(bytes, 20), 1u << 20));
  const int bits = bytes[24], colour = bytes[25], interlaced = bytes[28];
  if (interlaced != 0 || (colour != 0 && colour != 2 && colour != 3)) return std::nullopt;
  std::string palette;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t size = big32(bytes, at);
    if (size > bytes.size() - at - 12) break;
    const auto kind = bytes.substr(at + 4, 4);
    if (kind == "PLTE" && size <= 768) palette = hexadecimal(bytes.substr(at + 8, size));
    if (kind == "IDAT") picture.data += bytes.substr(at + 8, size);
    at += size + 12;
  }
  if (picture.data.empty() || (colour == 3 && palette.empty())) return std::nullopt;
  const std::string colours =
      colour == 0   ? "/DeviceGray"
      : colour == 2 ? "/DeviceRGB"
                    : fmt::format("[/Indexed/DeviceRGB {}<{}>]", palette.size() / 6 - 1, palette);
  picture.dictionary = fmt::format(
      "/ColorSpace{}/BitsPerComponent {}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {}"
      "/BitsPerComponent {}/Columns {}>>",
      colours, bits, colour == 2 ? 3 : 1, bits, picture.width);
  return picture;
}

class PdfWriter {
 public:
  void object(std::string_view body) {
    begin();
    out_ += body;
    out_ += "\nendobj\n";
  }
  void stream(std::string_view dictionary, std::string_view data) {
    begin();
    out_ += fmt::format("<<{}/Length {}>>stream\n", dictionary, data.size());
    out_ += data;
    out_ += "\nendstream\nendobj\n";
  }
  std::string finish() {
    const auto table = out_.size();
    out_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const auto offset : offsets_) out_ += fmt::format("{:010} 00000 n \n", offset);
    out_ += fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
                        offsets_.size() + 1, table);
    return std::move(out_);
  }

 private:
  void begin() {
    offsets_.push_back(out_.size());
    out_ += fmt::format("{} 0 obj\n", offsets_.size());
  }
  std::string out_ = "%PDF-1.5\n";
  std::vector<std::size_t> offsets_;
};

std::string write_pdf(const Picture& picture, const ImagePdf& plan, float full_height) {
  constexpr int kFirstPage = 5;
  PdfWriter pdf;
  pdf.object("<</Type/Catalog/Pages 2 0 R>>");
  std::string kids;
  for (int i = 0; i < plan.pages; ++i) kids += fmt::format("{} 0 R ", kFirstPage + i);
  pdf.object(fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", plan.pages, kids));
  pdf.stream(fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}{}", picture.width,
                         picture.height, picture.dictionary),
             picture.data);
  const bool lying = picture.turn % 180 != 0;
  const float width = lying ? full_height : plan.width, height = lying ? plan.width : full_height;
  pdf.stream("", fmt::format("{:.3f} 0 0 {:.3f} 0 0 cm/I Do", width, height));
  for (int i = 0; i < plan.pages; ++i) {
    const float top = full_height - static_cast<float>(i) * plan.step;
    const auto box = plan.pages == 1
                         ? fmt::format("0 0 {:.3f} {:.3f}", width, height)
                         : fmt::format("0 {:.3f} {:.3f} {:.3f}", top - plan.height, width, top);
    pdf.object(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[{}]/Rotate {}/Contents 4 0 R"
                    "/Resources<</XObject<</I 3 0 R>>>>>>",
                    box, picture.turn));
  }
  return pdf.finish();
}

}  // namespace

std::optional<ImagePdf> wrap_image(std::string_view bytes) {
  std::optional<Picture> picture;
  if (bytes.starts_with("\xFF\xD8\xFF")) picture = read_jpeg(bytes);
  if (bytes.starts_with("\x89PNG\r\n")) picture = read_png(bytes);
  if (!picture || picture->width <= 0 || picture->height <= 0 || picture->width > kMaxPixels ||
      picture->height > kMaxPixels)
    return std::nullopt;
  const bool lying = picture->turn % 180 != 0;
  const auto across = static_cast<float>(lying ? picture->height : picture->width);
  const auto down = static_cast<float>(lying ? picture->width : picture->height);
  ImagePdf plan;
  const float shape = down / across;
  plan.width = shape < 1 ? kShortSide / shape : kShortSide;
  plan.width = std::min(plan.width, 4 * kShortSide);
  const float full_height = plan.width * shape;
  plan.height = plan.step = full_height;
  if (shape > kLong && picture->turn == 0) {
    plan.step = kStrip;
    plan.height = kStrip + kOverlap;
    plan.pages = std::clamp(static_cast<int>(std::ceil(full_height / kStrip)), 1, kMaxStrips);
  }
  plan.bytes = write_pdf(*picture, plan, full_height);
  return plan;
}

}  // namespace guanlan
