// The server without its sockets: a request goes in, a response comes out.
//
// Safe to call from many threads at once.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "guanlan/search.h"
#include "guanlan/serve.h"
#include "guanlan/store.h"
#include "serve/accounts.h"
#include "serve/jobs.h"
#include "serve/metrics.h"
#include "serve/page_cache.h"
#include "serve/pages.h"
#include "serve/problem.h"
#include "serve/reader_pool.h"
#include "serve/route.h"
#include "serve/workers.h"

namespace guanlan::serve {

// What is known of a request before its body comes.
struct Admission {
  std::optional<Response> refusal;
  const Route* route = nullptr;  // null: a page
  std::vector<std::string> parts = {};
  Caller caller = {};
  std::size_t most = 0;  // bytes of a body
};

class Service {
 public:
  // Opens or creates the database.
  [[nodiscard]] static Result<std::unique_ptr<Service>> open(const Options& options);
  ~Service();

  // Looks at target and headers; `length` of the body where it is announced.
  [[nodiscard]] Admission admit(const Request& head, std::uint64_t length);
  [[nodiscard]] Response answer(const Admission& admission, const Request& request);
  // Both at once.
  [[nodiscard]] Response handle(const Request& request);
  [[nodiscard]] Response refused(const Problem& problem, const Request& request) const;

  [[nodiscard]] Result<ReaderPool::Lease> reader() { return readers_.take(); }
  // The one connection that writes.
  template <class F>
  auto write(F f) {
    const std::lock_guard held(writing_);
    return f(*writer_);
  }

  [[nodiscard]] Search& search() { return *search_; }  // by many threads at once

  [[nodiscard]] const Metrics& metrics() const { return metrics_; }
  [[nodiscard]] Jobs& jobs() { return jobs_; }
  [[nodiscard]] Workers& importer() { return importer_; }
  [[nodiscard]] Workers& exporter() { return exporter_; }
  [[nodiscard]] Workers& renderer() { return renderer_; }
  // Held by who reads or writes the folders of issues.
  [[nodiscard]] std::mutex& desks() { return desks_; }
  [[nodiscard]] PageCache& pages_seen() { return pages_seen_; }
  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const std::string& local_csrf() const { return local_csrf_; }
  [[nodiscard]] Accounts& accounts() { return *accounts_; }
  [[nodiscard]] bool has_accounts() const { return has_accounts_; }
  [[nodiscard]] std::string now() const { return iso8601(options_.clock()); }

  Result<void> reload();
  void set_port(std::uint16_t port) { port_ = port; }

 private:
  explicit Service(const Options& options);
  [[nodiscard]] bool is_our_host(std::string_view host) const;
  [[nodiscard]] std::optional<Problem> wrong_at_sight(const Request& head) const;
  [[nodiscard]] Caller caller_of(const Request& head) const;
  void keep_on_record(const Exchange& exchange, const Response& response);
  [[nodiscard]] Response run(const Admission& admission, const Request& request);
  [[nodiscard]] Response finished(Response response, const Request& request) const;

  Options options_;
  std::atomic<std::uint16_t> port_{0};
  std::string local_csrf_;
  ReaderPool readers_;
  std::mutex writing_;
  std::unique_ptr<Store> writer_;
  std::unique_ptr<Search> search_;
  std::unique_ptr<Accounts> accounts_;
  std::atomic<bool> has_accounts_{false};
  Pages pages_;
  PageCache pages_seen_;
  Metrics metrics_;
  Jobs jobs_;
  std::mutex desks_;
  Workers importer_{1}, exporter_{4}, renderer_{1};
};

}  // namespace guanlan::serve
