#include "guanlan/ledger.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "guanlan/mention.h"
#include "guanlan/source.h"
#include "lexicon/rows.h"
#include "testing/generate.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

std::string printed_value(double value) {
  std::string out(32, '\0');
  out.resize(static_cast<std::size_t>(std::snprintf(out.data(), out.size(), "%.15g", value)));
  return out;
}

std::string printed_period(const LedgerEntry::When& when) {
  const std::string range =
      when.from.empty() || when.from == when.until ? when.until : when.from + "/" + when.until;
  return std::string(when.kind) + " " + range + (when.cumulative ? " cumulative" : "");
}

// "124 captured-persons (犯罪嫌疑人) of 西安市未央警方, up_to 2024-04-01"; nothing for what counts
// nothing.
std::string printed_entry(const Passage& p, const QuantityMention& q, const LedgerEntry& e) {
  std::string out = printed_value(q.value);
  if (const std::string noun = e.counts.noun(); !noun.empty()) out += " " + noun;
  out += " (" + std::string(p.of(e.counts.span)) + ")";
  if (!e.of.span.empty()) out += " of " + e.of.name;
  if (!e.period.span.empty()) out += ", " + printed_period(e.period);
  if (!e.comparison.span.empty()) {
    out += ", " + std::string(e.comparison.kind);
    if (e.comparison.direction != 0) out += e.comparison.direction < 0 ? " down" : " up";
    if (!e.comparison.base.empty()) out += " against " + std::string(p.of(e.comparison.base));
    if (!e.comparison.base_value.empty()) out += " = " + e.comparison.base_value;
  }
  return out;
}

std::vector<std::string> printed(const Passage& passage) {
  Mentions m = extract(passage);
  m.ledger = find_ledger(passage, m);
  EXPECT_EQ(m.ledger.size(), m.figures.size());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < m.ledger.size(); ++i) {
    if (!m.ledger[i].counts.span.empty())
      out.push_back(printed_entry(passage, m.figures[i], m.ledger[i]));
  }
  return out;
}

TEST(Ledger, FollowsTheCorpus) { testing::check_corpus("ledger", printed); }

TEST(Ledger, SurvivesHostileText) {
  std::string text;
  for (int i = 3; i < 20000; ++i) text += "抓获" + std::to_string(i) + "人,";
  for (int i = 0; i < 5000; ++i) text += "抓获3人,占";
  for (int i = 0; i < 5000; ++i) text += "(增长5%";
  for (int i = 0; i < 5000; ++i) text += "河南移动、";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const Mentions m = extract(p);
  EXPECT_EQ(find_ledger(p, m).size(), m.figures.size());
}

TEST(LedgerWords, AreOfAClassAndNamedOnceInIt) {
  const std::set<std::string_view> named_by{"deed", "thing", "whole", "unit"},
      words{"plan", "undone",  "time",  "link",  "number-of", "state",
            "lead", "goes-on", "as-of", "until", "since",     "total"},
      traits{"flow", "stock", "case-sum", "case-work", "anyone", "suffered"};
  std::set<std::string_view> ids;
  for (const auto& row : rows_of("lexicon/ledger/words.tsv")) ids.insert(row[2]);
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : rows_of("lexicon/ledger/words.tsv")) {
    EXPECT_EQ(named_by.count(row[1]) + words.count(row[1]) + traits.count(row[1]), 1u) << row[0];
    EXPECT_TRUE(!traits.contains(row[1]) || ids.contains(row[0])) << "an id of nothing: " << row[0];
    EXPECT_TRUE(seen.emplace(row[0], row[1]).second) << "twice: " << row[0];
    EXPECT_EQ(!row[2].empty(), named_by.contains(row[1])) << row[0];
    EXPECT_EQ(row[2].find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos)
        << row[0];
  }
}

LedgerRow row(double value, const std::string& until, bool cumulative = false,
              std::int64_t item = 1) {
  LedgerRow r;
  r.noun = "captured-persons";
  r.counts = "犯罪嫌疑人";
  r.of = "青岛警方";
  r.unit = "人";
  r.until = until;
  r.period_kind = cumulative ? "up_to" : "during";
  r.cumulative = cumulative;
  r.value = value;
  r.item = item;
  return r;
}

// What is read from a document is what is read from its records, so that files and store say the
// same.
TEST(LedgerRows, AreTheSameOfADocumentAndOfItsRecords) {
  auto sources = read_bytes(
      testing::monthly({2, 20'000}) +
          "\n示例市警方公布战果\n\n4月1日消息，示例市公安局抓获犯罪嫌疑人124人，同比增长20%，占全省的38.5%。\n",
      "m.txt");
  ASSERT_TRUE(sources);
  const Document document = process(std::move(sources->front()), Lexicon::builtin());
  std::size_t rows = 0;
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
    const auto direct = ledger_rows(document, i), again = ledger_rows(record_line(document, i));
    ASSERT_EQ(direct.size(), again.size());
    for (std::size_t k = 0; k < direct.size(); ++k, ++rows) {
      const auto all = [](const LedgerRow& r) {
        return std::tuple(r.file, r.title, r.kind, r.event_date, r.item, r.noun, r.counts,
                          r.of_kind, r.of, r.regions, r.period_kind, r.from, r.until, r.cumulative,
                          r.comparison, r.direction, r.base, r.base_period, r.value, r.unit,
                          r.approx, r.text, r.place.page, r.place.span);
      };
      EXPECT_EQ(all(direct[k]), all(again[k])) << direct[k].text;
    }
  }
  EXPECT_GT(rows, 10u);
}

TEST(LedgerSums, NeverAddACumulativeFigureToThoseOfPeriods) {
  const auto sums = ledger_sums({row(10, "2024-04-02"), row(5, "2024-04-20", false, 2),
                                 row(100, "2024-04-10", true, 3), row(130, "2024-04-30", true, 4),
                                 row(7, "2024-05")});
  ASSERT_EQ(sums.size(), 3u);
  EXPECT_EQ(sums[0].value, 15);
  EXPECT_EQ(sums[0].month, "2024-04");
  EXPECT_EQ(sums[0].items, (std::vector<std::int64_t>{1, 2}));
  EXPECT_TRUE(sums[1].cumulative);
  EXPECT_EQ(sums[1].value, 130);  // the last, not the sum
  EXPECT_EQ(sums[2].value, 7);
}

TEST(LedgerSums, CountOnceWhatAnItemTellsTwice) {
  const auto sums = ledger_sums(
      {row(110, "2024-04-26"), row(110, "2024-04-26"), row(110, "2024-04-26", false, 2)});
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_EQ(sums[0].value, 220);
}

TEST(LedgerSums, LeaveOutSharesAndChanges) {
  LedgerRow share = row(38.5, "2024-04");
  share.comparison = "share";
  EXPECT_TRUE(ledger_sums({share}).empty());
}

TEST(LedgerQuery, SelectsByNounBodyRegionAndTime) {
  LedgerRow r = row(10, "2024-04-02");
  r.regions = {"山东省/青岛市"};
  EXPECT_TRUE(matches(r, {"captured-persons", "青岛", "山东", "2024-04", "2024-04"}));
  EXPECT_TRUE(matches(r, {"嫌疑人", "", "", "2024", "2024"}));
  EXPECT_FALSE(matches(r, {"closed-accounts", "", "", "", ""}));
  EXPECT_FALSE(matches(r, {"", "", "", "2024-05", ""}));
  EXPECT_FALSE(matches(r, {"", "", "", "", "2024-03"}));
  EXPECT_FALSE(matches(r, {"", "", "浙江", "", ""}));
}

}  // namespace
}  // namespace guanlan
