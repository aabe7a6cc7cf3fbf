#include "search/condition.h"

#include "search/names.h"
#include "search/text_matches.h"
#include "store/work.h"
#include "text/terms.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

bool marked(const std::vector<bool>& marks, std::size_t at) {
  return at < marks.size() && marks[at];
}

void mark(std::vector<bool>& marks, std::size_t at) {
  if (marks.size() <= at) marks.resize(at + 1);
  marks[at] = true;
}

Result<std::vector<bool>> files_named(const sqlite::Database& database, std::string_view words) {
  const std::string needle = search_folded(words);
  sqlite::Work work(database);
  std::vector<bool> out;
  work.rows("SELECT id, name FROM documents", [&](const sqlite::Statement& row) {
    if (search_folded(row.text(1)).find(needle) != std::string::npos) {
      mark(out, static_cast<std::size_t>(row.integer(0)));
    }
    return true;
  });
  return work.give(std::move(out));
}

Result<std::vector<bool>> items_matching(const sqlite::Database& database, const Node& node) {
  TextMatches matches;
  if (auto done = match(database, match_expression(node), kAllKeys, matches); !done) {
    return tl::unexpected(done.error());
  }
  std::vector<bool> out;
  for (const std::uint32_t item : matches.items) mark(out, item);
  return out;
}

Result<std::vector<bool>> marks_of(const Node& node, const Columns& columns,
                                   const sqlite::Database& database) {
  std::vector<bool> out;
  switch (node.op) {
    case Op::name:
      for (const std::uint32_t name : names_meant(columns, node.field, node.text)) mark(out, name);
      return out;
    case Op::file:
      return files_named(database, node.text);
    case Op::text:
    case Op::near:
      return items_matching(database, node);
    default:
      return out;
  }
}

}  // namespace

Result<Condition> Condition::make(const Node& node, const Columns& columns,
                                  const sqlite::Database& database) {
  Condition out;
  out.op_ = node.op;
  out.columns_ = &columns;
  auto marks = marks_of(node, columns, database);
  if (!marks) return tl::unexpected(std::move(marks.error()));
  out.marked_ = std::move(*marks);
  out.node_ = node;
  out.node_.children.clear();
  if (node.op == Op::near) return out;
  for (const Node& child : node.children) {
    auto made = make(child, columns, database);
    if (!made) return made;
    out.children_.push_back(std::move(*made));
  }
  return out;
}

bool Condition::has_name(std::int64_t item, const ItemColumns& row) const {
  for (const std::uint32_t name : columns_->names_of(item, row)) {
    if (marked(marked_, name)) return true;
  }
  return false;
}

bool Condition::holds(std::int64_t item, const ItemColumns& row) const {
  const auto child_holds = [&](const Condition& child) { return child.holds(item, row); };
  switch (op_) {
    case Op::everything:
      return true;
    case Op::both:
      return std::all_of(children_.begin(), children_.end(), child_holds);
    case Op::either:
      return std::any_of(children_.begin(), children_.end(), child_holds);
    case Op::without:
      return !child_holds(children_.front());
    case Op::text:
    case Op::near:
      return marked(marked_, static_cast<std::size_t>(item));
    case Op::name:
      return has_name(item, row);
    case Op::file:
      return marked(marked_, row.document);
    case Op::days:
      return !row.days.empty() && row.days.begin < node_.days.end &&
             node_.days.begin < row.days.end;
    case Op::fine: {
      const auto fines = columns_->fines_of(item, row);
      return std::any_of(fines.begin(), fines.end(), [&](std::uint64_t fine) {
        return node_.least <= fine && fine <= node_.most;
      });
    }
    case Op::has:
      return (row.has >> node_.bit & 1u) != 0;
  }
  return false;
}

}  // namespace guanlan
