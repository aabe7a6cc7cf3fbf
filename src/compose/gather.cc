// gather: the period's items out of the store, each in its seat.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compose/candidate.h"
#include "compose/digest_text.h"
#include "compose/masthead.h"
#include "compose/statistics.h"
#include "layout/labels.h"

namespace guanlan::compose {
namespace {

// Dated items of the period, and undated ones of documents most of whose dated items are in it.
class Gatherer {
 public:
  Gatherer(const Store& store, const Style& style, const Period& period,
           const GatherOptions& options)
      : store_(store), style_(style), period_(period), options_(options) {}

  Result<std::vector<Candidate>> all() {
    if (auto done = digests(); !done) return tl::unexpected(std::move(done.error()));
    ItemFilter dated = options_.filter;
    dated.since = period_.first;
    dated.until = period_.last;
    if (auto done = take(dated, true); !done) return tl::unexpected(std::move(done.error()));
    for (const std::int64_t document : std::set<std::int64_t>(documents_)) {
      ItemFilter rest = options_.filter;
      rest.document = document;
      rest.as_stored = true;
      if (auto done = undated(rest); !done) return tl::unexpected(std::move(done.error()));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const StoredItem& a, const StoredItem& b) { return a.id < b.id; });
    return candidates();
  }

 private:
  Result<void> digests() {
    const auto documents = store_.documents();
    if (!documents) return tl::unexpected(documents.error());
    for (const StoredDocument& d : *documents) digests_[d.id] = d.digest;
    return {};
  }
  Result<void> take(const ItemFilter& filter, bool dated) {
    return store_.each(filter, [&](StoredItem&& item) {
      if (dated && !period_.holds(item.event_date)) return true;
      documents_.insert(item.document);
      found_.push_back(std::move(item));
      return true;
    });
  }
  Result<void> undated(const ItemFilter& filter) {
    std::map<int, std::pair<int, int>> dated;  // entry → in the period, outside
    std::vector<StoredItem> without;
    auto done = store_.each(filter, [&](StoredItem&& item) {
      if (item.event_date.empty()) {
        without.push_back(std::move(item));
      } else {
        ++(period_.holds(item.event_date) ? dated[item.entry].first : dated[item.entry].second);
      }
      return true;
    });
    if (!done) return done;
    for (StoredItem& item : without) {
      const auto [in, out] = dated[item.entry];
      if (in > out) found_.push_back(std::move(item));
    }
    return {};
  }
  Result<std::vector<Candidate>> candidates() {
    std::vector<Candidate> out;
    for (const StoredItem& item : found_) {
      const auto facts = store_.facts(item.id);
      if (!facts) return tl::unexpected(facts.error());
      out.push_back(candidate_of(item, *facts, digests_[item.document], style_.levels));
    }
    return out;
  }

  const Store& store_;
  const Style& style_;
  const Period& period_;
  const GatherOptions& options_;
  std::map<std::int64_t, std::string> digests_;
  std::set<std::int64_t> documents_;
  std::vector<StoredItem> found_;
};

// A month stands behind its days.
std::string last_day(const std::string& date) { return date + (date.size() < 10 ? "~" : ""); }

// National before local, then by day, then as stored.
void in_house_order(std::vector<const Candidate*>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Candidate* a, const Candidate* b) {
    const bool na = a->scope == Scope::national, nb = b->scope == Scope::national;
    if (na != nb) return na;
    if (a->item.event_date.empty() != b->item.event_date.empty()) return b->item.event_date.empty();
    return last_day(a->item.event_date) < last_day(b->item.event_date);
  });
}

std::vector<std::string> ids(const std::vector<const Candidate*>& items) {
  std::vector<std::string> out;
  for (const Candidate* c : items) out.push_back(c->item.id);
  return out;
}

// The lightest go until `limit` are left; they stay in the folder as dropped.
void keep_weightiest(std::vector<const Candidate*>& items, int limit, const Part& part,
                     Desk& desk) {
  if (limit == 0 || items.size() <= static_cast<std::size_t>(limit)) return;
  std::vector<const Candidate*> sorted = items;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Candidate* a, const Candidate* b) { return a->weight > b->weight; });
  const std::set<const Candidate*> kept(sorted.begin(), sorted.begin() + limit);
  for (const Candidate* c : items) {
    if (kept.contains(c)) continue;
    desk.outline.dropped.push_back(
        {c->item.id, "guanlan", fmt::format("{}限 {} 条，取事实最重者", part.title, limit)});
  }
  std::erase_if(items, [&](const Candidate* c) { return !kept.contains(c); });
}

using Seats = std::map<std::string, std::vector<const Candidate*>, std::less<>>;

void add_part(const StylePart& from, Seats& seats, const Style& style, Desk& desk) {
  Part part = from.part;
  std::vector<const Candidate*> all;
  const auto settle = [&](const std::string& place) {
    auto& items = seats[place];
    in_house_order(items);
    if (from.part.sections.empty()) keep_weightiest(items, from.limit, part, desk);
    all.insert(all.end(), items.begin(), items.end());
    return ids(items);
  };
  part.items = settle(part.id);
  for (Section& section : part.sections) section.items = settle(part.id + "/" + section.id);
  std::erase_if(part.sections, [](const Section& s) { return s.items.empty(); });
  if (all.empty()) return;
  part.lead = lead_of(all, style.lead_sentences);
  part.keywords = keywords_of(all, style.keywords);
  desk.outline.parts.push_back(std::move(part));
}

void seat_by_rules(const Style& style, const std::vector<Candidate>& all, Desk& desk) {
  Seats seats;
  for (const Candidate& c : all) {
    std::string_view place = place_for(style, c);
    if (place.empty()) place = style.parts.back().part.id;
    seats[std::string(place)].push_back(&c);
  }
  for (const StylePart& part : style.parts) add_part(part, seats, style, desk);
}

// A heading without the number that rendering gives it again: （一）部委层面动向, 一、总体情况.
std::string_view unnumbered(std::string_view heading) {
  constexpr std::string_view kComma = "、";
  const auto comma = heading.find(kComma);
  if (comma != std::string_view::npos && han_number(heading.substr(0, comma)) > 0)
    return heading.substr(comma + kComma.size());
  for (const std::string_view close : {"）", ")"}) {
    const auto end = heading.find(close);
    if ((heading.starts_with("（") || heading.starts_with("(")) && end != std::string_view::npos &&
        end <= 16) {
      heading.remove_prefix(end + close.size());
      while (heading.starts_with(' ')) heading.remove_prefix(1);
    }
  }
  return heading;
}

// What stands under no heading of the source, but behind one that it does not belong to.
constexpr std::string_view kNoPart = "综合", kNoSection = "其他";

std::string part_title(const Style& style, const Candidate& c, const std::vector<Part>& before) {
  if (c.path.empty()) {
    const bool titled =
        std::any_of(before.begin(), before.end(), [](const Part& p) { return !p.title.empty(); });
    return std::string(titled ? kNoPart : "");
  }
  if (style.part_number.empty()) return c.path.front();
  return std::string(unnumbered(c.path.front()));
}

std::string section_title(const Candidate& c, const Part& part) {
  if (c.path.size() >= 2) return std::string(unnumbered(c.path.back()));
  return std::string(part.sections.empty() ? "" : kNoSection);
}

void seat_as_printed(const Style& style, const std::vector<Candidate>& all, Desk& desk) {
  std::map<std::string, std::vector<const Candidate*>> in_part;
  std::vector<Part>& parts = desk.outline.parts;
  for (const Candidate& c : all) {
    std::string title = part_title(style, c, parts);
    if (parts.empty() || parts.back().title != title) {
      Part part;
      part.id = fmt::format("p{}", parts.size() + 1);
      part.title = std::move(title);
      parts.push_back(std::move(part));
    }
    Part& part = parts.back();
    in_part[part.id].push_back(&c);
    const std::string section = section_title(c, part);
    if (section.empty()) {
      part.items.push_back(c.item.id);
      continue;
    }
    if (part.sections.empty() || part.sections.back().title != section) {
      part.sections.push_back({fmt::format("s{}", part.sections.size() + 1), section, {}});
    }
    part.sections.back().items.push_back(c.item.id);
  }
  for (Part& part : parts) {
    part.lead = lead_of(in_part[part.id], style.lead_sentences);
    part.keywords = keywords_of(in_part[part.id], style.keywords);
  }
}

}  // namespace

Result<Desk> gather(const Store& store, const Templates& templates, std::string_view style_name,
                    const Period& period, const GatherOptions& options) {
  const auto style = load_style(templates, style_name);
  if (!style) return tl::unexpected(style.error());
  auto found = Gatherer(store, *style, period, options).all();
  if (!found) return tl::unexpected(std::move(found.error()));
  if (found->empty()) {
    return fail(Code::not_found, "库中没有这一时期的条目：" + period.name, {},
                "用 guanlan list --since … --until … 查看");
  }
  std::vector<Candidate> all =
      options.keep_outline ? std::move(*found) : without_twins(std::move(*found));
  Desk desk;
  desk.outline = style->outline;
  desk.outline.period = period.name;
  fill_masthead(desk.outline, *style, period);
  if (options.keep_outline) {
    seat_as_printed(*style, all, desk);
  } else {
    seat_by_rules(*style, all, desk);
  }
  for (Candidate& c : all) {
    c.item.summary = summary_of(c.item);
    desk.items.emplace(c.item.id, std::move(c.item));
  }
  if (options.observations != nullptr && !options.keep_outline && !style->statistics.empty()) {
    if (auto done = add_statistics(store, *options.observations, *style, period, desk); !done) {
      return tl::unexpected(std::move(done.error()));
    }
  }
  return desk;
}

}  // namespace guanlan::compose
