#include "store/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace guanlan::sqlite {
namespace {

tl::unexpected<Error> error(sqlite3* database) {
  const int code = sqlite3_errcode(database);
  const std::string words = sqlite3_errmsg(database);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(Code::conflict, "数据库正被占用：" + words, {}, "等另一个程序结束后再试");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(Code::damaged, "不是数据库或已损坏：" + words, {}, "换一个 --db，或从备份恢复");
    case SQLITE_FULL:
      return fail(Code::io, "磁盘已满：" + words, {}, "腾出空间后再试；已存入的不受影响");
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return fail(Code::invalid, "数据库拒绝了请求：" + words);
    default:
      return fail(Code::io, "数据库读写失败：" + words, {}, "检查路径与权限");
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement& Statement::bind(int at, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
  return *this;
}
Statement& Statement::bind(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.data() == nullptr ? "" : text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Statement& Statement::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), at, bytes.data() == nullptr ? "" : bytes.data(),
                      bytes.size(), SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::bind_real(int at, double value) {
  sqlite3_bind_double(statement_.get(), at, value);
  return *this;
}
Statement& Statement::bind_null(int at) {
  sqlite3_bind_null(statement_.get(), at);
  return *this;
}
Statement& Statement::bind_pointer(int at, void* pointer, const char* type) {
  sqlite3_bind_pointer(statement_.get(), at, pointer, type, nullptr);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  auto failed = error(sqlite3_db_handle(statement_.get()));
  sqlite3_reset(statement_.get());
  return failed;
}

Result<void> Statement::run() {
  for (;;) {
    auto row = step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
  }
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return words == nullptr
             ? std::string_view{}
             : std::string_view{
                   words, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return bytes == nullptr
             ? std::string_view{}
             : std::string_view{
                   bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Result<Database> Database::connect(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database out;
  out.database_.reset(handle);
  if (code != SQLITE_OK) {
    return fail(Code::io, "打不开数据库", file.string(), "检查路径与权限，或用 --db 指定另一个");
  }
  sqlite3_extended_result_codes(handle, 0);
  sqlite3_busy_timeout(handle, 10'000);
  return out;
}

Result<void> Database::prepare_for_work() const {
  // Memory for 32 MB of pages, and as much of a log before it is written back: each file touches
  // pages all over the indexes, and the next one mostly the same.
  return run(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
      "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=8192;");
}

Result<Database> Database::open(const std::filesystem::path& file) {
  auto out = connect(file);
  if (!out) return out;
  if (auto ready = out->prepare_for_work(); !ready) {
    Error failed = ready.error();
    failed.place = file.string();
    return tl::unexpected(std::move(failed));
  }
  return out;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                         nullptr) != SQLITE_OK) {
    return error(database_.get());
  }
  return Statement(statement);
}

Result<void> Database::run(const std::string& sql) const {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return error(database_.get());
  return {};
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(database_.get()); }
std::int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

Result<Transaction> Transaction::begin(const Database& database) {
  if (auto ok = database.run("BEGIN IMMEDIATE"); !ok) return tl::unexpected(ok.error());
  return Transaction(database);
}

Result<void> Transaction::commit() {
  auto ok = database_->run("COMMIT");
  if (ok) database_ = nullptr;
  return ok;
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) (void)database_->run("ROLLBACK");
}

}  // namespace guanlan::sqlite
