#include "guanlan/alerts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "alerts/fingerprint.h"
#include "guanlan/store.h"
#include "guanlan/track.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "store/schema.h"
#include "store/work.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;

constexpr std::string_view kKinds[] = {"new", "changed", "due"};
constexpr std::string_view kAlert =
    "SELECT a.id, a.query, a.item, q.name, a.time, a.what, a.days, a.title, a.text, a.begin, a.end "
    "FROM alerts a JOIN saved_queries q ON q.id = a.query WHERE a.id > ? AND a.time >= ? AND (?3 = "
    "'' OR a.time < ?3) ORDER BY a.id";

AlertKind kind_of(std::string_view name) {
  const auto* const it = std::find(std::begin(kKinds), std::end(kKinds), name);
  return static_cast<AlertKind>(it - std::begin(kKinds));
}

SavedQuery query_row(const Statement& row) {
  return {row.integer(0), std::string(row.text(1)), std::string(row.text(2)),
          std::string(row.text(3)), std::string(row.text(4))};
}

// The beginning of a text, at most `most` characters.
std::string beginning(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && most-- == 0) break;
  }
  return std::string(text.substr(0, at));
}

// All items that a query finds, page by page.
Result<std::vector<std::int64_t>> found_by(Search& search, const SavedQuery& query) {
  auto words = search_query(query.query);
  if (!words) return tl::unexpected(std::move(words.error()));
  SearchRequest request;
  request.query = std::move(*words);
  request.sort = SortBy::date;
  request.limit = 200;
  request.facets = request.snippets = false;
  std::vector<std::int64_t> out;
  for (;;) {
    const auto page = search.find(request);
    if (!page) return tl::unexpected(page.error());
    for (const SearchHit& hit : page->hits) out.push_back(hit.item);
    if (page->next.empty()) return out;
    request.cursor = page->next;
  }
}

struct StoredState {
  std::string title, record;
  Span place;
};

std::optional<StoredState> state_of(Work& work, std::int64_t item) {
  std::optional<StoredState> out;
  work.rows(
      "SELECT title, record, title_pieces FROM items WHERE id = ?",
      [&](const Statement& row) {
        StoredState state{
            std::string(row.text(0)), packed_record(work.database(), row.blob(1)).value_or(""), {}};
        const auto pieces = unpacked(row.blob(2));
        if (!pieces.empty()) state.place = {pieces.front().begin, pieces.back().end};
        out = std::move(state);
        return false;
      },
      item);
  return out;
}

// One query's look: what it finds against what it had told.
class Look {
 public:
  Look(Work& work, const SavedQuery& query, std::string time, bool silent)
      : work_(work), query_(query), time_(std::move(time)), silent_(silent) {}

  void items(const std::vector<std::int64_t>& found) {
    std::map<std::int64_t, std::string> seen;
    work_.rows(
        "SELECT item, record FROM alert_seen WHERE query = ?",
        [&](const Statement& row) {
          seen.emplace(row.integer(0), row.text(1));
          return true;
        },
        query_.id);
    for (const std::int64_t item : found) {
      const auto state = state_of(work_, item);
      if (!state) continue;
      const std::string print = alerting::fingerprint(state->record);
      const auto before = seen.find(item);
      if (before != seen.end() && before->second == print) continue;
      work_.run("INSERT OR REPLACE INTO alert_seen VALUES(?,?,?)", query_.id, item, print);
      if (silent_) continue;
      if (before == seen.end())
        tell(AlertKind::new_item, 0, item, *state, first_words(state->record), state->place);
      else
        tell(AlertKind::changed, 0, item, *state, alerting::difference(before->second, print),
             state->place);
    }
  }

  // A deadline is told once for each of the days: on that day, or later where nobody looked then.
  void deadlines(const std::vector<Deadline>& all, const std::set<std::int64_t>& found,
                 const std::vector<int>& days) {
    for (const Deadline& d : all) {
      if (found.count(d.item) == 0 || d.days_left < 0) continue;
      int wanted = -1;
      for (const int day : days) {
        if (d.days_left <= day && (wanted < 0 || day < wanted)) wanted = day;
      }
      if (wanted < 0 || was_told(d, wanted)) continue;
      const StoredState state{d.title, {}, {}};
      tell(AlertKind::due, wanted, d.item, state, d.date + "：" + d.what, d.place.span);
    }
  }

  [[nodiscard]] std::vector<Alert> take() { return std::move(out_); }

 private:
  static std::string first_words(const std::string& record) {
    constexpr std::string_view kBody = "\"body\":\"";
    const std::size_t at = record.find(kBody);
    if (at == record.npos) return {};
    const std::string_view rest = std::string_view(record).substr(at + kBody.size());
    return beginning(rest.substr(0, rest.find_first_of("\\\"")), 120);
  }

  bool was_told(const Deadline& d, int days) {
    bool out = false;
    work_.rows(
        "SELECT 1 FROM alerts WHERE query = ? AND what = 'due' AND item = ? AND begin = ? AND days <= ?",
        [&](const Statement&) {
          out = true;
          return false;
        },
        query_.id, d.item, d.place.span.begin, days);
    return out;
  }

  void tell(AlertKind kind, int days, std::int64_t item, const StoredState& state, std::string text,
            Span place) {
    Alert alert{0,    query_.id, item,        query_.name,     time_,
                kind, days,      state.title, std::move(text), place};
    work_.rows(
        "INSERT INTO alerts(query, time, what, days, item, title, text, begin, end) "
        "VALUES(?,?,?,?,?,?,?,?,?) RETURNING id",
        [&](const Statement& row) {
          alert.id = row.integer(0);
          return true;
        },
        alert.query, alert.time, name(kind), days, item, alert.title, alert.text, place.begin,
        place.end);
    out_.push_back(std::move(alert));
  }

  Work& work_;
  const SavedQuery& query_;
  std::string time_;
  bool silent_;
  std::vector<Alert> out_;
};

}  // namespace

std::string_view name(AlertKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

struct Alerts::Inside {
  sqlite::Database database;
  std::filesystem::path file;
  Clock clock;
  Search* search = nullptr;
  std::unique_ptr<Search> own;  // opened when it is needed: it reads columns into memory

  Result<Search*> index() {
    if (search != nullptr) return search;
    auto opened = open_search(file);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    own = std::move(*opened);
    return search = own.get();
  }
};

Alerts::Alerts(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Alerts::~Alerts() = default;

Result<std::unique_ptr<Alerts>> Alerts::open(const std::filesystem::path& file, Clock clock,
                                             Search* search) {
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    return fail(Code::not_found, "没有这个数据库", file.string(), "先用 guanlan add 存入文件");
  auto database = open_database(file);
  if (!database) return tl::unexpected(std::move(database.error()));
  return std::unique_ptr<Alerts>(new Alerts(std::make_unique<Inside>(
      Inside{std::move(*database), file, std::move(clock), search, nullptr})));
}

Result<SavedQuery> Alerts::save(std::string_view user, std::string_view name,
                                std::string_view filters) {
  constexpr std::size_t kLongest = 240, kLongestQuery = 4000;
  if (name.empty() || name.size() > kLongest) return fail(Code::invalid, "名称应有 1 到 80 个字");
  if (filters.size() > kLongestQuery) return fail(Code::invalid, "查询太长");
  SavedQuery query{0, std::string(user), std::string(name), std::string(filters),
                   iso8601(inside_->clock())};
  const auto index = inside_->index();
  if (!index) return tl::unexpected(index.error());
  const auto found = found_by(**index, query);
  if (!found) return tl::unexpected(found.error());
  auto transaction = sqlite::Transaction::begin(inside_->database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  Work work(inside_->database);
  work.run("INSERT OR IGNORE INTO saved_queries(user, name, query, created) VALUES(?,?,?,?)",
           query.user, query.name, query.query, query.created);
  if (work.ok() && inside_->database.changes() == 0)
    return fail(Code::conflict, fmt::format("已有名为「{}」的查询", query.name), {},
                "换一个名称，或先删除它");
  query.id = inside_->database.last_id();
  Look(work, query, query.created, true).items(*found);
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (auto done = transaction->commit(); !done) return tl::unexpected(std::move(done.error()));
  return query;
}

Result<std::vector<SavedQuery>> Alerts::queries(std::string_view user) const {
  Work work(inside_->database);
  std::vector<SavedQuery> out;
  work.rows(
      "SELECT id, user, name, query, created FROM saved_queries WHERE ?1 = '' OR user = ?1 ORDER BY id",
      [&](const Statement& row) {
        out.push_back(query_row(row));
        return true;
      },
      user);
  return work.give(std::move(out));
}

Result<SavedQuery> Alerts::query(std::int64_t id) const {
  Work work(inside_->database);
  std::optional<SavedQuery> out;
  work.rows(
      "SELECT id, user, name, query, created FROM saved_queries WHERE id = ?",
      [&](const Statement& row) {
        out = query_row(row);
        return false;
      },
      id);
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (!out) return fail(Code::not_found, fmt::format("没有编号 {} 的查询", id));
  return std::move(*out);
}

Result<void> Alerts::drop(std::int64_t id) {
  if (auto known = query(id); !known) return tl::unexpected(known.error());
  Work work(inside_->database);
  work.run("DELETE FROM saved_queries WHERE id = ?", id);
  return work.result();
}

Result<std::vector<Alert>> Alerts::look(const AlertRules& rules) {
  const auto all = queries();
  if (!all) return tl::unexpected(all.error());
  const std::string today = china_day(inside_->clock());
  const auto tracker = Tracker::open(inside_->file);
  if (!tracker) return tl::unexpected(tracker.error());
  const auto due = (*tracker)->deadlines({today, {}, today});
  if (!due) return tl::unexpected(due.error());
  const auto index = inside_->index();
  if (!index) return tl::unexpected(index.error());
  std::vector<std::vector<std::int64_t>> found;
  for (const SavedQuery& query : *all) {
    auto items = found_by(**index, query);
    if (!items) return tl::unexpected(std::move(items.error()));
    found.push_back(std::move(*items));
  }
  auto transaction = sqlite::Transaction::begin(inside_->database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  Work work(inside_->database);
  std::vector<Alert> out;
  for (std::size_t i = 0; i < all->size(); ++i) {
    Look look(work, (*all)[i], iso8601(inside_->clock()), false);
    look.items(found[i]);
    look.deadlines(*due, {found[i].begin(), found[i].end()}, rules.due_days);
    auto told = look.take();
    std::move(told.begin(), told.end(), std::back_inserter(out));
  }
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (auto done = transaction->commit(); !done) return tl::unexpected(std::move(done.error()));
  return out;
}

Result<std::vector<Alert>> Alerts::told(std::int64_t id, std::string_view since,
                                        std::string_view until) const {
  Work work(inside_->database);
  std::vector<Alert> out;
  work.rows(
      kAlert,
      [&](const Statement& row) {
        Alert alert{row.integer(0),
                    row.integer(1),
                    row.integer(2),
                    std::string(row.text(3)),
                    std::string(row.text(4)),
                    kind_of(row.text(5)),
                    static_cast<int>(row.integer(6)),
                    std::string(row.text(7)),
                    std::string(row.text(8)),
                    {}};
        alert.place = {static_cast<std::uint32_t>(row.integer(9)),
                       static_cast<std::uint32_t>(row.integer(10))};
        out.push_back(std::move(alert));
        return true;
      },
      id, since, until);
  return work.give(std::move(out));
}

Result<std::int64_t> Alerts::delivered(std::string_view channel) {
  Work work(inside_->database);
  work.run("INSERT OR IGNORE INTO alert_sent SELECT ?, coalesce(max(id), 0), ? FROM alerts",
           channel, iso8601(inside_->clock()));
  std::int64_t out = 0;
  work.rows(
      "SELECT alert FROM alert_sent WHERE channel = ?",
      [&](const Statement& row) {
        out = row.integer(0);
        return false;
      },
      channel);
  return work.give(out);
}

Result<void> Alerts::set_delivered(std::string_view channel, std::int64_t alert) {
  Work work(inside_->database);
  work.run("UPDATE alert_sent SET alert = ?, time = ? WHERE channel = ?", alert,
           iso8601(inside_->clock()), channel);
  return work.result();
}

}  // namespace guanlan
