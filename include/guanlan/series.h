// series: stored observations over time, sources side by side.
//
// Works on open observations and keeps nothing. Errors are those of the store; not_found where no
// series has that indicator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guanlan/observations.h"

namespace guanlan {

// How an observation stands to the others of its series and period.
enum class Standing : std::uint8_t {
  only,      // no other source says anything of that period
  agrees,    // others say the same, rounding aside
  current,   // the latest of several that differ
  restated,  // an earlier one that a later one differs from
};
[[nodiscard]] std::string_view name(Standing standing);

struct SeriesPoint {
  StoredObservation stored;
  Standing standing = Standing::only;
};

struct Series {
  SeriesKey key;
  std::vector<SeriesPoint> points;  // by end of period, then its beginning, then as added
};

// Any wording of an indicator; of several that the store knows none is chosen: Error::hint lists
// them. An empty region or measure means every one.
struct SeriesQuery {
  std::string indicator;
  std::string region = {};                        // 河南省, or the end of a path: 郑州市
  std::optional<std::string> operator_name = {};  // "": all together; none: every one
  std::optional<Measure> measure = {};
  std::string since = {}, until = {};
  bool withdrawn = false;  // also what no longer stands
};
[[nodiscard]] Result<std::vector<Series>> series(const ObservationStore& store,
                                                 const SeriesQuery& query);

// 2020-08 of 2020-08 and of 2020-01/2020-08.
[[nodiscard]] std::string_view end_of_period(std::string_view period);

[[nodiscard]] bool is_month(std::string_view text);  // 2020-08

// What a printed value can stand for, in the unit of its series: 65.1 is anything from 65.05 to
// 65.15.
struct Range {
  double low = 0, high = 0;
};
[[nodiscard]] Range range_of(const Observation& observation);

struct Chart;
// A line a series, in the unit of the series that reads best; empty where there are no points.
[[nodiscard]] Chart chart_of(const std::vector<Series>& series);
// A sheet of all points with their sources and a native line chart. io: the file cannot be written.
[[nodiscard]] Result<void> write_xlsx(const std::vector<Series>& series, const std::string& path);

}  // namespace guanlan
