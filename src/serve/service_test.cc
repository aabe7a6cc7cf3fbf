// The server in memory: requests go in, responses come out, no socket is opened.
#include "serve/service.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "serve/secret.h"
#include "testing/readings.h"
#include "testing/requests.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan::serve {
namespace {

using nlohmann::json;

class ServiceTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Service> service;

  void SetUp() override {
    Options options;
    options.database = scratch / "test.db";
    options.clock = testing::stopped_clock();
    service = Service::open(options).value();
    Reading reading = testing::reading();
    std::string& record = reading.sources[0].items[0].record;  // as its facts say
    json told = json::parse(record);
    told["regions"] = {{{"path", "甘肃省/天水市"}}};
    record = told.dump();
    ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
  }

  Response get(std::string_view target) const { return testing::get(*service, target); }
  json body(std::string_view target) const {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return json::parse(response.body, nullptr, false);
  }
  Request write(Method method, std::string_view target, std::string text = {}) const {
    Request out = testing::request(method, target, std::move(text));
    out.headers.add("X-CSRF-Token", service->local_csrf());
    return out;
  }
  static std::string code_of(const Response& response) {
    EXPECT_EQ(response.type, "application/problem+json");
    return json::parse(response.body).value("code", "");
  }
};

TEST_F(ServiceTest, TellsWhoIsAsking) {
  const json session = body("/api/v1/session");
  EXPECT_EQ(session["user"], "local");
  EXPECT_EQ(session["role"], "admin");
  EXPECT_EQ(session["accounts"], false);
  EXPECT_EQ(session["csrf"], service->local_csrf());
}

TEST_F(ServiceTest, ListsItemsByDateInParts) {
  const json first = body("/api/v1/items?limit=2");
  EXPECT_EQ(first["total"], 3);
  ASSERT_EQ(first["items"].size(), 2u);
  EXPECT_EQ(first["items"][0]["title"], "条例公布");
  const json rest = body("/api/v1/items?limit=2&cursor=" + first["next"].get<std::string>());
  ASSERT_EQ(rest["items"].size(), 1u);
  EXPECT_TRUE(rest["next"].is_null());
}

TEST_F(ServiceTest, RefusesTheCursorOfAnotherQuestion) {
  const std::string cursor = body("/api/v1/items?limit=1")["next"];
  EXPECT_EQ(get("/api/v1/items?limit=1&kind=other&cursor=" + cursor).status, 400);
  EXPECT_EQ(get("/api/v1/items?cursor=AAAA").status, 400);
}

TEST_F(ServiceTest, FiltersItems) {
  EXPECT_EQ(body("/api/v1/items?kind=enforcement")["total"], 1);
  EXPECT_EQ(body("/api/v1/items?region=%E7%94%98%E8%82%83")["total"], 1);
  EXPECT_EQ(body("/api/v1/items?since=2024-05")["total"], 1);
  EXPECT_EQ(body("/api/v1/items?q=%E6%9D%A1%E4%BE%8B")["total"], 1);  // 条例
  EXPECT_EQ(body("/api/v1/items?q=%E6%9D%A1%E4%BE%8B&kind=enforcement")["total"], 0);
  EXPECT_EQ(body("/api/v1/items")["facets"]["kind"].size(), 3u);
  EXPECT_EQ(get("/api/v1/items?q=%22").status, 400);  // a quotation that does not end
  EXPECT_EQ(get("/api/v1/items?sort=size").status, 400);
  EXPECT_EQ(get("/api/v1/items?since=yesterday").status, 400);
  EXPECT_EQ(get("/api/v1/items?limit=201").status, 400);
}

TEST_F(ServiceTest, ProofreadsAStoredDocument) {
  const std::string digest = body("/api/v1/documents")["items"][0]["id"];
  const Response fine =
      service->handle(write(Method::post, "/api/v1/check", json{{"document", digest}}.dump()));
  ASSERT_EQ(fine.status, 200) << fine.body;
  EXPECT_TRUE(json::parse(fine.body).contains("findings"));
  EXPECT_EQ(service->handle(write(Method::post, "/api/v1/check", "{}")).status, 400);
  const std::string none = json{{"document", "sha256:0"}}.dump();
  EXPECT_EQ(service->handle(write(Method::post, "/api/v1/check", none)).status, 404);
}

TEST_F(ServiceTest, CountsEnforcementAndNamesItsItems) {
  const json counted = body("/api/v1/stats?by=month");
  EXPECT_GE(counted["total"].get<int>(), 1);
  EXPECT_FALSE(counted["rows"][0]["items"].empty());
  EXPECT_EQ(get("/api/v1/stats?by=size").status, 400);
  const Response table = get("/api/v1/stats.csv?by=month");
  EXPECT_EQ(table.type, "text/csv; charset=utf-8");
  EXPECT_TRUE(table.body.starts_with("\xEF\xBB\xBF名称,条目数,")) << table.body;
  EXPECT_NE(table.body.find("合计（每条只计一次）,"), std::string::npos);
  const Response book = get("/api/v1/stats.xlsx?by=month");
  EXPECT_EQ(book.status, 200) << book.body;
  EXPECT_TRUE(book.body.starts_with("PK"));
  EXPECT_EQ(get("/api/v1/stats.xlsx?by=size").status, 400);
}

TEST_F(ServiceTest, ShowsAnItemWithItsFactsAndItsSource) {
  const std::string id = body("/api/v1/items?kind=enforcement")["items"][0]["id"].dump();
  const json item = body("/api/v1/items/" + id);
  EXPECT_EQ(item["record"]["title"], "某公司被处罚");
  EXPECT_EQ(item["facts"].size(), 3u);
  EXPECT_EQ(item["text"]["title"][0], (json{{"begin", 0}, {"end", 6}}));
  EXPECT_FALSE(item["has_pages"]);
  const json source = body("/api/v1/items/" + id + "/source?around=5");
  EXPECT_EQ(source["text"], "示例文件");
  EXPECT_EQ(get("/api/v1/items/999").status, 404);
  EXPECT_EQ(get("/api/v1/items/x").status, 400);
}

TEST_F(ServiceTest, KnowsADocumentByItsDigest) {
  const json list = body("/api/v1/documents");
  ASSERT_EQ(list["total"], 1);
  const std::string id = list["items"][0]["id"];
  EXPECT_EQ(body("/api/v1/documents/" + id)["sources"].size(), 2u);
  const Response file = get("/api/v1/documents/" + id + "/file");
  EXPECT_EQ(file.body, "示例文件");
  EXPECT_TRUE(std::string(file.header("Content-Disposition")).starts_with("attachment"));
  EXPECT_EQ(get("/api/v1/documents/sha256:0/file").status, 404);
}

TEST_F(ServiceTest, AnswersNotModified) {
  const Response first = get("/api/v1/items");
  ASSERT_FALSE(first.header("ETag").empty());
  Request again = testing::request(Method::get, "/api/v1/items");
  again.headers.add("If-None-Match", std::string(first.header("ETag")));
  const Response second = service->handle(again);
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
}

TEST_F(ServiceTest, ErrorsHaveOneShape) {
  const Response response = get("/api/v1/nowhere");
  EXPECT_EQ(response.status, 404);
  const json problem = json::parse(response.body);
  for (const char* key : {"type", "title", "status", "code", "detail", "place", "hint"}) {
    EXPECT_TRUE(problem.contains(key)) << key;
  }
  EXPECT_EQ(code_of(response), "no_route");
  const Response method = service->handle(write(Method::del, "/api/v1/items"));
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(method.header("Allow"), "GET, HEAD");
}

TEST_F(ServiceTest, AnswersOnlyUnderItsOwnNames) {
  for (const char* host :
       {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""}) {
    Request rebound;
    set_target(rebound, "/api/v1/items");
    rebound.headers.add("Host", host);
    EXPECT_EQ(service->handle(rebound).status, 421) << host;
  }
  for (const char* host : {"localhost:8080", "LOCALHOST", "[::1]:8080", "192.0.2.7"}) {
    Request own;
    set_target(own, "/api/v1/items");
    own.headers.add("Host", host);
    EXPECT_EQ(service->handle(own).status, 200) << host;
  }
}

TEST_F(ServiceTest, WritesCarryTheTokenAndComeFromOurPages) {
  EXPECT_EQ(service->handle(testing::request(Method::post, "/api/v1/documents")).status, 403);
  Request foreign = write(Method::post, "/api/v1/documents");
  foreign.headers.add("Origin", "https://evil.example");
  EXPECT_EQ(service->handle(foreign).status, 403);
  Request cross = write(Method::post, "/api/v1/documents");
  cross.headers.add("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(service->handle(cross).status, 403);
  Request own = write(Method::post, "/api/v1/documents");
  own.headers.add("Origin", "http://127.0.0.1:8080");
  EXPECT_EQ(service->handle(own).status, 400);  // let in; there is no form
}

TEST_F(ServiceTest, ReadsUploadsInTheBackgroundAndTellsOfIt) {
  Request upload = write(Method::post, "/api/v1/documents",
                         "--x\r\nContent-Disposition: form-data; name=\"file\"; "
                         "filename=\"../../etc/示例.txt\"\r\n\r\n一、示例标题\r\n--x\r\n"
                         "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                         "\x7f"
                         "ELF\r\n--x--\r\n");
  upload.headers.add("Content-Type", "multipart/form-data; boundary=x");
  const Response accepted = service->handle(upload);
  ASSERT_EQ(accepted.status, 202) << accepted.body;
  const std::string job = json::parse(accepted.body)["job"];
  const Response events = get("/api/v1/jobs/" + job + "/events");
  ASSERT_TRUE(events.stream);
  const std::string text = drained(*events.stream);
  EXPECT_NE(text.find("\"file\":\"示例.txt\",\"state\":\"done\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"file\":\"a.bin\",\"state\":\"failed\""), std::string::npos) << text;
  EXPECT_NE(text.find("event: end"), std::string::npos);
  const json state = body("/api/v1/jobs/" + job);
  EXPECT_TRUE(state["ended"]);
  EXPECT_EQ(state["files"][1]["code"], "unsupported");
  EXPECT_EQ(body("/api/v1/quarantine")["total"], 1);
}

TEST_F(ServiceTest, PagesAreForAnyPathWithoutADot) {
  EXPECT_EQ(get("/").status, 200);
  EXPECT_EQ(get("/items/7").body, get("/").body);
  EXPECT_EQ(get("/nothing.js").status, 404);
  EXPECT_EQ(get("/../../etc/passwd").status, 200);  // a page of the application, no file
  EXPECT_EQ(get("/../../etc/passwd").body, get("/").body);
  EXPECT_NE(get("/").header("Content-Security-Policy").find("script-src 'self'"),
            std::string_view::npos);
  EXPECT_EQ(get("/").header("X-Content-Type-Options"), "nosniff");
}

TEST_F(ServiceTest, ExportsEveryRecordAsAStream) {
  const Response lines = get("/api/v1/export.jsonl");
  ASSERT_TRUE(lines.stream);
  const std::string text = drained(*lines.stream);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  const Response table = get("/api/v1/export.csv");
  ASSERT_TRUE(table.stream);
  EXPECT_NE(drained(*table.stream).find("某公司被处罚"), std::string::npos);
}

TEST_F(ServiceTest, CellsOfCsvAreNoFormulas) {
  auto reading = testing::reading("=1+1");
  reading.sources.front().items.front().record =
      R"J({"file":"@SUM(A1)","n":1,"title":"=HYPERLINK(\"x\")","kind":"other"})J";
  ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
  const std::string text = drained(*get("/api/v1/export.csv").stream);
  EXPECT_NE(text.find("'@SUM(A1)"), std::string::npos);
  EXPECT_NE(text.find("\"'=HYPERLINK(\"\"x\"\")\""), std::string::npos);
}

TEST_F(ServiceTest, ListsDeadlinesAndGivesThemAsACalendar) {
  const Reading reading = testing::taken(
      "示例局关于限期整改的通报\n\n4月22日，示例局通报1款应用。各单位应于2024年5月10日前完成整改。\n");
  ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
  const json list = body("/api/v1/deadlines?from=2024-05-01&to=2024-05");
  ASSERT_EQ(list["total"], 1);
  EXPECT_EQ(list["items"][0]["days_left"], 9);
  EXPECT_EQ(list["items"][0]["who"], "各单位");
  EXPECT_EQ(list["items"][0]["working_days_left"], 5);
  EXPECT_EQ(body("/api/v1/deadlines?from=2024-06")["total"], 0);
  const Response calendar = get("/api/v1/deadlines.ics");
  EXPECT_NE(calendar.body.find("DTSTART;VALUE=DATE:20240510\r\n"), std::string::npos);
  EXPECT_TRUE(calendar.body.ends_with("END:VCALENDAR\r\n"));
}

TEST_F(ServiceTest, TellsWhatBecameOfASubject) {
  for (const char* text :
       {"示例部就《示例数据管理办法（征求意见稿）》公开征求意见\n\n2024年3月8日，示例部发布"
        "《示例数据管理办法（征求意见稿）》，公开征求意见。\n",
        "公安部公布《示例数据管理办法》\n\n2024年4月18日，公安部公布《示例数据管理办法》。\n"}) {
    const Reading reading = testing::taken(text);
    ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
  }
  const std::string title =
      "%E7%A4%BA%E4%BE%8B%E6%95%B0%E6%8D%AE%E7%AE%A1%E7%90%86%E5%8A%9E%E6%B3%95";
  const json life = body("/api/v1/timeline?of=instrument&name=" + title);
  ASSERT_EQ(life["steps"].size(), 2u);
  EXPECT_EQ(life["steps"][0]["role"], "draft");
  EXPECT_EQ(life["steps"][1]["role"], "issued");
  EXPECT_TRUE(life["steps"][0]["link"].is_null());
  const std::string id = life["steps"][1]["item"].dump();
  const json near = body("/api/v1/items/" + id)["neighbours"];
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near[0]["reason"], "instrument");
  const std::string ministry = "%E5%85%AC%E5%AE%89%E9%83%A8";  // 公安部
  const json list = body("/api/v1/subjects?type=authority&q=" + ministry);
  EXPECT_EQ(list["total"], 1);
  EXPECT_EQ(body("/api/v1/subjects/authority/" + ministry)["months"][0]["value"], "2024-04");
  EXPECT_EQ(get("/api/v1/timeline?name=nobody").status, 404);
  EXPECT_EQ(get("/api/v1/timeline?of=planet&name=x").status, 400);
  EXPECT_EQ(body("/api/v1/links")["total"], 0);
  EXPECT_EQ(service->handle(write(Method::put, "/api/v1/links/7", R"({"state":"undone"})")).status,
            404);
  EXPECT_EQ(service->handle(write(Method::put, "/api/v1/links/7", "{}")).status, 400);
}

TEST_F(ServiceTest, SavesQueriesAndGivesThemAsFeeds) {
  const std::string wish = R"({"name":"处罚","query":"q=%E5%A4%84%E7%BD%9A"})";
  const Response saved = service->handle(write(Method::post, "/api/v1/queries", wish));
  ASSERT_EQ(saved.status, 201) << saved.body;
  const std::string id = json::parse(saved.body)["id"].dump();
  EXPECT_EQ(service->handle(write(Method::post, "/api/v1/queries", wish)).status, 409);
  EXPECT_EQ(body("/api/v1/queries")["items"][0]["query"], "q=%E5%A4%84%E7%BD%9A");
  const Response feed = get("/api/v1/queries/" + id + ".atom");
  EXPECT_EQ(feed.status, 200);
  EXPECT_TRUE(feed.type.starts_with("application/atom+xml"));
  EXPECT_NE(feed.body.find("某公司被处罚"), std::string::npos) << feed.body;
  EXPECT_EQ(service->handle(write(Method::del, "/api/v1/queries/" + id)).status, 204);
  EXPECT_EQ(get("/api/v1/queries/" + id + ".atom").status, 404);
}

TEST_F(ServiceTest, AccountsDecideWhoMayDoWhat) {
  ASSERT_TRUE(service->accounts().add("管理", Role::admin, "correct horse battery"));
  ASSERT_TRUE(service->accounts().add("reader", Role::reader, "correct horse battery"));
  ASSERT_TRUE(service->reload());
  EXPECT_EQ(get("/api/v1/items").status, 401);
  EXPECT_EQ(get("/healthz").status, 200);
  Request login = testing::request(Method::post, "/api/v1/session");
  login.headers.add("Cookie", "guanlan=planted");
  login.body = R"({"user":"reader","password":"wrong horse battery"})";
  EXPECT_EQ(service->handle(login).status, 401);
  login.body = R"({"user":"reader","password":"correct horse battery"})";
  const Response session = service->handle(login);
  ASSERT_EQ(session.status, 200) << session.body;
  const std::string cookie(session.header("Set-Cookie"));
  EXPECT_EQ(cookie.find("planted"), std::string::npos);
  Request mine = testing::request(Method::get, "/api/v1/items");
  mine.headers.add("Cookie", cookie.substr(0, cookie.find(';')));
  EXPECT_EQ(service->handle(mine).status, 200);
  set_target(mine, "/api/v1/users");
  EXPECT_EQ(service->handle(mine).status, 403);
  EXPECT_EQ(service->accounts().remove("管理").error().code, Code::conflict);  // the last one
  const auto token = service->accounts().add_token("管理", "test", Role::reader);
  ASSERT_TRUE(token);
  Request program = testing::request(Method::get, "/api/v1/items");
  program.headers.add("Authorization", "Bearer " + *token);
  EXPECT_EQ(service->handle(program).status, 200);
  set_target(program, "/api/v1/audit");
  EXPECT_EQ(service->handle(program).status, 403);
}

TEST_F(ServiceTest, AgentsAreAnsweredInBothEras) {
  const auto ask = [&](std::string text, std::vector<std::pair<std::string, std::string>> headers) {
    Request out = testing::request(Method::post, "/mcp");
    out.headers.add("Content-Type", "application/json");
    for (auto& [name, value] : headers) out.headers.add(name, value);
    out.body = std::move(text);
    return service->handle(out);
  };
  const json hello = json::parse(
      ask(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}})",
          {})
          .body);
  EXPECT_EQ(hello["result"]["protocolVersion"], "2025-06-18");
  EXPECT_EQ(ask(R"({"jsonrpc":"2.0","method":"notifications/initialized"})", {}).status, 202);
  const std::string modern =
      R"({"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"处罚"},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}})";
  const json found = json::parse(ask(modern, {{"MCP-Protocol-Version", "2026-07-28"},
                                              {"Mcp-Method", "tools/call"},
                                              {"Mcp-Name", "search"}})
                                     .body);
  EXPECT_EQ(found["result"]["resultType"], "complete");
  EXPECT_EQ(found["result"]["structuredContent"]["total"], 1);
  EXPECT_EQ(ask(modern, {{"MCP-Protocol-Version", "2026-07-28"}}).status, 400);
  EXPECT_EQ(ask("{", {}).status, 400);
}

TEST_F(ServiceTest, BrokenTargetsAreRefused) {
  for (const char* target : {"/%zz", "/%ff", "/api/v1/items?q=%fe", "/%00", "nopath", "/%4"}) {
    EXPECT_EQ(get(target).status, 400) << target;
  }
}

}  // namespace
}  // namespace guanlan::serve
