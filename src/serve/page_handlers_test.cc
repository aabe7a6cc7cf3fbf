// Pages as pictures: with poppler-utils, which reading PDFs needs as well.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "serve/service.h"
#include "testing/pdf_builder.h"
#include "testing/readings.h"
#include "testing/requests.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan::serve {
namespace {

using nlohmann::json;

class PageHandlers : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Service> service;
  std::string digest, raw;

  void SetUp() override {
    Options options;
    options.database = scratch / "test.db";
    service = Service::open(options).value();
    testing::PdfBuilder pdf;
    pdf.page()
        .text(100, 200, 20, "示例省网信办通报案例")
        .page(842, 595)
        .text(50, 50, 12, "第二页的文字");
    const Reading reading = testing::taken(pdf.bytes(), "示例.pdf");
    ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
    digest = reading.digest;
    raw = reading.sources[0].raw;
  }
  Response get(const std::string& rest) const {
    return testing::get(*service, "/api/v1/documents/" + digest + "/pages/" + rest);
  }
};

TEST_F(PageHandlers, APageIsAPictureWithItsTag) {
  const Response first = get("1");
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(first.type, "image/png");
  EXPECT_TRUE(first.body.starts_with("\x89PNG"));
  EXPECT_FALSE(first.etag.empty());
  EXPECT_NE(get("2").body, first.body);
  EXPECT_EQ(get("1").etag, first.etag);
  EXPECT_EQ(get("3").status, 404);
  EXPECT_EQ(get("0").status, 404);
  EXPECT_EQ(get("x").status, 400);
}

TEST_F(PageHandlers, AWordStandsWhereItIsDrawn) {
  const std::size_t at = raw.find("网信办");
  ASSERT_NE(at, std::string::npos);
  const Response response =
      get("1/boxes?begin=" + std::to_string(at) + "&end=" + std::to_string(at + 9));
  ASSERT_EQ(response.status, 200) << response.body;
  const json boxes = json::parse(response.body);
  ASSERT_EQ(boxes.size(), 1u) << response.body;
  // Three characters of twenty points behind three others that begin at (100, 200) of 595 × 842.
  EXPECT_NEAR(boxes[0]["x"].get<double>(), 160.0 / 595, 0.01);
  EXPECT_NEAR(boxes[0]["w"].get<double>(), 60.0 / 595, 0.01);
  EXPECT_NEAR(boxes[0]["y"].get<double>(), 200.0 / 842, 0.02);
  EXPECT_EQ(json::parse(
                get("2/boxes?begin=" + std::to_string(at) + "&end=" + std::to_string(at + 9)).body)
                .size(),
            0u);
  EXPECT_EQ(json::parse(get("1/boxes?begin=9&end=9").body).size(), 0u);
}

TEST_F(PageHandlers, ATextHasNoPages) {
  const Reading text = testing::taken("示例省网信办发布通报。\n", "示例.txt");
  ASSERT_TRUE(service->write([&](Store& store) { return store.put(text); }));
  digest = text.digest;
  EXPECT_EQ(get("1").status, 415);
  digest = "sha256:0";
  EXPECT_EQ(get("1").status, 404);
}

}  // namespace
}  // namespace guanlan::serve
