#include "guanlan/monthly.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "monthly/sentence.h"

namespace guanlan {
namespace {

using monthly::Said;

// What must come back when the section is read.
std::string identity(const Observation& o) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{:.15g}\t{}", o.indicator, o.period, o.region,
                     o.operator_name, name(o.measure), o.value, o.unit);
}

std::string month_words(const std::string& month) {
  if (month.empty()) return {};
  if (!is_month(month)) return month + "年";
  return fmt::format("{}年{}月", month.substr(0, 4), std::stoi(month.substr(5, 2)));
}

std::string title_of(const std::vector<Observation>& all, const std::string& month) {
  std::map<std::string, int> regions;
  for (const Observation& o : all) ++regions[o.region.substr(0, o.region.find('/'))];
  const auto most =
      std::max_element(regions.begin(), regions.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const std::string region = most == regions.end() ? std::string() : most->first;
  return month_words(month) + region + "互联网发展数据统计";
}

std::string text_of(const std::string& title, const MonthlyPart& part) {
  std::string out = title + "\n";
  for (const std::string& one : part.paragraphs) out += one + "\n";
  return out;
}

std::multiset<std::string> read_again(const std::string& text) {
  std::multiset<std::string> out;
  auto sources = read_bytes(text, "section.txt");
  if (!sources) return out;
  for (Source& source : *sources) {
    const Document document = process(std::move(source), Lexicon::builtin());
    for (const Observation& o : observe(document, {.all_items = true}).observations)
      out.insert(identity(o));
  }
  return out;
}

// Writes, reads back, and writes out in full what did not come back as it was; in the end what is
// still not understood is left to `unsaid`.
class PartWriter {
 public:
  PartWriter(std::string title, std::string heading, std::vector<const Observation*> all)
      : title_(std::move(title)) {
    part_.heading = std::move(heading);
    for (const Observation* o : all) said_.push_back({o, false});
  }

  MonthlyPart run(std::vector<Observation>& unsaid) {
    constexpr int kRounds = 4;
    for (int round = 0; round < kRounds; ++round) {
      part_.paragraphs = monthly::paragraphs(said_);
      if (all_back()) return std::move(part_);
    }
    drop_misread(unsaid);
    return std::move(part_);
  }

 private:
  // Marks for writing in full what is missing, and what stands before it.
  bool all_back() {
    auto read = read_again(text_of(title_, part_));
    bool all = true;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      const auto it = read.find(identity(*said_[i].observation));
      if (it != read.end()) {
        read.erase(it);
        continue;
      }
      all = false;
      said_[i].full = true;
      if (i + 1 < said_.size()) said_[i + 1].full = true;
    }
    if (all && read.empty()) return true;
    if (all) {
      for (Said& one : said_) one.full = true;
    }
    return false;
  }

  void drop_misread(std::vector<Observation>& unsaid) {
    std::vector<Said> kept;
    for (const Said& one : said_) {
      const std::vector<Said> alone{{one.observation, true}};
      MonthlyPart part;
      part.paragraphs = monthly::paragraphs(alone);
      const auto read = read_again(text_of(title_, part));
      const bool right = read.size() == 1 && *read.begin() == identity(*one.observation);
      right ? kept.push_back({one.observation, true}) : unsaid.push_back(*one.observation);
    }
    part_.paragraphs = monthly::paragraphs(kept);
  }

  std::string title_;
  MonthlyPart part_;
  std::vector<Said> said_;
};

std::string note_of(const MissingFigure& missing) {
  if (missing.reason.empty()) return missing.indicator + "本月数据暂不提供。";
  return "因" + missing.reason + "，" + missing.indicator + "数据暂不提供。";
}

// Amounts by operator or place that stand in sentences also make a table.
void add_tables(MonthlyPart& part, const std::vector<const Observation*>& all) {
  struct Row {
    std::map<std::string, std::string> cells;
  };
  std::map<std::string, std::map<std::string, Row>> tables;  // indicator → operator or place
  std::vector<std::string> order;
  for (const Observation* o : all) {
    if (o->operator_name.empty() || o->measure != Measure::total) continue;
    if (!tables.contains(o->indicator)) order.push_back(o->indicator);
    const std::string head = o->indicator + (o->unit.empty() ? "" : "（" + o->unit + "）");
    tables[o->indicator][o->operator_name].cells[head] = fmt::format("{:.15g}", o->value);
  }
  for (const std::string& indicator : order) {
    const auto& rows = tables[indicator];
    if (rows.size() < 2) continue;
    MonthlyTable table;
    table.columns = {"企业", rows.begin()->second.cells.begin()->first};
    for (const auto& [who, row] : rows) table.rows.push_back({who, row.cells.begin()->second});
    part.tables.push_back(std::move(table));
  }
}

}  // namespace

MonthlySection write_monthly(const std::vector<Observation>& observations, const std::string& month,
                             const std::vector<MissingFigure>& missing) {
  MonthlySection out;
  out.title = title_of(observations, month);
  for (std::size_t first = 0, last = 0; first < observations.size(); first = last) {
    std::vector<const Observation*> all;
    const std::string& heading = observations[first].section;
    for (; last < observations.size() && observations[last].section == heading; ++last)
      all.push_back(&observations[last]);
    MonthlyPart part = PartWriter(out.title, heading, all).run(out.unsaid);
    add_tables(part, all);
    out.parts.push_back(std::move(part));
  }
  for (const MissingFigure& one : missing) out.notes.push_back(note_of(one));
  return out;
}

Result<MonthlyFigures> monthly_figures(const ObservationStore& store, const std::string& month,
                                       const std::string& region) {
  if (!is_month(month)) return fail(Code::invalid, "月份写作 2020-08：" + month);
  MonthlyFigures out;
  std::set<std::string> had, has;
  const auto in_region = [&](const std::string& path) {
    return region.empty() || path == region || path.starts_with(region + "/");
  };
  const auto read = store.each({.since = month, .until = month}, [&](StoredObservation&& o) {
    if (in_region(o.series.region)) out.stored.push_back(std::move(o));
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  if (out.stored.empty()) {
    return fail(Code::not_found, "库中没有这个月的指标：" + month, {},
                "用 guanlan stats list 查看库中的时期");
  }
  std::stable_sort(out.stored.begin(), out.stored.end(),
                   [](const StoredObservation& a, const StoredObservation& b) {
                     return std::tuple(a.document, a.entry, a.observation.place.span.begin, a.id) <
                            std::tuple(b.document, b.entry, b.observation.place.span.begin, b.id);
                   });
  for (const StoredObservation& o : out.stored) has.insert(o.series.indicator);
  const int year = std::stoi(month.substr(0, 4)), number = std::stoi(month.substr(5, 2));
  const std::string before =
      number == 1 ? fmt::format("{}-12", year - 1) : fmt::format("{}-{:02}", year, number - 1);
  const auto old = store.each({.since = before, .until = before}, [&](StoredObservation&& o) {
    if (in_region(o.series.region)) had.insert(o.series.indicator);
    return true;
  });
  if (!old) return tl::unexpected(old.error());
  for (const std::string& indicator : had) {
    if (!has.contains(indicator)) out.missing.push_back({indicator, {}});
  }
  return out;
}

Result<MonthlySection> write_monthly(const ObservationStore& store, const std::string& month,
                                     const std::string& region) {
  const auto figures = monthly_figures(store, month, region);
  if (!figures) return tl::unexpected(figures.error());
  std::vector<Observation> now;
  for (const StoredObservation& o : figures->stored) now.push_back(o.observation);
  return write_monthly(now, month, figures->missing);
}

std::string monthly_text(const MonthlySection& section) {
  std::string out = section.title + "\n";
  for (const MonthlyPart& part : section.parts) {
    if (!part.heading.empty()) out += part.heading + "\n";
    for (const std::string& one : part.paragraphs) out += one + "\n";
  }
  for (const std::string& note : section.notes) out += note + "\n";
  return out;
}

std::string monthly_markdown(const MonthlySection& section) {
  std::string out = "# " + section.title + "\n";
  for (const MonthlyPart& part : section.parts) {
    if (!part.heading.empty()) out += "\n## " + part.heading + "\n";
    for (const std::string& one : part.paragraphs) out += "\n" + one + "\n";
    for (const MonthlyTable& table : part.tables) {
      std::string head = "\n|", rule = "|";
      for (const std::string& column : table.columns) head += " " + column + " |", rule += " --- |";
      out += head + "\n" + rule + "\n";
      for (const auto& row : table.rows) {
        out += "|";
        for (const std::string& cell : row) out += " " + cell + " |";
        out += "\n";
      }
    }
  }
  if (!section.notes.empty()) out += "\n";
  for (const std::string& note : section.notes) out += "> " + note + "\n";
  return out;
}

std::string monthly_json(const MonthlySection& section) {
  using Json = nlohmann::ordered_json;
  Json parts = Json::array();
  for (const MonthlyPart& part : section.parts) {
    Json tables = Json::array();
    for (const MonthlyTable& table : part.tables)
      tables.push_back({{"columns", table.columns}, {"rows", table.rows}});
    parts.push_back(
        {{"heading", part.heading}, {"paragraphs", part.paragraphs}, {"tables", tables}});
  }
  const Json out{{"title", section.title}, {"parts", parts}, {"notes", section.notes}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace guanlan
