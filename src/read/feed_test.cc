#include "read/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::check_source;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::text_of;

std::vector<Source> feed(const std::string& xml) {
  auto sources = read_bytes(xml, "示例.xml");
  if (!sources) {
    ADD_FAILURE() << sources.error().message << " " << sources.error().place;
    return {};
  }
  for (const Source& s : *sources) {
    check_source(s);
    EXPECT_EQ(s.format, Format::feed);
  }
  return std::move(*sources);
}

TEST(Feed, RssWithFullContentAndWithSummaries) {
  const auto sources = feed(
      "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='c' "
      "xmlns:media='m'><channel>"
      "<title>示例协会</title><link>https://www.example.org/</link>"
      "<item><media:title>图</media:title><title><![CDATA[某地开展专项行动]]></title><link>/a/"
      "1.html</link>"
      "<pubDate>Wed, 15 May 2024 09:20:00 +0800</pubDate><description>摘要。</description>"
      "<content:encoded><![CDATA[<p>　　4月9日，某地开展专项行动。</p><p>共检查12家。<a "
      "href='/a/1.html'>阅读全文</a></p>"
      "<p><a href='/x'>阅读全文</a></p>]]></content:encoded></item>"
      "<item><title>另一条 &amp;amp; 其他</title><guid>https://www.example.org/a/2.html</guid>"
      "<description>&lt;p&gt;只有摘要。&lt;/p&gt;</description></item></channel></rss>");
  ASSERT_EQ(sources.size(), 2u);
  EXPECT_THAT(
      testing::texts(sources[0]),
      ElementsAre("某地开展专项行动", "4月9日，某地开展专项行动。", "共检查12家。阅读全文"));
  EXPECT_EQ(sources[0].title, "某地开展专项行动");
  EXPECT_EQ(sources[0].published, "2024-05-15");
  EXPECT_EQ(sources[0].link, "https://www.example.org/a/1.html");
  EXPECT_EQ(sources[0].lines[0].role, Role::heading);
  EXPECT_EQ(sources[1].title, "另一条 & 其他");
  EXPECT_EQ(sources[1].link, "https://www.example.org/a/2.html");
  EXPECT_THAT(sources[1].warnings, ElementsAre(HasSubstr("只有摘要")));
  EXPECT_EQ(sources[0].digest, sources[1].digest);
}

TEST(Feed, AtomInEachTypeOfContent) {
  const auto sources = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://e.example/'>"
      "<entry><title>甲</title><link rel='self' href='s'/><link "
      "href='/1'/><published>2024-05-15T01:00:00Z</published>"
      "<content type='html'>&lt;p&gt;一段&lt;/p&gt;</content></entry>"
      "<entry><title type='html'>&lt;b&gt;乙&lt;/b&gt;</title><content type='xhtml'><div "
      "xmlns='x'><p>二 <b>段</b></p><ol><li>条</li></ol></div></content></entry>"
      "<entry><title>丙</title><updated>2024-01-02</updated><content type='text'>三行\n四行 "
      "a&lt;b</content></entry></feed>");
  ASSERT_EQ(sources.size(), 3u);
  EXPECT_THAT(testing::texts(sources[0]), ElementsAre("甲", "一段"));
  EXPECT_EQ(sources[0].link, "https://e.example/1");
  EXPECT_THAT(testing::texts(sources[1]), ElementsAre("乙", "二 段", "1. 条"));
  EXPECT_THAT(testing::texts(sources[2]), ElementsAre("丙", "三行", "四行 a<b"));
  EXPECT_EQ(sources[2].published, "2024-01-02");
}

TEST(Feed, RdfAndGb18030) {
  const auto sources = feed(
      "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/' "
      "xmlns:dc='d'><channel><title>x</title></channel>"
      "<item><title>旧式</title><dc:date>2004-03-02</dc:date><description>正文。</description></"
      "item></rdf:RDF>");
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_EQ(sources[0].published, "2004-03-02");
  EXPECT_TRUE(feed("<rss><channel><title>空</title></channel></rss>").empty());
}

Error feed_refusal(const std::string& xml) {
  const auto sources = read_bytes(xml, "坏.xml");
  return sources ? Error{Code::invalid, "none", "", ""} : sources.error();
}

TEST(FeedBadInput, NotWellFormedNamesTheLine) {
  const Error e = feed_refusal("<rss>\n<channel>\n<item><title>甲</item>\n</channel></rss>");
  EXPECT_EQ(e.code, Code::damaged);
  EXPECT_THAT(e.place, HasSubstr("第 3 行"));
  EXPECT_FALSE(e.hint.empty());
  EXPECT_EQ(feed_refusal("<rss><channel><item>").code, Code::damaged);
}

TEST(FeedBadInput, EntitiesAreNeverExpanded) {
  const std::string bomb =
      "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b "
      "'&a;&a;&a;&a;'>]><rss><channel><item>"
      "<title>&b;</title></item></channel></rss>";
  EXPECT_EQ(feed_refusal(bomb).code, Code::damaged);
  EXPECT_THAT(feed_refusal(bomb).message, HasSubstr("实体"));
  EXPECT_EQ(
      feed_refusal("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel/></rss>")
          .code,
      Code::damaged);
  EXPECT_EQ(feed("<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' "
                 "'http://x/'><rss><channel><item><title>a</title>"
                 "</item></channel></rss>")
                .size(),
            1u);
}

TEST(FeedBadInput, NestedTooDeeply) {
  std::string xml = "<rss><channel>";
  for (int i = 0; i < 100'000; ++i) xml += "<item>";
  EXPECT_EQ(feed_refusal(xml).code, Code::damaged);
}

TEST(FeedCorpus, EntriesOfBothFormats) {
  GUANLAN_NEEDS_SHARED();
  const auto corpus = testing::shared_folder() / "corpus";
  const auto atom = read(corpus / "002.atom.xml");
  const auto rss = read(corpus / "002.rss.xml");
  ASSERT_TRUE(atom && rss);
  ASSERT_EQ(atom->size(), rss->size());
  for (std::size_t i = 0; i < atom->size(); ++i) {
    check_source((*atom)[i]);
    EXPECT_EQ((*atom)[i].raw, (*rss)[i].raw);
    EXPECT_EQ((*atom)[i].published, "2024-05-15");
    EXPECT_THAT((*atom)[i].link, HasSubstr("https://www.example.org/"));
  }
}

}  // namespace
}  // namespace guanlan
