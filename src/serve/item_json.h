// Items as the API shows them.
#pragma once

#include "guanlan/search.h"
#include "guanlan/store.h"
#include "serve/answers.h"
#include "serve/reader_pool.h"

namespace guanlan::serve {

// One row of a list; that of a hit was asked for with snippets and records.
[[nodiscard]] Json item_row(const StoredItem& item);
[[nodiscard]] Json item_row(const SearchHit& hit);
[[nodiscard]] Json fact_json(const Fact& fact);
[[nodiscard]] Json spans_json(const std::vector<Span>& spans);
// The whole item, as text: the stored record is taken over as it is.
[[nodiscard]] Result<std::string> item_page(const Reader& reader, std::int64_t id);

}  // namespace guanlan::serve
