// Documentation that cannot lie: help, completion, man page and docs/cli.md come from one table.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

#include "cli/help.h"
#include "cli/messages.h"
#include "testing/command_line.h"
#include "testing/golden.h"
#include "testing/place.h"
#include "testing/scratch.h"
#include "text/utf8.h"

namespace guanlan::cli {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool has_tool(const char* name) {
  return std::system(("command -v " + std::string(name) + " >/dev/null 2>&1").c_str()) == 0;
}

int status_of(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(CliDocsTest, TheReferenceIsUpToDate) {
  const fs::path page = testing::root() / "docs/cli.md";
  if (testing::blessing()) std::ofstream(page) << reference();
  EXPECT_TRUE(contents(page) == reference()) << "docs/cli.md is out of date: tools/bless";
}

TEST(CliDocsTest, EverythingIsDescribedInBothLanguages) {
  for (const CommandSpec& c : commands()) {
    SCOPED_TRACE(c.name);
    for (const Text& text : {c.summary, c.details}) {
      EXPECT_FALSE(text.zh.empty());
      EXPECT_FALSE(text.en.empty());
    }
    EXPECT_FALSE(c.examples.empty());
    auto options = c.options;
    options.insert(options.end(), common_options().begin(), common_options().end());
    std::set<std::string_view> names;
    for (const OptionSpec& o : options) {
      EXPECT_TRUE(names.insert(o.name).second) << o.name << " twice";
      EXPECT_TRUE(o.name.starts_with("--"));
      EXPECT_FALSE(o.help.zh.empty() || o.help.en.empty()) << o.name;
    }
  }
}

// Each example names the command it stands under, and its options exist.
TEST(CliDocsTest, ExamplesParse) {
  for (const CommandSpec& c : commands()) {
    for (const Example& e : c.examples) {
      SCOPED_TRACE(e.line);
      std::istringstream in{std::string(e.line)};
      std::vector<std::string> words;
      for (std::string word; in >> word && word != "|" && word != ">" && word != "<";)
        words.push_back(word);
      ASSERT_FALSE(words.empty());
      const auto parsed = parse(words, Language::en);
      EXPECT_TRUE(parsed) << parsed.error().message;
    }
  }
}

TEST(CliDocsTest, HelpCompletionAndManNameEveryCommandAndOption) {
  const std::string all = help_text(Language::zh);
  const std::string bash = bash_completion(), zsh = zsh_completion(Language::en);
  for (const CommandSpec& c : commands()) {
    EXPECT_TRUE(testing::has(all, c.name));
    EXPECT_TRUE(testing::has(bash, std::string(c.name) + ") if"));
    EXPECT_TRUE(testing::has(zsh, "    " + std::string(c.name) + ")\n"));
    EXPECT_TRUE(testing::has(man_page(Language::en), ".SS " + std::string(c.name)));
    for (const OptionSpec& o : c.options) {
      EXPECT_TRUE(testing::has(help_text(c, Language::zh), o.name));
      EXPECT_TRUE(testing::has(bash, o.name));
      EXPECT_TRUE(testing::has(zsh, o.name));
      EXPECT_TRUE(testing::has(contents(testing::root() / "docs/cli.md"), o.name));
    }
  }
}

TEST(CliDocsTest, BashCompletionCompletes) {
  const testing::Scratch scratch;
  const std::string script = scratch.write("guanlan.bash", bash_completion());
  const auto completes = [&](const std::string& line, const std::string& word) {
    const std::string test =
        scratch.write("test.bash", "source " + script + "\nCOMP_WORDS=(" + line +
                                       ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_guanlan\n"
                                       "for w in \"${COMPREPLY[@]}\"; do [ \"$w\" = '" +
                                       word + "' ] && exit 0; done; exit 1\n");
    return status_of("bash " + test) == 0;
  };
  EXPECT_TRUE(completes("guanlan ext", "extract"));
  EXPECT_TRUE(completes("guanlan --db x.db li", "list"));
  EXPECT_TRUE(completes("guanlan list --ki", "--kind"));
  EXPECT_TRUE(completes("guanlan list --kind enf", "enforcement"));
  EXPECT_TRUE(completes("guanlan completion z", "zsh"));
  EXPECT_TRUE(completes("guanlan show --no", "--no-color"));
  EXPECT_FALSE(completes("guanlan list --kind enf", "extract"));
}

TEST(CliDocsTest, ZshCompletionIsZsh) {
  if (!has_tool("zsh")) GTEST_SKIP() << "skipped: no zsh";
  const testing::Scratch scratch;
  for (const Language language : {Language::zh, Language::en}) {
    EXPECT_EQ(status_of("zsh -n " + scratch.write("_guanlan", zsh_completion(language))), 0);
  }
}

TEST(CliDocsTest, TheManPageIsTroff) {
  if (!has_tool("groff")) GTEST_SKIP() << "skipped: no groff";
  const testing::Scratch scratch;
  const std::string page = scratch.write("guanlan.1", man_page(Language::en));
  EXPECT_EQ(status_of("groff -k -man -Tutf8 -ww -z " + page + " > " + (scratch / "log").string() +
                      " 2>&1"),
            0);
  EXPECT_EQ(contents(scratch / "log"), "");
}

// The library's messages, hints and places: what fail(…) and its kin are called with. Parts that
// are no literals, and the {} of a format, stand as X.
class LibrarySays {
 public:
  explicit LibrarySays(std::string text) : text_(std::move(text)) {}

  std::set<std::string> all() {
    const std::regex call(
        R"re(\b(fail|unsupported|bomb|note|warnings_?\.push_back|warnings_?\.emplace_back)\()re");
    for (std::sregex_iterator it(text_.begin(), text_.end(), call), end; it != end; ++it) {
      at_ = static_cast<std::size_t>(it->position() + it->length());
      arguments();
    }
    return std::move(out_);
  }

 private:
  void arguments() {
    std::string said;
    for (int depth = 1; at_ < text_.size() && depth > 0; ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        const std::string words = literal();
        if (depth == 1 || said.empty()) said += words;  // deeper: arguments of a part
        continue;
      }
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (c == '+' && depth == 1 && !said.ends_with('X')) said += 'X';
      if (depth == 0 || (c == ',' && depth == 1)) keep(said);
      if (c == ';') return keep(said);
    }
  }

  void keep(std::string& said) {
    const bool chinese = std::any_of(said.begin(), said.end(),
                                     [](char c) { return static_cast<unsigned char>(c) > 0xE3; });
    if (chinese) out_.insert(said);
    said.clear();
  }

  std::string literal() {
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '{') {
        at_ = text_.find('}', at_);
        out += 'X';
      } else {
        out += text_[at_];
      }
    }
    return out;
  }

  std::string text_;
  std::size_t at_ = 0;
  std::set<std::string> out_;
};

bool has_chinese(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    if (utf8::is_han(d.cp)) return true;
    at += d.size;
  }
  return false;
}

TEST(MessagesTest, TheCatalogueKnowsWhatTheLibrarySays) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(testing::root() / "src")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".cc") || path.ends_with("_test.cc") || testing::has(path, "/cli/"))
      continue;
    for (const std::string& message : LibrarySays(contents(path)).all()) {
      if (!has_chinese(message)) continue;
      ++count;
      const bool examples =
          message.starts_with("例如");  // of what to type: Chinese in any language
      EXPECT_TRUE(examples || !has_chinese(translated(Language::en, message)))
          << path << ": " << message << "\ngive it a row in a table of src/cli/library_messages.h";
    }
  }
  EXPECT_GT(count, 60u);
}

// The constants that stand in for a literal in such a call.
TEST(MessagesTest, TheCatalogueKnowsTheFormatsThatAreNotRead) {
  const std::string text = contents(testing::root() / "src/read/detect.cc");
  const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
  std::size_t count = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
    const std::string said = (*it)[1];
    if (!has_chinese(said)) continue;
    ++count;
    EXPECT_FALSE(has_chinese(translated(Language::en, said))) << said;
  }
  EXPECT_GT(count, 20u);
}

TEST(MessagesTest, PartsAreTakenOver) {
  EXPECT_EQ(translated(Language::en, "数据库正被占用：database is locked"),
            "the database is in use: database is locked");
  EXPECT_EQ(translated(Language::zh, "qpdf is not installed"), "没有安装 qpdf");
  EXPECT_EQ(translated(Language::en, "没有见过的话"), "没有见过的话");
  EXPECT_EQ(translated(Language::en, ""), "");
}

TEST(MessagesTest, ErrorsCannotSteerTheTerminal) {
  EXPECT_EQ(report(Language::en, {Code::damaged, "x\x1b[2J", "a\nb", "h\u202E"}),
            "guanlan: [damaged] x<U+001B>[2J (a b)\n  hint: h<U+202E>\n");
}

}  // namespace
}  // namespace guanlan::cli
