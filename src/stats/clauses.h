// Clauses (分句): what stands between the marks of a sentence. A bracket that goes on telling
// (居全国第4位(与上月持平)) is a clause of its own; one that belongs to a name or explains is not
// cut.
#pragma once

#include <vector>

#include "stats/view.h"

namespace guanlan::stats {

struct Clause {
  Span span;
  bool opens = false;      // the first of its sentence
  bool announces = false;  // a colon follows
};

// The clauses of the body, without rows of tables.
[[nodiscard]] std::vector<Clause> find_clauses(const View& view);

}  // namespace guanlan::stats
