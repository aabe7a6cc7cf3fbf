#include "serve/item_json.h"

#include <fmt/format.h>

namespace guanlan::serve {
namespace {

constexpr std::size_t kSnippet = 120;  // characters

// The beginning of a text, at most `most` characters.
std::string beginning(const std::string& text, std::size_t most) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && most-- == 0) break;
  }
  return text.substr(0, at);
}

Json strings(const Json& record, const char* field, const char* key = nullptr) {
  Json out = Json::array();
  const auto it = record.find(field);
  if (it == record.end() || !it->is_array()) return out;
  for (const Json& value : *it) {
    if (key == nullptr && value.is_string()) out.push_back(value);
    if (key != nullptr && value.is_object() && value.contains(key)) out.push_back(value[key]);
  }
  return out;
}

Json event_date(const Json& record) {
  const auto it = record.find("event_date");
  if (it == record.end() || !it->is_object()) return nullptr;
  return {{"value", it->value("value", "")}, {"role", it->value("role", "")}};
}

}  // namespace

Json item_row(const StoredItem& item) {
  Json record = Json::parse(item.record, nullptr, false);
  if (!record.is_object()) record = Json::object();
  return {{"id", item.id},
          {"document", record.value("document", "")},
          {"file", item.file},
          {"n", item.n},
          {"title", item.title},
          {"kind", item.kind},
          {"event_date", event_date(record)},
          {"path", strings(record, "path")},
          {"regions", strings(record, "regions", "path")},
          {"authorities", strings(record, "authorities", "name")},
          {"sources", strings(record, "sources")},
          {"snippet",
           Json::array({{{"text", beginning(record.value("body", ""), kSnippet)}, {"hit", false}}})}};
}

Json fact_json(const Fact& fact) {
  return {{"field", fact.field},
          {"index", fact.index},
          {"value", fact.value},
          {"text", fact.text},
          {"page", fact.place.page},
          {"begin", fact.place.span.begin},
          {"end", fact.place.span.end},
          {"rule", fact.rule},
          {"cue", fact.cue}};
}

Json spans_json(const std::vector<Span>& spans) {
  Json out = Json::array();
  for (const Span& span : spans) out.push_back({{"begin", span.begin}, {"end", span.end}});
  return out;
}

Result<std::string> item_page(const Reader& reader, std::int64_t id) {
  const auto item = reader.store->item(id);
  if (!item) return tl::unexpected(item.error());
  const auto facts = reader.store->facts(id);
  if (!facts) return tl::unexpected(facts.error());
  const auto sources = reader.store->sources(item->document);
  if (!sources) return tl::unexpected(sources.error());
  Json list = Json::array();
  for (const Fact& fact : *facts) list.push_back(fact_json(fact));
  const bool pages = !sources->empty() && (sources->front().format == "pdf" ||
                                           sources->front().format == "scan");
  constexpr std::size_t kMostNeighbours = 30;
  const auto neighbours = reader.tracker->neighbours(id, kMostNeighbours);
  if (!neighbours) return tl::unexpected(neighbours.error());
  Json near = Json::array();
  for (const Neighbour& n : *neighbours)
    near.push_back({{"id", n.item}, {"title", n.title}, {"reason", name(n.reason)}});
  const Json text{{"title", spans_json(item->title_pieces)}, {"body", spans_json(item->body_pieces)}};
  const Json record = Json::parse(item->record, nullptr, false);
  const Json head{{"id", item->id},
                  {"document", record.is_object() ? record.value("document", "") : ""},
                  {"entry", item->entry},
                  {"file", item->file}};
  std::string out = text_of(head);
  out.pop_back();
  out += ",\"record\":" + item->record + ",\"facts\":" + text_of(list) +
         ",\"text\":" + text_of(text) + ",\"has_pages\":" + (pages ? "true" : "false") +
         ",\"neighbours\":" + text_of(near) + "}";
  return out;
}

}  // namespace guanlan::serve
