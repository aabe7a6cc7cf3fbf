#include "text/charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "text/charset_convert.h"
#include "text/utf8_check.h"

namespace guanlan {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// 示例 text, invented.
const std::string kSimplified =
    "某市网信办依法约谈一家网络平台负责人，责令限期整改。\n经查，该平台未履行数据安全保护义务，"
    "违反了有关规定。2024年5月7日，有关部门作出处罚决定。\n";
const std::string kTraditional =
    "主管機關於五月七日發布公告，說明個人資料保護的新規定。\n業者應於三個月內完成改善，"
    "並將處理情形報請備查，違反者依法處以罰鍰。\n";

std::string encode(std::string_view utf8, const char* charset) {
  std::string out;
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  out.resize(utf8.size() * 4 + 16);
  out.resize(static_cast<std::size_t>(
      text.extract(0, text.length(), out.data(), static_cast<uint32_t>(out.size()), charset)));
  return out;
}

TEST(Charset, FindsEachEncodingWithoutBeingTold) {
  for (const char* charset : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
    const DecodedText d = decode_text(encode(kSimplified, charset));
    EXPECT_EQ(d.charset, charset);
    EXPECT_EQ(d.text, kSimplified);
    EXPECT_THAT(d.warnings, IsEmpty());
  }
  const DecodedText big5 = decode_text(encode(kTraditional, "Big5"));
  EXPECT_EQ(big5.charset, "Big5");
  EXPECT_EQ(big5.text, kTraditional);
  EXPECT_EQ(decode_text(encode(kTraditional, "GB18030")).text, kTraditional);
}

TEST(Charset, ByteOrderMarkDecidesAndGoes) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBF" + kSimplified).text, kSimplified);
  EXPECT_EQ(decode_text("\xFF\xFE" + encode(kSimplified, "UTF-16LE")).text, kSimplified);
  EXPECT_EQ(decode_text("\xFE\xFF" + encode(kSimplified, "UTF-16BE")).text, kSimplified);
}

TEST(Charset, Utf8WinsOverAWrongDeclaration) {
  EXPECT_EQ(decode_text(kSimplified, "gb2312").text, kSimplified);
  EXPECT_EQ(decode_text(encode(kSimplified, "GB18030"), "utf-8").text, kSimplified);
  EXPECT_EQ(decode_text(encode(kSimplified, "GB18030"), "big5").text, kSimplified);
}

TEST(Charset, ShortBytesAreReadAsGb18030) {
  EXPECT_EQ(decode_text(encode("联通公告", "GB18030")).text, "联通公告");
  EXPECT_EQ(decode_text(encode("联通", "GB18030"), "gbk").text, "联通");
  EXPECT_EQ(decode_text(encode("通知", "GB18030")).text, "通知");  // valid UTF-8 by accident
  EXPECT_EQ(decode_text("café über").text, "café über");
}

TEST(Charset, LinesInDifferentEncodingsAreDecodedEach) {
  const std::string mixed =
      kSimplified + kSimplified + encode("公安机关破获一起案件。\n", "GB18030");
  const DecodedText d = decode_text(mixed);
  EXPECT_EQ(d.text, kSimplified + kSimplified + "公安机关破获一起案件。\n");
  EXPECT_EQ(d.charset, "UTF-8");
  EXPECT_THAT(d.warnings, ElementsAre(HasSubstr("1 行为 GB18030（首见于第 5 行）")));
  const DecodedText other =
      decode_text(encode(kSimplified + kSimplified, "GB18030") + "公安机关破获一起案件。\n");
  EXPECT_EQ(other.text, d.text);
  EXPECT_EQ(other.charset, "GB18030");
}

TEST(Charset, BrokenBytesBecomeReplacementCharacters) {
  const DecodedText d = decode_text(kSimplified + "平台\xFF数据\n");
  EXPECT_EQ(d.text, kSimplified + "平台\uFFFD数据\n");
  EXPECT_THAT(d.warnings, ElementsAre(HasSubstr("1 处字节不合 UTF-8 编码")));
  const std::string gb = encode(kSimplified, "GB18030");
  const DecodedText cut = decode_text(gb.substr(0, gb.size() - 4));  // ends within a character
  EXPECT_EQ(cut.charset, "GB18030");
  EXPECT_THAT(cut.text, testing::EndsWith("\uFFFD"));
}

TEST(Charset, LineEndsNulsAndInvisibleCharacters) {
  const DecodedText d = decode_text("甲\r\n乙\r丙\0丁\n\u202E戊\u200B己\uFEFF\n"s);
  EXPECT_EQ(d.text, "甲\n乙\n丙丁\n\u202E戊\u200B己\uFEFF\n");
  EXPECT_THAT(d.warnings,
              ElementsAre("删去 1 个空字符（NUL）", "含 1 个双向控制字符（首见于第 4 行）",
                          "含 2 个零宽字符（首见于第 4 行）"));
}

TEST(Charset, LoneSurrogateOfUtf16) {
  std::string bytes = "\xFF\xFE" + encode("数据", "UTF-16LE") + std::string("\x00\xD8", 2) +
                      encode("安全", "UTF-16LE");
  EXPECT_EQ(decode_text(bytes).text, "数据\uFFFD安全");
}

TEST(Charset, DeclarationInTheBytes) {
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='gb2312'?><a/>"), "gb2312");
  EXPECT_EQ(declared_charset("<html><META http-equiv=x content=\"text/html; charset=GBK\">"),
            "GBK");
  EXPECT_EQ(declared_charset("<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<p>charset=utf-8</p>"), "");
}

TEST(Charset, LabelsMeanWhatBrowsersRead) {
  EXPECT_EQ(charset_name(" GB2312"), "GB18030");
  EXPECT_EQ(charset_name("x-x-big5"), "Big5");
  EXPECT_EQ(charset_name("\"utf8\""), "UTF-8");
  EXPECT_EQ(charset_name("no-such-thing"), "");
  EXPECT_FALSE(convert("a", "no-such-thing").has_value());
}

TEST(Charset, AnyBytesGiveValidText) {
  std::uint32_t state = 1;
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (int i = 0; i < 200; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(state >> 24);
    }
    const DecodedText d = decode_text(bytes);
    EXPECT_TRUE(utf8::is_valid(d.text));
    EXPECT_EQ(d.text.find('\0'), std::string::npos);
    EXPECT_EQ(d.text.find('\r'), std::string::npos);
  }
}

}  // namespace
}  // namespace guanlan
