// A run of statements that stops at its first failure: what follows does nothing, and result()
// tells. Keeps code that writes ten rows as short as the ten rows.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "store/sqlite.h"

namespace guanlan::sqlite {

struct Blob {
  std::string_view bytes;
};
struct Real {
  double value;
};

inline void bind_value(Statement& s, int at, std::int64_t value) { s.bind(at, value); }
inline void bind_value(Statement& s, int at, int value) { s.bind(at, std::int64_t{value}); }
inline void bind_value(Statement& s, int at, std::uint32_t value) {
  s.bind(at, std::int64_t{value});
}
inline void bind_value(Statement& s, int at, std::string_view text) { s.bind(at, text); }
inline void bind_value(Statement& s, int at, Blob blob) { s.bind_blob(at, blob.bytes); }
inline void bind_value(Statement& s, int at, Real real) { s.bind_real(at, real.value); }
inline void bind_value(Statement& s, int at, std::nullptr_t) { s.bind_null(at); }

class Work {
 public:
  explicit Work(const Database& database) : database_(database) {}

  // Binds the values in order and runs to the end. A text is prepared once; `sql` must outlive
  // this.
  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    rows(
        sql, [](const Statement&) { return true; }, values...);
  }

  // Calls f(row) for each row until f returns false.
  template <class F, class... Values>
  void rows(std::string_view sql, F f, const Values&... values) {
    Statement* statement = prepared(sql);
    if (statement == nullptr) return;
    int at = 0;
    (bind_value(*statement, ++at, values), ...);
    step_through(*statement, f);
  }

  // The same for values that are known only at run time.
  template <class F, class Bind>
  void rows_bound(std::string_view sql, Bind bind, F f) {
    Statement* statement = prepared(sql);
    if (statement == nullptr) return;
    bind(*statement);
    step_through(*statement, f);
  }

  [[nodiscard]] const Database& database() const { return database_; }
  [[nodiscard]] bool ok() const { return result_.has_value(); }
  void fail_with(Error error) {
    if (ok()) result_ = tl::unexpected(std::move(error));
  }
  [[nodiscard]] Result<void> result() const { return result_; }
  // The value where all went well, else the first failure.
  template <class T>
  [[nodiscard]] Result<T> give(T value) const {
    if (!ok()) return tl::unexpected(result_.error());
    return value;
  }

 private:
  template <class F>
  void step_through(Statement& statement, F& f) {
    for (;;) {
      auto row = statement.step();
      if (!row) return fail_with(std::move(row.error()));
      if (!*row) return;
      if (f(std::as_const(statement))) continue;
      statement.reset();
      return;
    }
  }

  Statement* prepared(std::string_view sql) {
    if (!ok()) return nullptr;
    const auto it = statements_.find(sql);
    if (it != statements_.end()) return &it->second;
    auto statement = database_.prepare(sql);
    if (statement) return &statements_.emplace(sql, std::move(*statement)).first->second;
    fail_with(std::move(statement.error()));
    return nullptr;
  }

  const Database& database_;
  std::map<std::string_view, Statement> statements_;
  Result<void> result_;
};

}  // namespace guanlan::sqlite
