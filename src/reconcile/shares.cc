// Shares (占比): part ÷ whole, where both are known.
#include "reconcile/rules.h"

namespace guanlan::reconciling {
namespace {

struct Whole {
  std::string indicator, region;
};

std::string_view take(std::string_view& name, std::string_view word) {
  if (!name.starts_with(word)) return {};
  name.remove_prefix(word.size());
  return word;
}

// 全省IPv4地址总量, 全国感染总量, 电信业务收入: what the share is a share of, and where.
Whole whole_of(const Entry& share) {
  const SeriesKey& key = share.key;
  std::string_view name = key.whole;
  Whole out{{}, key.region};
  if (const Indicator* known = find_indicator(name)) {
    out.indicator = known->name;
  }
  const bool nation = !take(name, "全国").empty() || !take(name, "我国").empty();
  const bool home = !nation && (!take(name, "全省").empty() || !take(name, "全市").empty() ||
                                !take(name, "全区").empty());
  if (nation) out.region = "中国";
  if (home) out.region = key.region.substr(0, key.region.find('/'));
  if (out.indicator.empty() && (nation || home)) out.indicator = key.indicator;  // 占全省的38.5%
  if (key.whole.empty()) {  // a column 占比: of the parent
    if (const Indicator* known = find_indicator(key.indicator)) out.indicator = known->parent;
  }
  return out;
}

}  // namespace

void share(const Ledger& ledger, const Entry& share, Lines& out) {
  constexpr std::string_view kRule = "share.whole";
  const SeriesKey& key = share.key;
  const Whole whole_name = whole_of(share);
  if (whole_name.indicator.empty()) return;
  const bool itself = whole_name.indicator == key.indicator && whole_name.region == key.region &&
                      key.operator_name.empty();
  if (itself) return;
  const Entry* part =
      ledger.find(key.indicator, key.region, key.operator_name, Measure::total, share.period);
  if (part == nullptr) {
    out.push_back(
        missing(kRule, share,
                {"没有分项的数值：" + key.indicator, "no amount of the part: " + key.indicator}));
    return;
  }
  const Entry* whole =
      ledger.find(whole_name.indicator, whole_name.region, "", Measure::total, share.period);
  if (whole == nullptr) {
    const std::string name =
        whole_name.region + " " + whole_name.indicator + " " + share.observation.period;
    out.push_back(missing(kRule, share, {"没有总量：" + name, "no amount of the whole: " + name}));
    return;
  }
  if (part->interval.low <= 0 || whole->interval.low <= 0 || part->key.unit != whole->key.unit)
    return;
  const Interval right = checking::percent(checking::ratio(part->interval, whole->interval));
  out.push_back(
      judged(kRule, share, right, part->printed() + " ÷ " + whole->printed(), {part, whole}));
}

}  // namespace guanlan::reconciling
