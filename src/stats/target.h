// Whose figure the next value is: the indicator, place and operator that the text speaks of now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stats/lead.h"
#include "stats/phrase.h"
#include "stats/view.h"

namespace guanlan::stats {

struct Target {
  std::string name;  // 互联网用户总数
  std::string stem;  // 互联网用户: what 总数 and 使用率 are joined to
  std::string unit;  // of its last amount
  std::string operator_name;
  PlaceId region = kNoPlace;
  std::string part;                  // of the country, in place of a region
  Measure measure = Measure::total;  // added: its amounts are new ones (发放…许可证)
};

class Targets {
 public:
  // `period` is read and set.
  Targets(const View& view, Period& period);

  // A clause without a value: its time, its place, and an indicator if it announces one.
  void mention(Span clause, bool announces);
  // The targets of `count` values behind `subject`, in their order; an empty subject goes on with
  // those before. None where they do not fit.
  [[nodiscard]] std::vector<Target> of(Span subject, std::size_t count, Role role);
  // 有26826个IP地址: sets the target to what is counted; false: nothing is.
  bool counted(Span before, Span noun);
  void measured(std::string_view unit);
  [[nodiscard]] const Period& period() const { return period_; }

 private:
  void apply(const Phrase& phrase);  // time, place, operator
  void set(std::vector<Target> targets) { current_ = std::move(targets); }
  [[nodiscard]] std::string_view head_of(Span name) const;
  [[nodiscard]] bool lists_parts(const Phrase& phrase, std::size_t count) const;
  [[nodiscard]] bool named(const Phrase& phrase, std::size_t count, std::vector<Target>& out);

  const View& view_;
  Period& period_;
  PlaceId home_;
  std::vector<Target> current_;
  std::vector<std::string> parts_;  // the list of the last clause that names some
  std::optional<Period> resume_;    // what holds again behind a passing period
};

}  // namespace guanlan::stats
