#include "compose/statistics_reports.h"

#include <algorithm>

#include "compose/candidate.h"

namespace guanlan::compose {

std::string_view unnumbered(std::string_view heading) {
  const auto digits = heading.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string_view::npos && heading[digits] == '.') {
    return heading.substr(digits + 1);
  }
  for (const std::string_view close : {"）", ")", "、"}) {
    const auto end = heading.find(close);
    if (end != std::string_view::npos && end <= 9) return heading.substr(end + close.size());
  }
  return heading;
}

std::vector<MissingFigure> not_provided(const Item& item) {
  std::vector<MissingFigure> out;
  const std::string all = item.title + "\n" + item.body + "\n";
  for (std::size_t begin = 0, end; (end = all.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    const std::string_view line = unnumbered(std::string_view(all).substr(begin, end - begin));
    const auto open = line.find("（因");
    if (open == std::string_view::npos || line.find("暂不提供", open) == std::string_view::npos)
      continue;
    const std::string_view inside = line.substr(open + std::string_view("（因").size());
    const auto comma = inside.find("，");
    if (comma == std::string_view::npos ||
        line.substr(0, open).find("。") != std::string_view::npos)
      continue;
    out.push_back({std::string(line.substr(0, open)), std::string(inside.substr(0, comma))});
  }
  return out;
}

Result<void> MonthReports::find(const Period& period) {
  if (auto found = find_month(period); !found) return found;
  if (month_.empty()) return {};
  if (auto found = find_reports(); !found) return found;
  if (figures_.stored.empty()) {
    regions_.emplace_back();  // the reports of the month before are where it is known from
  } else {
    choose();
  }
  // Figures that stand in no statistics report: nothing here says them, and no source what is
  // missing.
  if (reports_.empty()) month_.clear();
  return {};
}

Result<void> MonthReports::find_month(const Period& period) {
  for (const std::string& month : months_of(period)) {
    auto figures = monthly_figures(observations_, month, {});
    if (!figures && figures.error().code != Code::not_found) return tl::unexpected(figures.error());
    if (!figures) continue;
    month_ = month;
    figures_ = std::move(*figures);
    return {};
  }
  return only_missing(period.last.substr(0, 7));
}

// Nothing of the period, but of the month before: what was there is named.
Result<void> MonthReports::only_missing(const std::string& month) {
  auto before = monthly_figures(observations_, month_before(month, 1), {});
  if (!before && before.error().code != Code::not_found) return tl::unexpected(before.error());
  if (!before) return {};
  month_ = month;
  for (const StoredObservation& o : before->stored) {
    figures_.missing.push_back({o.series.indicator, {}});
    files_.insert(o.document);
  }
  return {};
}

// The statistics reports of the files that the month's figures come from, in the desk or not.
Result<void> MonthReports::find_reports() {
  for (const StoredObservation& o : figures_.stored) files_.insert(o.document);
  const auto documents = store_.documents();
  if (!documents) return tl::unexpected(documents.error());
  for (const StoredDocument& d : *documents) {
    if (!files_.contains(d.id)) continue;
    if (auto added = add_reports(d); !added) return added;
  }
  place_observations();
  return {};
}

Result<void> MonthReports::add_reports(const StoredDocument& document) {
  digests_[document.id] = document.digest;
  std::vector<StoredItem> items;
  const ItemFilter filter{.kinds = {"statistics"}, .document = document.id, .as_stored = true};
  auto read = store_.each(filter, [&](StoredItem&& item) {
    items.push_back(std::move(item));
    return true;
  });
  if (!read) return read;
  for (const StoredItem& item : items) {
    const auto known = store_.facts(item.id);
    if (!known) return tl::unexpected(known.error());
    reports_.push_back({candidate_of(item, *known, document.digest, style_.levels).item, {}});
  }
  return {};
}

void MonthReports::place_observations() {
  for (std::size_t i = 0; i < figures_.stored.size(); ++i) {
    const StoredObservation& o = figures_.stored[i];
    const std::uint32_t at = o.observation.place.span.begin;
    for (StatisticsReport& report : reports_) {
      const Origin& origin = report.origin();
      const bool there = origin.document == digests_[o.document] && origin.entry == o.entry &&
                         at >= origin.title.begin && at < origin.body.end;
      if (there) report.observations.push_back(i);
    }
  }
}

// Every figure of the report is an observation, or the report says that there is none.
bool MonthReports::covered(const StatisticsReport& report) const {
  const Item& item = report.item;
  if (report.observations.empty()) return false;
  return std::all_of(item.facts.begin(), item.facts.end(), [&](const Value& v) {
    if (v.field != "figures") return true;
    return std::any_of(report.observations.begin(), report.observations.end(), [&](std::size_t i) {
      return v.at.overlaps(figures_.stored[i].observation.place.span);
    });
  });
}

void MonthReports::choose() {
  for (const StatisticsReport& report : reports_) {
    const std::vector<MissingFigure> said = not_provided(report.item);
    if (!covered(report) && (said.empty() || !report.observations.empty())) continue;
    for (const MissingFigure& one : said) reasons_.emplace_back(report.item.place, one);
    for (const std::size_t i : report.observations) use(i, report);
    said_.push_back(&report);
  }
  for (const auto& [place, missing] : reasons_) note_region(top_region(place));
  if (regions_.empty()) regions_.emplace_back();
}

void MonthReports::use(std::size_t i, const StatisticsReport& report) {
  const std::string region = top_region(figures_.stored[i].series.region);
  note_region(region);
  used_[region].push_back(figures_.stored[i]);
  source_of_.emplace(figures_.stored[i].id, &report);
}

void MonthReports::note_region(const std::string& region) {
  if (std::find(regions_.begin(), regions_.end(), region) == regions_.end())
    regions_.push_back(region);
}

}  // namespace guanlan::compose
