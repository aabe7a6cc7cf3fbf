#include "guanlan/select.h"

#include <charconv>
#include <map>
#include <set>

#include "compose/csv_rows.h"

namespace guanlan::compose {
namespace {

constexpr std::int64_t kPoint = 10'000;
constexpr int kTrimFrom = 5;  // scores, from which on the highest and the lowest do not count

double weight(const Item& item) {
  double out = 0;
  for (const Value& v : item.facts) {
    if (v.field == "instruments" && v.value.ends_with(" cited")) continue;
    if (v.field == "sanctions" || v.field == "instruments") out += 3;
    if (v.field == "figures" || v.field == "dates") out += 1;
  }
  return out;
}

std::string screened(const Item& item) {
  if (item.origins.empty()) return "没有出处";
  if (item.sources.empty()) return "没有注明来源";
  if (item.kind == "statistics") return "统计数据不参评";
  if (item.event_date.empty()) return "没有日期";
  return {};
}

class Count {
 public:
  Count(const std::vector<Nominee>& all, const SelectRules& rules) : rules_(rules) {
    for (const Nominee& n : all) {
      if (n.reason.empty()) ranks_[n.id].nominee = n;
    }
  }

  void ballots(const std::vector<Ballot>& all) {
    std::map<std::string, std::set<std::string>> chosen;  // key → items
    std::map<std::pair<std::string, std::string>, int> minutes;
    for (const Ballot& b : all) {
      auto& items = chosen[b.key];
      if (!ranks_.contains(b.item)) {
        object("votes", b.line, "unknown-item", b.item, false);
      } else if (items.contains(b.item)) {
        object("votes", b.line, "duplicate", b.key, false);
      } else if (items.size() >= static_cast<std::size_t>(rules_.choices)) {
        object("votes", b.line, "too-many", b.key, false);
      } else {
        items.insert(b.item);
        ++ranks_[b.item].votes;
        if (++minutes[{b.item, b.time.substr(0, 16)}] == rules_.flood) {
          object("votes", b.line, "flood", b.item + " " + b.time.substr(0, 16), true);
        }
      }
    }
  }

  void scores(const std::vector<Score>& all) {
    std::set<std::pair<std::string, std::string>> seen;
    std::map<std::string, std::vector<int>> points;
    for (const Score& s : all) {
      if (!ranks_.contains(s.item)) {
        object("scores", s.line, "unknown-item", s.item, false);
      } else if (s.points < 0 || s.points > 100) {
        object("scores", s.line, "bad-points", std::to_string(s.points), false);
      } else if (!seen.emplace(s.expert, s.item).second) {
        object("scores", s.line, "duplicate", s.expert, false);
      } else {
        points[s.item].push_back(s.points);
      }
    }
    for (auto& [item, list] : points) mean(ranks_[item], list);
  }

  Selection result() {
    Selection out;
    int most = 0;
    for (const auto& [id, r] : ranks_) most = std::max(most, r.votes);
    for (auto& [id, r] : ranks_) {
      r.vote_points = most == 0 ? 0 : r.votes * 100 * kPoint / most;
      r.total =
          (r.vote_points * rules_.votes_weight + r.expert_points * rules_.experts_weight) / 100;
      out.ranks.push_back(std::move(r));
    }
    std::stable_sort(out.ranks.begin(), out.ranks.end(), before);
    for (std::size_t i = 0; i < out.ranks.size(); ++i) {
      Rank& r = out.ranks[i];
      const bool equal = i > 0 && !before(out.ranks[i - 1], r);
      r.place = equal ? out.ranks[i - 1].place : static_cast<int>(i) + 1;
      if (i > 0) r.tie = tie(out.ranks[i - 1], r);
    }
    out.objections = std::move(objections_);
    return out;
  }

 private:
  void object(std::string file, int line, std::string rule, std::string text, bool counted) {
    objections_.push_back({std::move(file), line, std::move(rule), std::move(text), counted});
  }
  static void mean(Rank& rank, std::vector<int>& points) {
    rank.experts = static_cast<int>(points.size());
    std::sort(points.begin(), points.end());
    if (rank.experts >= kTrimFrom) points = {points.begin() + 1, points.end() - 1};
    std::int64_t sum = 0;
    for (const int p : points) sum += p;
    rank.expert_points = sum * kPoint / static_cast<std::int64_t>(points.size());
  }
  static bool before(const Rank& a, const Rank& b) {
    if (a.total != b.total) return a.total > b.total;
    if (a.expert_points != b.expert_points) return a.expert_points > b.expert_points;
    if (a.votes != b.votes) return a.votes > b.votes;
    return a.nominee.date < b.nominee.date;
  }
  static std::string tie(const Rank& a, const Rank& b) {
    if (a.total != b.total) return {};
    if (a.expert_points != b.expert_points) return "experts";
    if (a.votes != b.votes) return "votes";
    return a.nominee.date != b.nominee.date ? "date" : "equal";
  }

  const SelectRules& rules_;
  std::map<std::string, Rank> ranks_;
  std::vector<Objection> objections_;
};

}  // namespace

std::vector<Nominee> nominees(const Desk& desk, std::size_t keep) {
  std::vector<Nominee> out;
  std::vector<std::pair<double, std::size_t>> standing;
  for (const std::string& id : seated(desk.outline)) {
    const Item& item = desk.items.at(id);
    std::string sources;
    for (const std::string& s : item.sources) sources += (sources.empty() ? "" : "、") + s;
    out.push_back({id, item.title, item.event_date, item.kind, std::move(sources), screened(item)});
    if (out.back().reason.empty()) standing.emplace_back(-weight(item), out.size() - 1);
  }
  std::sort(standing.begin(), standing.end());
  for (std::size_t i = keep; keep > 0 && i < standing.size(); ++i) {
    out[standing[i].second].reason = "事实分量在前 " + std::to_string(keep) + " 条之外";
  }
  return out;
}

Result<Selection> rank(const std::vector<Nominee>& all, const std::vector<Ballot>& ballots,
                       const std::vector<Score>& scores, const SelectRules& rules) {
  if (rules.votes_weight < 0 || rules.experts_weight < 0 ||
      rules.votes_weight + rules.experts_weight != 100) {
    return fail(Code::invalid, "两项权重之和应为 100", {}, "例如 40/60");
  }
  Count count(all, rules);
  count.ballots(ballots);
  count.scores(scores);
  return count.result();
}

Result<std::vector<Ballot>> parse_ballots(std::string_view csv, std::string_view path) {
  auto rows = csv_rows(csv, path, {"key", "time", "item"});
  if (!rows) return tl::unexpected(std::move(rows.error()));
  std::vector<Ballot> out;
  for (CsvRow& r : *rows) {
    out.push_back({r.line, std::move(r.values[0]), std::move(r.values[1]), std::move(r.values[2])});
  }
  return out;
}

Result<std::vector<Score>> parse_scores(std::string_view csv, std::string_view path) {
  auto rows = csv_rows(csv, path, {"expert", "item", "points"});
  if (!rows) return tl::unexpected(std::move(rows.error()));
  std::vector<Score> out;
  for (CsvRow& r : *rows) {
    const std::string& text = r.values[2];
    Score score{r.line, std::move(r.values[0]), std::move(r.values[1]), 0};
    const auto done = std::from_chars(text.data(), text.data() + text.size(), score.points);
    if (done.ec != std::errc() || done.ptr != text.data() + text.size()) {
      return fail(Code::invalid, "不是数：" + text,
                  std::string(path) + ":" + std::to_string(r.line), "0 到 100 的整数");
    }
    out.push_back(std::move(score));
  }
  return out;
}

Result<std::vector<Nominee>> parse_nominees(std::string_view csv, std::string_view path) {
  auto rows = csv_rows(csv, path, {"id", "title", "date", "kind", "sources", "reason"});
  if (!rows) return tl::unexpected(std::move(rows.error()));
  std::vector<Nominee> out;
  for (CsvRow& r : *rows) {
    auto& v = r.values;
    out.push_back({std::move(v[0]), std::move(v[1]), std::move(v[2]), std::move(v[3]),
                   std::move(v[4]), std::move(v[5])});
  }
  return out;
}

Result<std::vector<std::string>> parse_ranking(std::string_view csv, std::string_view path) {
  auto rows = csv_rows(csv, path, {"id"});
  if (!rows) return tl::unexpected(std::move(rows.error()));
  std::vector<std::string> out;
  for (CsvRow& row : *rows) out.push_back(std::move(row.values[0]));
  return out;
}

Result<void> keep_ranked(Desk& desk, const std::vector<std::string>& ids) {
  const std::string& period = desk.outline.period;
  Part part;
  part.id = "highlights";
  part.title = period.size() == 4 ? period + "年度亮点" : "亮点";
  std::map<std::string, Item> kept;
  for (const std::string& id : ids) {
    const auto it = desk.items.find(id);
    if (it == desk.items.end()) {
      return fail(Code::not_found, "没有这个条目：" + id, {}, "排名应出自同一时期、同一版式的候选");
    }
    if (kept.emplace(id, it->second).second) part.items.push_back(id);
  }
  desk.items = std::move(kept);
  desk.outline.parts = {std::move(part)};
  desk.outline.dropped.clear();
  desk.charts.clear();
  return {};
}

}  // namespace guanlan::compose
