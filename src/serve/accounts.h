// Accounts, sessions, tokens and the audit log, in the database (tables of schema version 6).
//
// Passwords and tokens are stored hashed. Safe to call from several threads: one connection under
// a lock, held for some microseconds (a password is hashed outside of it).
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/result.h"
#include "serve/access.h"

namespace guanlan::sqlite {
class Database;
}

namespace guanlan::serve {

struct Account {
  std::string name;
  Role role = Role::reader;
  std::string created;
  std::string last;  // login; empty: never
};

// For programs. A token may do less than its account, never more.
struct Token {
  std::int64_t id = 0;
  std::string user, label;
  Role role = Role::reader;
  std::string created;
};

struct AuditEntry {
  std::int64_t id = 0;
  std::string when, user, action, object, from;
};

class Accounts {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Accounts>> open(const std::filesystem::path& database,
                                                              Clock clock);
  ~Accounts();

  [[nodiscard]] bool any() const;
  // Errors: invalid (name, password), conflict (the name is taken), not_found; the last admin
  // cannot be removed or lowered: conflict.
  [[nodiscard]] Result<void> add(std::string_view name, Role role, std::string_view password);
  [[nodiscard]] Result<void> remove(std::string_view name);
  [[nodiscard]] Result<void> set_role(std::string_view name, Role role);
  [[nodiscard]] Result<void> set_password(std::string_view name, std::string_view password);
  [[nodiscard]] Result<std::vector<Account>> list() const;

  // A new session of a right name and password, with the key for its cookie: never one that was
  // there before. Nothing: wrong. too many wrong ones: conflict, for some seconds.
  struct Login {
    std::string key;
    Caller caller;
  };
  [[nodiscard]] Result<std::optional<Login>> log_in(std::string_view name,
                                                    std::string_view password,
                                                    std::string_view from);
  void log_out(std::string_view key);
  [[nodiscard]] std::optional<Caller> by_session(std::string_view key) const;

  // The token itself, which is shown once.
  [[nodiscard]] Result<std::string> add_token(std::string_view user, std::string_view label,
                                              Role role);
  [[nodiscard]] Result<void> remove_token(std::int64_t id);
  [[nodiscard]] Result<std::vector<Token>> tokens() const;
  [[nodiscard]] std::optional<Caller> by_token(std::string_view token) const;

  void note(std::string_view user, std::string_view action, std::string_view object,
            std::string_view from);
  [[nodiscard]] Result<std::vector<AuditEntry>> audit(std::size_t first, std::size_t count) const;
  [[nodiscard]] Result<std::size_t> audit_size() const;

 private:
  Accounts(sqlite::Database database, Clock clock);
  [[nodiscard]] bool is_throttled(std::string_view name, std::string_view from) const;
  [[nodiscard]] Result<void> must_keep_an_admin(std::string_view name) const;
  [[nodiscard]] std::string open_session(std::string_view name, std::string_view csrf);

  std::unique_ptr<sqlite::Database> db_;
  Clock clock_;
  mutable std::mutex lock_;
};

}  // namespace guanlan::serve
