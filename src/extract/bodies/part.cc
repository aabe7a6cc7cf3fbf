#include "extract/bodies/part.h"

#include <algorithm>

#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

bool begins_before(const Hit& hit, std::uint32_t offset) { return hit.span.begin < offset; }

// What a stopper (README of the lexicon) takes hits of.
enum Stops : std::uint8_t { kNone = 0, kRegion = 1, kCountry = 2, kAuthority = 4, kOrg = 8 };

Stops stops_of(WordClass cls) {
  switch (cls) {
    case WordClass::region: return kRegion;
    case WordClass::country: return kCountry;
    case WordClass::authority:
    case WordClass::authority_head:
    case WordClass::foreign_authority:
    case WordClass::generic_body: return kAuthority;
    case WordClass::org:
    case WordClass::org_suffix: return kOrg;
    default: return kNone;
  }
}

Stops stops_of(std::string_view word) {
  if (word == "region") return kRegion;
  if (word == "country") return kCountry;
  if (word == "authority") return kAuthority;
  return word == "org" ? kOrg : kNone;
}

bool wanted(WordClass cls) {
  return stops_of(cls) != kNone || cls == WordClass::act || cls == WordClass::outlet ||
         cls == WordClass::kind_cue;
}

// A stopper takes a hit that lies in it, or begins behind its first character and before its end.
std::vector<Hit> without_stopped(std::span<const Hit> hits, const WordTable& stoppers) {
  const int column = stoppers.column("class");
  std::vector<Hit> out;
  out.reserve(hits.size());
  std::vector<std::pair<Span, Stops>> open;
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t begin = hits[i].span.begin;
    std::size_t end = i;
    std::erase_if(open, [&](const auto& stop) { return stop.first.end <= begin; });
    for (; end < hits.size() && hits[end].span.begin == begin; ++end) {
      if (hits[end].cls != WordClass::stopper) continue;
      if (const Stops what = stops_of(stoppers.at(hits[end].row, column)); what != kNone) {
        open.emplace_back(hits[end].span, what);
      }
    }
    for (; i < end; ++i) {
      const Hit& hit = hits[i];
      if (!wanted(hit.cls)) continue;
      const bool stopped = std::any_of(open.begin(), open.end(), [&](const auto& stop) {
        return stop.second == stops_of(hit.cls) &&
               (stop.first.begin < begin || stop.first.contains(hit.span));
      });
      if (!stopped) out.push_back(hit);
    }
  }
  return out;
}

// Hits and brackets of a passage: the title's first, then the body's.
template <class T>
std::span<const T> those_of(const std::vector<T>& all, Span part) {
  const auto in_part = [&](const T& t) { return part.contains(t.span.begin); };
  const auto first = std::find_if(all.begin(), all.end(), in_part);
  return {first, std::find_if_not(first, all.end(), in_part)};
}

}  // namespace

bool is_latin(std::string_view text) { return !text.empty() && utf8::is_latin(utf8::decode(text, 0).cp); }

Part::Part(const Passage& passage, Span span)
    : passage_(passage),
      span_(span),
      hits_(without_stopped(those_of(passage.hits, span), passage.lexicon->table(WordClass::stopper))),
      brackets_(those_of(passage.brackets, span)) {}

std::span<const Hit> Part::from(std::uint32_t offset) const {
  return hits().subspan(static_cast<std::size_t>(
      std::lower_bound(hits_.begin(), hits_.end(), offset, begins_before) - hits_.begin()));
}

std::span<const Hit> Part::at(std::uint32_t offset) const {
  const auto rest = from(offset);
  std::size_t count = 0;
  while (count < rest.size() && rest[count].span.begin == offset) ++count;
  return rest.first(count);
}

bool Part::in_book(std::uint32_t offset) const {
  const auto after = [](std::uint32_t at, const Bracket& b) { return at < b.span.begin; };
  auto it = std::upper_bound(brackets_.begin(), brackets_.end(), offset, after);
  for (int look = 0; it != brackets_.begin() && look < 8; ++look) {
    --it;
    if (it->mark == Mark::book && it->span.contains(offset)) return true;
  }
  return false;
}

bool Part::in_short_quote(Span span) const {
  constexpr std::uint32_t kShort = 36;  // bytes
  const auto after = [](std::uint32_t at, const Bracket& b) { return at < b.span.begin; };
  auto it = std::upper_bound(brackets_.begin(), brackets_.end(), span.begin, after);
  for (int look = 0; it != brackets_.begin() && look < 4; ++look) {
    --it;
    if (it->mark == Mark::quote && it->inner.contains(span)) return it->inner != span && it->inner.size() <= kShort;
  }
  return false;
}

std::string_view Part::next(std::uint32_t offset) const {
  if (offset >= span_.end) return {};
  return passage_.text.substr(offset, utf8::decode(passage_.text, offset).size);
}

std::string_view Part::before(std::uint32_t offset) const {
  if (offset <= span_.begin) return {};
  const auto size = utf8::decode_before(passage_.text, offset).size;
  return passage_.text.substr(offset - size, size);
}

}  // namespace guanlan::bodies
