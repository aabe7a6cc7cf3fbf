// Golden texts: documents and what is read from them, side by side, reviewed as a diff.
//
// A file under tests/golden holds cases, each
//     ==========
//     title
//     ==========
//     input, any lines
//     ---
//     expected, up to the next case or the end of the file
//
// With GUANLAN_BLESS=1 in the environment (tools/bless) the expected parts are rewritten with the
// answers; an answer that is an error (nothing) is never written.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guanlan::testing {

struct GoldenCase {
  std::string title, input, expected;
};

[[nodiscard]] std::vector<GoldenCase> read_golden(const std::filesystem::path& file);
[[nodiscard]] std::string write_golden(const std::vector<GoldenCase>& cases);

// Whether tools/bless runs the tests.
[[nodiscard]] bool blessing();

// Runs every case of every *.txt below tests/golden/<folder> and compares, or blesses.
using Answer = std::function<std::optional<std::string>(const std::string& input)>;
void check_golden(const std::string& folder, const Answer& answer);

}  // namespace guanlan::testing
