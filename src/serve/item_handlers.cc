// Items: the list, one of them, its place in the source.
#include <algorithm>

#include "serve/item_json.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Result<ItemFilter> filter_of(const Exchange& x) {
  ItemFilter filter;
  if (!x.query("kind").empty()) filter.kinds = {std::string(x.query("kind"))};
  auto since = date_of(x, "since");
  if (!since) return tl::unexpected(std::move(since.error()));
  auto until = date_of(x, "until");
  if (!until) return tl::unexpected(std::move(until.error()));
  filter.since = std::move(*since);
  filter.until = std::move(*until);
  filter.region = x.query("region");
  filter.authority = x.query("authority");
  return filter;
}

Result<Response> items(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto filter = filter_of(x);
  if (!filter) return tl::unexpected(filter.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  if (!x.query("document").empty()) {
    const auto document = (*reader)->store->find(x.query("document"));
    if (!document) return tl::unexpected(document.error());
    filter->document = *document ? (*document)->id : -1;
  }
  Json rows = Json::array();
  std::size_t at = 0;
  const auto done = (*reader)->store->each(*filter, [&](StoredItem&& item) {
    if (at >= window->first && at < window->first + window->count) rows.push_back(item_row(item));
    ++at;
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  Json out = list_of(*window, std::move(rows), at);
  out["facets"] = Json::object();
  return json_answer(out);
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
  return {
      {Method::get, "/api/v1/items", Role::reader, items,
       "Items, newest event first; all conditions must hold", "ItemList",
       with_list({{"kind", "a value of the record's `kind`"},
                  {"region", "contained in the path of a region: 甘肃, 天水市"},
                  {"authority", "contained in the name of an authority"},
                  {"since", "from this date on (2024, 2024-05, 2024-05-01)"},
                  {"until", "up to this date"},
                  {"document", "digest of the document"}})},
      {Method::get, "/api/v1/items/{id}", Role::reader, item,
       "One item: its record, its facts with their places, where its wording stands", "Item",
       {{"id", "number of the item", "integer"}}},
      {Method::get, "/api/v1/items/{id}/source", Role::reader, source,
       "The part of the document's decoded text that holds the item; offsets are bytes", "Source",
       {{"id", "number of the item", "integer"},
        {"around", "bytes of text before and after; default 2000", "integer"}}},
  };
}

}  // namespace guanlan::serve
