#include "search/text_matches.h"

#include <sqlite3.h>

#include "store/search_tokenizer.h"
#include "text/terms.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

constexpr const char* kPointerName = "guanlan-matches";
constexpr int kTitleColumn = 1;
constexpr unsigned kTitleWeight = 3;

// guanlan_collect(search_text, matches): notes the row that FTS5 stands at; always false.
void collect(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int,
             sqlite3_value** values) {
  auto* out = static_cast<TextMatches*>(sqlite3_value_pointer(values[0], kPointerName));
  sqlite3_result_int(context, 0);
  if (out == nullptr) return;
  const int phrases = api->xPhraseCount(fts);
  out->phrases = static_cast<std::size_t>(phrases);
  out->items.push_back(static_cast<std::uint32_t>(item_of(api->xRowid(fts))));
  for (int phrase = 0; phrase < phrases; ++phrase) {
    unsigned weight = 0;
    Fts5PhraseIter at;
    int column = -1, offset = -1;
    if (api->xPhraseFirst(fts, phrase, &at, &column, &offset) == SQLITE_OK) {
      for (; column >= 0; api->xPhraseNext(fts, &at, &column, &offset)) {
        weight += column == kTitleColumn ? kTitleWeight : 1;
      }
    }
    out->weights.push_back(static_cast<std::uint8_t>(std::min(weight, 255u)));
  }
}

std::string quoted(const Node& text) {
  std::string out = "\"";
  for (const char c : text.text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  if (text.prefix || ends_in_single_character(text.text)) out += " *";
  return out;
}

std::string column_of(const Node& text) {
  return text.where == query::Where::title ? "title : " : "";
}

std::string joined(const std::vector<Node>& nodes, std::string_view operation) {
  std::string out = "(";
  for (const Node& node : nodes) {
    if (out.size() > 1) out += operation;
    out += match_expression(node);
  }
  return out + ")";
}

bool is_textual_negation(const Node& node) {
  return node.op == Op::without && is_textual(node.children.front());
}

}  // namespace

bool is_textual(const Node& node) {
  const auto& children = node.children;
  switch (node.op) {
    case Op::text:
    case Op::near:
      return true;
    case Op::either:
      return std::all_of(children.begin(), children.end(), is_textual);
    case Op::both:
      return std::any_of(children.begin(), children.end(), is_textual) &&
             std::all_of(children.begin(), children.end(), [](const Node& child) {
               return is_textual(child) || is_textual_negation(child);
             });
    default:
      return false;
  }
}

std::string match_expression(const Node& node) {
  switch (node.op) {
    case Op::text:
      return column_of(node) + quoted(node);
    case Op::near: {
      std::string out = column_of(node.children.front()) + "NEAR(";
      for (const Node& child : node.children) out += quoted(child) + " ";
      return out + ", " + std::to_string(node.distance) + ")";
    }
    case Op::either:
      return joined(node.children, " OR ");
    case Op::both: {
      std::vector<Node> with, without;
      for (const Node& child : node.children) {
        if (child.op == Op::without) {
          without.push_back(child.children.front());
        } else {
          with.push_back(child);
        }
      }
      std::string out = joined(with, " AND ");
      if (!without.empty()) out = "(" + out + " NOT " + joined(without, " OR ") + ")";
      return out;
    }
    default:
      return {};
  }
}

Result<void> add_collector(const sqlite::Database& database) {
  fts5_api* api = fts5_of(database);
  if (api == nullptr ||
      api->xCreateFunction(api, "guanlan_collect", nullptr, collect, nullptr) != SQLITE_OK) {
    return fail(Code::unsupported, "这个 SQLite 没有全文检索（FTS5）", {},
                "换一个带 FTS5 的 SQLite");
  }
  return {};
}

Result<void> match(const sqlite::Database& database, const std::string& expression, KeyRange keys,
                   TextMatches& out) {
  auto statement = database.prepare(
      "SELECT 1 FROM search_text WHERE search_text MATCH ?1 AND rowid >= ?2 AND rowid < ?3 "
      "AND guanlan_collect(search_text, ?4)");
  if (!statement) return tl::unexpected(std::move(statement.error()));
  statement->bind(1, expression).bind(2, keys.begin).bind(3, keys.end);
  statement->bind_pointer(4, &out, kPointerName);
  return statement->run();
}

bool any_match(const sqlite::Database& database, const std::string& expression) {
  auto statement = database.prepare("SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1");
  if (!statement) return false;
  statement->bind(1, expression);
  return statement->step().value_or(false);
}

}  // namespace guanlan
