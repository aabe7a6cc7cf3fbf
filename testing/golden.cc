#include "testing/golden.h"
#include "testing/place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace guanlan::testing {
namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_rule(const std::string& line) {
  return line.size() >= 5 && line.find_first_not_of('=') == std::string::npos;
}

void trim_end(std::string& text) {
  while (text.ends_with("\n\n")) text.pop_back();
  if (text == "\n") text.clear();
}

void check_file(const std::filesystem::path& file, const Answer& answer) {
  std::vector<GoldenCase> cases = read_golden(file);
  EXPECT_FALSE(cases.empty()) << file << " holds no case";
  bool changed = false;
  for (GoldenCase& c : cases) {
    SCOPED_TRACE(file.filename().string() + ": " + c.title);
    std::optional<std::string> got = answer(c.input);
    if (!got) {
      ADD_FAILURE() << "the answer is an error; not blessed";
      continue;
    }
    trim_end(*got);
    if (*got == c.expected) continue;
    if (blessing()) {
      c.expected = *got;
      changed = true;
    } else {
      EXPECT_EQ(c.expected, *got) << *got;
    }
  }
  if (changed) std::ofstream(file, std::ios::binary) << write_golden(cases);
}

}  // namespace

bool blessing() {
  const char* bless = std::getenv("GUANLAN_BLESS");
  return bless != nullptr && std::string_view(bless) == "1";
}

std::vector<GoldenCase> read_golden(const std::filesystem::path& file) {
  const auto lines = lines_of(file);
  std::vector<GoldenCase> cases;
  std::string* into = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_rule(lines[i]) && i + 2 < lines.size() && is_rule(lines[i + 2])) {
      cases.push_back({lines[i + 1], {}, {}});
      into = &cases.back().input;
      i += 2;
    } else if (into != nullptr && lines[i] == "---" && into == &cases.back().input) {
      into = &cases.back().expected;
    } else if (into != nullptr) {
      *into += lines[i] + '\n';
    }
  }
  for (GoldenCase& c : cases) trim_end(c.expected);
  return cases;
}

std::string write_golden(const std::vector<GoldenCase>& cases) {
  std::string out;
  const std::string rule(18, '=');
  for (const GoldenCase& c : cases) {
    if (!out.empty()) out += '\n';
    out += rule + '\n' + c.title + '\n' + rule + '\n' + c.input + "---\n" + c.expected;
  }
  return out;
}

void check_golden(const std::string& folder, const Answer& answer) {
  const auto root = testing::root() / "tests" / "golden" / folder;
  std::vector<std::filesystem::path> files;
  if (std::filesystem::exists(root)) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  EXPECT_FALSE(files.empty()) << root << " holds no golden text";
  for (const auto& file : files) check_file(file, answer);
}

}  // namespace guanlan::testing
