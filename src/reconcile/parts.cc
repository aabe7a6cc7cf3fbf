// Parts and totals (分项与合计): by the catalogue's children, by operator, by place.
//
// Which parts make a whole nobody says; parts that come within a few percent of the total are taken
// for all of them, as proofreading does. Others say nothing.
#include <cmath>

#include "guanlan/indicators.h"
#include "reconcile/rules.h"

namespace guanlan::reconciling {
namespace {

void judge(std::string_view rule, const Entry& total, const std::vector<const Entry*>& parts,
           Lines& out) {
  if (parts.size() < 2) return;
  Interval sum;
  std::string terms;
  for (const Entry* part : parts) {
    sum.low += part->interval.low;
    sum.high += part->interval.high;
    terms += (terms.empty() ? "" : " + ") + part->printed();
  }
  const double whole = total.interval.middle();
  const double off = std::abs(sum.middle() - whole);
  if (whole == 0 || (!sum.meets(total.interval) && off > checking::kNearTotal * std::abs(whole)))
    return;
  out.push_back(judged(rule, total, sum, terms, parts));
}

bool is_part_of(const std::string& path, const std::string& whole) {
  return path.size() > whole.size() && path.starts_with(whole) && path[whole.size()] == '/' &&
         path.find('/', whole.size() + 1) == std::string::npos;
}

// One entry for each name, the subject's own before others.
class Chosen {
 public:
  void offer(const std::string& name, const Entry* entry) {
    const Entry*& kept = by_name_[name];
    if (kept == nullptr || (entry->subject && !kept->subject)) kept = entry;
  }
  [[nodiscard]] std::vector<const Entry*> entries() const {
    std::vector<const Entry*> out;
    for (const auto& [name, entry] : by_name_) out.push_back(entry);
    return out;
  }

 private:
  std::map<std::string, const Entry*> by_name_;
};

}  // namespace

void parts(const Ledger& ledger, const Entry& total, Lines& out) {
  const SeriesKey& key = total.key;
  if (!key.operator_name.empty()) return;
  Chosen operators, places, children;
  for (const Entry* e : ledger.all(key.indicator, key.measure, total.period)) {
    if (e->key.unit != key.unit) continue;
    if (e->key.region == key.region && !e->key.operator_name.empty())
      operators.offer(e->key.operator_name, e);
    if (e->key.operator_name.empty() && is_part_of(e->key.region, key.region))
      places.offer(e->key.region, e);
  }
  for (const std::string_view child : children_of(key.indicator)) {
    const Entry* e = ledger.find(std::string(child), key.region, "", key.measure, total.period);
    if (e != nullptr && e->key.unit == key.unit) children.offer(std::string(child), e);
  }
  judge("parts.operator", total, operators.entries(), out);
  judge("parts.region", total, places.entries(), out);
  judge("parts.indicator", total, children.entries(), out);
}

}  // namespace guanlan::reconciling
