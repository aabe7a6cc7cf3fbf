#include "guanlan/record.h"

#include <gtest/gtest.h>

#include "testing/place.h"

namespace guanlan {
namespace {

TEST(RecordLines, OfASourceAreThoseOfItsDocument) {
  for (const char* name : {"monthly.txt", "notice.html"}) {
    const auto sources = read(testing::root() / "samples" / name);
    ASSERT_TRUE(sources) << name;
    ASSERT_FALSE(sources->empty()) << name;
    const Source& source = sources->front();
    const auto lines = record_lines(process(source, Lexicon::builtin()));
    EXPECT_FALSE(lines.empty()) << name;
    EXPECT_EQ(record_lines(source, Lexicon::builtin()), lines) << name;
  }
}

// Items are read in batches of half a megabyte: what is found in one stays with it.
TEST(RecordLines, KeepToTheirItemsOverBatches) {
  constexpr int kItems = 700;
  std::string text = "示例月报\n2024年第4期\n一、执法动态\n";
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "有关示例工作正在按照示例部署推进。";
  for (int i = 1; i <= kItems; ++i) {
    const std::string n = std::to_string(i);
    text += n + ". 示例市对第" + n + "号企业作出处罚\n4月8日，示例市示例局对该企业处以罚款" +
            std::to_string(1000 + i) + "元。" + filler + "\n";
  }
  ASSERT_GT(text.size(), 2u << 20) << "several batches";
  const auto sources = read_bytes(text, "示例月报.txt");
  ASSERT_TRUE(sources);
  const auto lines = record_lines(sources->front(), Lexicon::builtin());
  ASSERT_EQ(lines.size(), static_cast<std::size_t>(kItems));
  for (int i = 1; i <= kItems; ++i) {
    const std::string& line = lines[static_cast<std::size_t>(i - 1)];
    EXPECT_NE(line.find("第" + std::to_string(i) + "号企业"), std::string::npos) << i;
    EXPECT_NE(line.find("\"amount\":" + std::to_string(1000 + i)), std::string::npos) << i;
  }
}

// 我省 in a publication of more items than are asked where it is at home.
TEST(RecordLines, FindTheHomeOfManyItems) {
  std::string text = "示例月报\n2024年第4期\n一、示例动态\n";
  for (int i = 1; i <= 900; ++i)
    text += std::to_string(i) + ". 河南省示例局开展示例检查\n4月8日，河南省示例局开展检查。\n";
  text += "901. 示例工作启动\n4月8日，我省示例工作启动。\n";
  const auto sources = read_bytes(text, "示例月报.txt");
  ASSERT_TRUE(sources);
  const auto lines = record_lines(sources->front(), Lexicon::builtin());
  ASSERT_EQ(lines.size(), 901u);
  EXPECT_NE(lines.back().find("\"path\":\"河南省\""), std::string::npos) << lines.back();
}

}  // namespace
}  // namespace guanlan
