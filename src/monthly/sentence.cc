#include "monthly/sentence.h"

#include <fmt/format.h>

#include <cmath>

#include "guanlan/series.h"
#include "stats/words.h"

namespace guanlan::monthly {
namespace {

using stats::Cue;

std::string digits(const Observation& o, double value) {
  // What was keyed by hand knows no decimals: as many as the number needs.
  std::string shortest = fmt::format("{:.15g}", value);
  const std::size_t point = shortest.find('.');
  const int needed = point == std::string::npos ? 0 : static_cast<int>(shortest.size() - point - 1);
  return needed >= o.decimals ? shortest : fmt::format("{:.{}f}", value, o.decimals);
}

std::string magnitude(const Observation& o) { return digits(o, std::abs(o.value)) + o.unit; }

int number(std::string_view text) { return std::atoi(std::string(text).c_str()); }

// X of X占Y的比重, and Y.
struct ShareName {
  std::string part, whole;
};
ShareName share_name(const std::string& indicator) {
  constexpr std::string_view kOf = "占", kEnd = "的比重";
  const std::size_t at = indicator.find(kOf);
  if (at == std::string::npos || at == 0 || !indicator.ends_with(kEnd)) return {};
  const std::size_t begin = at + kOf.size();
  return {indicator.substr(0, at), indicator.substr(begin, indicator.size() - kEnd.size() - begin)};
}

// X of X比全国平均水平, and 全国平均水平.
ShareName average_name(const std::string& indicator) {
  constexpr std::string_view kThan = "比";
  const std::size_t at = indicator.rfind(kThan);
  if (at == std::string::npos || at == 0) return {};
  const std::string base = indicator.substr(at + kThan.size());
  if (!stats::is(Cue::average, base)) return {};
  return {indicator.substr(0, at), base};
}

// X of X全国排名.
std::string ranked_name(const Observation& o) {
  constexpr std::string_view kRank = "排名";
  const std::string& name = o.indicator;
  if (!name.ends_with(kRank)) return name;
  std::string out = name.substr(0, name.size() - kRank.size());
  const std::string& scope = o.rank_of;
  if (!scope.empty() && out.ends_with(scope)) return out.substr(0, out.size() - scope.size());
  for (const Cue cue : {Cue::nation, Cue::home}) {
    if (const stats::Word word = stats::suffix(cue, out); word.size() < out.size())
      out.erase(out.size() - word.size());
  }
  return out;
}

std::string moved(const Observation& o, std::string_view against) {
  const bool rank = o.unit == "位";
  if (o.value == 0) return (against == "环比" ? "与上月" : "与上年同期") + std::string("持平");
  const std::string base =
      against == "环比" && (rank || o.unit != "%") ? "较上月" : std::string(against);
  const std::string_view up = rank || o.unit == "个百分点" ? "上升"
                              : o.unit == "%"              ? "增长"
                                                           : "增加";
  const std::string_view down = rank || o.unit == "%" || o.unit == "个百分点" ? "下降" : "减少";
  return base + std::string(o.value < 0 ? down : up) + magnitude(o);
}

// The name that the clause speaks of; what shares and ranks are said about.
std::string subject(const Observation& o) {
  if (o.measure == Measure::share) {
    if (const ShareName share = share_name(o.indicator); !share.part.empty()) return share.part;
  }
  if (const ShareName average = average_name(o.indicator); !average.part.empty())
    return average.part;
  if (o.measure == Measure::mom && o.unit == "位") return ranked_name(o);
  return o.indicator;
}

std::string operator_words(const Observation& o) {
  return o.operator_name.empty() ? std::string() : o.operator_name + "公司";
}

// 河南移动 says 河南省 already.
bool names_place(const std::string& operator_name, const std::string& region) {
  constexpr std::size_t kStem = 6;  // two characters
  return region.find('/') == std::string::npos && region.size() >= kStem &&
         operator_name.starts_with(region.substr(0, kStem));
}

// What is said of the subject.
std::string predicate(const Observation& o) {
  if (const ShareName average = average_name(o.indicator); !average.part.empty())
    return "比" + average.whole + (o.value < 0 ? "低" : "高") + magnitude(o);
  switch (o.measure) {
    case Measure::share: {
      const ShareName share = share_name(o.indicator);
      return share.part.empty() ? "为" + value_words(o)
                                : "占" + share.whole + "的" + value_words(o);
    }
    case Measure::yoy:
      return moved(o, "同比");
    case Measure::mom:
      return moved(o, "环比");
    case Measure::rank:
      return "居" + o.rank_of + "第" + digits(o, o.value) + "位";
    case Measure::added:
      if (stats::prefix(Cue::issued, o.indicator)) return value_words(o);
      return (o.value < 0 ? "减少" : "新增") + magnitude(o);
    case Measure::total:
      if (stats::prefix(Cue::handled, o.indicator)) return value_words(o);
      return "为" + value_words(o);
    case Measure::penetration:
      return "达到" + value_words(o);
  }
  return {};
}

// Whether the clause is about what the one before was about.
bool goes_on(const Observation& before, const Observation& o) {
  const bool same_time = end_of_period(before.period) == end_of_period(o.period);
  return same_time && before.region == o.region && before.operator_name == o.operator_name;
}

class Paragraphs {
 public:
  void add(const Said& said) {
    const Observation& o = *said.observation;
    const std::string name = subject(o);
    const bool same = before_ != nullptr && goes_on(*before_, o) && !said.full;
    if (same && name == subject_ && o.measure != Measure::total && o.period == period_) {
      out_.back() += "，" + predicate(o);
    } else if (same && o.measure == Measure::total && heads(name)) {
      out_.back() += "，" + name.substr(stem_.size()) + "达到" + value_words(o);
    } else {
      begin(said, name, same);
    }
    before_ = &o;
    subject_ = name;
    period_ = o.period;
    const stats::Word head = stats::suffix(Cue::head, name);
    stem_ = name.substr(0, name.size() - (head.size() < name.size() ? head.size() : 0));
  }

  std::vector<std::string> take() {
    for (std::string& one : out_) one += "。";
    return std::move(out_);
  }

 private:
  // 总数 behind 互联网用户.
  [[nodiscard]] bool heads(const std::string& name) const {
    return before_->measure == Measure::added && name.size() > stem_.size() &&
           name.starts_with(stem_) && stats::is(Cue::head, name.substr(stem_.size()));
  }

  void begin(const Said& said, const std::string& name, bool same) {
    const Observation& o = *said.observation;
    std::string words;
    if (!same || o.period != period_) words = period_words(o) + "，";
    const bool place_said =
        o.region.empty() || (same && o.period == period_) || names_place(o.operator_name, o.region);
    if (!place_said) words += o.region.substr(o.region.rfind('/') + 1);
    words += operator_words(o) + name + predicate(o);
    const bool new_paragraph = out_.empty() || said.full || o.indicator.size() > 90 ||
                               (before_ != nullptr && before_->operator_name != o.operator_name) ||
                               !same;
    if (new_paragraph) {
      out_.push_back(words);
    } else {
      out_.back() += (o.period == period_ ? "；" : "。") + words;
    }
  }

  std::vector<std::string> out_;
  const Observation* before_ = nullptr;
  std::string subject_, stem_, period_;
};

}  // namespace

std::string period_words(const Observation& o) {
  const std::string& p = o.period;
  if (p.empty()) return {};
  const std::string_view end = end_of_period(p);
  const int year = number(end.substr(0, 4));
  if (p.size() == 4) return fmt::format("{}年", year);
  const int month = end.size() >= 7 ? number(end.substr(5, 2)) : 0;
  if (p.find('/') == std::string::npos) return fmt::format("{}年{}月", year, month);
  const int from_year = number(p.substr(0, 4)), from = number(p.substr(5, 2));
  return from_year == year ? fmt::format("{}年{}-{}月", year, from, month)
                           : fmt::format("{}年{}月至{}年{}月", from_year, from, year, month);
}

std::string value_words(const Observation& o) { return digits(o, o.value) + o.unit; }

std::vector<std::string> paragraphs(const std::vector<Said>& all) {
  Paragraphs out;
  for (const Said& said : all) out.add(said);
  return out.take();
}

}  // namespace guanlan::monthly
