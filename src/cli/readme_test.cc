// The console blocks of the READMEs are what the binary prints; tools/bless writes them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <utility>
#include <vector>

#include "testing/command_line.h"
#include "testing/golden.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

std::string contents(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What the shell prints for the command, in a copy of samples/ and with a store of its own.
class Shell {
 public:
  explicit Shell(const char* language) : language_(language) {
    std::filesystem::copy(testing::root() / "samples", scratch_ / "samples");
    std::filesystem::create_directory(scratch_ / "bin");
    std::filesystem::create_symlink(testing::binary(), scratch_ / "bin/guanlan");
  }
  std::string run(const std::string& command) const {
    const std::string folder = scratch_.folder().string();
    const std::string all = "cd '" + folder + "' && PATH='" + folder +
                            "/bin':$PATH LC_ALL=" + language_ + " XDG_DATA_HOME='" + folder +
                            "' sh -c '" + command + "' 2>&1";
    FILE* pipe = popen(all.c_str(), "r");
    std::string out;
    char block[4096];
    while (const std::size_t n = fread(block, 1, sizeof block, pipe)) out.append(block, n);
    pclose(pipe);
    return out;
  }

 private:
  const char* language_;
  testing::Scratch scratch_;
};

// The page with each console block printed anew; `commands` counts them. A command alone in its
// block is abridged by the ```jsonc block below: what stands there between the … must occur in
// what it prints.
class Page {
 public:
  Page(const std::string& text, const char* language) : shell_(language), in_(text) {}

  std::string anew() {
    for (std::string line; std::getline(in_, line);) {
      out_ += line + '\n';
      if (line == "```console") console();
      if (line == "```jsonc") abridged();
    }
    return std::move(out_);
  }
  int commands = 0;

 private:
  void console() {
    bool printed = false;  // below the last command stands what it prints
    std::string line;
    while (std::getline(in_, line) && line != "```") {
      if (line.starts_with("$ ")) {
        ++commands;
        out_ += line + '\n';
        answer_ = shell_.run(line.substr(2));
        printed = false;
      } else if (!printed) {
        out_ += answer_;
        printed = true;
      }
    }
    out_ += line + '\n';
  }

  void abridged() {
    std::string text, line;
    while (std::getline(in_, line) && line != "```") {
      out_ += line + '\n';
      text += line;
    }
    out_ += line + '\n';
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find("…", at), text.size());
      for (const std::string& value : values(text.substr(at, end - at))) {
        EXPECT_NE(answer_.find(value), std::string::npos) << value << "\nis not in\n" << answer_;
      }
      at = end + std::string_view("…").size();
    }
  }

  // "key": value pairs without the blanks that the page has for its readers.
  static std::vector<std::string> values(std::string text) {
    for (const auto& [from, to] : {std::pair{": ", ":"}, {", ", ","}}) {
      for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, 2, to);
    }
    std::vector<std::string> out;
    const std::regex pair(R"re("[a-z_]+":("[^"]*"|\[[^\[\]{}]*\]|[0-9.]+|null))re");
    for (std::sregex_iterator it(text.begin(), text.end(), pair), end; it != end; ++it) {
      out.push_back(it->str());
    }
    return out;
  }

  Shell shell_;
  std::istringstream in_;
  std::string out_, answer_;
};

void expect_true_page(const std::string& name, const char* language) {
  const std::string file = testing::root() / name;
  const std::string page = contents(file);
  Page printed(page, language);
  const std::string anew = printed.anew();
  EXPECT_GE(printed.commands, 2) << name << " shows no console block";
  if (testing::blessing()) {
    std::ofstream(file) << anew;
  } else {
    EXPECT_EQ(page, anew) << name << ": tools/bless";
  }
}

TEST(ReadmeTest, EnglishConsoleBlocksAreWhatIsPrinted) { expect_true_page("README.md", "C.UTF-8"); }

TEST(ReadmeTest, ChineseConsoleBlocksAreWhatIsPrinted) {
  expect_true_page("README.zh-CN.md", "zh_CN.UTF-8");
}

}  // namespace
}  // namespace guanlan::cli
