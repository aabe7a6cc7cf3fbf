#include "serve/item_json.h"

#include <fmt/format.h>

#include "store/record_members.h"

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

Json strings(std::string_view json, const char* key = nullptr) {
  Json out = Json::array();
  const Json values = Json::parse(json, nullptr, false);
  if (!values.is_array()) return out;
  for (const Json& value : values) {
    if (key == nullptr && value.is_string()) out.push_back(value);
    if (key != nullptr && value.is_object() && value.contains(key)) out.push_back(value[key]);
  }
  return out;
}

std::string string_of(std::string_view json) {
  const Json value = Json::parse(json, nullptr, false);
  return value.is_string() ? value.get<std::string>() : "";
}

Json event_date(std::string_view json) {
  const Json date = Json::parse(json, nullptr, false);
  if (!date.is_object()) return nullptr;
  return {{"value", date.value("value", "")}, {"role", date.value("role", "")}};
}

// What a row says beside the snippet.
Json row_of(std::int64_t id, std::string_view file, int n, std::string_view title,
            std::string_view kind, const RecordMembers& record) {
  return {{"id", id},
          {"document", string_of(record["document"])},
          {"file", file},
          {"n", n},
          {"title", title},
          {"kind", kind},
          {"event_date", event_date(record["event_date"])},
          {"path", strings(record["path"])},
          {"regions", strings(record["regions"], "path")},
          {"authorities", strings(record["authorities"], "name")},
          {"sources", strings(record["sources"])}};
}

Json segments_json(const std::vector<Segment>& segments) {
  Json out = Json::array();
  for (const Segment& s : segments) out.push_back({{"text", s.text}, {"hit", s.hit}});
  return out;
}

}  // namespace

Json item_row(const StoredItem& item) {
  const RecordMembers record(item.record);
  Json row = row_of(item.id, item.file, item.n, item.title, item.kind, record);
  row["snippet"] = segments_json({{beginning(string_of(record["body"]), kSnippet), false}});
  return row;
}

Json item_row(const SearchHit& hit) {
  Json row = row_of(hit.item, hit.file, hit.n, hit.title, hit.kind, RecordMembers(hit.record));
  row["snippet"] = segments_json(hit.snippet);
  return row;
}

Json fact_json(const Fact& fact) {
  return {{"field", fact.field},        {"index", fact.index},     {"value", fact.value},
          {"text", fact.text},          {"page", fact.place.page}, {"begin", fact.place.span.begin},
          {"end", fact.place.span.end}, {"rule", fact.rule},       {"cue", fact.cue}};
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
  const bool pages =
      !sources->empty() && (sources->front().format == "pdf" || sources->front().format == "scan");
  constexpr std::size_t kMostNeighbours = 30;
  const auto neighbours = reader.tracker->neighbours(id, kMostNeighbours);
  if (!neighbours) return tl::unexpected(neighbours.error());
  Json near = Json::array();
  for (const Neighbour& n : *neighbours)
    near.push_back({{"id", n.item}, {"title", n.title}, {"reason", name(n.reason)}});
  const Json text{{"title", spans_json(item->title_pieces)},
                  {"body", spans_json(item->body_pieces)}};
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
