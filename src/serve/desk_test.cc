// The editors' desk over HTTP, in memory: an issue from stored items to a Word file; two editors.
#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "guanlan/lexicon.h"
#include "serve/service.h"
#include "testing/fake_endpoint.h"
#include "testing/place.h"
#include "testing/readings.h"
#include "testing/requests.h"
#include "testing/scratch.h"

namespace guanlan::serve {
namespace {

using nlohmann::json;

class DeskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Options options;
    options.database = scratch / "desk.db";
    options.clock = testing::stopped_clock();
    service = Service::open(options).value();
    auto bytes = load((testing::root() / "samples/monthly.txt").string());
    ASSERT_TRUE(bytes);
    const auto reading = take_in(std::move(*bytes), "monthly.txt", Lexicon::builtin());
    ASSERT_TRUE(reading);
    ASSERT_TRUE(service->write([&](Store& store) { return store.put(*reading); }));
    const Response made = send(Method::post, "", R"({"period":"2025-03","style":"monthly"})");
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.header("Location"), "/api/v1/issues/2025-03-monthly");
  }
  Response send(Method method, const std::string& path, const std::string& body = {},
                std::string_view tag = {}) const {
    Request out = testing::request(method, "/api/v1/issues" + path, body);
    if (method != Method::get) out.headers.add("X-CSRF-Token", service->local_csrf());
    if (!tag.empty()) out.headers.add("If-Match", std::string(tag));
    return service->handle(out);
  }
  json issue(std::string* tag = nullptr) const {
    const Response response = send(Method::get, "/2025-03-monthly");
    EXPECT_EQ(response.status, 200) << response.body;
    if (tag != nullptr) *tag = response.header("ETag");
    return json::parse(response.body);
  }
  static std::vector<std::string> ids_of(const json& issue) {
    std::vector<std::string> out;
    for (const json& part : issue["parts"]) {
      for (const json& item : part["items"]) out.push_back(item["id"]);
      for (const json& section : part["sections"]) {
        for (const json& item : section["items"]) out.push_back(item["id"]);
      }
    }
    return out;
  }
  Response act(json action) const {
    std::string tag;
    (void)issue(&tag);
    return send(Method::post, "/2025-03-monthly/actions", action.dump(), tag);
  }

  testing::Scratch scratch;
  std::unique_ptr<Service> service;
};

TEST_F(DeskTest, ListsIssuesAndTheirItems) {
  const json list = json::parse(send(Method::get, "").body);
  ASSERT_EQ(list["total"], 1);
  EXPECT_EQ(list["items"][0]["name"], "2025-03-monthly");
  EXPECT_EQ(list["items"][0]["state"], "draft");
  EXPECT_GT(ids_of(issue()).size(), 3u);
}

TEST_F(DeskTest, ASecondEditorIsToldAndLosesNothing) {
  const std::string item = "/2025-03-monthly/items/" + ids_of(issue()).front();
  const Response read = send(Method::get, item);
  const std::string tag(read.header("ETag"));
  EXPECT_EQ(send(Method::patch, item, R"({"title":"无版本"})").status, 428);
  const Response first = send(Method::patch, item, R"({"title":"甲的标题"})", tag);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_NE(first.header("ETag"), tag);
  const Response second = send(Method::patch, item, R"({"title":"乙的标题"})", tag);
  EXPECT_EQ(second.status, 412);
  EXPECT_EQ(json::parse(second.body)["code"], "precondition");
  EXPECT_EQ(json::parse(send(Method::get, item).body)["title"], "甲的标题");
  EXPECT_EQ(send(Method::patch, item, R"({"title":"乙的标题"})", first.header("ETag")).status, 200);
}

TEST_F(DeskTest, EditsKeepTheHistory) {
  const std::string item = "/2025-03-monthly/items/" + ids_of(issue()).front();
  const std::string tag(send(Method::get, item).header("ETag"));
  ASSERT_EQ(send(Method::patch, item,
                 "{\"body\":\"一段。\\n\\n  \\n二段。\\r\\n\",\"words\":[{\"text\":\"3家\"}]}", tag)
                .status,
            200);
  const json now = json::parse(send(Method::get, item).body);
  EXPECT_EQ(now["body"], "一段。\n二段。");
  EXPECT_EQ(now["words"][0]["by"], "local");
  const json past = json::parse(send(Method::get, "/2025-03-monthly/history").body);
  EXPECT_EQ(past["items"][0]["did"], "edit");
  EXPECT_EQ(past["items"][0]["by"], "local");
}

TEST_F(DeskTest, ArrangesWhatStandsWhere) {
  const std::vector<std::string> ids = ids_of(issue());
  const std::string place = issue()["parts"].back()["id"];
  ASSERT_EQ(act({{"do", "move"}, {"item", ids[0]}, {"place", place}, {"at", 1}}).status, 200);
  EXPECT_EQ(issue()["parts"].back()["items"][0]["id"], ids[0]);
  ASSERT_EQ(act({{"do", "merge"}, {"item", ids[0]}, {"other", ids[1]}}).status, 200);
  ASSERT_EQ(act({{"do", "drop"}, {"item", ids[0]}, {"why", "不宜"}}).status, 200);
  EXPECT_EQ(ids_of(issue()).size(), ids.size() - 2);
  EXPECT_EQ(issue()["dropped"].back()["why"], "不宜");
  EXPECT_EQ(act({{"do", "move"}, {"item", ids[0]}, {"place", "nowhere"}}).status, 404);
  EXPECT_EQ(act({{"do", "burn"}}).status, 400);
  EXPECT_EQ(send(Method::post, "/2025-03-monthly/actions", R"({"do":"drop"})", "\"old\"").status,
            412);
}

TEST_F(DeskTest, ChangesMastheadTitlesLeadsAndKeywords) {
  std::string tag;
  const json before = issue(&tag);
  const std::string part = before["parts"][0]["id"], item = ids_of(before).front();
  EXPECT_EQ(before["drafting"], false);
  const json change{
      {"masthead",
       {{"issue", "2025年第3期"}, {"bodies", {{{"role", "主办单位"}, {"name", "示例协会"}}}}}},
      {"parts",
       {{{"id", part},
         {"title", " 本月\n要闻 "},
         {"keywords", {"数据", "备案"}},
         {"lead", {{{"item", item}, {"text", "一句。"}}, {{"text", "编者的一句。"}}}}}}}};
  EXPECT_EQ(send(Method::patch, "/2025-03-monthly", change.dump()).status, 428);
  const Response done = send(Method::patch, "/2025-03-monthly", change.dump(), tag);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(send(Method::patch, "/2025-03-monthly", change.dump(), tag).status, 412);
  const json now = issue();
  EXPECT_EQ(now, json::parse(done.body));
  EXPECT_EQ(now["masthead"]["issue"], "2025年第3期");
  EXPECT_EQ(now["masthead"]["name"], before["masthead"]["name"]);
  EXPECT_EQ(now["masthead"]["bodies"][0]["name"], "示例协会");
  EXPECT_EQ(now["parts"][0]["title"], "本月 要闻");
  EXPECT_EQ(now["parts"][0]["label"], before["parts"][0]["label"]);
  EXPECT_EQ(now["parts"][0]["keywords"], json({"数据", "备案"}));
  EXPECT_EQ(now["parts"][0]["lead"][0], json({{"item", item}, {"text", "一句。"}, {"by", ""}}));
  EXPECT_EQ(now["parts"][0]["lead"][1],
            json({{"item", ""}, {"text", "编者的一句。"}, {"by", "local"}}));
  EXPECT_EQ(ids_of(now), ids_of(before));
  EXPECT_EQ(json::parse(send(Method::get, "/2025-03-monthly/history").body)["items"][0]["did"],
            "outline");
}

TEST_F(DeskTest, ChangesThatMakeNoSenseChangeNothing) {
  std::string tag;
  const json before = issue(&tag);
  const std::string part = before["parts"][0]["id"];
  const std::pair<json, int> kWrong[] = {
      {{{"masthead", {{"date", "5月"}}}}, 400},
      {{{"masthead", {{"name", 5}}}}, 400},
      {{{"masthead", {{"bodies", {{{"role", "主办"}}}}}}}, 400},
      {{{"parts", {{{"id", "nowhere"}, {"title", "x"}}}}}, 404},
      {{{"parts", {{{"id", part}, {"title", " "}}}}}, 400},
      {{{"parts", {{{"id", part}, {"keywords", "数据"}}}}}, 400},
      {{{"parts", {{{"id", part}, {"lead", {{{"item", "nothing"}, {"text", "x"}}}}}}}}, 404},
  };
  for (const auto& [change, status] : kWrong) {
    EXPECT_EQ(send(Method::patch, "/2025-03-monthly", change.dump(), tag).status, status)
        << change.dump();
  }
  EXPECT_EQ(issue(), before);
}

TEST_F(DeskTest, DraftsComeFromTheConfiguredModelOnly) {
  const std::string item = ids_of(issue()).front();
  const std::string wish = json({{"of", item}}).dump();
  EXPECT_EQ(send(Method::post, "/2025-03-monthly/drafts", wish).status, 400);
  const std::string title =
      json::parse(send(Method::get, "/2025-03-monthly/items/" + item).body)["title"];
  const guanlan::testing::FakeEndpoint model(title);
  Options options;
  options.database = scratch / "desk.db";
  options.clock = testing::stopped_clock();
  options.drafts = {model.address(), "m", {}, 5};
  service.reset();
  service = Service::open(options).value();
  EXPECT_EQ(issue()["drafting"], true);
  const Response drafted = send(Method::post, "/2025-03-monthly/drafts", wish);
  ASSERT_EQ(drafted.status, 200) << drafted.body;
  EXPECT_EQ(json::parse(drafted.body)["text"], title);
  EXPECT_EQ(send(Method::post, "/2025-03-monthly/drafts", R"({"of":"nothing"})").status, 404);
}

TEST_F(DeskTest, RendersInTheBackgroundPastTheGate) {
  const auto render = [&](const std::string& body) {
    const Response taken = send(Method::post, "/2025-03-monthly/render", body);
    EXPECT_EQ(taken.status, 202) << taken.body;
    const std::string job = json::parse(taken.body)["job"];
    for (int i = 0; i < 600; ++i) {
      const auto view = service->jobs().find(job);
      if (view && view->ended) return *view;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return JobView{};
  };
  EXPECT_EQ(render(R"({"outputs":["docx"]})").files.at(0).state, FileState::failed);
  std::string tag;
  static_cast<void>(issue(&tag));
  ASSERT_EQ(send(Method::patch, "/2025-03-monthly",
                 R"({"masthead":{"bodies":[{"role":"主办单位","name":"示例协会"}]}})", tag)
                .status,
            200);
  ASSERT_EQ(act({{"do", "state"}, {"item", "*"}, {"state", "approved"}}).status, 200);
  const json verdict = json::parse(send(Method::get, "/2025-03-monthly/check").body);
  EXPECT_TRUE(verdict["obstacles"].empty()) << verdict.dump();
  const JobView done = render(R"({"outputs":["docx","md"]})");
  ASSERT_EQ(done.files.size(), 2u);
  EXPECT_EQ(done.files[0].state, FileState::done) << done.files[0].message;
  const Response file = send(Method::get, "/2025-03-monthly/files/" + done.files[0].document);
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(file.body.starts_with("PK"));
  EXPECT_TRUE(file.header("Content-Disposition").starts_with("attachment"));
}

TEST_F(DeskTest, NamesThatAreNoIssuesOpenNothing) {
  for (const char* name : {"/..", "/%2e%2e", "/2025-03-monthly%2f..", "/.hidden", "/nothing"}) {
    const int status = send(Method::get, name).status;
    EXPECT_TRUE(status == 400 || status == 404) << name << status;
  }
  EXPECT_EQ(send(Method::get, "/2025-03-monthly/files/..%2fissue.yaml").status, 404);
  EXPECT_NE(send(Method::get, "/2025-03-monthly/files/.hidden").status, 200);
  EXPECT_EQ(send(Method::post, "", R"({"period":"March"})").status, 400);
  EXPECT_EQ(send(Method::post, "", R"({"period":"2025-03","style":"../x"})").status, 404);
}

}  // namespace
}  // namespace guanlan::serve
