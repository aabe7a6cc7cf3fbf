// A thin wrapper over SQLite: databases, statements and transactions as values that close
// themselves.
//
// One connection is used by one thread at a time; it waits 10 s for a lock. Errors come back as
// Result with SQLite's own words: io (disk, permission), conflict (busy, a foreign or newer file),
// damaged (malformed).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "guanlan/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace guanlan::sqlite {

class Database;

// A prepared statement. Bind by position from 1, step through rows, read columns from 0.
class Statement {
 public:
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, std::string_view text);
  Statement& bind_blob(int at, std::string_view bytes);
  Statement& bind_real(int at, double value);
  Statement& bind_null(int at);
  // For functions of our own that take one by this name; it must outlive the run.
  Statement& bind_pointer(int at, void* pointer, const char* type);
  // True while there is a row. After the last row the statement is ready to be bound again.
  [[nodiscard]] Result<bool> step();
  [[nodiscard]] Result<void> run();  // steps to the end
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  // Valid until the next step or reset.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  // Opens or creates, and readies for work.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file);
  // Opens or creates; writes nothing, so that a foreign file can be looked at.
  [[nodiscard]] static Result<Database> connect(const std::filesystem::path& file);
  // WAL, synchronous=FULL (what was committed survives kill -9 and power cuts), foreign keys.
  [[nodiscard]] Result<void> prepare_for_work() const;

  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  [[nodiscard]] Result<void> run(const std::string& sql) const;  // one or several statements
  [[nodiscard]] std::int64_t last_id() const;
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] sqlite3* handle() const { return database_.get(); }
  // What the store keeps for as long as the connection; null at first.
  [[nodiscard]] std::shared_ptr<void>& kept() const { return kept_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
  mutable std::shared_ptr<void> kept_;
};

// BEGIN IMMEDIATE … COMMIT; rolled back when destroyed without commit.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(const Database& database);
  [[nodiscard]] Result<void> commit();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;
};

}  // namespace guanlan::sqlite
