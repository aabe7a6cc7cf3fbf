#include <algorithm>

#include "sightings/finder.h"

namespace guanlan {
namespace sighting {

Finder::Finder(const PlacedText& text) : text_(text), kind_(text_of(text.record(), "kind")) {
  const Json& record = text.record();
  if (const auto it = record.find("event_date"); it != record.end())
    event_date_ = text_of(*it, "value");
  for (const char* list : {"dates", "terms"}) {
    for (const Json& date : list_of(record, list)) {
      DateAt one{text_of(date, "value"), text_of(date, "role"), at(date).value_or(Span{})};
      if (!one.value.empty() && !one.at.empty()) dates_.push_back(std::move(one));
    }
  }
  std::stable_sort(dates_.begin(), dates_.end(),
                   [](const DateAt& a, const DateAt& b) { return a.at.begin < b.at.begin; });
}

std::optional<Span> Finder::at(const Json& object) const {
  if (!object.is_object()) return {};
  const auto it = object.find("span");
  const auto place = it == object.end() ? std::nullopt : place_of(*it);
  return place ? text_.find(place->span) : std::nullopt;
}

void Finder::add(SubjectType type, std::string key, std::string name, std::string_view role,
                 std::string date, Span at) {
  if (key.empty() || at.empty()) return;
  const bool known = std::any_of(out_.begin(), out_.end(), [&](const Sighting& s) {
    return s.type == type && s.role == role && s.key == key && s.date == date;
  });
  if (known) return;
  out_.push_back({type, std::move(key), std::move(name), role, std::move(date), text_.place(at), at});
}

std::vector<Sighting> Finder::take() {
  std::stable_sort(out_.begin(), out_.end(),
                   [](const Sighting& a, const Sighting& b) { return a.at.begin < b.at.begin; });
  return std::move(out_);
}

}  // namespace sighting

std::vector<Sighting> sightings(const SeenItem& item) {
  const sighting::PlacedText text(item);
  sighting::Finder finder(text);
  sighting::find_instruments(finder);
  sighting::find_campaigns(finder);
  sighting::find_cases(finder);
  sighting::find_apps(finder);
  sighting::find_bodies(finder);
  return finder.take();
}

}  // namespace guanlan
