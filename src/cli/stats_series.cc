#include <fmt/format.h>

#include <fstream>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"
#include "guanlan/chart.h"
#include "guanlan/series.h"

namespace guanlan::cli {
namespace {

constexpr std::string_view kAllTogether = "全部";

std::string number(double value) { return fmt::format("{:.15g}", value); }

Sheet series_sheet() {
  return {{{"indicator", {"指标", "indicator"}, false, true},
           {"region", {"地区", "region"}, false, true},
           {"operator", {"企业", "operator"}},
           {"measure", {"口径", "measure"}},
           {"of", {"范围", "of"}, false, true},
           {"period", {"时期", "period"}},
           {"value", {"数值", "value"}, true},
           {"unit", {"单位", "unit"}},
           {"number", {"换算", "converted"}, true},
           {"number_unit", {"换算单位", "unit"}},
           {"standing", {"状态", "standing"}},
           {"file", {"来源", "source"}, false, true},
           {"document", {"文件", "document"}, true},
           {"page", {"页", "page"}, true},
           {"begin", {"起", "begin"}, true},
           {"end", {"止", "end"}, true},
           {"text", {"原文", "text"}, false, true}},
          {}};
}

std::vector<std::string> row(const SeriesPoint& point) {
  const StoredObservation& stored = point.stored;
  const Observation& o = stored.observation;
  return {stored.series.indicator,
          o.region,
          o.operator_name,
          std::string(name(o.measure)),
          stored.series.whole,
          o.period,
          fmt::format("{:.{}f}", o.value, o.decimals),
          o.unit,
          number(stored.number),
          stored.series.unit,
          std::string(name(point.standing)),
          stored.file,
          std::to_string(stored.document),
          std::to_string(o.place.page),
          std::to_string(o.place.span.begin),
          std::to_string(o.place.span.end),
          o.text};
}

SeriesQuery query(const Call& call, const std::string& indicator) {
  SeriesQuery out;
  out.indicator = indicator;
  out.region = call.args.value("--region");
  if (call.args.has("--operator")) {
    const std::string named = call.args.value("--operator");
    out.operator_name = named == kAllTogether ? std::string() : named;
  }
  out.measure = measure_option(call);
  out.since = call.args.value("--since");
  out.until = call.args.value("--until");
  out.withdrawn = call.args.has("--withdrawn");
  return out;
}

}  // namespace

int stats_series(const Call& call) {
  const auto words = words_of(call);
  if (words.size() != 1) return lacks_word(call, "INDICATOR");
  const auto store = observations_of(call);
  if (!store) return no_database(call, store.error());
  const auto found = series(*store, query(call, words.front()));
  if (!found) {
    complain(call, found.error());
    return exit_code::kInputs;
  }
  if (call.args.has("--xlsx")) {
    if (const auto written = write_xlsx(*found, call.args.value("--xlsx")); !written) {
      complain(call, written.error());
      return exit_code::kInputs;
    }
  }
  if (call.args.has("--chart")) {
    call.env.out << chart_yaml(chart_of(*found));
    return exit_code::kFine;
  }
  Sheet sheet = series_sheet();
  for (const Series& one : *found) {
    for (const SeriesPoint& point : one.points) sheet.rows.push_back(row(point));
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

int stats_list(const Call& call) {
  const auto words = words_of(call);
  if (words.size() > 1) return lacks_word(call, "WORDS");
  const auto store = observations_of(call);
  if (!store) return no_database(call, store.error());
  const auto entries = store->series(words.empty() ? std::string() : words.front());
  if (!entries) return no_database(call, entries.error());
  Sheet sheet{{{"indicator", {"指标", "indicator"}, false, true},
               {"region", {"地区", "region"}, false, true},
               {"operator", {"企业", "operator"}},
               {"measure", {"口径", "measure"}},
               {"of", {"范围", "of"}, false, true},
               {"unit", {"单位", "unit"}},
               {"observations", {"数值个数", "values"}, true},
               {"first", {"最早", "first"}},
               {"last", {"最近", "last"}},
               {"documents", {"文件数", "files"}, true}},
              {}};
  const std::string region = call.args.value("--region");
  for (const SeriesEntry& e : *entries) {
    if (!region.empty() && e.key.region.find(region) == std::string::npos) continue;
    sheet.rows.push_back({e.key.indicator, e.key.region, e.key.operator_name,
                          std::string(name(e.key.measure)), e.key.whole, e.key.unit,
                          std::to_string(e.observations), e.first, e.last,
                          std::to_string(e.documents)});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

}  // namespace guanlan::cli
