#include <fmt/format.h>

#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "guanlan/search.h"
#include "search/colloquial.h"
#include "search/columns.h"
#include "search/cursor.h"
#include "search/evaluate.h"
#include "search/facets.h"
#include "search/large_results.h"
#include "search/law_uses.h"
#include "search/query.h"
#include "search/snippet.h"
#include "search/suggest.h"
#include "search/text_matches.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "store/record_members.h"
#include "store/schema.h"
#include "store/work.h"

namespace guanlan {
namespace {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Work;

// Which of two candidates stands first.
class Order {
 public:
  Order(SortBy by, const Columns& columns) : by_(by), columns_(columns) {}

  [[nodiscard]] PageEnd key(const Candidate& c) const {
    const ItemColumns* row = columns_.item(c.item);
    const bool dated = row != nullptr && !row->days.empty();
    return {c.score, dated ? row->days.begin : std::numeric_limits<std::int32_t>::min(), c.item};
  }
  [[nodiscard]] bool before(const PageEnd& a, const PageEnd& b) const {
    if (by_ == SortBy::relevance && a.score != b.score) return a.score > b.score;
    if (a.day != b.day) return a.day > b.day;
    return by_ == SortBy::date && a.item != b.item ? a.item < b.item : a.item > b.item;
  }
  [[nodiscard]] bool operator()(const Candidate& a, const Candidate& b) const {
    if (by_ == SortBy::relevance && a.score != b.score) return a.score > b.score;
    return before(key(a), key(b));
  }

 private:
  SortBy by_;
  const Columns& columns_;
};

// The words of the query in the title and the body, and where they stand in the source.
void add_snippet(const Statement& row, const SearchRequest& request,
                 const std::vector<WantedPhrase>& phrases, std::string_view record,
                 SearchHit& out) {
  const auto in_title = find_hits(out.title, phrases, true);
  const auto whole = Span{0, static_cast<std::uint32_t>(out.title.size())};
  out.title_segments = segments_of(out.title, whole, in_title);
  const auto json = nlohmann::json::parse(RecordMembers(record)["body"], nullptr, false);
  const std::string body = json.is_string() ? json.get<std::string>() : "";
  const auto in_body = find_hits(body, phrases, false);
  Snippet snippet = snippet_of(body, in_body, request.snippet_size);
  out.snippet = std::move(snippet.segments);
  const auto add_places = [&](const std::vector<Span>& hits, Span shown, int column) {
    const auto pieces = unpacked(row.blob(column));
    for (const Span hit : hits) {
      if (!hit.overlaps(shown)) continue;
      for (const Span place : raw_places(pieces, hit)) out.places.push_back(place);
    }
  };
  add_places(in_title, whole, 7);
  add_places(in_body, snippet.span, 8);
}

SearchHit hit_of(const Database& database, const Statement& row, const SearchRequest& request,
                 const std::vector<WantedPhrase>& phrases) {
  SearchHit out;
  out.item = row.integer(0);
  out.document = row.integer(1);
  out.title = std::string(row.text(2));
  out.kind = std::string(row.text(3));
  out.event_date = std::string(row.text(4));
  out.file = std::string(row.text(5));
  out.n = static_cast<int>(row.integer(9));
  if (!request.snippets && !request.records) return out;
  std::string record = packed_record(database, row.blob(6)).value_or("");
  if (request.snippets) add_snippet(row, request, phrases, record, out);
  if (request.records) out.record = std::move(record);
  return out;
}

// A connection goes to one call at a time; there are as many as calls at once.
class Connections {
 public:
  explicit Connections(std::filesystem::path path) : path_(std::move(path)) {}

  Result<std::unique_ptr<Database>> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto out = std::move(idle_.back());
        idle_.pop_back();
        return out;
      }
    }
    auto opened = open_database(path_);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    auto out = std::make_unique<Database>(std::move(*opened));
    // A large index does not fit into the connection's own cache: it is read from the pages of the
    // system.
    constexpr std::int64_t kMapped = std::int64_t{8} << 30;  // bytes of address space
    if (auto mapped = out->run(fmt::format("PRAGMA mmap_size={}", kMapped)); !mapped) {
      return tl::unexpected(std::move(mapped.error()));
    }
    if (auto ready = add_collector(*out); !ready) return tl::unexpected(std::move(ready.error()));
    return out;
  }
  void give_back(std::unique_ptr<Database> connection) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }

 private:
  std::filesystem::path path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Database>> idle_;
};

// One state of the database for as long as it lives.
class ReadTransaction {
 public:
  explicit ReadTransaction(const Database& database) : database_(database) {
    begun_ = database_.run("BEGIN");
  }
  ~ReadTransaction() {
    if (begun_) (void)database_.run("COMMIT");
  }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  [[nodiscard]] const Result<void>& begun() const { return begun_; }

 private:
  const Database& database_;
  Result<void> begun_;
};

// The terms of search_text. fts5vocab is a table of the connection; of its kinds only `instance`
// gives a term without having read all places where it stands.
class IndexTerms final : public Vocabulary {
 public:
  explicit IndexTerms(const Database& database) : work_(database) {
    made_ = database.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search_text', 'instance')");
  }
  bool has(std::string_view term) override {
    bool found = false;
    rows(
        "SELECT 1 FROM temp.search_terms WHERE term = ?",
        [&](const Statement&) { return !(found = true); }, term);
    return found;
  }
  void each(std::string_view beginning, const std::function<bool(std::string_view)>& f) override {
    std::string end(beginning);
    end += "\xF4\x8F\xBF\xBF";  // behind every character
    std::string at(beginning);
    for (bool more = made_.has_value(); more;) {
      more = false;
      rows(
          "SELECT term FROM temp.search_terms WHERE term >= ? AND term < ?",
          [&](const Statement& row) {
            at = row.text(0);
            more = f(at);
            return false;
          },
          std::string_view(at), std::string_view(end));
      at += '\0';  // what comes next
    }
  }

 private:
  template <typename F, typename... Values>
  void rows(std::string_view sql, const F& f, const Values&... values) {
    if (made_) work_.rows(sql, f, values...);  // else no suggestions
  }

  Work work_;
  Result<void> made_;
};

class SqliteSearch final : public Search {
 public:
  explicit SqliteSearch(std::filesystem::path path) : connections_(std::move(path)) {}

  // Reads the columns, so that the first call need not.
  Result<void> warm() {
    return at_one_state([](const Columns&, const Database&) -> Result<void> { return {}; });
  }

  Result<SearchAnswer> find(const SearchRequest& request) override {
    query::Parsed parsed = query::parse(request.query);
    if (parsed.problem) return tl::unexpected(std::move(parsed.problem->error));
    return at_one_state([&](const Columns& columns, const Database& database) {
      return find(request, parsed.root, columns, database);
    });
  }

  Result<std::vector<std::int64_t>> all(std::string_view query) override {
    query::Parsed parsed = query::parse(query);
    if (parsed.problem) return tl::unexpected(std::move(parsed.problem->error));
    (void)widen(parsed.root);  // what was added shows in the answer of find() only
    return at_one_state(
        [&](const Columns& columns, const Database& database) -> Result<std::vector<std::int64_t>> {
          const auto candidates = evaluate(parsed.root, columns, database);
          if (!candidates) return tl::unexpected(candidates.error());
          std::vector<std::int64_t> out;
          out.reserve(candidates->size());
          for (const Candidate& c : *candidates) out.push_back(c.item);
          std::sort(out.begin(), out.end());
          return out;
        });
  }

  Result<std::vector<LawUse>> law_uses(std::string_view key) override {
    return at_one_state(
        [&](const Columns& columns, const Database&) -> Result<std::vector<LawUse>> {
          return uses_of_laws(columns, key);
        });
  }

 private:
  // Calls f(columns, database) in one state of the database.
  template <class F>
  auto at_one_state(F f)
      -> decltype(f(std::declval<const Columns&>(), std::declval<const Database&>())) {
    auto connection = connections_.take();
    if (!connection) return tl::unexpected(std::move(connection.error()));
    auto out = [&]() -> decltype(f(std::declval<const Columns&>(), **connection)) {
      const ReadTransaction transaction(**connection);
      if (!transaction.begun()) return tl::unexpected(transaction.begun().error());
      const auto columns = current(**connection);
      if (!columns) return tl::unexpected(columns.error());
      return f(**columns, **connection);
    }();
    connections_.give_back(std::move(*connection));
    return out;
  }

  Result<SearchAnswer> find(const SearchRequest& request, query::Node& root, const Columns& columns,
                            const Database& database) {
    SearchAnswer answer;
    answer.expanded = widen(root);
    const auto results = results_of(request, root, columns, database);
    if (!results) return tl::unexpected(results.error());
    answer.total = static_cast<std::int64_t>((*results)->candidates.size());
    if ((*results)->candidates.empty())
      answer.did_you_mean = suggested(request.query, columns, database);
    if (request.facets) answer.facets = (*results)->facets;
    auto page = page_of(request, (*results)->candidates, columns, answer.next);
    if (!page) return tl::unexpected(std::move(page.error()));
    if (auto read = read_hits(request, root, *page, database, answer.hits); !read) {
      return tl::unexpected(std::move(read.error()));
    }
    return answer;
  }

  static std::vector<std::string> suggested(std::string_view query, const Columns& columns,
                                            const Database& database) {
    IndexTerms terms(database);
    const auto known = [&](const query::Node& word) {
      return any_match(database, match_expression(word));
    };
    return suggestions(query, query::parse(query).root, terms, known, [&](const query::Node& word) {
      const auto found = evaluate(word, columns, database);
      return found ? static_cast<std::int64_t>(found->size()) : 0;
    });
  }

  Result<std::shared_ptr<const Results>> results_of(const SearchRequest& request,
                                                    const query::Node& root, const Columns& columns,
                                                    const Database& database) {
    const auto facets = request.facets ? std::optional(request.facet_values) : std::nullopt;
    if (auto kept = large_.find(request.query, facets, columns.stamp())) return kept;
    auto candidates = evaluate(root, columns, database);
    if (!candidates) return tl::unexpected(std::move(candidates.error()));
    auto results = std::make_shared<Results>();
    results->candidates = std::move(*candidates);
    if (facets) results->facets = count_facets(results->candidates, columns, *facets);
    large_.keep(request.query, facets, columns.stamp(), results);
    return std::shared_ptr<const Results>(std::move(results));
  }

  Result<std::shared_ptr<const Columns>> current(const Database& database) {
    const std::lock_guard lock(mutex_);
    auto columns = Columns::refresh(database, columns_);
    if (!columns) return columns;
    if (!columns_ || (*columns)->stamp() > columns_->stamp()) columns_ = *columns;
    return columns;
  }

  static Result<std::vector<Candidate>> page_of(const SearchRequest& request,
                                                std::vector<Candidate> candidates,
                                                const Columns& columns, std::string& next) {
    const Order order(request.sort, columns);
    if (!request.cursor.empty()) {
      const auto end = page_end(request);
      if (!end) return tl::unexpected(end.error());
      std::erase_if(candidates,
                    [&](const Candidate& c) { return !order.before(*end, order.key(c)); });
    }
    const std::size_t size = std::min(request.limit, candidates.size());
    const bool more = size < candidates.size();
    const auto middle = candidates.begin() + static_cast<std::ptrdiff_t>(size);
    std::partial_sort(candidates.begin(), middle, candidates.end(), order);
    candidates.erase(middle, candidates.end());
    if (more && size > 0) next = cursor_of(request, order.key(candidates.back()));
    return candidates;
  }

  static Result<void> read_hits(const SearchRequest& request, const query::Node& root,
                                const std::vector<Candidate>& page, const Database& database,
                                std::vector<SearchHit>& out) {
    const auto phrases = wanted_phrases(root);
    Work work(database);
    for (const Candidate& candidate : page) {
      work.rows(
          "SELECT i.id, i.document, i.title, i.kind, i.event_date, d.name, i.record, "
          "i.title_pieces, i.body_pieces, i.n FROM items i JOIN documents d ON d.id = i.document "
          "WHERE i.id = ?",
          [&](const Statement& row) {
            out.push_back(hit_of(database, row, request, phrases));
            out.back().score = candidate.score;
            return false;
          },
          std::int64_t{candidate.item});
    }
    return work.result();
  }

  Connections connections_;
  LargeResults large_;
  std::mutex mutex_;
  std::shared_ptr<const Columns> columns_;
};

}  // namespace

Result<std::unique_ptr<Search>> open_search(const std::filesystem::path& database) {
  std::error_code error;
  if (!std::filesystem::exists(database, error)) {
    return fail(Code::not_found, "没有这个数据库", database.string(), "先用 guanlan add 存入文件");
  }
  auto search = std::make_unique<SqliteSearch>(database);
  if (auto ready = search->warm(); !ready) return tl::unexpected(std::move(ready.error()));
  return search;
}

}  // namespace guanlan
