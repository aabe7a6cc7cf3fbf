// Record: an item with its values, ready to be stored, printed and compared.
// The JSON form is fixed in docs/record.md and docs/record.schema.json.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "guanlan/layout.h"
#include "guanlan/mention.h"
#include "guanlan/outline.h"
#include "guanlan/source.h"

namespace guanlan {

struct RawSpan {  // "span" of a record: bytes of Source::raw
  int page = 1;
  Span span;
};

// One document, read all the way: the source, its layout, its outline and the mentions per item.
struct Document {
  Source source;
  Layout layout;
  Issue issue;
  std::vector<Mentions> mentions;  // one per issue.items
};

// The whole way for one source. Never fails: what cannot be found is absent.
[[nodiscard]] Document process(Source source, const Lexicon& lexicon);

// One JSON object per item, in reading order, as RECORD.md fixes it.
[[nodiscard]] std::vector<nlohmann::ordered_json> records(const Document& document);
// The document-level facts: masthead, statement, contents, leads, keywords, date with its reason.
[[nodiscard]] nlohmann::ordered_json document_json(const Document& document);

}  // namespace guanlan
