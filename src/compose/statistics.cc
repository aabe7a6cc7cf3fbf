// The statistics section: which reports it replaces, its items, what is missing.
#include "compose/statistics.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "compose/candidate.h"
#include "compose/digest_text.h"
#include "guanlan/chart.h"
#include "guanlan/lexicon.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

std::string top_region(const std::string& path) { return path.substr(0, path.find('/')); }

// （一）网站数量 and 1.互联网用户 without their numbers: rendering gives new ones.
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

// 网站数量（因系统升级，本月暂不提供） → what is missing, and why; from the headline and the text.
std::vector<MissingFigure> not_provided(const Item& item) {
  std::vector<MissingFigure> out;
  const std::string all = item.title + "\n" + item.body + "\n";
  for (std::size_t begin = 0, end; (end = all.find('\n', begin)) != std::string::npos; begin = end + 1) {
    const std::string_view line = unnumbered(std::string_view(all).substr(begin, end - begin));
    const auto open = line.find("（因");
    if (open == std::string_view::npos || line.find("暂不提供", open) == std::string_view::npos) continue;
    const std::string_view inside = line.substr(open + std::string_view("（因").size());
    const auto comma = inside.find("，");
    if (comma == std::string_view::npos || line.substr(0, open).find("。") != std::string_view::npos) continue;
    out.push_back({std::string(line.substr(0, open)), std::string(inside.substr(0, comma))});
  }
  return out;
}

// A stored statistics report, with the observations that lie in it.
struct Report {
  Item item;
  std::vector<std::size_t> observations;  // into MonthlyFigures::stored
  [[nodiscard]] const Origin& origin() const { return item.origins.front(); }
};

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

class SectionWriter {
 public:
  SectionWriter(const Store& store, const ObservationStore& observations, const Style& style, Desk& desk)
      : store_(store), observations_(observations), style_(style), desk_(desk) {}

  Result<void> write(const Period& period) {
    if (auto found = find_month(period); !found) return found;
    if (month_.empty()) return {};
    if (auto found = find_reports(); !found) return found;
    choose();
    for (const std::string& region : regions_) {
      if (auto done = region_section(region); !done) return done;
    }
    rest_behind();
    return {};
  }

 private:
  Result<void> find_month(const Period& period) {
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
  Result<void> only_missing(const std::string& month) {
    auto before = monthly_figures(observations_, month_before(month, 1), {});
    if (!before && before.error().code != Code::not_found) return tl::unexpected(before.error());
    if (!before) return {};
    month_ = month;
    for (const StoredObservation& o : before->stored) figures_.missing.push_back({o.series.indicator, {}});
    return {};
  }
  // The statistics reports of the files that the month's figures come from, in the desk or not.
  Result<void> find_reports() {
    std::set<std::int64_t> files;
    for (const StoredObservation& o : figures_.stored) files.insert(o.document);
    const auto documents = store_.documents();
    if (!documents) return tl::unexpected(documents.error());
    for (const StoredDocument& d : *documents) {
      if (!files.contains(d.id)) continue;
      digests_[d.id] = d.digest;
      std::vector<StoredItem> items;
      const ItemFilter filter{.kinds = {"statistics"}, .document = d.id, .as_stored = true};
      auto read = store_.each(filter, [&](StoredItem&& item) {
        items.push_back(std::move(item));
        return true;
      });
      if (!read) return read;
      for (const StoredItem& item : items) {
        const auto known = store_.facts(item.id);
        if (!known) return tl::unexpected(known.error());
        reports_.push_back({candidate_of(item, *known, d.digest, style_.levels).item, {}});
      }
    }
    place_observations();
    return {};
  }
  void place_observations() {
    for (std::size_t i = 0; i < figures_.stored.size(); ++i) {
      const StoredObservation& o = figures_.stored[i];
      const std::uint32_t at = o.observation.place.span.begin;
      for (Report& report : reports_) {
        const Origin& origin = report.origin();
        const bool there = origin.document == digests_[o.document] && origin.entry == o.entry &&
                           at >= origin.title.begin && at < origin.body.end;
        if (there) report.observations.push_back(i);
      }
    }
  }

  // Every figure of the report is an observation, or the report says that there is none.
  bool covered(const Report& report) const {
    const Item& item = report.item;
    if (report.observations.empty()) return false;
    return std::all_of(item.facts.begin(), item.facts.end(), [&](const Value& v) {
      if (v.field != "figures") return true;
      return std::any_of(report.observations.begin(), report.observations.end(), [&](std::size_t i) {
        return overlap(v.at, figures_.stored[i].observation.place.span);
      });
    });
  }
  void choose() {
    for (const Report& report : reports_) {
      const std::vector<MissingFigure> said = not_provided(report.item);
      if (!covered(report) && (said.empty() || !report.observations.empty())) continue;
      for (const MissingFigure& one : said) reasons_.emplace_back(report.item.place, one);
      for (const std::size_t i : report.observations) use(i, report);
      give_way(report);
    }
    for (const auto& [place, missing] : reasons_) note_region(top_region(place));
    if (regions_.empty()) regions_.emplace_back();
  }
  void use(std::size_t i, const Report& report) {
    const std::string region = top_region(figures_.stored[i].series.region);
    note_region(region);
    used_[region].push_back(figures_.stored[i]);
    source_of_.emplace(figures_.stored[i].id, &report);
  }
  void note_region(const std::string& region) {
    if (std::find(regions_.begin(), regions_.end(), region) == regions_.end()) regions_.push_back(region);
  }
  void give_way(const Report& report) {
    for (const std::string& id : seated(desk_.outline)) {
      const auto& origins = desk_.items.at(id).origins;
      const bool same = std::any_of(origins.begin(), origins.end(), [&](const Origin& o) {
        return o.key() == report.origin().key();
      });
      if (same) (void)drop(desk_, id, {"guanlan", system_clock()}, "各项数字已写入统计栏目");
    }
  }

  // One of several equal observations; of those that differ none, which is said.
  std::vector<StoredObservation> agreed(const std::string& region, std::vector<std::string>& notes) {
    std::map<std::pair<SeriesKey, std::string>, std::vector<const StoredObservation*>> same;
    for (const StoredObservation& o : used_[region]) same[{o.series, o.observation.period}].push_back(&o);
    std::vector<StoredObservation> out;
    for (const StoredObservation& o : used_[region]) {
      auto& all = same[{o.series, o.observation.period}];
      if (all.empty()) continue;
      const bool differ = std::any_of(all.begin(), all.end(), [&](const auto* other) {
        return std::abs(other->number - o.number) > 1e-9 * std::abs(o.number);
      });
      if (differ) {
        std::string said;
        for (const auto* one : all) said += (said.empty() ? "" : "；") + one->file + "：" + one->observation.text;
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
    const MonthlySection written = write_monthly(plain, month_, missing(region));
    notes.insert(notes.end(), written.notes.begin(), written.notes.end());
    if (region == regions_.front()) {
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
    for (const auto& [place, one] : reasons_) {
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
    for (const auto& [place, one] : reasons_) told.insert(known(one.indicator));
    std::string out;
    for (const MissingFigure& one : figures_.missing) {
      if (told.insert(known(one.indicator)).second) out += (out.empty() ? "" : "、") + one.indicator;
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
    item.event_date = month_;
    item.place = region;
    return item;
  }

  Result<Item> item_of(const std::string& region, const MonthlyPart& part,
                       const std::vector<StoredObservation>& said) {
    Item item = blank(region, unnumbered(part.heading));
    for (const std::string& one : part.paragraphs) item.body += (item.body.empty() ? "" : "\n") + one;
    for (const MonthlyTable& table : part.tables) add_table(item.body, table);
    auto chart = chart_for(observations_, said, month_);
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
    const auto row = [&](const std::vector<std::string>& cells) {
      body += "\n|";
      for (const std::string& cell : cells) body += " " + cell + " |";
    };
    row(table.columns);
    row(std::vector<std::string>(table.columns.size(), "---"));
    for (const auto& cells : table.rows) row(cells);
  }
  void add_origin(Item& item, const StoredObservation& o) {
    const Report& report = *source_of_.at(o.id);
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
      for (Value v : source_of_.at(o.id)->item.facts) {
        if (v.field != "figures" || !overlap(v.at, o.observation.place.span)) continue;
        v.origin = number;
        found = true;
        if (std::find(item.facts.begin(), item.facts.end(), v) == item.facts.end()) item.facts.push_back(v);
      }
      if (found) continue;
      item.facts.push_back({"figures", fmt::format("{:.15g} {}", o.number, o.series.unit), o.observation.text,
                            o.observation.place.page, o.observation.place.span, number});
    }
  }
  int origin_number(const Item& item, const StoredObservation& o) const {
    const std::string key = source_of_.at(o.id)->origin().key();
    for (std::size_t i = 0; i < item.origins.size(); ++i) {
      if (item.origins[i].key() == key) return static_cast<int>(i) + 1;
    }
    return 1;
  }

  void add_notes(const std::string& region, const std::vector<std::string>& notes, Section& section) {
    Item item = blank(region, "数据说明");
    for (const std::string& note : notes) item.body += (item.body.empty() ? "" : "\n") + note;
    for (const Report& report : reports_) {
      if (!not_provided(report.item).empty()) item.origins.push_back(report.origin());
    }
    if (item.origins.empty() && !reports_.empty()) item.origins.push_back(reports_.front().origin());
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
      const auto it = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.id == one.part.id; });
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

  const Store& store_;
  const ObservationStore& observations_;
  const Style& style_;
  Desk& desk_;
  std::string month_;
  MonthlyFigures figures_;
  std::map<std::int64_t, std::string> digests_;
  std::vector<Report> reports_;
  std::vector<std::string> regions_;  // in reading order
  std::map<std::string, std::vector<StoredObservation>> used_;  // by region
  std::map<std::int64_t, const Report*> source_of_;             // observation → report
  std::vector<std::pair<std::string, MissingFigure>> reasons_;  // place, what is missing
  std::set<std::string> ids_;
};

}  // namespace

Result<void> add_statistics(const Store& store, const ObservationStore& observations,
                            const Style& style, const Period& period, Desk& desk) {
  return SectionWriter(store, observations, style, desk).write(period);
}

}  // namespace guanlan::compose
