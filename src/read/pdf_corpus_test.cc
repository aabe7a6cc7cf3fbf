// Real publications, where they are at hand: the items of a PDF read like those of its text.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "read/child.h"
#include "testing/source_checks.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using testing::shared_folder;

// Han, letters and digits only: what every extraction has in common.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto [cp, size] = utf8::decode(text, at);
    at += size;
    if (cp >= 0xFF01 && cp <= 0xFF5E) cp -= 0xFEE0;
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) utf8::append(out, cp);
  }
  return out;
}

std::string body_text(const Source& source) {
  std::string out;
  for (const auto& line : source.lines) {
    if (line.role != Role::furniture) out += bare(line.span.of(source.raw));
  }
  return out;
}

std::vector<nlohmann::json> json_lines(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<nlohmann::json> out;
  for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line));
  return out;
}

// The share of an item's characters that stand in `text` in their order, by the longest pieces.
double share_found(std::string_view wanted, std::string_view text) {
  constexpr std::size_t kPiece = 24;  // bytes, eight characters
  std::size_t found = 0, pieces = 0;
  for (std::size_t at = 0; at + kPiece <= wanted.size(); at += kPiece) {
    ++pieces;
    if (text.find(wanted.substr(at, kPiece)) != std::string_view::npos) ++found;
  }
  return pieces == 0 ? 1 : static_cast<double>(found) / static_cast<double>(pieces);
}

Source read_shared(const std::string& name) {
  ReadOptions patient;  // recognition on a busy machine
  patient.seconds = 60;
  auto sources = read(shared_folder() / "corpus" / name, patient);
  if (!sources) {
    ADD_FAILURE() << name << ": " << sources.error().message;
    return {};
  }
  testing::check_source(sources->front());
  return std::move(sources->front());
}

class PdfItemsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(PdfItemsTest, ItemsReadLikeTheText) {
  GUANLAN_NEEDS_SHARED();
  const std::string name = GetParam();
  const auto text = body_text(read_shared(name + ".pdf"));
  const auto plain = body_text(read_shared(name + ".txt"));
  for (const auto& item : json_lines(shared_folder() / "eval" / (name + ".jsonl"))) {
    const auto first = bare(item.at("first").is_null() ? "" : item.at("first").get<std::string>());
    const auto last = bare(item.at("last").is_null() ? "" : item.at("last").get<std::string>());
    const auto begin = plain.find(first);
    const auto end = begin == std::string::npos ? begin : plain.find(last, begin);
    EXPECT_NE(text.find(bare(item.at("title").get<std::string>())), std::string::npos) << item;
    if (first.empty() || end == std::string::npos) continue;
    const auto from = text.find(first);
    ASSERT_NE(from, std::string::npos) << item;
    ASSERT_NE(text.find(last, from), std::string::npos) << item;
    const auto wanted = std::string_view(plain).substr(begin, end + last.size() - begin);
    EXPECT_GE(share_found(wanted, text), 0.9) << item;
  }
}
INSTANTIATE_TEST_SUITE_P(All, PdfItemsTest, ::testing::Values("002", "004"));

TEST(PdfCorpusTest, EveryCellOfTheTables) {
  GUANLAN_NEEDS_SHARED();
  const auto source = read_shared("004.pdf");
  std::vector<std::vector<std::string>> rows;
  for (const auto& table : source.tables) {
    for (const auto& row : table.rows) {
      auto& out = rows.emplace_back();
      for (const auto& cell : row) out.push_back(cell.text);
    }
  }
  for (const auto& table : json_lines(shared_folder() / "eval/004_tables.jsonl")) {
    for (const auto& row : table.at("rows")) {
      const auto wanted = row.get<std::vector<std::string>>();
      EXPECT_NE(std::find(rows.begin(), rows.end(), wanted), rows.end()) << row;
    }
  }
}

TEST(PdfCorpusTest, ScannedPagesReadLikeTheirText) {
  GUANLAN_NEEDS_SHARED();
  if (find_program("tesseract").empty()) GTEST_SKIP() << "skipped: no tesseract";
  const auto plain = body_text(read_shared("002.txt"));
  const auto scan = read_shared("002.scan-body.pdf");
  EXPECT_EQ(scan.format, Format::scan);
  EXPECT_GE(share_found(body_text(scan), plain), 0.85);
  const auto heads = std::count_if(scan.lines.begin(), scan.lines.end(),
                                   [](const Line& l) { return l.role == Role::furniture; });
  EXPECT_GE(heads, 3);
}

TEST(PdfCorpusTest, ScannedContentsKeepTheirPageNumbers) {
  GUANLAN_NEEDS_SHARED();
  if (find_program("tesseract").empty()) GTEST_SKIP() << "skipped: no tesseract";
  const auto scan = read_shared("002.scan.pdf");
  int entries = 0;
  for (const auto& line : scan.lines) {
    const auto text = line.span.of(scan.raw);
    const auto at = text.find("……");
    if (at == std::string_view::npos) continue;
    const auto number = bare(text.substr(at));
    if (!number.empty() &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
      ++entries;
  }
  EXPECT_GE(entries, 62);  // of 70 lines
}

}  // namespace
}  // namespace guanlan
