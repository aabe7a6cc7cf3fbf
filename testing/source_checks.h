// What must hold for every Source, whatever was read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "guanlan/source.h"
#include "testing/place.h"
#include "text/utf8_check.h"

namespace guanlan::testing {

// The lines, in order; of an article, without what stands beside it.
inline std::vector<std::string> texts(const Source& source) {
  std::vector<std::string> out;
  for (const Line& line : source.lines) out.emplace_back(line.span.of(source.raw));
  return out;
}
inline std::vector<std::string> article_texts(const Source& source) {
  std::vector<std::string> out;
  for (const Line& line : source.lines) {
    const bool beside = line.role == Role::furniture || line.role == Role::note;
    if (!beside) out.emplace_back(line.span.of(source.raw));
  }
  return out;
}

inline void check_source(const Source& source) {
  EXPECT_TRUE(utf8::is_valid(source.raw));
  EXPECT_EQ(source.raw.find('\0'), std::string::npos);
  EXPECT_EQ(source.raw.find('\r'), std::string::npos);
  EXPECT_EQ(source.digest.size(), 7u + 64u);
  std::uint32_t last = 0;
  for (const Line& line : source.lines) {
    ASSERT_LE(last, line.span.begin);
    ASSERT_LE(line.span.begin, line.span.end);
    ASSERT_LE(line.span.end, source.raw.size());
    ASSERT_LT(line.table, static_cast<std::int32_t>(source.tables.size()));
    ASSERT_LT(line.box, static_cast<std::int32_t>(source.boxes.size()));
    ASSERT_GE(line.page, 1);
    ASSERT_LE(line.page, source.pages);
    EXPECT_EQ(line.span.of(source.raw).find('\n'), std::string::npos);
    last = line.span.end;
  }
  for (const SourceTable& table : source.tables) {
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) {
        ASSERT_LE(cell.span.begin, cell.span.end);
        ASSERT_LE(cell.span.end, source.raw.size());
        EXPECT_EQ(cell.span.of(source.raw), cell.text);
      }
    }
  }
}

// The line's words, for messages and comparisons.
inline std::string text_of(const Source& source, std::size_t line) {
  return std::string(source.lines.at(line).span.of(source.raw));
}

// The shared corpus, or empty where there is none; tests then say so and skip.
inline std::filesystem::path shared_folder() {
  return std::filesystem::is_directory(shared() / "corpus") ? shared() : std::filesystem::path();
}

}  // namespace guanlan::testing

#define GUANLAN_NEEDS_SHARED()                     \
  if (guanlan::testing::shared_folder().empty()) { \
    GTEST_SKIP() << "skipped: no ../shared";       \
  }                                                \
  static_assert(true)
