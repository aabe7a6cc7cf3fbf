#include "stats/view.h"

#include <algorithm>

#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

constexpr std::size_t kLongestPart = 45;  // bytes of a bracket that may belong to a name

}  // namespace

bool is_gloss(std::string_view inner) {
  return inner.size() > kLongestPart || prefix(Cue::gloss, inner);
}

std::string View::wording(Span span) const {
  std::string out = clean == nullptr ? std::string(of(span)) : clean->surface(span, raw);
  std::erase(out, '\n');
  return out;
}

std::string View::name(Span span) const {
  std::string out;
  std::uint32_t from = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Bracket* bracket = passage->text[at] == '(' ? paren_at(at) : nullptr;
    if (bracket != nullptr && bracket->span.end <= span.end && is_gloss(of(bracket->inner))) {
      out += wording({from, at});
      at = from = bracket->span.end;
    } else {
      at += utf8::decode(passage->text, at).size;
    }
  }
  return out + wording({from, span.end});
}

const Dated* View::period_at(std::uint32_t at) const {
  const auto it =
      std::lower_bound(periods.begin(), periods.end(), at,
                       [](const Dated& d, std::uint32_t a) { return d.span.begin < a; });
  return it != periods.end() && it->span.begin == at ? &*it : nullptr;
}

const PlaceMention* View::place_at(std::uint32_t at) const {
  const PlaceMention* found = nullptr;
  auto it = std::lower_bound(
      places->begin(), places->end(), at,
      [](const PlaceMention& p, std::uint32_t a) { return p.in_title || p.span.begin < a; });
  for (; it != places->end() && it->span.begin == at; ++it) {
    if (it->place != kNoPlace && (found == nullptr || it->span.end > found->span.end)) found = &*it;
  }
  return found;
}

const Bracket* View::paren_at(std::uint32_t at) const {
  const auto& all = passage->brackets;
  const auto it =
      std::lower_bound(all.begin(), all.end(), at, [this](const Bracket& b, std::uint32_t a) {
        return !passage->body.contains(b.span) || b.span.begin < a;
      });
  return it != all.end() && it->span.begin == at && it->mark == Mark::paren ? &*it : nullptr;
}

View view_of(const Passage& passage, const std::vector<PlaceMention>& places) {
  View view;
  view.passage = &passage;
  view.places = &places;
  view.amounts = find_amounts(passage);
  view.periods = find_periods(passage);
  if (passage.setting != nullptr) view.home = passage.setting->home;
  return view;
}

}  // namespace guanlan::stats
