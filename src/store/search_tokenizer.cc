#include "store/search_tokenizer.h"

#include <sqlite3.h>

#include "text/terms.h"

namespace guanlan {
namespace {

int create(void*, const char**, int, Fts5Tokenizer** out) {
  static int state;  // the tokenizer has none, but FTS5 wants a pointer
  *out = reinterpret_cast<Fts5Tokenizer*>(&state);
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

using TokenSink = int (*)(void* context, int flags, const char* token, int size, int begin,
                          int end);

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int size, TokenSink sink) {
  int code = SQLITE_OK;
  each_term({text, static_cast<std::size_t>(size)}, (flags & FTS5_TOKENIZE_QUERY) != 0,
            [&](const Term& term) {
              code = sink(context, 0, term.text.data(), static_cast<int>(term.text.size()),
                          static_cast<int>(term.span.begin), static_cast<int>(term.span.end));
              return code == SQLITE_OK;
            });
  return code;
}

}  // namespace

fts5_api* fts5_of(const sqlite::Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

Result<void> add_tokenizer(const sqlite::Database& database) {
  fts5_api* api = fts5_of(database);
  fts5_tokenizer tokenizer{create, destroy, tokenize};
  if (api == nullptr ||
      api->xCreateTokenizer(api, "guanlan", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
    return fail(Code::unsupported, "这个 SQLite 没有全文检索（FTS5）", {},
                "换一个带 FTS5 的 SQLite");
  }
  return {};
}

}  // namespace guanlan
