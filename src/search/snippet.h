// Where a query's words stand in a text, and the piece of it that shows them best.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/search.h"
#include "search/query.h"

namespace guanlan {

// A word or phrase as the terms that follow each other in a text.
struct WantedPhrase {
  std::vector<std::string> terms;
  bool prefix = false;  // of the last term
  query::Where where = query::Where::anywhere;
};
// Of all words of the query that are not denied.
[[nodiscard]] std::vector<WantedPhrase> wanted_phrases(const query::Node& root);

// The spans of all places where one of the phrases stands, ascending, overlaps joined.
[[nodiscard]] std::vector<Span> find_hits(std::string_view text,
                                          const std::vector<WantedPhrase>& phrases, bool is_title);

struct Snippet {
  Span span;  // of the text that is shown
  std::vector<Segment> segments;
};
// At most `characters` of the text, around as many hits as fit; its beginning where there are none.
[[nodiscard]] Snippet snippet_of(std::string_view text, const std::vector<Span>& hits,
                                 std::size_t characters);
// The text of a span in pieces.
[[nodiscard]] std::vector<Segment> segments_of(std::string_view text, Span span,
                                               const std::vector<Span>& hits);
// The raw bytes of a span of the wording that these pieces make up.
[[nodiscard]] std::vector<Span> raw_places(const std::vector<Span>& pieces, Span wording);

}  // namespace guanlan
