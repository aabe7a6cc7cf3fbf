// monthly: the statistics section of an issue writes itself from the observations of a month.
//
// What is written is read again before it is handed over: a sentence that does not give its
// observations back is written out in full, so that nothing is said that was not observed.
#pragma once

#include <string>
#include <vector>

#include "guanlan/series.h"
#include "guanlan/stats.h"

namespace guanlan {

struct MonthlyTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// A heading with its paragraphs and then its tables; the neutral form that templates render.
struct MonthlyPart {
  std::string heading;  // 1.互联网用户
  std::vector<std::string> paragraphs;
  std::vector<MonthlyTable> tables;
};

struct MonthlySection {
  std::string title;  // 河南省互联网发展数据统计（2020年8月）
  std::vector<MonthlyPart> parts;
  std::vector<std::string> notes;   // what is missing: …本月数据暂不提供
  std::vector<Observation> unsaid;  // that could not be put into words; empty but for odd input
};

// What is not there this month, and why where that is known.
struct MissingFigure {
  std::string indicator;
  std::string reason;  // empty: not known
};

// What the store has of a month: observations in reading order, and the indicators of the month
// before that have no value now. not_found: nothing of that month.
struct MonthlyFigures {
  std::vector<StoredObservation> stored;
  std::vector<MissingFigure> missing;
};
// `region`: 河南省, with what lies in it; empty: everywhere.
[[nodiscard]] Result<MonthlyFigures> monthly_figures(const ObservationStore& store,
                                                     const std::string& month,
                                                     const std::string& region);

// In the order of the observations, a part a section. `month`: 2020-08.
[[nodiscard]] MonthlySection write_monthly(const std::vector<Observation>& observations,
                                           const std::string& month,
                                           const std::vector<MissingFigure>& missing = {});
// The same from the store.
[[nodiscard]] Result<MonthlySection> write_monthly(const ObservationStore& store,
                                                   const std::string& month,
                                                   const std::string& region);

[[nodiscard]] std::string monthly_markdown(const MonthlySection& section);
[[nodiscard]] std::string monthly_text(const MonthlySection& section);  // read() takes it back
[[nodiscard]] std::string monthly_json(const MonthlySection& section);

}  // namespace guanlan
