#include <nlohmann/json.hpp>

#include "guanlan/store.h"
#include "guanlan/notice_text.h"
#include "read/digest.h"

namespace guanlan {
namespace {

std::string joined_path(const Document& document, const Item& item) {
  std::string out;
  for (const std::string& heading : path(document.issue, item)) {
    if (!out.empty()) out += " > ";
    out += heading;
  }
  return out;
}

ItemReading item_reading(const Document& document, std::size_t index) {
  const Item& item = document.issue.items[index];
  const Mentions& mentions = document.mentions[index];
  ItemReading out;
  out.record = record_line(document, index);
  out.n = item.n;
  out.title = wording(document, item.title);
  out.kind = mentions.kind;
  if (mentions.dates.event) out.event_date = mentions.dates.event->value;
  out.path = joined_path(document, item);
  out.begin = raw_span(document, item.title).span.begin;
  out.title_pieces = raw_pieces(document, item.title);
  out.body_pieces = raw_pieces(document, text_of(document.layout, document.issue, item));
  out.facts = facts(document, index);
  return out;
}

SourceReading source_reading(Source source, const Lexicon& lexicon) {
  Document document = process(std::move(source), lexicon);
  SourceReading out;
  out.items.reserve(document.issue.items.size());
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
    out.items.push_back(item_reading(document, i));
  }
  using Handler = nlohmann::ordered_json::error_handler_t;
  out.json = document_json(document).dump(-1, ' ', false, Handler::replace);
  const Source& read = document.source;
  out.format = name(read.format);
  out.charset = read.charset;
  out.title = read.title;
  out.published = read.published;
  out.link = read.link;
  out.raw = std::move(document.source.raw);
  out.warnings = std::move(document.source.warnings);
  return out;
}

}  // namespace

Result<Reading> take_in(std::string bytes, std::string_view name, const Lexicon& lexicon,
                        const ReadOptions& options) {
  auto sources = read_bytes(bytes, name, options);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  Reading out;
  out.digest = sha256_digest(bytes);
  out.name = name;
  out.bytes = std::move(bytes);
  out.rules = rules_version();
  for (Source& source : *sources) out.sources.push_back(source_reading(std::move(source), lexicon));
  return out;
}

}  // namespace guanlan
