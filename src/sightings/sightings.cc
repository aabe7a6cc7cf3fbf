#include <algorithm>

#include "sightings/finder.h"
#include "sightings/look.h"

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

void Finder::add(SubjectType type, std::string key, std::string name, std::string_view role,
                 std::string date, Span at) {
  if (key.empty() || at.empty()) return;
  const bool results = role.starts_with("results_");
  const bool known = std::any_of(out_.begin(), out_.end(), [&](const Sighting& s) {
    return s.type == type && s.role == role && s.key == key && s.date == date &&
           (!results || text_.sentence(s.at) == text_.sentence(at));
  });
  if (known) return;
  out_.push_back(
      {type, std::move(key), std::move(name), role, std::move(date), text_.place(at), at});
}

std::vector<Sighting> Finder::take() {
  std::stable_sort(out_.begin(), out_.end(),
                   [](const Sighting& a, const Sighting& b) { return a.at.begin < b.at.begin; });
  return std::move(out_);
}

Looked look_at(const SeenItem& item) {
  const PlacedText text(item);
  Finder finder(text);
  find_instruments(finder);
  find_campaigns(finder);
  find_cases(finder);
  find_apps(finder);
  find_bodies(finder);
  return {dues_in(text), finder.take()};
}

}  // namespace sighting

std::vector<Sighting> sightings(const SeenItem& item) { return sighting::look_at(item).sightings; }

}  // namespace guanlan
