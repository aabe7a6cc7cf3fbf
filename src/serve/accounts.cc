#include "serve/accounts.h"

#include <fmt/format.h>

#include "serve/password.h"
#include "serve/secret.h"
#include "store/schema.h"
#include "store/work.h"
#include "text/utf8_check.h"

namespace guanlan::serve {
namespace {

using sqlite::Statement;
using sqlite::Work;

constexpr std::int64_t kSessionSeconds = 12 * 3600;
constexpr std::int64_t kThrottleSeconds = 300;
constexpr std::int64_t kMostFailuresOfName = 10, kMostFailuresFrom = 50;
constexpr std::size_t kLongestName = 64;

std::string text(const Statement& row, int column) { return std::string(row.text(column)); }

// Names stand in addresses, logs and tables: letters of any script, digits, . _ - and @.
bool is_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || !utf8::is_valid(name)) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '.' || c == '_' || c == '-' || c == '@';
  });
}

std::int64_t seconds(const Clock& clock) { return clock().time_since_epoch().count(); }

}  // namespace

Accounts::Accounts(sqlite::Database database, Clock clock)
    : db_(std::make_unique<sqlite::Database>(std::move(database))), clock_(std::move(clock)) {}
Accounts::~Accounts() = default;

Result<std::unique_ptr<Accounts>> Accounts::open(const std::filesystem::path& file, Clock clock) {
  auto database = open_database(file);
  if (!database) return tl::unexpected(std::move(database.error()));
  return std::unique_ptr<Accounts>(new Accounts(std::move(*database), std::move(clock)));
}

bool Accounts::any() const {
  const auto all = list();
  return all && !all->empty();
}

Result<void> Accounts::add(std::string_view name, Role role, std::string_view password) {
  if (!is_name(name)) {
    return fail(Code::invalid, "帐号名不合要求", std::string(name.substr(0, 80)),
                "1 到 64 个字节的文字、数字和 . _ - @");
  }
  const auto hash = hashed_password(password);
  if (!hash) return tl::unexpected(hash.error());
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run("INSERT OR IGNORE INTO users(name, role, password, created, last) VALUES(?,?,?,?,'')",
           name, serve::name(role), *hash, iso8601(clock_()));
  if (work.ok() && db_->changes() == 0) {
    return fail(Code::conflict, "已有这个帐号", std::string(name));
  }
  return work.result();
}

Result<void> Accounts::must_keep_an_admin(std::string_view name) const {
  std::int64_t others = 0, there = 0;
  Work work(*db_);
  work.rows(
      "SELECT sum(role = 'admin' AND name <> ?1), sum(name = ?1) FROM users",
      [&](const Statement& row) {
        others = row.integer(0);
        there = row.integer(1);
        return true;
      },
      name);
  if (!work.ok()) return work.result();
  if (there == 0) return fail(Code::not_found, "没有这个帐号", std::string(name.substr(0, 80)));
  if (others == 0) {
    return fail(Code::conflict, "至少要留一个管理员", std::string(name), "先建立另一个 admin 帐号");
  }
  return {};
}

Result<void> Accounts::remove(std::string_view name) {
  const std::lock_guard held(lock_);
  if (auto kept = must_keep_an_admin(name); !kept) return kept;
  Work work(*db_);
  work.run("DELETE FROM users WHERE name = ?", name);  // sessions and tokens go with it
  return work.result();
}

Result<void> Accounts::set_role(std::string_view name, Role role) {
  const std::lock_guard held(lock_);
  if (role != Role::admin) {
    if (auto kept = must_keep_an_admin(name); !kept) return kept;
  }
  Work work(*db_);
  work.run("UPDATE users SET role = ? WHERE name = ?", serve::name(role), name);
  if (work.ok() && db_->changes() == 0) {
    return fail(Code::not_found, "没有这个帐号", std::string(name.substr(0, 80)));
  }
  return work.result();
}

Result<void> Accounts::set_password(std::string_view name, std::string_view password) {
  const auto hash = hashed_password(password);
  if (!hash) return tl::unexpected(hash.error());
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run("UPDATE users SET password = ? WHERE name = ?", *hash, name);
  if (work.ok() && db_->changes() == 0) {
    return fail(Code::not_found, "没有这个帐号", std::string(name.substr(0, 80)));
  }
  work.run("DELETE FROM sessions WHERE user = ?", name);  // whoever knew the old one is out
  return work.result();
}

Result<std::vector<Account>> Accounts::list() const {
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::vector<Account> out;
  work.rows("SELECT name, role, created, last FROM users ORDER BY name", [&](const Statement& row) {
    out.push_back(
        {text(row, 0), role_of(row.text(1)).value_or(Role::reader), text(row, 2), text(row, 3)});
    return true;
  });
  return work.give(std::move(out));
}

// Wrong passwords of the last minutes, by name and by address.
bool Accounts::is_throttled(std::string_view name, std::string_view from) const {
  std::int64_t of_name = 0, of_address = 0;
  Work work(*db_);
  work.rows(
      "SELECT sum(name = ?1), sum(address = ?2) FROM failed_logins WHERE time > ?3",
      [&](const Statement& row) {
        of_name = row.integer(0);
        of_address = row.integer(1);
        return true;
      },
      name, from, seconds(clock_) - kThrottleSeconds);
  return !work.ok() || of_name >= kMostFailuresOfName || of_address >= kMostFailuresFrom;
}

std::string Accounts::open_session(std::string_view name, std::string_view csrf) {
  const std::string key = random_token(32);
  Work work(*db_);
  work.run("DELETE FROM sessions WHERE expires <= ?", seconds(clock_));
  work.run("INSERT INTO sessions(key, user, csrf, expires) VALUES(?,?,?,?)", fingerprint(key), name,
           csrf, seconds(clock_) + kSessionSeconds);
  work.run("UPDATE users SET last = ? WHERE name = ?", iso8601(clock_()), name);
  work.run("DELETE FROM failed_logins WHERE name = ? OR time <= ?", name,
           seconds(clock_) - kThrottleSeconds);
  return work.ok() ? key : std::string();
}

Result<std::optional<Accounts::Login>> Accounts::log_in(std::string_view name,
                                                        std::string_view password,
                                                        std::string_view from) {
  std::string hash;
  Role role = Role::nobody;
  {
    const std::lock_guard held(lock_);
    if (is_throttled(name, from)) {
      return fail(Code::conflict, "登录失败次数过多", {}, "五分钟后再试");
    }
    Work work(*db_);
    work.rows(
        "SELECT password, role FROM users WHERE name = ?",
        [&](const Statement& row) {
          hash = row.text(0);
          role = role_of(row.text(1)).value_or(Role::nobody);
          return true;
        },
        name);
    if (!work.ok()) return tl::unexpected(work.result().error());
  }
  if (hash.empty()) waste_a_password(password);
  const bool right = !hash.empty() && is_password(password, hash);
  const std::lock_guard held(lock_);
  if (!right) {
    Work work(*db_);
    work.run("INSERT INTO failed_logins(name, address, time) VALUES(?,?,?)",
             name.substr(0, kLongestName), from, seconds(clock_));
    return std::optional<Login>();
  }
  Login out{{}, {std::string(name), role, Caller::By::session, random_token(24)}};
  out.key = open_session(name, out.caller.csrf);
  if (out.key.empty()) return fail(Code::io, "数据库不能写入");
  return std::optional(std::move(out));
}

void Accounts::log_out(std::string_view key) {
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run("DELETE FROM sessions WHERE key = ?", fingerprint(key));
}

std::optional<Caller> Accounts::by_session(std::string_view key) const {
  if (key.empty()) return std::nullopt;
  const std::string mark = fingerprint(key);
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::optional<Caller> out;
  work.rows(
      "SELECT u.name, u.role, s.csrf FROM sessions s JOIN users u ON u.name = s.user "
      "WHERE s.key = ? AND s.expires > ?",
      [&](const Statement& row) {
        out = Caller{text(row, 0), role_of(row.text(1)).value_or(Role::nobody), Caller::By::session,
                     text(row, 2), std::string(key)};
        return true;
      },
      mark, seconds(clock_));
  return out;
}

Result<std::string> Accounts::add_token(std::string_view user, std::string_view label, Role role) {
  const std::string token = "gl_" + random_token(32);
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run(
      "INSERT INTO tokens(key, user, label, role, created) SELECT ?, name, ?, ?, ? FROM users "
      "WHERE name = ?",
      fingerprint(token), label.substr(0, 200), serve::name(role), iso8601(clock_()), user);
  if (work.ok() && db_->changes() == 0) {
    return fail(Code::not_found, "没有这个帐号", std::string(user.substr(0, 80)));
  }
  return work.give(token);
}

Result<void> Accounts::remove_token(std::int64_t id) {
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run("DELETE FROM tokens WHERE id = ?", id);
  if (work.ok() && db_->changes() == 0) return fail(Code::not_found, "没有这个令牌");
  return work.result();
}

Result<std::vector<Token>> Accounts::tokens() const {
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::vector<Token> out;
  work.rows("SELECT id, user, label, role, created FROM tokens ORDER BY id",
            [&](const Statement& row) {
              out.push_back({row.integer(0), text(row, 1), text(row, 2),
                             role_of(row.text(3)).value_or(Role::reader), text(row, 4)});
              return true;
            });
  return work.give(std::move(out));
}

std::optional<Caller> Accounts::by_token(std::string_view token) const {
  const std::string mark = fingerprint(token);
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::optional<Caller> out;
  work.rows(
      "SELECT u.name, u.role, t.role FROM tokens t JOIN users u ON u.name = t.user "
      "WHERE t.key = ?",
      [&](const Statement& row) {
        const Role own = role_of(row.text(1)).value_or(Role::nobody);
        const Role given = role_of(row.text(2)).value_or(Role::nobody);
        out = Caller{text(row, 0), std::min(own, given), Caller::By::token};
        return true;
      },
      mark);
  return out;
}

void Accounts::note(std::string_view user, std::string_view action, std::string_view object,
                    std::string_view from) {
  const std::lock_guard held(lock_);
  Work work(*db_);
  work.run("INSERT INTO audit(time, user, action, object, address) VALUES(?,?,?,?,?)",
           iso8601(clock_()), user, action, object.substr(0, 500), from);
}

Result<std::vector<AuditEntry>> Accounts::audit(std::size_t first, std::size_t count) const {
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::vector<AuditEntry> out;
  work.rows(
      "SELECT id, time, user, action, object, address FROM audit ORDER BY id DESC LIMIT ? OFFSET ?",
      [&](const Statement& row) {
        out.push_back(
            {row.integer(0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)});
        return true;
      },
      static_cast<std::int64_t>(count), static_cast<std::int64_t>(first));
  return work.give(std::move(out));
}

Result<std::size_t> Accounts::audit_size() const {
  const std::lock_guard held(lock_);
  Work work(*db_);
  std::size_t out = 0;
  work.rows("SELECT count(*) FROM audit", [&](const Statement& row) {
    out = static_cast<std::size_t>(row.integer(0));
    return true;
  });
  return work.give(out);
}

}  // namespace guanlan::serve
