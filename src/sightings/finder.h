// What the finders of this module share: the item's text, its dates, and where findings go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sightings/placed_text.h"

namespace guanlan::sighting {

struct DateAt {
  std::string value, role;
  Span at;  // in the text; empty: not in the item's wording
};

class Finder {
 public:
  explicit Finder(const PlacedText& text);

  [[nodiscard]] const PlacedText& text() const { return text_; }
  [[nodiscard]] const Json& record() const { return text_.record(); }
  [[nodiscard]] const std::string& event_date() const { return event_date_; }
  [[nodiscard]] const std::string& kind() const { return kind_; }
  // The dates of the body and the reckoned ones, as they stand in the text.
  [[nodiscard]] const std::vector<DateAt>& dates() const { return dates_; }
  // The span of the text that an object's `span` names.
  [[nodiscard]] std::optional<Span> at(const Json& object) const { return text_.find(object); }
  [[nodiscard]] Span title() const { return {0, static_cast<std::uint32_t>(text_.title_size())}; }
  [[nodiscard]] std::string_view sentence(Span at) const { return text_.of(text_.sentence(at)); }

  // The same subject in the same role on the same day is seen once; what came of a campaign once a
  // sentence.
  void add(SubjectType type, std::string key, std::string name, std::string_view role,
           std::string date, Span at);
  [[nodiscard]] std::vector<Sighting> take();

 private:
  const PlacedText& text_;
  std::string event_date_, kind_;
  std::vector<DateAt> dates_;
  std::vector<Sighting> out_;
};

[[nodiscard]] std::vector<Due> dues_in(const PlacedText& text);

void find_instruments(Finder& finder);
void find_campaigns(Finder& finder);
void find_cases(Finder& finder);
void find_apps(Finder& finder);
void find_bodies(Finder& finder);  // authorities and organisations

}  // namespace guanlan::sighting
