// Writes the record of one item as JSON text: values in the document's own wording, spans in raw
// bytes. Field order is that of docs/record.md.
#pragma once

#include <string>

#include "guanlan/record.h"
#include "resolve/json_text.h"

namespace guanlan {

class RecordWriter {
 public:
  // Appends to `out`; document and out must outlive the writer.
  RecordWriter(const Document& document, std::string& out) : d_(document), json_(out) {}
  void item(std::size_t index);
  void table(const Table& table);

 private:
  void text(std::string_view name, std::string_view value);
  void text_or_null(std::string_view name, std::string_view value);
  void words(std::string_view name, Span clean);
  void span(Span clean);
  void span(RawSpan place);
  void place(std::string_view name, Span clean);
  void end_value(Span clean);  // "text", "span" and the closing brace

  void head(const Item& item);
  void parts(const Item& item);
  void event_date(const Dates& dates);
  void dates(const Dates& dates);
  void terms(const Dates& dates);
  void bodies(const Mentions& m);
  void law(const Mentions& m);
  void references(const Mentions& m);
  void amounts(const Mentions& m);
  void ledger(const LedgerEntry& entry);
  void sanctions(const Mentions& m);
  void identifiers(std::string_view field, const Mentions& m, IdentifierKind kind);
  void names(std::string_view field, const std::vector<NameMention>& names);
  void spans(const Item& item, const Mentions& m);

  const Document& d_;
  JsonText json_;
};

}  // namespace guanlan
