// Items: the list, one of them, its place in the source.
#include <algorithm>

#include "serve/item_json.h"
#include "serve/item_query.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

// Those of one document, in reading order.
Result<Response> items_of_document(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto document = (*reader)->store->find(x.query("document"));
  if (!document) return tl::unexpected(document.error());
  ItemFilter filter;
  filter.document = *document ? (*document)->id : -1;
  filter.as_stored = true;
  if (!x.query("kind").empty()) filter.kinds = {std::string(x.query("kind"))};
  Json rows = Json::array();
  std::size_t at = 0;
  const auto done = (*reader)->store->each(filter, [&](StoredItem&& item) {
    if (at >= window->first && at < window->first + window->count) rows.push_back(item_row(item));
    ++at;
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  Json out = list_of(*window, std::move(rows), at);
  out["facets"] = Json::object();
  return json_answer(out);
}

Json facets_json(const std::vector<Facet>& facets) {
  Json out = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& v : facet.values)
      values.push_back({{"value", v.value}, {"count", v.count}});
    out[facet.field] = std::move(values);
  }
  return out;
}

Result<SearchRequest> request_of(const Exchange& x) {
  SearchRequest request;
  auto query = query_of(x);
  if (!query) return tl::unexpected(std::move(query.error()));
  const auto limit = number_of(x, "limit", 50, 200);
  if (!limit) return tl::unexpected(limit.error());
  const std::string_view sort = x.query("sort");
  if (!sort.empty() && sort != "date" && sort != "relevance") {
    return fail(Code::invalid, "sort 没有这个值", std::string(sort), "可用：date、relevance");
  }
  request.query = std::move(*query);
  request.limit = static_cast<std::size_t>(std::max<std::int64_t>(*limit, 1));
  request.cursor = x.query("cursor");
  request.records = true;
  request.sort = sort == "relevance" ? SortBy::relevance : SortBy::date;
  return request;
}

Result<Response> items(const Exchange& x) {
  if (!x.query("document").empty()) return items_of_document(x);
  const auto request = request_of(x);
  if (!request) return tl::unexpected(request.error());
  const auto answer = x.service.search().find(*request);
  if (!answer) return tl::unexpected(answer.error());
  Json rows = Json::array();
  for (const SearchHit& hit : answer->hits) rows.push_back(item_row(hit));
  Json expanded = Json::array();
  for (const Expansion& e : answer->expanded)
    expanded.push_back({{"word", e.word}, {"added", e.added}});
  return json_answer({{"items", std::move(rows)},
                      {"total", answer->total},
                      {"next", answer->next.empty() ? Json(nullptr) : Json(answer->next)},
                      {"facets", facets_json(answer->facets)},
                      {"expanded", std::move(expanded)}});
}

Result<Response> item(const Exchange& x) {
  const auto id = number_in(x.parts[0], "id");
  if (!id) return tl::unexpected(id.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  auto page = item_page(**reader, *id);
  if (!page) return tl::unexpected(std::move(page.error()));
  return Response{200, "application/json", std::move(*page)};
}

// Bytes from the first to past the last that the item's wording takes.
Span span_of(const StoredItem& item) {
  Span out{UINT32_MAX, 0};
  for (const auto* pieces : {&item.title_pieces, &item.body_pieces}) {
    for (const Span& piece : *pieces) {
      out.begin = std::min(out.begin, piece.begin);
      out.end = std::max(out.end, piece.end);
    }
  }
  return out.begin > out.end ? Span{0, 0} : out;
}

bool is_tail(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

Result<Response> source(const Exchange& x) {
  const auto id = number_in(x.parts[0], "id");
  if (!id) return tl::unexpected(id.error());
  const auto around = number_of(x, "around", 2000, 1'000'000);
  if (!around) return tl::unexpected(around.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto item = (*reader)->store->item(*id);
  if (!item) return tl::unexpected(item.error());
  const auto raw = (*reader)->store->raw(item->document, item->entry);
  if (!raw) return tl::unexpected(raw.error());
  const Span span = span_of(*item);
  const auto margin = static_cast<std::size_t>(*around);
  std::size_t begin = std::min(span.begin > margin ? span.begin - margin : 0, raw->size());
  std::size_t end = std::max(begin, std::min(span.end + margin, raw->size()));
  while (begin > 0 && is_tail(*raw, begin)) --begin;
  while (is_tail(*raw, end)) ++end;
  return json_answer(
      {{"raw_begin", begin}, {"raw_end", end}, {"text", raw->substr(begin, end - begin)}});
}

}  // namespace

std::vector<Route> item_routes() {
  const auto list_filters = [] {
    std::vector<Parameter> out = item_filters();
    out.push_back({"sort", "date (default) or relevance"});
    out.push_back({"document", "digest of a document: its items in reading order, by kind only"});
    return out;
  };
  return {
      {Method::get, "/api/v1/items", Role::reader, items,
       "Items with facets and snippets; all conditions must hold", "ItemList",
       with_list(list_filters())},
      {Method::get,
       "/api/v1/items/{id}",
       Role::reader,
       item,
       "One item: its record, its facts with their places, where its wording stands",
       "Item",
       {{"id", "number of the item", "integer"}}},
      {Method::get,
       "/api/v1/items/{id}/source",
       Role::reader,
       source,
       "The part of the document's decoded text that holds the item; offsets are bytes",
       "Source",
       {{"id", "number of the item", "integer"},
        {"around", "bytes of text before and after; default 2000", "integer"}}},
  };
}

}  // namespace guanlan::serve
