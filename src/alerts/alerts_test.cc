// Saved queries and alerts over a database of their own; the ways out are a fake.
#include "guanlan/alerts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "alerts/bots.h"
#include "testing/fake_transport.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan {
namespace {

std::string notice(int n, const std::string& more = {}) {
  return "示例省通信管理局通报第" + std::to_string(n) + "批应用\n\n2024年4月" + std::to_string(n) +
         "日，示例省通信管理局通报示例应用。" + more + "\n";
}

class AlertsTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::filesystem::path file = scratch / "x.db";
  std::int64_t now = 1714550400;  // 2024-05-01T08:00:00Z
  testing::FakeTransport transport;

  void SetUp() override { put(notice(1)); }
  [[nodiscard]] Clock clock() {
    return [this] { return std::chrono::sys_seconds(std::chrono::seconds(now)); };
  }
  void put(const std::string& text, const char* rules = nullptr) {
    Reading reading = testing::taken(text);
    if (rules != nullptr) reading.rules = rules;
    ASSERT_TRUE(open_store(file, clock()).value()->put(reading));
  }
  std::unique_ptr<Alerts> open() { return Alerts::open(file, clock()).value(); }
  std::vector<Alert> look() { return open()->look({}).value(); }
  Delivered run(const std::string& yaml) {
    const auto config = read_delivery(yaml, "alerts.yaml", [](const std::string& name) {
                          return name == "SECRET" ? std::string("sesame") : std::string();
                        }).value();
    return run_alerts(*open(), config, transport, clock()).value();
  }
  std::string text_of(std::string_view name) const {
    std::ifstream in(scratch / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(AlertsTest, WhatIsThereIsNotNewAndNothingIsToldTwice) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  EXPECT_TRUE(look().empty());
  put(notice(2));
  const auto first = look();
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].kind, AlertKind::new_item);
  EXPECT_EQ(first[0].title, "示例省通信管理局通报第2批应用");
  EXPECT_FALSE(first[0].place.empty());
  EXPECT_TRUE(look().empty());
}

TEST_F(AlertsTest, AChangedRecordIsToldWithItsFields) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  Reading again = testing::taken(notice(1));
  again.rules = "0-other";
  std::string& record = again.sources[0].items[0].record;
  const auto at = record.find("\"kind\":\"");
  record.insert(at + 8, "x-");
  ASSERT_TRUE(open_store(file).value()->put(again));
  const auto told = look();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].kind, AlertKind::changed);
  EXPECT_EQ(told[0].text, "kind");
}

TEST_F(AlertsTest, ADeadlineIsToldOnceForEachOfItsDays) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  put(notice(3, "被通报的APP应在2024年5月10日前完成整改。"));
  ASSERT_EQ(look().size(), 1u);  // new; nine days are left
  now += 2 * 86400;
  const auto week = look();
  ASSERT_EQ(week.size(), 1u);
  EXPECT_EQ(week[0].kind, AlertKind::due);
  EXPECT_EQ(week[0].days, 7);
  EXPECT_TRUE(week[0].text.starts_with("2024-05-10：被通报的APP应在"));
  now += 86400;
  EXPECT_TRUE(look().empty());
  now += 6 * 86400;  // the day itself: nobody looked the day before
  ASSERT_EQ(look().size(), 1u);
  now += 86400;
  EXPECT_TRUE(look().empty());
}

TEST_F(AlertsTest, NamesAndQueriesAreChecked) {
  const auto alerts = open();
  ASSERT_TRUE(alerts->save("local", "通报", filters_of("通报")));
  EXPECT_EQ(alerts->save("local", "通报", filters_of("处罚")).error().code, Code::conflict);
  EXPECT_TRUE(alerts->save("other", "通报", filters_of("处罚")));
  EXPECT_EQ(alerts->save("local", "", "q=a").error().code, Code::invalid);
  EXPECT_EQ(alerts->save("local", "坏", "q=%22").error().code,
            Code::invalid);  // a quotation that does not end
  EXPECT_EQ(alerts->save("local", "坏", "colour=red").error().code, Code::invalid);
  EXPECT_EQ(alerts->queries("local")->size(), 1u);
  EXPECT_EQ(alerts->drop(99).error().code, Code::not_found);
  EXPECT_TRUE(alerts->drop(1));
  EXPECT_TRUE(alerts->queries("local")->empty());
}

TEST_F(AlertsTest, FiltersAreThoseOfAnAddress) {
  EXPECT_EQ(search_query("q=%E7%BD%9A%E6%AC%BE&kind=enforcement&since=2024-04").value(),
            "(罚款) kind:\"enforcement\" date:2024-04..");
  EXPECT_EQ(search_query("month=2024-05&sort=date").value(), "date:2024-05");
  EXPECT_EQ(search_query(filters_of("law:网络安全法#44 OR 罚款")).value(),
            "(law:网络安全法#44 OR 罚款)");
  EXPECT_FALSE(search_query("q=%E"));
}

TEST_F(AlertsTest, NothingLeavesWhereNothingIsConfiguredOrNew) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  put(notice(2));
  EXPECT_EQ(run("channels: []\n").found.size(), 1u);
  const std::string hook =
      "channels: [{kind: webhook, url: 'https://hook.example.org/x', name: h}]\n";
  EXPECT_TRUE(run(hook).sent.empty());  // a new channel begins with what comes now
  EXPECT_TRUE(transport.posts.empty());
}

TEST_F(AlertsTest, AFileAndAFeedAreWritten) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  const std::string config = "channels:\n- {kind: file, path: " + (scratch / "a.jsonl").string() +
                             "}\n- {kind: feed, path: " + (scratch / "a.xml").string() + "}\n";
  put(notice(2));
  EXPECT_EQ(run(config).sent.size(), 2u);
  EXPECT_EQ(run(config).sent.size(), 0u);
  put(notice(3));
  EXPECT_EQ(run(config).sent.size(), 2u);
  const std::string lines = text_of("a.jsonl");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  const std::string feed = text_of("a.xml");
  EXPECT_NE(feed.find("<id>urn:guanlan:alert:2</id>"), std::string::npos);
  EXPECT_LT(feed.find("urn:guanlan:alert:2"), feed.find("urn:guanlan:alert:1<"));
}

TEST_F(AlertsTest, AWebhookIsSignedAndTriedAgain) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  const std::string hook =
      "channels: [{kind: webhook, url: 'https://hook.example.org/x', name: h, secret_env: SECRET}]\n";
  put(notice(2));
  transport.answers = {{503, ""}};
  EXPECT_EQ(run(hook).sent.size(), 1u);
  ASSERT_EQ(transport.posts.size(), 2u);
  EXPECT_EQ(transport.waits, std::vector<int>{1});
  const auto header = [&](std::string_view name) {
    for (const auto& [key, value] : transport.posts[1].headers) {
      if (key == name) return value;
    }
    return std::string();
  };
  const std::string signature = alerting::hmac_sha256(
      "sesame", header("X-Guanlan-Timestamp") + "." + transport.posts[1].body);
  std::string digits;
  for (const char c : signature) digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
  EXPECT_EQ(header("X-Guanlan-Signature"), "sha256=" + digits);
  put(notice(3));
  transport.answers = {{500, ""}, {500, ""}, {500, ""}};
  EXPECT_EQ(run(hook).failed.size(), 1u);
  EXPECT_EQ(run(hook).sent.size(), 1u);  // what was not delivered comes with the next run
}

TEST_F(AlertsTest, ADigestWaitsUntilItsPeriodIsOver) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  const std::string hook =
      "channels: [{kind: webhook, url: 'https://hook.example.org/x', name: h, digest: week}]\n";
  put(notice(2));
  EXPECT_TRUE(run(hook).sent.empty());
  put(notice(3));
  EXPECT_TRUE(run(hook).sent.empty());
  now += 5 * 86400;  // Monday
  const auto done = run(hook);
  ASSERT_EQ(done.sent.size(), 1u);
  EXPECT_EQ(done.sent[0].second, 2);
  EXPECT_EQ(transport.posts.size(), 1u);
}

TEST_F(AlertsTest, AMailIsReadableByMachinesOfOldKind) {
  ASSERT_TRUE(open()->save("local", "通报", filters_of("通报")));
  put(notice(2));
  run("channels: [{kind: email, url: 'smtps://mail.example.org', from: a@example.org, to: [b@example.org]}]\n");
  ASSERT_EQ(transport.mails.size(), 1u);
  const std::string& mail = transport.mails[0];
  EXPECT_TRUE(mail.starts_with("From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?B?"));
  EXPECT_NE(mail.find("Date: Wed, 01 May 2024 08:00:00 +0000\r\n"), std::string::npos);
  for (std::size_t at = 0; at < mail.size();) {
    const std::size_t end = mail.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - at, 78u);
    at = end + 2;
  }
}

TEST(Bots, TakeTheFormThatEachWants) {
  const std::vector<Alert> alerts{
      {1, 1, 7, "通报", "2024-05-01T08:00:00Z", AlertKind::new_item, 0, "标题", "文字", {}}};
  Channel channel;
  channel.url = "https://bot.example.org/send?access_token=x";
  channel.secret = "sesame";
  channel.format = BotFormat::dingtalk;
  EXPECT_NE(
      alerting::web_message(channel, alerts, 1714550400).url.find("&timestamp=1714550400000&sign="),
      std::string::npos);
  channel.format = BotFormat::feishu;
  EXPECT_NE(alerting::web_message(channel, alerts, 1714550400)
                .body.find("\"timestamp\":\"1714550400\",\"sign\":\""),
            std::string::npos);
  channel.format = BotFormat::wecom;
  const std::vector<Alert> many(500, alerts.front());
  EXPECT_LT(alerting::web_message(channel, many, 1714550400).body.size(), 4300u);
  EXPECT_FALSE(alerting::accepted(BotFormat::wecom, {200, "{\"errcode\":93000}"}));
  EXPECT_TRUE(alerting::accepted(BotFormat::feishu, {200, "{\"code\":0}"}));
  EXPECT_FALSE(alerting::accepted(BotFormat::json, {302, ""}));
}

TEST(Delivery, ConfigurationsAreChecked) {
  const auto code = [](const std::string& yaml) {
    const auto config =
        read_delivery(yaml, "alerts.yaml", [](const std::string&) { return std::string(); });
    return config ? std::string("fine") : config.error().message;
  };
  EXPECT_EQ(code("channels: []"), "fine");
  EXPECT_EQ(code("channels: [{kind: file}]"), "渠道缺少 path");
  EXPECT_EQ(code("channels: [{kind: pigeon}]"), "没有这个值：pigeon");
  EXPECT_EQ(code("channels: [{kind: webhook, url: 'ftp://x'}]"), "url 应以 https:// 开头");
  EXPECT_EQ(code("channels: [{kind: webhook, url: 'https://x', secret: open}]"),
            "没有这个键：secret");
  EXPECT_EQ(code("channels: [{kind: webhook, url: 'https://x', secret_env: NONE}]"),
            "环境变量 NONE 未设置");
  EXPECT_EQ(code("due_days: [soon]\nchannels: []"), "due_days 应是天数");
  EXPECT_EQ(code("channels: [{kind: file, path: a}, {kind: file, path: a}]"),
            "两个渠道同名：file:a");
}

TEST(Delivery, PeriodsFollowTheCalendarOfChina) {
  EXPECT_EQ(period_of("2024-04-30T16:00:00Z", Period::day), "2024-05-01");
  EXPECT_EQ(period_of("2024-04-30T15:59:59Z", Period::month), "2024-04");
  EXPECT_EQ(period_of("2024-05-05T15:00:00Z", Period::week), "2024-W18");
  EXPECT_EQ(period_of("2024-05-05T16:00:00Z", Period::week), "2024-W19");
  EXPECT_EQ(period_of("2024-12-30T00:00:00Z", Period::week), "2025-W01");
}

}  // namespace
}  // namespace guanlan
