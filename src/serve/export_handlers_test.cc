// What is taken away: the records that a query finds, in each form.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "serve/pipe.h"
#include "testing/requests.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan::serve {
namespace {

using nlohmann::json;

class ExportHandlers : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Service> service;

  void SetUp() override {
    Options options;
    options.database = scratch / "test.db";
    service = Service::open(options).value();
    for (
        const char* text :
        {"示例市网信办处罚示例公司\n\n2024年4月9日，示例市网信办依据《网络安全法》第四十四条，对示例科技有限公司罚款5万元。\n",
         "示例协会举办培训\n\n2024年5月9日，示例协会举办培训，学习《网络安全法》。\n"}) {
      const Reading reading = testing::taken(text);
      ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
    }
  }
  Response get(std::string_view target) const { return testing::get(*service, target); }
  std::string file(std::string_view target) const {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return response.stream ? drained(*response.stream) : "";
  }
};

std::ptrdiff_t lines_of(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

TEST_F(ExportHandlers, TakesWhatTheQueryFinds) {
  EXPECT_EQ(lines_of(file("/api/v1/export.jsonl")), 2);
  EXPECT_EQ(lines_of(file("/api/v1/export.jsonl?kind=enforcement")), 1);
  EXPECT_EQ(lines_of(file("/api/v1/export.jsonl?since=2024-05")), 1);
  const std::string found = file("/api/v1/export.jsonl?q=%E7%BD%9A%E6%AC%BE");  // 罚款
  EXPECT_EQ(lines_of(found), 1);
  EXPECT_EQ(json::parse(found)["kind"], "enforcement");
  EXPECT_EQ(file("/api/v1/export.jsonl?kind=judgment"), "");
  EXPECT_EQ(lines_of(file("/api/v1/export.csv?kind=enforcement")), 2);  // the head
  EXPECT_EQ(get("/api/v1/export.csv?q=%22").status, 400);  // a quotation that does not end
}

TEST_F(ExportHandlers, WritesEachForm) {
  const std::string linked = file("/api/v1/export.jsonld?kind=enforcement");
  EXPECT_EQ(json::parse(linked)["@context"], "https://schema.org");
  EXPECT_TRUE(file("/api/v1/export.xlsx").starts_with("PK\x03\x04"));
  const std::string marks = file("/api/v1/export.annotations?kind=enforcement");
  EXPECT_NE(marks.find("5万元"), std::string::npos);
  const json first = json::parse(marks.substr(0, marks.find('\n')));
  EXPECT_EQ(first["type"], "Annotation");
  EXPECT_TRUE(first["target"]["source"].get<std::string>().starts_with("urn:guanlan:sha256:"));
}

}  // namespace
}  // namespace guanlan::serve
