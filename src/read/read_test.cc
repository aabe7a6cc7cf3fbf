#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "guanlan/source.h"
#include "read/line_writer.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using namespace std::string_literals;
using testing::check_source;
using ::testing::HasSubstr;
using testing::text_of;

std::filesystem::path temporary(std::string_view name, std::string_view content) {
  const auto file = std::filesystem::path(::testing::TempDir()) / name;
  std::ofstream(file, std::ios::binary) << content;
  return file;
}

Error error_of(std::string_view bytes, std::string_view name = "x",
               const ReadOptions& options = {}) {
  const auto sources = read_bytes(bytes, name, options);
  return sources ? Error{Code::invalid, "none", "", ""} : sources.error();
}

TEST(ReadText, LinesPagesAndDigest) {
  const auto sources = read_bytes("第一行\r\n\r\n第二行\f第三行\n\f", "示例.txt");
  ASSERT_TRUE(sources.has_value());
  const Source& s = sources->front();
  check_source(s);
  ASSERT_EQ(s.lines.size(), 4u);
  EXPECT_EQ(text_of(s, 0), "第一行");
  EXPECT_EQ(text_of(s, 1), "");
  EXPECT_EQ(text_of(s, 3), "第三行");
  EXPECT_EQ(s.lines[2].page, 1);
  EXPECT_EQ(s.lines[3].page, 2);
  EXPECT_EQ(s.pages, 2);
  EXPECT_EQ(s.name, "示例.txt");
  EXPECT_EQ(s.charset, "UTF-8");
  EXPECT_EQ(read_bytes("abc", "x")->front().digest,
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ReadText, FormatFollowsContentNotName) {
  EXPECT_EQ(read_bytes("一条通知", "x.pdf")->front().format, Format::text);
  EXPECT_EQ(read_bytes("一条通知", "x.docx")->front().format, Format::text);
}

TEST(ReadText, ManyEmptyLinesAreRefusedBeforeTheyFillMemory) {
  EXPECT_EQ(error_of(std::string(kMaxLines + 1, '\n')).code, Code::unsupported);
}

TEST(ReadBadInput, EachHasACodeAMessageAndAHint) {
  struct Case {
    std::string bytes;
    Code code;
    const char* message;
  };
  std::string random;
  std::uint32_t state = 5;
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525u + 1013904223u;
    random += static_cast<char>(state >> 24);
  }
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  const std::string word("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);
  const std::string locked("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  const Case cases[] = {
      {"", Code::damaged, "空文件"},
      {random, Code::unsupported, "不认识的二进制格式"},
      {ole + word, Code::unsupported, ".doc"},
      {ole + word + locked, Code::damaged, "密码"},
      {"PK\x03\x04 cut off", Code::damaged, "ZIP"},
      {"{\\rtf1\\ansi text}", Code::unsupported, "RTF"},
      {"Rar!\x1A\x07\x01", Code::unsupported, "RAR"},
      {"<?xml version=\"1.0\"?><invoice><a/></invoice>", Code::unsupported, "XML"},
  };
  for (const Case& c : cases) {
    const Error e = error_of(c.bytes, "坏文件");
    EXPECT_EQ(e.code, c.code) << e.message;
    EXPECT_THAT(e.message, HasSubstr(c.message));
    EXPECT_FALSE(e.hint.empty()) << e.message;
    EXPECT_THAT(e.place, HasSubstr("坏文件"));
  }
}

TEST(ReadBadInput, TooLarge) {
  ReadOptions options;
  options.max_bytes = 1000;
  EXPECT_EQ(error_of(std::string(1001, 'a'), "x", options).code, Code::unsupported);
  const auto file = temporary("large.txt", std::string(1001, 'a'));
  EXPECT_EQ(read(file, options).error().code, Code::unsupported);
}

TEST(ReadBadInput, Paths) {
  EXPECT_EQ(read("/no/such/file").error().code, Code::not_found);
  EXPECT_EQ(read(::testing::TempDir()).error().code, Code::invalid);
  const auto file = temporary("good.txt", "通知");
  EXPECT_EQ(read(file)->front().name, "good.txt");
}

TEST(ReadText, NulBytesAndBidiControlsAreReported) {
  const auto sources = read_bytes("关于\0整改\u202E的通知\n"s, "x.txt");
  ASSERT_TRUE(sources.has_value());
  check_source(sources->front());
  EXPECT_EQ(sources->front().warnings.size(), 2u);
}

TEST(ReadCorpus, TextFilesGiveTheirOwnBytes) {
  GUANLAN_NEEDS_SHARED();
  for (const char* name : {"000.txt", "001.txt", "002.txt", "004.txt"}) {
    const auto sources = read(testing::shared_folder() / "corpus" / name);
    ASSERT_TRUE(sources.has_value()) << name;
    check_source(sources->front());
    EXPECT_EQ(sources->front().format, Format::text) << name;
  }
}

}  // namespace
}  // namespace guanlan
