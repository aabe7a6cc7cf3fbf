// The place in an answer where the next page begins, as an opaque word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guanlan/search.h"

namespace guanlan {

struct PageEnd {
  float score = 0;
  std::int32_t day = 0;
  std::uint32_t item = 0;
};
// It belongs to one query and one order.
[[nodiscard]] std::string cursor_of(const SearchRequest& request, const PageEnd& last);
[[nodiscard]] Result<PageEnd> page_end(const SearchRequest& request);  // of request.cursor

}  // namespace guanlan
