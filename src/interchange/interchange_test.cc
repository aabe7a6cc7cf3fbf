#include "guanlan/interchange.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "guanlan/record.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

TEST(JsonLd, NamesBodiesPlacesAndLegislation) {
  const auto line = jsonld_line(
      R"({"document":"sha256:ab","file":"示例.txt","n":3,"title":"某公司被处罚","kind":"enforcement",)"
      R"("event_date":{"value":"2024-04-02","role":"on"},"sources":["示例网"],)"
      R"("authorities":[{"name":"天水市公安局"}],"regions":[{"path":"甘肃省/天水市","code":"620500"}],)"
      R"("instruments":[{"title":"示例办法","status":"draft"}],)"
      R"("citations":[{"instrument":"网络安全法","provision":"第二十一条"}]})");
  ASSERT_TRUE(line);
  const Json node = Json::parse(*line);
  EXPECT_EQ(node["@id"], "urn:guanlan:sha256:ab:3");
  EXPECT_EQ(node["temporalCoverage"], "2024-04-02");
  EXPECT_EQ(node["spatialCoverage"][0]["name"], "天水市");
  EXPECT_EQ(node["spatialCoverage"][0]["identifier"], "620500");
  EXPECT_EQ(node["spatialCoverage"][0]["containedInPlace"]["name"], "甘肃省");
  EXPECT_EQ(node["about"][0]["legislationLegalForce"], "https://schema.org/NotInForce");
  EXPECT_EQ(node["citation"][0]["legislationIdentifier"], "第二十一条");
  EXPECT_EQ(node["citation"][0]["isPartOf"]["name"], "网络安全法");
  EXPECT_FALSE(jsonld_line("[1]"));
  EXPECT_FALSE(jsonld_line("{"));
}

Fact fact_at(Span span) { return {"authorities", 0, "示例局", "示例局", {1, span}, "", ""}; }

// The naive count of what the annotator counts in blocks.
std::size_t characters(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

TEST(Annotations, CountInCharacters) {
  std::string raw;
  for (int i = 0; i < 3000; ++i) raw += i % 3 == 0 ? "观a澜" : "示例";
  const std::string words = "天水市公安局";
  const auto begin = static_cast<std::uint32_t>(raw.size());
  raw += words + "通报。";
  const Annotator annotator(raw, "sha256:ab", 1);
  const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
  const auto lines =
      annotator.lines(7, {fact_at(span), fact_at({0, 3}), fact_at({begin, 1'000'000})});
  ASSERT_EQ(lines.size(), 2u);  // the last lies outside
  const Json selectors = Json::parse(lines[0])["target"]["selector"];
  EXPECT_EQ(selectors[0]["exact"], words);
  EXPECT_EQ(selectors[0]["suffix"], "通报。");
  EXPECT_EQ(selectors[1]["start"], characters(std::string_view(raw).substr(0, begin)));
  EXPECT_EQ(selectors[1]["end"].get<std::size_t>() - selectors[1]["start"].get<std::size_t>(), 6u);
  EXPECT_EQ(Json::parse(lines[1])["target"]["selector"][0]["prefix"], "");
}

TEST(Workbook, IsThereWholeOrNotAtAll) {
  const testing::Scratch scratch;
  const auto file = scratch / "records.xlsx";
  {
    auto book = RecordWorkbook::create(file);
    ASSERT_TRUE(book);
    book->add(R"({"document":"sha256:ab","file":"a.txt","n":1,"title":"=1+1"})");
  }
  EXPECT_TRUE(std::filesystem::is_empty(scratch / "."));
  auto book = RecordWorkbook::create(file);
  ASSERT_TRUE(book);
  book->add(R"({"document":"sha256:ab","file":"a.txt","n":1,"apps":["=1+1"]})");
  ASSERT_TRUE(book->finish());
  const auto read = guanlan::read(file);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_NE(read->front().raw.find("=1+1"), std::string::npos);
  EXPECT_FALSE(
      RecordWorkbook::create(scratch / "no" / "such.xlsx").and_then([](RecordWorkbook&& b) {
        return b.finish();
      }));
}

TEST(AkomaNtoso, KeepsChaptersArticlesAndParagraphs) {
  const LawVersion law{1, "示例法", "示例法", "法律", "2020-01-01", "2020-06-01", 2};
  const std::string xml = akoma_ntoso(
      law, {{"第一条", "第一章 总则", "甲 <b>。\n乙。"}, {"第十七条之一", "第二章 附则", "丙。"}});
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(xml.c_str()));
  const auto body = document.child("akomaNtoso").child("act").child("body");
  const auto first = body.child("hcontainer").child("article");
  EXPECT_STREQ(first.attribute("eId").value(), "art_1");
  EXPECT_STREQ(first.child("paragraph").child("content").child("p").text().get(), "甲 <b>。");
  EXPECT_STREQ(body.last_child().child("article").attribute("eId").value(), "art_17-1");
  EXPECT_STREQ(document.child("akomaNtoso")
                   .child("act")
                   .child("meta")
                   .child("lifecycle")
                   .child("eventRef")
                   .attribute("date")
                   .value(),
               "2020-06-01");
}

}  // namespace
}  // namespace guanlan
