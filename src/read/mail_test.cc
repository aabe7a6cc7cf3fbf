#include "read/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/mime.h"
#include "testing/docx_builder.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::check_source;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Source> mail(const std::string& bytes) {
  auto sources = read_bytes(bytes, "示例.eml");
  if (!sources) {
    ADD_FAILURE() << sources.error().message << " " << sources.error().place;
    return {};
  }
  for (const Source& s : *sources) check_source(s);
  return std::move(*sources);
}

std::string base64(std::string_view bytes) {
  constexpr const char* kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned bits = 0;
    const std::size_t n = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (k < n ? static_cast<unsigned char>(bytes[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k) out += k <= n ? kAlphabet[bits >> (18 - 6 * k) & 63] : '=';
    if (i % 57 == 54) out += "\r\n";
  }
  return out;
}

TEST(Mime, EncodedWordsJoinBeforeTheyAreDecoded) {
  EXPECT_EQ(mime::decode_header("=?UTF-8?B?" + base64("关于整改的通知") + "?="), "关于整改的通知");
  const std::string utf8 = "通知";
  EXPECT_EQ(mime::decode_header("=?utf-8?B?" + base64(utf8.substr(0, 4)) + "?= =?utf-8?B?" +
                                base64(utf8.substr(4)) + "?= end"),
            "通知 end");
  EXPECT_EQ(mime::decode_header("=?gb2312?Q?=CD=A8=D6=AA_1?="), "通知 1");
  EXPECT_EQ(mime::decode_header("\xCD\xA8\xD6\xAA"), "通知");  // bare GBK
  EXPECT_EQ(mime::decode_header("=?broken"), "=?broken");
}

TEST(Mime, TransferEncodings) {
  EXPECT_EQ(mime::decode_quoted_printable("a=3Db=\r\nc=E9=80=9A=\n=ZZ="), "a=bc通=ZZ");
  EXPECT_EQ(mime::decode_base64("6YCa\r\n55+l"), "通知");
  EXPECT_EQ(mime::decode_base64("YQ=="), "a");
}

TEST(Mail, HtmlIsPreferredAndDocumentsAreAttached) {
  const std::string docx =
      testing::DocxBuilder().body(testing::DocxBuilder::paragraph("附件正文")).str();
  const auto sources = mail(
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?B?" +
      base64("关于报送材料的通知") +
      "?=\r\nDate: Wed, 15 May 2024 12:20:00 +0800\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed;\r\n boundary=\"outer\"\r\n\r\npreamble\r\n--outer\r\n"
      "Content-Type: multipart/alternative; boundary=inner\r\n\r\n"
      "--inner\r\nContent-Type: text/plain; charset=gbk\r\n\r\n\xCD\xA8\xD6\xAA\r\n"
      "--inner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
      "base64\r\n\r\n" +
      base64("<p>各会员单位：</p><p>请于5月20日前报送。</p>") +
      "\r\n--inner--\r\n"
      "--outer\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment; filename*=utf-8''%E9%80%9A%E7%9F%A5.docx\r\n\r\n" +
      base64(docx) +
      "\r\n--outer\r\nContent-Type: application/zip; name=\"x.zip\"\r\n\r\nPK\x03\x04 "
      "broken\r\n--outer--\r\n");
  ASSERT_EQ(sources.size(), 2u);
  EXPECT_EQ(sources[0].format, Format::mail);
  EXPECT_EQ(sources[0].title, "关于报送材料的通知");
  EXPECT_EQ(sources[0].published, "2024-05-15");
  EXPECT_THAT(testing::texts(sources[0]),
              ElementsAre("关于报送材料的通知", "各会员单位：", "请于5月20日前报送。"));
  EXPECT_THAT(sources[0].warnings, ElementsAre(HasSubstr("附件 x.zip 未读入")));
  EXPECT_EQ(sources[1].name, "通知.docx");
  EXPECT_EQ(sources[1].format, Format::docx);
  EXPECT_THAT(testing::texts(sources[1]), ElementsAre("附件正文"));
  EXPECT_NE(sources[0].digest, sources[1].digest);
}

TEST(Mail, PlainTextKeepsItsLines) {
  const auto sources = mail(
      "Subject: test\nFrom: a@b\nContent-Transfer-Encoding: quoted-printable\n"
      "Content-Type: text/plain; charset=utf-8\n\n=E9=80=9A=E7=9F=A5\n\n=E6=AD=A3=E6=96=87\n");
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_THAT(testing::texts(sources[0]), ElementsAre("test", "通知", "", "正文"));
  EXPECT_EQ(sources[0].lines[1].role, Role::unknown);
}

TEST(Mail, PageSavedAsMhtml) {
  const auto sources = mail(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.example/\r\nSubject: x\r\n"
      "Date: Wed, 15 May 2024 12:20:00 +0800\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n"
      "----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><title>=E6=9F=90=E9=80=9A=E7=9F=A5=E6=A0=87=E9=A2=98</"
      "title><p>=E6=AD=A3=E6=96=87=E3=80=82</p>\r\n----b--\r\n");
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_EQ(sources[0].format, Format::html);
  EXPECT_THAT(testing::texts(sources[0]), ElementsAre("某通知标题", "正文。"));
}

TEST(Mail, MailboxGivesEachMessage) {
  const auto sources = mail(
      "From a@b Wed May 15 12:20:00 2024\nSubject: one\nFrom: a@b\n\nfirst\n\n"
      "From c@d Wed May 15 12:21:00 2024\nSubject: two\nFrom: c@d\n\nsecond\n");
  ASSERT_EQ(sources.size(), 2u);
  EXPECT_EQ(sources[1].title, "two");
  EXPECT_THAT(testing::texts(sources[0]), ElementsAre("one", "first", ""));
}

TEST(MailBadInput, NestedAndBrokenStructuresEnd) {
  std::string nested = "text";
  for (int i = 0; i < 60; ++i) {
    const std::string mark = "b" + std::to_string(i);
    nested = "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n" + nested +
             "\n--" + mark + "--\n";
  }
  mail("From: a@b\nSubject: deep\n" + nested);
  std::string forwarded = "From: a@b\nSubject: end\n\ntext\n";
  for (int i = 0; i < 10; ++i) {
    forwarded = "From: a@b\nSubject: s\nContent-Type: multipart/mixed; boundary=q" +
                std::to_string(i) + "\n\n--q" + std::to_string(i) +
                "\nContent-Type: message/rfc822\n\n" + forwarded + "\n--q" + std::to_string(i) +
                "--\n";
  }
  const auto sources = mail(forwarded);
  EXPECT_GT(sources.size(), 2u);
  EXPECT_LT(sources.size(), 8u);
  mail("From: a@b\nSubject: s\nContent-Type: multipart/mixed; boundary=x\n\nno parts at all");
  mail("From: a@b\nSubject: s\nContent-Type: multipart/mixed; boundary=\n\n--\n--\n");
  std::string many = "From: a@b\nSubject: s\nContent-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 20'000; ++i) many += "--x\n\n";
  mail(many);
}

}  // namespace
}  // namespace guanlan
