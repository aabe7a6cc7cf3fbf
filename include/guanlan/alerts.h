// alerts: saved queries, and what is new, changed or due among the items that they find.
//
// A query is saved with what it finds then; look() tells what came, changed or falls due since it
// last looked, once. Delivery (guanlan/delivery.h) is another step, and nothing leaves the machine
// unless a channel is configured. look() is one transaction: told is told, also after a kill.
//
// Used by one thread at a time. Errors: those of open_store(); invalid (a query, a name);
// not_found, conflict (a name that is taken).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/result.h"
#include "guanlan/search.h"
#include "guanlan/span.h"

namespace guanlan {

struct SavedQuery {
  std::int64_t id = 0;
  std::string user, name;
  std::string query;    // filters as in an address: q=罚款&kind=enforcement
  std::string created;  // ISO 8601, UTC
};

enum class AlertKind : std::uint8_t { new_item, changed, due };
[[nodiscard]] std::string_view name(AlertKind kind);  // new changed due

struct Alert {
  std::int64_t id = 0, query = 0, item = 0;
  std::string name;  // of the query
  std::string time;  // ISO 8601, UTC
  AlertKind kind{};
  int days = 0;  // due: told so many days before; else 0
  std::string title;
  std::string text;  // the beginning; the fields that changed; the sentence of the deadline
  Span place;        // of the title or of the deadline, bytes of raw
};

struct AlertRules {
  std::vector<int> due_days{7, 1};  // a deadline is told when so many days are left
};

class Alerts {
 public:
  // The database of a store; it must exist. `search` over the same database, where there is one
  // already; it must outlive this.
  [[nodiscard]] static Result<std::unique_ptr<Alerts>> open(const std::filesystem::path& database,
                                                            Clock clock = system_clock(),
                                                            Search* search = nullptr);
  ~Alerts();

  [[nodiscard]] Result<SavedQuery> save(std::string_view user, std::string_view name,
                                        std::string_view query);
  [[nodiscard]] Result<std::vector<SavedQuery>> queries(
      std::string_view user = {}) const;  // empty: all
  [[nodiscard]] Result<SavedQuery> query(std::int64_t id) const;
  [[nodiscard]] Result<void> drop(std::int64_t id);

  // What it had not told before, in the order of queries, then new, changed, due.
  [[nodiscard]] Result<std::vector<Alert>> look(const AlertRules& rules);
  // Those after `id` that were found from `since` on and before `until` (ISO 8601; empty: open).
  [[nodiscard]] Result<std::vector<Alert>> told(std::int64_t id, std::string_view since = {},
                                                std::string_view until = {}) const;

  // How far a channel has come; the newest alert where it is asked for the first time.
  [[nodiscard]] Result<std::int64_t> delivered(std::string_view channel);
  [[nodiscard]] Result<void> set_delivered(std::string_view channel, std::int64_t alert);

 private:
  struct Inside;
  explicit Alerts(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// Filters as in an address in the language of search: q=罚款&kind=enforcement&month=2024-05.
// invalid: a name that is no filter, a broken escape.
[[nodiscard]] Result<std::string> search_query(std::string_view filters);
// Words of the query language as filters.
[[nodiscard]] std::string filters_of(std::string_view words);

// The newest items of a query as an Atom feed (RFC 4287). `address`: where the pages are, without a
// closing slash; empty: entries have no links.
[[nodiscard]] Result<std::string> query_feed(Search& search, const SavedQuery& query,
                                             std::string_view address);

}  // namespace guanlan
