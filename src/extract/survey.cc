// Where a publication is at home: the place that 我省, 本市 and 省公安厅 mean in it.
//
// Evidence: the masthead's name and sponsors; else the place most items name in their title or
// first words. At least half of the items that name any place must agree; a national monthly has no
// home.
#include <algorithm>
#include <map>

#include "guanlan/lexicon.h"
#include "guanlan/passage.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kOpening = 400;  // bytes of a body that are looked at
constexpr std::size_t kEnough = 400;     // items; of more, every second, third … is asked

class Census {
 public:
  explicit Census(const Lexicon& lexicon) : lexicon_(lexicon), map_(lexicon.gazetteer()) {}

  // The provinces and cities that a text names, each once.
  void collect(std::string_view text, Span part, std::map<PlaceId, int>& out) {
    hits_.clear();
    lexicon_.scan(text, part, hits_);
    std::uint32_t reach = part.begin;
    for (const Hit& hit : hits_) {
      if (hit.span.begin < reach) continue;
      if (hit.cls == WordClass::stopper || hit.cls == WordClass::org) reach = hit.span.end;
      if (hit.cls != WordClass::region) continue;
      reach = hit.span.end;
      const auto places = map_.region(hit.row);
      if (places.size() != 1) continue;
      for (const PlaceLevel level : {PlaceLevel::province, PlaceLevel::prefecture}) {
        if (const PlaceId up = map_.up_to(places[0], level); up != kNoPlace) out[up] = 1;
      }
    }
  }

  void add(const std::map<PlaceId, int>& named, int weight) {
    if (named.empty()) return;
    items_ += weight;
    for (const auto& [place, once] : named) votes_[place] += weight * once;
  }

  // The place of that level with the most votes, if at least half of the items name it.
  [[nodiscard]] PlaceId most(PlaceLevel level, PlaceId within) const {
    PlaceId best = kNoPlace;
    int votes = 0;
    for (const auto& [place, count] : votes_) {
      if (map_[place].level != level || (within != kNoPlace && !map_.within(place, within)))
        continue;
      if (count > votes) best = place, votes = count;
    }
    return votes * 2 >= items_ && votes >= 2 ? best : kNoPlace;
  }

  [[nodiscard]] std::string reason(PlaceId place) const {
    return map_.path(place) + ": " + std::to_string(votes_.at(place)) + " / " +
           std::to_string(items_);
  }

 private:
  const Lexicon& lexicon_;
  const Gazetteer& map_;
  std::vector<Hit> hits_;
  std::map<PlaceId, int> votes_;
  int items_ = 0;
};

}  // namespace

Setting survey(std::string_view text, const Issue& issue, const Lexicon& lexicon) {
  Census census(lexicon);
  std::map<PlaceId, int> named;
  std::string masthead = issue.masthead.name;
  for (const auto& [role, body] : issue.masthead.bodies) masthead += '\n' + body;
  census.collect(masthead, {0, static_cast<std::uint32_t>(masthead.size())}, named);
  const std::size_t step = issue.items.size() / kEnough + 1;
  census.add(named, std::max<int>(2, static_cast<int>(issue.items.size() / step / 2)));
  for (std::size_t i = 0; i < issue.items.size(); i += step) {
    const Item& item = issue.items[i];
    named.clear();
    census.collect(text, item.title, named);
    census.collect(text, {item.body.begin, std::min(item.body.end, item.body.begin + kOpening)},
                   named);
    census.add(named, 1);
  }
  Setting out;
  out.home = census.most(PlaceLevel::province, kNoPlace);
  if (out.home == kNoPlace) return out;
  const PlaceId city = census.most(PlaceLevel::prefecture, out.home);
  if (city != kNoPlace) out.home = city;
  out.reason = census.reason(out.home);
  return out;
}

}  // namespace guanlan
