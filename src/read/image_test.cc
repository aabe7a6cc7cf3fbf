#include "read/image.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "read/child.h"
#include "read/image_pdf.h"
#include "testing/place.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::text_of;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string scan() { return bytes_of(testing::root() / "testing/data/pdf/scan.jpg"); }

TEST(ImagePdfTest, JpegIsWrappedAsItIs) {
  const auto jpeg = scan();
  const auto pdf = wrap_image(jpeg);
  ASSERT_TRUE(pdf);
  EXPECT_EQ(pdf->pages, 1);
  EXPECT_GT(pdf->width, pdf->height);  // the upper half of a page
  EXPECT_NE(pdf->bytes.find(jpeg), std::string::npos);
}

TEST(ImagePdfTest, LongScreenshotsAreCutIntoStrips) {
  std::string png("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\0\0\0\x20\0\x08\x02\0\0\0crc!", 33);
  png += std::string("\0\0\0\x01IDATxcrc!", 13);
  const auto pdf = wrap_image(png);  // 512 by 8192
  ASSERT_TRUE(pdf);
  EXPECT_EQ(pdf->pages, 12);
  EXPECT_LT(pdf->step, pdf->height);
}

TEST(ImagePdfTest, OtherFormatsAndBrokenHeadersAreLeft) {
  EXPECT_FALSE(wrap_image(""));
  EXPECT_FALSE(wrap_image("GIF89a"));
  EXPECT_FALSE(wrap_image("\xFF\xD8\xFF"));
  EXPECT_FALSE(wrap_image("\x89PNG\r\n\x1A\n"));
  const auto jpeg = scan();
  for (std::size_t size = 0; size < 700; size += 7) {
    const auto pdf = wrap_image(std::string_view(jpeg).substr(0, size));
    if (pdf) {
      EXPECT_GT(pdf->width, 0);
    }
  }
}

TEST(ImageTest, AScannedNoticeIsRead) {
  if (find_program("tesseract").empty()) GTEST_SKIP() << "skipped: no tesseract";
  const auto sources = read_bytes(scan(), "scan.jpg");
  ASSERT_TRUE(sources) << sources.error().message;
  const Source& source = sources->front();
  testing::check_source(source);
  EXPECT_EQ(source.format, Format::scan);
  EXPECT_NE(source.raw.find("示例省通信管理局关于侵害用户权益行为App的通报"), std::string::npos);
  EXPECT_NE(source.raw.find("依据《个人信息保护法》《网络安全法》等法律法规"), std::string::npos);
  EXPECT_GT(source.lines[1].confidence, 0.8);
  EXPECT_LT(source.lines[1].confidence, 1);
}

TEST(ImageTest, BadInput) {
  ReadOptions no_ocr;
  no_ocr.ocr = false;
  EXPECT_EQ(read_bytes(scan(), "scan.jpg", no_ocr).error().code, Code::unsupported);
  if (find_program("tesseract").empty()) GTEST_SKIP() << "skipped: no tesseract";
  const auto cut = read_bytes(std::string_view("\x89PNG\r\n\x1A\n and nothing else", 24), "x.png");
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, Code::damaged);
  const auto half = read_bytes(scan().substr(0, 20000), "half.jpg");
  if (half) testing::check_source(half->front());
}

}  // namespace
}  // namespace guanlan
