// search: a query in words → items with their places, counts by facet, pages.
//
// The query language stands in docs/search.md: words, "phrases", -not, OR, NEAR, parentheses,
// field:value. A word or phrase is found wherever its characters stand: nothing is missed that a
// scan of the texts would find. Widths, case and traditional forms make no difference; punctuation
// and blanks only separate. Letters and digits count as whole words (APP does not find APPLE;
// app* does).
//
// A Search may be used by several threads at once. It sees what was committed before the call.
// Errors: invalid (the query, a cursor; the place is the character), and those of the database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guanlan/result.h"
#include "guanlan/span.h"

namespace guanlan {

enum class SortBy { relevance, date };  // date: newest first, undated last

struct SearchRequest {
  std::string query = {};  // empty: everything
  SortBy sort = SortBy::relevance;
  std::size_t limit = 20;
  std::string cursor = {};        // SearchAnswer::next of the page before; empty: the first page
  bool facets = true;             // count by facet
  std::size_t facet_values = 20;  // at most so many values a facet
  bool snippets = true;
  std::size_t snippet_size = 120;  // characters
  bool records = false;            // give the record of each hit
};

// A piece of a text; `hit` where it is what the query asked for.
struct Segment {
  std::string text;
  bool hit = false;
};

struct SearchHit {
  std::int64_t item = 0;
  std::int64_t document = 0;
  std::string title, kind, event_date, file;
  double score = 0;
  std::vector<Segment> title_segments;
  std::vector<Segment> snippet;  // of the body, around the most hits
  std::vector<Span> places;      // of the hits in the snippet and the title: bytes of Source::raw
  int n = 0;                     // running number in its document
  std::string record;            // one line of JSON; empty where it was not asked for
};

struct FacetValue {
  std::string value;  // enforcement, 甘肃省, 2024-05
  std::int64_t count = 0;
};
struct Facet {
  std::string field;               // kind, region, authority, outlet, month, sanction
  std::vector<FacetValue> values;  // most frequent first; months newest first
};

// A colloquial word that was also looked for under its official names.
struct Expansion {
  std::string word;
  std::vector<std::string> added;
};

struct SearchAnswer {
  std::int64_t total = 0;
  std::vector<SearchHit> hits;
  std::vector<Facet> facets;
  std::vector<Expansion> expanded;
  std::vector<std::string> did_you_mean;  // whole queries, where nothing was found
  std::string next;                       // cursor of the next page; empty: this is the last
};

// The items that name a law, or cite an article of it.
struct LawUse {
  std::string law;                  // its law_key
  std::string article;              // 44, 44之一; empty: the law as a whole
  std::vector<std::int64_t> items;  // ascending
};

class Search {
 public:
  virtual ~Search() = default;
  [[nodiscard]] virtual Result<SearchAnswer> find(const SearchRequest& request) = 0;
  // Every item that fulfils the query, ascending: for what wants all and no page.
  [[nodiscard]] virtual Result<std::vector<std::int64_t>> all(std::string_view query) = 0;
  // The articles of a law (its law_key) that items cite; empty: all laws, as wholes.
  [[nodiscard]] virtual Result<std::vector<LawUse>> law_uses(std::string_view key) = 0;
};

// Over the store's database file; it must exist and is migrated where it is older.
[[nodiscard]] Result<std::unique_ptr<Search>> open_search(const std::filesystem::path& database);

// What is wrong with a query, and which bytes of it; nothing where it can be asked.
struct QueryProblem {
  Error error;
  Span span;
};
[[nodiscard]] std::optional<QueryProblem> check_query(std::string_view query);

// One field of the query language, for help, completion and forms.
struct QueryField {
  std::string_view name;     // as written before the colon: kind
  std::string_view chinese;  // the same in Chinese: 类别
  std::string_view takes;    // 类别名, 日期或区间, …
  std::string_view example;  // kind:enforcement
};
[[nodiscard]] const std::vector<QueryField>& query_fields();

}  // namespace guanlan
