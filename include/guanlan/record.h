// Record: an item with its values, ready to be stored, printed and compared.
// The JSON form is fixed in docs/record.md and docs/record.schema.json.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/layout.h"
#include "guanlan/mention.h"
#include "guanlan/outline.h"
#include "guanlan/source.h"

namespace guanlan {

// Raised whenever a change of code may change records; rules_version() adds the words.
inline constexpr int kRulesVersion = 1;
// "1-5be2f0a9": kRulesVersion and a digest of the built-in words. What was read under another
// version may read differently today.
[[nodiscard]] const std::string& rules_version();

// Where a value stands: bytes of Source::raw.
struct RawSpan {
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

// One line of JSON per item (without the line end), in reading order: the form that `extract`
// prints and the store keeps.
[[nodiscard]] std::vector<std::string> record_lines(const Document& document);
// The same for a source that is not needed afterwards: the mentions of an item are dropped once its
// line is written, so that a long text takes less memory than its Document would.
[[nodiscard]] std::vector<std::string> record_lines(Source source, const Lexicon& lexicon);
[[nodiscard]] std::string record_line(const Document& document, std::size_t item);
// The same as values, for callers that look inside.
[[nodiscard]] std::vector<nlohmann::ordered_json> records(const Document& document);
// The document-level facts: masthead, statement, contents, leads, keywords, date with its reason.
[[nodiscard]] nlohmann::ordered_json document_json(const Document& document);
// The tables of the document, one line of JSON each: title, columns, rows, span.
[[nodiscard]] std::vector<std::string> table_lines(const Document& document);

// One value of a record with its place and its reason: what `explain` prints and the store keeps.
struct Fact {
  std::string field;  // "figures", "event_date", …: a field of the record
  int index = 0;      // in that field's list; 0 for a single value
  std::string value;  // canonical: 2024-04-12 on, 735000 条 over, 甘肃省/天水市
  std::string text;   // as printed
  RawSpan place;
  std::string rule;  // the rule's id; empty: none given
  std::string cue;   // the words that decided; empty: the text itself
};
// The facts of one item, in the order of the record's fields.
[[nodiscard]] std::vector<Fact> facts(const Document& document, std::size_t item);

// What the figures of one item count, in their order: figures.counts, figures.of, figures.period,
// figures.comparison, figures.base; `index` is the figure's. For `explain`; facts() leaves them
// out.
[[nodiscard]] std::vector<Fact> ledger_facts(const Document& document, std::size_t item);

// The kinds that an item might be of, kind.<kind> each, the best first: the value is the sum and
// what it is made of, the words are the strongest. For `explain`; facts() leaves them out.
[[nodiscard]] std::vector<Fact> kind_facts(const Document& document, std::size_t item);

// What looks like a value and gave none: words of the lexicon, numerals and 《》 that no fact
// covers. `field` is the field it might have been in, `value` is empty, `rule` says why where that
// is known.
[[nodiscard]] std::vector<Fact> unused_candidates(const Document& document, std::size_t item);

// The values of the field `kind`.
[[nodiscard]] const std::vector<std::string_view>& item_kinds();

// The raw pieces of a clean span, in order, neighbours joined: together they are its wording.
[[nodiscard]] std::vector<Span> raw_pieces(const Document& document, Span clean);
// A clean span as the record shows it.
[[nodiscard]] RawSpan raw_span(const Document& document, Span clean);
[[nodiscard]] std::string wording(const Document& document, Span clean);  // line ends dropped

}  // namespace guanlan
