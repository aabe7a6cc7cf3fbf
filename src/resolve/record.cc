#include "guanlan/record.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "resolve/writer.h"

namespace guanlan {

using nlohmann::ordered_json;

Document process(Source source, const Lexicon& lexicon) {
  Document d;
  d.source = std::move(source);
  d.layout = lay_out(d.source);
  d.issue = outline(d.layout, d.source);
  d.mentions.reserve(d.issue.items.size());
  for (const Item& item : d.issue.items) {
    Passage passage = scan(d.layout.clean.text, item.title, item.body, d.issue.date, lexicon);
    passage.document = &d.issue;
    passage.item = &item;
    d.mentions.push_back(extract(passage));
  }
  return d;
}

std::vector<ordered_json> records(const Document& document) {
  std::vector<ordered_json> out;
  out.reserve(document.issue.items.size());
  const RecordWriter writer(document);
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) out.push_back(writer.item(i));
  return out;
}

ordered_json document_json(const Document& document) { return RecordWriter(document).document(); }

}  // namespace guanlan
