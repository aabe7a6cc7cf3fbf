#include "stats/home.h"

#include "stats/label.h"
#include "stats/words.h"

namespace guanlan::stats {
namespace {

constexpr std::uint32_t kOpening = 600;  // bytes of a report that tell where it speaks from

PlaceId first_place(const Mentions& mentions, bool in_title, std::uint32_t until) {
  for (const PlaceMention& place : mentions.bodies.places) {
    if (place.in_title == in_title && place.place != kNoPlace && place.span.begin < until)
      return place.place;
  }
  return kNoPlace;
}

}  // namespace

PlaceId home_of(const Document& document, const Setting& setting, const Lexicon& lexicon) {
  if (setting.home != kNoPlace || document.issue.items.empty()) return setting.home;
  const Item& item = document.issue.items.front();
  const Mentions& mentions = document.mentions.front();
  const std::string_view text = document.layout.clean.text;
  if (const PlaceId place = first_place(mentions, true, UINT32_MAX); place != kNoPlace)
    return place;
  const Span opening{item.body.begin, std::min(item.body.end, item.body.begin + kOpening)};
  const bool nation =
      first(Cue::nation, item.title.of(text)) || first(Cue::nation, opening.of(text));
  const PlaceId place = first_place(mentions, false, opening.end);
  if (place != kNoPlace && (!nation || first(Cue::home, opening.of(text)))) return place;
  return nation ? lexicon.gazetteer().china() : kNoPlace;
}

Period period_of_title(const Document& document, const Item& item, const Lexicon& lexicon) {
  const std::string_view text = document.layout.clean.text;
  return read_label(item.title.of(text), {&lexicon, document.issue.date, kNoPlace}).period;
}

}  // namespace guanlan::stats
