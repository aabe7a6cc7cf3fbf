// stats: figures become observations – which indicator, where, when, whose, how much.
//
// Observations come from running text (8月份,全省互联网用户新增75.5万户) and from tables. Their
// wording is the document's own; what lines them up with other documents is `canonical`, a name of
// the catalogue (lexicon/stats/indicators.tsv), which knows synonyms, units and parents.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/record.h"

namespace guanlan {

enum class Measure : std::uint8_t {
  total,        // the amount itself: at a moment for a stock, over the period for a flow
  added,        // 新增, 净增; a loss is negative. Printed as "new"
  share,        // of a whole, %
  yoy,          // 同比: change against the same period of the year before, % or in the unit
  mom,          // 环比: change against the period before; of a rank: places gained
  rank,         // 居全国第4位
  penetration,  // 普及率, 渗透率
};
[[nodiscard]] std::string_view name(Measure measure);        // "new" for added
[[nodiscard]] Measure measure_named(std::string_view name);  // total for what is no name

struct Observation {
  std::string section;        // heading of the item, with its number, as printed
  std::string indicator;      // in the document's words: 互联网用户总数
  std::string canonical;      // the catalogue's name: 互联网用户; empty: not in the catalogue
  std::string period;         // 2020-08, 2020-01/2020-08, 2020; empty: not known
  std::string region;         // 河南省/郑州市, 中国; empty: not known
  std::string operator_name;  // 河南联通; empty: all together
  double value = 0;           // as printed: 75.5
  int decimals = 0;           // digits printed behind the point: 75.50 has 2
  std::string unit;           // as printed, with its multiplier: 万户
  Measure measure = Measure::total;
  std::string rank_of;  // 全国; empty: no rank or none named
  std::string base;     // what it is measured against: the whole of a share, the period of a change
  RawSpan place;
  std::string text;  // the clause as printed
};

// A cell or passage that looks like a value and was not taken, by name and with the reason.
struct Refusal {
  std::string cell;  // 表3.1 R4C2 (row and column of the table, from 1)
  std::string text;  // as printed
  std::string why;   // no_value, not_a_number, no_indicator, ambiguous
  RawSpan place;
};

struct Statistics {
  std::vector<Observation> observations;  // in reading order
  std::vector<Refusal> refused;
};

struct StatisticsOptions {
  bool all_items = false;  // also from items that are no statistics: news that quote figures
};

// Never fails. Reads the items of kind `statistics`; all items where there is none of that kind.
[[nodiscard]] Statistics observe(const Document& document, const StatisticsOptions& options = {});

// One line of JSON, without the line end: the fields of docs/statistics.md.
[[nodiscard]] std::string observation_line(const Observation& observation);

// 指标目录: an entry of the catalogue of indicators.
enum class IndicatorKind : std::uint8_t { stock, flow, rate };
struct Indicator {
  std::string_view name;
  std::string_view unit;    // values are converted to it
  std::string_view parent;  // empty: none
  IndicatorKind kind{};
};
// The entry that a name means, whatever its width, brackets and 总数 at the end; null: none.
[[nodiscard]] const Indicator* find_indicator(std::string_view name);

// A value in the unit of its kind: 95112 万G → 951120000 GB, 2.9 万个 → 29000 个. Nothing for units
// that are neither known nor multiplied.
struct Converted {
  double value = 0;
  std::string unit;
};
[[nodiscard]] std::optional<Converted> convert(double value, std::string_view unit);

// What an observation is one of: those with equal keys make a series over time and sources.
struct SeriesKey {
  std::string indicator;  // of the catalogue; in the document's words where it has none
  std::string region, operator_name;
  Measure measure = Measure::total;
  std::string whole;  // of a share; among whom a rank counts; the average that is compared with
  std::string unit;   // that the values are converted to: 户, %, 个百分点

  friend auto operator<=>(const SeriesKey&, const SeriesKey&) = default;
};
[[nodiscard]] SeriesKey series_key(const Observation& observation);
// The value in the unit of its series.
[[nodiscard]] double in_series_unit(const Observation& observation);

}  // namespace guanlan
