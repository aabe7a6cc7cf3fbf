// A query tree made ready to be asked of one item after the other.
#pragma once

#include <memory>
#include <vector>

#include "guanlan/result.h"
#include "search/columns.h"
#include "search/query.h"
#include "store/sqlite.h"

namespace guanlan {

class Condition {
 public:
  // Names are looked up, texts are matched here; the columns must outlive it.
  [[nodiscard]] static Result<Condition> make(const query::Node& node, const Columns& columns,
                                              const sqlite::Database& database);
  [[nodiscard]] bool holds(std::int64_t item, const ItemColumns& row) const;

 private:
  [[nodiscard]] bool has_name(std::int64_t item, const ItemColumns& row) const;

  query::Op op_ = query::Op::everything;
  const Columns* columns_ = nullptr;
  std::vector<Condition> children_;
  std::vector<bool> marked_;  // names, documents or items that the condition allows
  query::Node node_;          // its bounds; without children
};

}  // namespace guanlan
