// The statistics section: its items, what is missing, and what sources differ on.
#include <fmt/format.h>

#include <cmath>
#include <set>

#include "compose/body_text.h"
#include "compose/digest_text.h"
#include "compose/statistics_reports.h"
#include "guanlan/chart.h"
#include "guanlan/lexicon.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

class SectionWriter {
 public:
  SectionWriter(const Store& store, const ObservationStore& observations, const Style& style,
                Desk& desk)
      : observations_(observations),
        style_(style),
        desk_(desk),
        reports_(store, observations, style) {}

  Result<void> write(const Period& period) {
    if (auto found = reports_.find(period); !found) return found;
    if (reports_.month().empty()) return {};
    for (const StatisticsReport* report : reports_.said()) give_way(*report);
    for (const std::string& region : reports_.regions()) {
      if (auto done = region_section(region); !done) return done;
    }
    rest_behind();
    return {};
  }

 private:
  void give_way(const StatisticsReport& report) {
    for (const std::string& id : seated(desk_.outline)) {
      const auto& origins = desk_.items.at(id).origins;
      const bool same = std::any_of(origins.begin(), origins.end(), [&](const Origin& o) {
        return o.key() == report.origin().key();
      });
      if (same) (void)drop(desk_, id, {"guanlan", system_clock()}, "各项数字已写入统计栏目");
    }
  }

  // One of several equal observations; of those that differ none, which is said.
  std::vector<StoredObservation> agreed(const std::string& region,
                                        std::vector<std::string>& notes) {
    std::map<std::pair<SeriesKey, std::string>, std::vector<const StoredObservation*>> same;
    for (const StoredObservation& o : reports_.used(region))
      same[{o.series, o.observation.period}].push_back(&o);
    std::vector<StoredObservation> out;
    for (const StoredObservation& o : reports_.used(region)) {
      auto& all = same[{o.series, o.observation.period}];
      if (all.empty()) continue;
      const bool differ = std::any_of(all.begin(), all.end(), [&](const auto* other) {
        return std::abs(other->number - o.number) > 1e-9 * std::abs(o.number);
      });
      if (differ) {
        std::string said;
        for (const auto* one : all)
          said += (said.empty() ? "" : "；") + one->file + "：" + one->observation.text;
        notes.push_back(fmt::format("{}各来源不一致，待核定：{}。", o.observation.indicator, said));
      } else {
        out.push_back(o);
      }
      all.clear();
    }
    return out;
  }

  Result<void> region_section(const std::string& region) {
    std::vector<std::string> notes;
    const std::vector<StoredObservation> said = agreed(region, notes);
    std::vector<Observation> plain;
    for (const StoredObservation& o : said) plain.push_back(o.observation);
    const MonthlySection written = write_monthly(plain, reports_.month(), missing(region));
    notes.insert(notes.end(), written.notes.begin(), written.notes.end());
    if (region == reports_.regions().front()) {
      if (std::string gone = no_longer(); !gone.empty()) notes.push_back(std::move(gone));
    }
    if (!written.unsaid.empty()) {
      notes.push_back(fmt::format("另有 {} 项数值未写成句子，见来源文件。", written.unsaid.size()));
    }
    Section section;
    section.id = "s" + sha256_digest(region).substr(7, 6);
    section.title = written.title;
    for (const MonthlyPart& part : written.parts) {
      std::vector<StoredObservation> own;
      for (const StoredObservation& o : said) {
        if (o.observation.section == part.heading) own.push_back(o);
      }
      auto item = item_of(region, part, own);
      if (!item) return tl::unexpected(std::move(item.error()));
      section.items.push_back(item->id);
      desk_.items.insert_or_assign(item->id, std::move(*item));
    }
    if (!notes.empty()) add_notes(region, notes, section);
    if (!section.items.empty()) part_of().sections.push_back(std::move(section));
    return {};
  }

  std::vector<MissingFigure> missing(const std::string& region) const {
    std::vector<MissingFigure> out;
    for (const auto& [place, one] : reports_.reasons()) {
      if (top_region(place) == region) out.push_back(one);
    }
    return out;
  }
  // Indicators of the catalogue that the month before had; told once.
  std::string no_longer() const {
    const auto known = [](const std::string& word) {
      const Indicator* entry = find_indicator(word);
      return entry == nullptr ? std::string() : std::string(entry->name);
    };
    std::set<std::string> told{""};
    for (const auto& [place, one] : reports_.reasons()) told.insert(known(one.indicator));
    std::string out;
    for (const MissingFigure& one : reports_.figures().missing) {
      if (told.insert(known(one.indicator)).second)
        out += (out.empty() ? "" : "、") + one.indicator;
    }
    return out.empty() ? out : out + "本月数据暂不提供。";
  }

  Item blank(const std::string& region, std::string_view title) {
    Item item;
    std::string key = fmt::format("statistics:{}:{}", region, title);
    while (!ids_.insert(item.id = sha256_digest(key).substr(7, 8)).second) key += "+";
    item.title = title;
    item.kind = "statistics";
    item.made_from = "statistics";
    item.event_date = reports_.month();
    item.place = region;
    return item;
  }

  Result<Item> item_of(const std::string& region, const MonthlyPart& part,
                       const std::vector<StoredObservation>& said) {
    Item item = blank(region, unnumbered(part.heading));
    for (const std::string& one : part.paragraphs)
      item.body += (item.body.empty() ? "" : "\n") + one;
    for (const MonthlyTable& table : part.tables) add_table(item.body, table);
    auto chart = chart_for(observations_, said, reports_.month());
    if (!chart) return tl::unexpected(std::move(chart.error()));
    if (*chart) {
      const std::string file = "charts/" + item.id + ".yaml";
      desk_.charts[file] = chart_yaml(**chart);
      item.body += fmt::format("\n![{}]({})", (*chart)->title, file);
    }
    for (const StoredObservation& o : said) add_origin(item, o);
    vouch(item, said);
    item.summary = summary_of(item);
    return item;
  }
  static void add_table(std::string& body, const MonthlyTable& table) {
    body += "\n" + row_text(table.columns) + "\n" + ruler(table.columns.size());
    for (const auto& cells : table.rows) body += "\n" + row_text(cells);
  }
  void add_origin(Item& item, const StoredObservation& o) {
    const StatisticsReport& report = reports_.source_of(o);
    const auto there = [&](const Origin& other) { return other.key() == report.origin().key(); };
    if (std::any_of(item.origins.begin(), item.origins.end(), there)) return;
    item.origins.push_back(report.origin());
    for (const std::string& source : report.item.sources) {
      if (std::find(item.sources.begin(), item.sources.end(), source) == item.sources.end()) {
        item.sources.push_back(source);
      }
    }
  }
  // The figures that the observations were read from, as the report has them; a cell of a table is
  // its own.
  void vouch(Item& item, const std::vector<StoredObservation>& said) const {
    for (const StoredObservation& o : said) {
      const int number = origin_number(item, o);
      bool found = false;
      for (Value v : reports_.source_of(o).item.facts) {
        if (v.field != "figures" || !v.at.overlaps(o.observation.place.span)) continue;
        v.origin = number;
        found = true;
        if (std::find(item.facts.begin(), item.facts.end(), v) == item.facts.end())
          item.facts.push_back(v);
      }
      if (found) continue;
      item.facts.push_back({"figures", fmt::format("{:.15g} {}", o.number, o.series.unit),
                            o.observation.text, o.observation.place.page, o.observation.place.span,
                            number});
    }
  }
  int origin_number(const Item& item, const StoredObservation& o) const {
    const std::string key = reports_.source_of(o).origin().key();
    for (std::size_t i = 0; i < item.origins.size(); ++i) {
      if (item.origins[i].key() == key) return static_cast<int>(i) + 1;
    }
    return 1;
  }

  void add_notes(const std::string& region, const std::vector<std::string>& notes,
                 Section& section) {
    Item item = blank(region, "数据说明");
    for (const std::string& note : notes) item.body += (item.body.empty() ? "" : "\n") + note;
    for (const StatisticsReport& report : reports_.all()) {
      if (!not_provided(report.item).empty()) item.origins.push_back(report.origin());
    }
    if (item.origins.empty()) item.origins.push_back(reports_.all().front().origin());
    item.summary = summary_of(item);
    section.items.push_back(item.id);
    desk_.items.insert_or_assign(item.id, std::move(item));
  }

  // Reports that stay as they are stand behind what was written.
  void rest_behind() {
    const auto there = [&](const Part& p) { return p.id == style_.statistics; };
    const auto part = std::find_if(desk_.outline.parts.begin(), desk_.outline.parts.end(), there);
    if (part == desk_.outline.parts.end() || part->items.empty() || part->sections.empty()) return;
    part->sections.push_back({"reports", "其他统计资料", std::move(part->items)});
    part->items.clear();
  }

  // The statistics part of the outline, made in the style's order where it is not there.
  Part& part_of() {
    auto& parts = desk_.outline.parts;
    auto place = parts.begin();
    for (const StylePart& one : style_.parts) {
      const auto it = std::find_if(parts.begin(), parts.end(),
                                   [&](const Part& p) { return p.id == one.part.id; });
      if (one.part.id == style_.statistics) {
        if (it != parts.end()) return *it;
        Part made = one.part;
        made.sections.clear();
        return *parts.insert(place, std::move(made));
      }
      if (it != parts.end()) place = it + 1;
    }
    return parts.back();  // not reached: the style was checked when it was read
  }

  const ObservationStore& observations_;
  const Style& style_;
  Desk& desk_;
  MonthReports reports_;
  std::set<std::string> ids_;
};

}  // namespace

Result<void> add_statistics(const Store& store, const ObservationStore& observations,
                            const Style& style, const Period& period, Desk& desk) {
  return SectionWriter(store, observations, style, desk).write(period);
}

}  // namespace guanlan::compose
