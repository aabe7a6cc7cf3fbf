#include "sightings/placed_text.h"

#include <algorithm>

namespace guanlan::sighting {
namespace {

constexpr std::string_view kStops[] = {"。", "！", "？", "；", "\n"};

constexpr std::size_t kFar = 600;  // bytes: what is longer is no sentence

bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t sentence_begin(std::string_view text, std::size_t at) {
  std::size_t out = at > kFar ? at - kFar : 0;
  while (out < at && is_tail(text[out])) ++out;
  const std::string_view near = text.substr(out, at - out);
  std::size_t inside = 0;
  for (const std::string_view stop : kStops) {
    const std::size_t found = near.rfind(stop);
    if (found != near.npos) inside = std::max(inside, found + stop.size());
  }
  return out + inside;
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  std::size_t out = std::min(text.size(), at + kFar);
  while (out > at && out < text.size() && is_tail(text[out])) --out;
  const std::string_view near = text.substr(at, out - at);
  for (const std::string_view stop : kStops) {
    const std::size_t found = near.find(stop);
    if (found != near.npos) out = std::min(out, at + found + (stop == "\n" ? 0 : stop.size()));
  }
  return out;
}

}  // namespace

std::string text_of(const Json& node, const char* key) {
  if (!node.is_object()) return {};
  const auto it = node.find(key);
  return it != node.end() && it->is_string() ? it->get<std::string>() : std::string();
}

const Json& list_of(const Json& node, const char* key) {
  static const Json none = Json::array();
  if (!node.is_object()) return none;
  const auto it = node.find(key);
  return it != node.end() && it->is_array() ? *it : none;
}

std::optional<RawSpan> place_of(const Json& span) {
  if (!span.is_object()) return {};
  const auto number = [&](const char* key) -> std::int64_t {
    const auto it = span.find(key);
    return it != span.end() && it->is_number_integer() ? it->get<std::int64_t>() : -1;
  };
  const std::int64_t begin = number("begin"), end = number("end");
  if (begin < 0 || end < begin || end > UINT32_MAX) return {};
  return RawSpan{static_cast<int>(std::max<std::int64_t>(number("page"), 1)),
                 {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

PlacedText::PlacedText(const SeenItem& item) : record_(Json::parse(item.record, nullptr, false)) {
  if (!record_.is_object()) record_ = Json::object();
  const std::string title = text_of(record_, "title"), body = text_of(record_, "body");
  text_ = title + "\n" + body;
  title_size_ = title.size();
  add(item.title_pieces, title.size());
  const std::size_t before = text_.size() - body.size();
  runs_.push_back({static_cast<std::uint32_t>(before), 0, 0});
  add(item.body_pieces, text_.size());
  collect_pages(record_);
  std::sort(pages_.begin(), pages_.end());
}

// The pieces are the wording's own bytes in order; what would run over `end` is not ours.
void PlacedText::add(const std::vector<Span>& pieces, std::size_t end) {
  auto at = runs_.empty() ? std::uint32_t{0} : runs_.back().at;
  for (const Span piece : pieces) {
    const auto size = std::min<std::uint32_t>(piece.size(), static_cast<std::uint32_t>(end) - at);
    if (size == 0) break;
    runs_.push_back({at, piece.begin, size});
    at += size;
  }
}

void PlacedText::collect_pages(const Json& node) {
  if (node.is_object()) {
    if (const auto place = place_of(node)) pages_.emplace_back(place->span.begin, place->page);
  }
  if (!node.is_structured()) return;
  for (const Json& child : node) collect_pages(child);
}

Span PlacedText::raw(Span span) const {
  Span out{UINT32_MAX, 0};
  for (const Run& run : runs_) {
    const std::uint32_t begin = std::max(run.at, span.begin);
    const std::uint32_t end = std::min(run.at + run.size, span.end);
    if (begin >= end) continue;
    out.begin = std::min(out.begin, run.raw + begin - run.at);
    out.end = std::max(out.end, run.raw + end - run.at);
  }
  return out.begin > out.end ? Span{} : out;
}

std::optional<Span> PlacedText::find(Span raw) const {
  std::optional<Span> out;
  for (const Run& run : runs_) {
    const std::uint32_t begin = std::max(run.raw, raw.begin);
    const std::uint32_t end = std::min(run.raw + run.size, raw.end);
    if (begin >= end) continue;
    const Span part{run.at + begin - run.raw, run.at + end - run.raw};
    out = out ? Span{std::min(out->begin, part.begin), std::max(out->end, part.end)} : part;
  }
  return out;
}

std::optional<Span> PlacedText::find(const Json& object, const char* member) const {
  if (!object.is_object()) return {};
  const auto it = object.find(member);
  const auto place = it == object.end() ? std::nullopt : place_of(*it);
  return place ? find(place->span) : std::nullopt;
}

std::vector<Span> PlacedText::parts() const {
  std::vector<Span> out;
  for (const Json& part : list_of(record_, "parts")) {
    const auto body = find(part);
    if (!body) continue;
    const auto title = find(part, "title_span");
    out.push_back({title ? std::min(title->begin, body->begin) : body->begin, body->end});
  }
  return out;
}

RawSpan PlacedText::place(Span span) const {
  const Span bytes = raw(span);
  const auto after =
      std::upper_bound(pages_.begin(), pages_.end(), std::pair(bytes.begin, INT32_MAX));
  return {after == pages_.begin() ? 1 : std::prev(after)->second, bytes};
}

Span PlacedText::sentence(Span span) const {
  const std::size_t begin = sentence_begin(text(), span.begin);
  const std::size_t end = sentence_end(text(), span.end);
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(std::max<std::size_t>(end, span.end))};
}

}  // namespace guanlan::sighting
