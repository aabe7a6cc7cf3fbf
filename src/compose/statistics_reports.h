// Which stored reports a statistics section rests on, and what of them it says.
#pragma once

#include <set>

#include "compose/statistics.h"

namespace guanlan::compose {

// A stored statistics report, with the observations that lie in it.
struct StatisticsReport {
  Item item;
  std::vector<std::size_t> observations;  // into MonthlyFigures::stored
  [[nodiscard]] const Origin& origin() const { return item.origins.front(); }
};

[[nodiscard]] inline std::string top_region(const std::string& path) {
  return path.substr(0, path.find('/'));
}
// （一）网站数量 and 1.互联网用户 without their numbers: rendering gives new ones.
[[nodiscard]] std::string_view unnumbered(std::string_view heading);
// 网站数量（因系统升级，本月暂不提供） → what is missing, and why; from the headline and the text.
[[nodiscard]] std::vector<MissingFigure> not_provided(const Item& item);

// The last month of a period that the store has figures of: its reports, and those of them whose
// every figure is an observation, which the section says instead of them.
class MonthReports {
 public:
  MonthReports(const Store& store, const ObservationStore& observations, const Style& style)
      : store_(store), observations_(observations), style_(style) {}

  [[nodiscard]] Result<void> find(const Period& period);

  [[nodiscard]] const std::string& month() const { return month_; }  // empty: nothing to say
  [[nodiscard]] const MonthlyFigures& figures() const { return figures_; }
  [[nodiscard]] const std::vector<StatisticsReport>& all() const { return reports_; }
  [[nodiscard]] const std::vector<const StatisticsReport*>& said() const { return said_; }
  [[nodiscard]] const std::vector<std::string>& regions() const {
    return regions_;
  }  // in reading order
  [[nodiscard]] const std::vector<StoredObservation>& used(const std::string& region) {
    return used_[region];
  }
  [[nodiscard]] const StatisticsReport& source_of(const StoredObservation& o) const {
    return *source_of_.at(o.id);
  }
  // Place and what is missing there, as the reports say.
  [[nodiscard]] const std::vector<std::pair<std::string, MissingFigure>>& reasons() const {
    return reasons_;
  }

 private:
  Result<void> find_month(const Period& period);
  Result<void> only_missing(const std::string& month);
  Result<void> find_reports();
  Result<void> add_reports(const StoredDocument& document);
  void place_observations();
  [[nodiscard]] bool covered(const StatisticsReport& report) const;
  void choose();
  void use(std::size_t i, const StatisticsReport& report);
  void note_region(const std::string& region);

  const Store& store_;
  const ObservationStore& observations_;
  const Style& style_;
  std::string month_;
  MonthlyFigures figures_;
  std::set<std::int64_t> files_;  // that the figures, or those of the month before, come from
  std::map<std::int64_t, std::string> digests_;
  std::vector<StatisticsReport> reports_;
  std::vector<const StatisticsReport*> said_;
  std::vector<std::string> regions_;
  std::map<std::string, std::vector<StoredObservation>> used_;  // by region
  std::map<std::int64_t, const StatisticsReport*> source_of_;   // observation → report
  std::vector<std::pair<std::string, MissingFigure>> reasons_;
};

}  // namespace guanlan::compose
