// Days by which somebody must act: the printed ones (`deadlines`) and the reckoned ones (`terms`).
#include <algorithm>

#include "sightings/party.h"
#include "sightings/placed_text.h"

namespace guanlan {
namespace {

using namespace sighting;

constexpr std::size_t kMostNamed = 20;

std::string joined(const Json& names) {
  std::string out;
  std::size_t count = 0;
  for (const Json& name : names) {
    if (!name.is_string() || name.get_ref<const std::string&>().empty()) continue;
    if (count++ == kMostNamed) return out + "等";
    out += (out.empty() ? "" : "、") + name.get<std::string>();
  }
  return out;
}

// Of two values with one place the one that stands in the list of dates tells the role.
std::string role_at(const Json& record, const RawSpan& place) {
  for (const Json& date : list_of(record, "dates")) {
    const auto other = date.is_object() ? place_of(date.value("span", Json())) : std::nullopt;
    if (other && other->span == place.span) return text_of(date, "role");
  }
  return "deadline";
}

class Collector {
 public:
  explicit Collector(const PlacedText& text) : text_(text) {
    named_ = joined(list_of(text.record(), "apps"));
    if (named_.empty()) named_ = joined(list_of(text.record(), "orgs"));
  }

  void add(std::string date, std::string role, std::string derivation, const RawSpan& place) {
    const auto at = text_.find(place.span);
    if (date.empty() || !at) return;
    const Span sentence = text_.sentence(*at);
    Due due;
    due.date = std::move(date);
    due.role = std::move(role);
    due.derivation = std::move(derivation);
    due.what = text_.of(sentence);
    due.text = text_.of(*at);
    due.place = place;
    due.sentence = text_.raw(sentence);
    due.who = party_of(due.what, {at->begin - sentence.begin, at->end - sentence.begin});
    if (due.who.empty() ? due.role == "deadline" && is_notice() : points_to_named(due.who))
      due.named = named_;
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const Due& other) {
      return other.date == due.date && other.sentence == due.sentence;
    });
    if (!known) out_.push_back(std::move(due));
  }

  std::vector<Due> take() {
    std::stable_sort(out_.begin(), out_.end(), [](const Due& a, const Due& b) {
      return a.place.span.begin < b.place.span.begin;
    });
    return std::move(out_);
  }

 private:
  // A notice addressed to what it lists; elsewhere a name in the item need not be bound.
  [[nodiscard]] bool is_notice() const {
    const std::string kind = text_of(text_.record(), "kind");
    return kind == "app-notice" || kind == "enforcement";
  }

  const PlacedText& text_;
  std::string named_;
  std::vector<Due> out_;
};

}  // namespace

std::vector<Due> dues(const SeenItem& item) {
  const PlacedText text(item);
  const Json& record = text.record();
  Collector collect(text);
  const Json& values = list_of(record, "deadlines");
  const Json spans = record.value("spans", Json());
  const Json& places = list_of(spans, "deadlines");
  for (std::size_t i = 0; i < std::min(values.size(), places.size()); ++i) {
    const auto place = place_of(places[i]);
    if (values[i].is_string() && place)
      collect.add(values[i].get<std::string>(), role_at(record, *place), {}, *place);
  }
  for (const Json& term : list_of(record, "terms")) {
    if (!term.is_object()) continue;
    const std::string role = text_of(term, "role");
    const auto place = place_of(term.value("span", Json()));
    if (place && (role == "deadline" || role == "comment_by"))
      collect.add(text_of(term, "value"), role, text_of(term, "derivation"), *place);
  }
  return collect.take();
}

}  // namespace guanlan
