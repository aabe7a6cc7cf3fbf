#include "extract/stopped.h"

#include <algorithm>

namespace guanlan {
namespace {

// What a stopper (README of the lexicon) takes hits of.
enum Stops : std::uint8_t { kNone = 0, kRegion = 1, kCountry = 2, kAuthority = 4, kOrg = 8 };

Stops stops_of(WordClass cls) {
  switch (cls) {
    case WordClass::region:
      return kRegion;
    case WordClass::country:
      return kCountry;
    case WordClass::authority:
    case WordClass::authority_head:
    case WordClass::foreign_authority:
    case WordClass::generic_body:
      return kAuthority;
    case WordClass::org:
    case WordClass::org_suffix:
      return kOrg;
    default:
      return kNone;
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

}  // namespace

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

}  // namespace guanlan
