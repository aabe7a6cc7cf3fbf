// Writes the records of one document as JSON: values in the document's own wording, spans in raw bytes.
#pragma once

#include <nlohmann/json.hpp>

#include "guanlan/record.h"

namespace guanlan {

class RecordWriter {
 public:
  explicit RecordWriter(const Document& document) : d_(document) {}
  [[nodiscard]] nlohmann::ordered_json item(std::size_t index) const;
  [[nodiscard]] nlohmann::ordered_json document() const;

 private:
  using Json = nlohmann::ordered_json;
  [[nodiscard]] std::string words(Span clean) const;  // as printed, line breaks of set headlines dropped
  [[nodiscard]] Json span(Span clean) const;
  void add_head(Json& out, std::size_t index) const;
  void add_dates(Json& out, const Mentions& m) const;
  void add_names(Json& out, const Mentions& m) const;
  void add_law(Json& out, const Mentions& m) const;
  void add_amounts(Json& out, const Mentions& m) const;

  const Document& d_;
};

}  // namespace guanlan
