// Facts as W3C Web Annotations: the value as body; the source, position and quotation as target.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guanlan/interchange.h"
#include "store/record_members.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kBlock = 4096;    // bytes between two counts
constexpr std::uint32_t kContext = 96;  // bytes of quotation before and behind, at most

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// At most kContext bytes before or behind a place, in whole characters.
std::string_view before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at - std::min(at, kContext);
  while (begin < at && !begins_character(text[begin])) ++begin;
  return text.substr(begin, at - begin);
}
std::string_view behind(std::string_view text, std::uint32_t at) {
  std::size_t end = std::min<std::size_t>(text.size(), std::size_t{at} + kContext);
  while (end > at && end < text.size() && !begins_character(text[end])) --end;
  return text.substr(at, end - at);
}

}  // namespace

Annotator::Annotator(std::string_view raw, std::string digest, int entry)
    : raw_(raw),
      source_("urn:guanlan:" + std::move(digest) + (entry > 1 ? "#" + std::to_string(entry) : "")) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (at % kBlock == 0) counted_.push_back(characters);
    characters += begins_character(raw[at]);
  }
}

std::size_t Annotator::characters_before(std::uint32_t byte) const {
  if (counted_.empty()) return 0;
  const std::size_t block = std::min<std::size_t>(byte / kBlock, counted_.size() - 1);
  const auto from = raw_.begin() + static_cast<std::ptrdiff_t>(block * kBlock);
  return counted_[block] +
         static_cast<std::size_t>(std::count_if(from, raw_.begin() + byte, begins_character));
}

std::vector<std::string> Annotator::lines(std::int64_t item, const std::vector<Fact>& facts) const {
  std::vector<std::string> out;
  for (const Fact& fact : facts) {
    const Span span = fact.place.span;
    if (span.empty() || span.end > raw_.size()) continue;
    const Json selectors = Json::array({{{"type", "TextQuoteSelector"},
                                         {"exact", span.of(raw_)},
                                         {"prefix", before(raw_, span.begin)},
                                         {"suffix", behind(raw_, span.end)}},
                                        {{"type", "TextPositionSelector"},
                                         {"start", characters_before(span.begin)},
                                         {"end", characters_before(span.end)}}});
    const Json annotation{{"@context", "http://www.w3.org/ns/anno.jsonld"},
                          {"id", source_ + ":" + std::to_string(item) + ":" + fact.field + ":" +
                                     std::to_string(fact.index)},
                          {"type", "Annotation"},
                          {"motivation", "identifying"},
                          {"body",
                           {{"type", "TextualBody"},
                            {"purpose", "tagging"},
                            {"value", fact.value},
                            {"format", "text/plain"},
                            {"field", fact.field}}},
                          {"target", {{"source", source_}, {"selector", selectors}}}};
    out.push_back(annotation.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return out;
}

Result<std::vector<std::string>> ItemAnnotator::lines(const StoredItem& item) {
  if (!annotator_ || item.document != document_ || item.entry != entry_) {
    auto raw = store_.raw(item.document, item.entry);
    if (!raw) return tl::unexpected(std::move(raw.error()));
    raw_ = std::move(*raw);
    document_ = item.document;
    entry_ = item.entry;
    const Json digest = Json::parse(RecordMembers(item.record)["document"], nullptr, false);
    annotator_.emplace(raw_, digest.is_string() ? digest.get<std::string>() : "", entry_);
  }
  const auto facts = store_.facts(item.id);
  if (!facts) return tl::unexpected(facts.error());
  return annotator_->lines(item.n, *facts);
}

}  // namespace guanlan
