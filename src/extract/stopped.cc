#include "extract/stopped.h"

#include <algorithm>
#include <array>

namespace guanlan {
namespace {

// What a stopper (README of the lexicon) takes hits of.
enum Stops : std::uint8_t { kNone = 0, kRegion = 1, kCountry = 2, kAuthority = 4, kOrg = 8 };

constexpr std::size_t kMany = 16;     // that overlap; else they go together
constexpr std::uint8_t kWanted = 16;  // names are made of it

// What stops hits of a class, and whether they are wanted.
constexpr auto kClasses = [] {
  std::array<std::uint8_t, static_cast<std::size_t>(WordClass::count_)> t{};
  const auto set = [&](WordClass cls, std::uint8_t stops) {
    t[static_cast<std::size_t>(cls)] = static_cast<std::uint8_t>(stops | kWanted);
  };
  set(WordClass::region, kRegion);
  set(WordClass::country, kCountry);
  for (const WordClass cls : {WordClass::authority, WordClass::authority_head,
                              WordClass::foreign_authority, WordClass::generic_body})
    set(cls, kAuthority);
  for (const WordClass cls : {WordClass::org, WordClass::org_suffix}) set(cls, kOrg);
  for (const WordClass cls : {WordClass::act, WordClass::outlet, WordClass::kind_cue})
    set(cls, kNone);
  return t;
}();

Stops stops_of(std::string_view word) {
  if (word == "region") return kRegion;
  if (word == "country") return kCountry;
  if (word == "authority") return kAuthority;
  return word == "org" ? kOrg : kNone;
}

struct Stopper {
  Span span;
  Stops what;

  // A hit of a class that it stops, at or behind its beginning.
  [[nodiscard]] bool takes(const Hit& hit) const {
    return hit.span.begin < span.end && (span.begin < hit.span.begin || span.contains(hit.span));
  }
};

}  // namespace

std::vector<Hit> without_stopped(std::span<const Hit> hits, const WordTable& stoppers) {
  const int column = stoppers.column("class");
  std::vector<Hit> out;
  out.reserve(hits.size());
  std::vector<Stopper> open;
  std::uint32_t reach = 0;  // where the last of them ends
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t begin = hits[i].span.begin;
    std::size_t end = i;
    if (begin >= reach) open.clear();
    if (open.size() > kMany)
      std::erase_if(open, [&](const Stopper& stopper) { return stopper.span.end <= begin; });
    for (; end < hits.size() && hits[end].span.begin == begin; ++end) {
      if (hits[end].cls != WordClass::stopper) continue;
      const Stops what = stops_of(stoppers.at(hits[end].row, column));
      if (what == kNone) continue;
      open.push_back({hits[end].span, what});
      reach = std::max(reach, hits[end].span.end);
    }
    for (; i < end; ++i) {
      const Hit& hit = hits[i];
      const std::uint8_t cls = kClasses[static_cast<std::size_t>(hit.cls)];
      if ((cls & kWanted) == 0) continue;
      const bool stopped = std::any_of(open.begin(), open.end(), [&](const Stopper& stopper) {
        return (cls & stopper.what) != 0 && stopper.takes(hit);
      });
      if (!stopped) out.push_back(hit);
    }
  }
  return out;
}

}  // namespace guanlan
