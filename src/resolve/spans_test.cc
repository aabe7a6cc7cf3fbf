// Every value of every document and format stands where its span says.
#include <gtest/gtest.h>

#include <algorithm>

#include "testing/generate.h"
#include "testing/place.h"
#include "testing/source_checks.h"
#include "testing/span_checks.h"
#include "testing/variants.h"

namespace guanlan {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_scan(const fs::path& file) {
  return file.filename().string().find("scan") != std::string::npos;
}

void expect_sound(const Document& document) {
  const auto problems = testing::span_problems(document);
  for (std::size_t i = 0; i < std::min<std::size_t>(problems.size(), 20); ++i)
    ADD_FAILURE() << problems[i];
  EXPECT_TRUE(problems.empty()) << problems.size() << " problems";
}

void expect_sound(const fs::path& file) {
  SCOPED_TRACE(file.filename().string());
  auto sources = read(file);
  ASSERT_TRUE(sources) << sources.error().message;
  for (Source& source : *sources) expect_sound(process(std::move(source), Lexicon::builtin()));
}

TEST(SpansTest, OfTheSamples) {
  for (const fs::path& file : files_in(testing::root() / "samples")) expect_sound(file);
}

TEST(SpansTest, OfTheNotices) {
  for (const fs::path& file : files_in(testing::root() / "tests/notices")) {
    if (file.extension() == ".txt") expect_sound(file);
  }
}

TEST(SpansTest, OfAGeneratedMonthly) {
  auto sources = read_bytes(testing::monthly({7, 60'000}), "generated.txt");
  ASSERT_TRUE(sources);
  expect_sound(process(std::move(sources->front()), Lexicon::builtin()));
}

TEST(SpansTest, TheCheckSeesWhatIsOff) {
  auto sources = read_bytes(testing::monthly({7, 20'000}), "generated.txt");
  ASSERT_TRUE(sources);
  Document document = process(std::move(sources->front()), Lexicon::builtin());
  std::size_t values = 0;
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) values += facts(document, i).size();
  document.source.raw.insert(0, "x");  // every span is one byte short now
  EXPECT_GT(testing::span_problems(document).size(), values / 2);
  EXPECT_GT(values, 50u);
}

TEST(SpansTest, OfTheCorpus) {
  GUANLAN_NEEDS_SHARED();
  for (const fs::path& file : files_in(testing::shared_folder() / "corpus")) {
    if (!is_scan(file)) expect_sound(file);
  }
}

TEST(SpansSlowTest, OfTheScans) {
  GUANLAN_NEEDS_SHARED();
  for (const fs::path& file : files_in(testing::shared_folder() / "corpus")) {
    if (is_scan(file)) expect_sound(file);
  }
}

}  // namespace
}  // namespace guanlan
