// Every output holds the published contract, docs/record.schema.json.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "guanlan/diff.h"
#include "guanlan/record.h"
#include "testing/generate.h"
#include "testing/place.h"
#include "testing/scratch.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

namespace fs = std::filesystem;

bool can_validate() { return std::system("python3 -c 'import jsonschema' 2>/dev/null") == 0; }

// What tools/validate says of the lines; empty: all hold.
std::string complaints(const std::string& options, const std::vector<std::string>& lines) {
  const testing::Scratch scratch;
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  const std::string command = "python3 " + testing::root().string() + "/tools/validate " + options +
                              " " + scratch.write("lines.jsonl", text) + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  std::string out;
  char block[4096];
  while (const std::size_t n = fread(block, 1, sizeof block, pipe)) out.append(block, n);
  const int status = pclose(pipe);
  return status != 0 && out.empty() ? "tools/validate failed" : out.substr(0, 4000);
}

struct Output {
  std::vector<std::string> records, tables;

  void add(Source source) {
    const Document document = process(std::move(source), Lexicon::builtin());
    for (auto& line : record_lines(document)) records.push_back(std::move(line));
    for (auto& line : table_lines(document)) tables.push_back(std::move(line));
  }
  void add_folder(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (!entry.is_regular_file() || entry.path().string().find("scan") != std::string::npos)
        continue;
      auto sources = read(entry.path());
      ASSERT_TRUE(sources) << entry.path() << sources.error().message;
      for (Source& s : *sources) add(std::move(s));
    }
  }
};

TEST(SchemaTest, HoldsForSamplesCorpusAndGeneratedText) {
  if (!can_validate()) GTEST_SKIP() << "skipped: no python3-jsonschema";
  Output output;
  output.add_folder(testing::root() / "samples");
  output.add(std::move(read_bytes(testing::monthly({3, 40'000}), "generated.txt")->front()));
  if (const fs::path shared = testing::shared_folder(); !shared.empty()) {
    output.add_folder(shared / "corpus");
  } else {
    std::puts("the shared corpus: skipped, no ../shared");
  }
  EXPECT_GT(output.records.size(), 10u);
  EXPECT_EQ(complaints("", output.records), "");
  EXPECT_EQ(complaints("--tables", output.tables), "");
}

TEST(SchemaTest, RefusesWhatIsNoRecord) {
  if (!can_validate()) GTEST_SKIP() << "skipped: no python3-jsonschema";
  EXPECT_NE(complaints("", {"{}"}), "");
  EXPECT_NE(complaints("--tables", {R"({"title":1})"}), "");
}

// The vocabularies of the code and of the schema are the same.
TEST(SchemaTest, NamesTheFieldsAndKindsOfTheCode) {
  std::ifstream file(testing::root() / "docs/record.schema.json");
  const auto schema = nlohmann::json::parse(file);
  const auto& kinds = schema["properties"]["kind"]["enum"];
  ASSERT_EQ(kinds.size(), item_kinds().size());
  for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(kinds[i], item_kinds()[i]);
  for (const std::string_view field : record_fields()) {
    EXPECT_TRUE(schema["properties"].contains(field)) << field;
  }
  std::ifstream page(testing::root() / "docs/record.md");
  const std::string text{std::istreambuf_iterator<char>(page), {}};
  for (const auto& [field, unused] : schema["properties"].items()) {
    EXPECT_NE(text.find("| `" + field + "` |"), std::string::npos)
        << field << " is not in docs/record.md";
  }
}

}  // namespace
}  // namespace guanlan
