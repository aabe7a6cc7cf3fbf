// One publication in several formats: the same items with the same words.
#include <gtest/gtest.h>

#include <map>

#include "guanlan/layout.h"
#include "guanlan/outline.h"
#include "testing/source_checks.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using testing::shared_folder;

// Han, letters and digits only: what every extraction has in common.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) utf8::append(out, cp);
  }
  return out;
}

struct Words {
  std::string path, title, body, sources;
  bool operator==(const Words&) const = default;
};

std::vector<Words> items_of(const std::string& name) {
  auto sources = read(shared_folder() / "corpus" / name);
  if (!sources) {
    ADD_FAILURE() << name << ": " << sources.error().message;
    return {};
  }
  std::vector<Words> out;
  for (const Source& source : *sources) {
    const Layout layout = lay_out(source);
    const Issue issue = outline(layout, source);
    const std::string_view text = layout.clean.text;
    for (const Item& item : issue.items) {
      Words& words = out.emplace_back();
      for (const auto& heading : path(issue, item)) words.path += bare(heading) + "/";
      words.title = bare(item.title.of(text));
      words.body = bare(item.body.of(text));
      for (const Span outlet : item.sources) words.sources += bare(outlet.of(text)) + "/";
    }
  }
  return out;
}

struct Pair {
  const char* text;
  const char* other;
  std::size_t may_differ;  // items
};

class FormatsCorpusTest : public ::testing::TestWithParam<Pair> {};

TEST_P(FormatsCorpusTest, TheSameItems) {
  GUANLAN_NEEDS_SHARED();
  const auto wanted = items_of(GetParam().text), given = items_of(GetParam().other);
  ASSERT_EQ(wanted.size(), given.size());
  std::size_t differ = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(wanted[i].path, given[i].path);
    differ += wanted[i] != given[i];
    if (GetParam().may_differ == 0) {
      EXPECT_EQ(wanted[i].body, given[i].body) << wanted[i].title;
    }
  }
  EXPECT_LE(differ, GetParam().may_differ);
}
INSTANTIATE_TEST_SUITE_P(
    All, FormatsCorpusTest,
    ::testing::Values(Pair{"002.txt", "002.html", 2}, Pair{"002.txt", "002.pdf", 2},
                      Pair{"002.txt", "002.docx", 2}, Pair{"000.txt", "000.docx", 1},
                      Pair{"004.txt", "004.pdf", 6}, Pair{"001.utf8.html", "001.gb18030.html", 0}));

TEST(FeedCorpusTest, EveryEntryIsADocumentWithOneItem) {
  GUANLAN_NEEDS_SHARED();
  std::map<std::string, Words> monthly;
  for (Words& item : items_of("002.txt")) monthly.emplace(item.title, item);
  for (const char* name : {"002.atom.xml", "002.rss.xml"}) {
    const auto entries = read(shared_folder() / "corpus" / name);
    ASSERT_TRUE(entries) << name;
    const auto items = items_of(name);
    EXPECT_EQ(items.size(), entries->size()) << name;
    for (const Words& item : items) {
      ASSERT_TRUE(monthly.contains(item.title)) << item.title;
      EXPECT_EQ(item.body, monthly[item.title].body) << name;
    }
  }
}

}  // namespace
}  // namespace guanlan
