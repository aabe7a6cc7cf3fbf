#include "guanlan/enforcement.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "enforcement/case.h"

namespace guanlan {
namespace {

using enforcing::Case;
using enforcing::Sanction;

constexpr std::string_view kGroups[] = {"law",    "article",  "authority", "level",
                                        "region", "sanction", "violation", "month"};

// Amounts far above the others: beyond three times the width of the middle half, on a logarithmic
// scale. Of less than five amounts none is an outlier.
double outlier_bound(std::vector<double> amounts) {
  constexpr std::size_t kLeast = 5;
  constexpr double kWidths = 3;
  if (amounts.size() < kLeast) return HUGE_VAL;
  for (double& a : amounts) a = std::log10(a);
  std::sort(amounts.begin(), amounts.end());
  const double low = amounts[amounts.size() / 4], high = amounts[amounts.size() * 3 / 4];
  return std::pow(10.0, high + kWidths * std::max(high - low, 0.1));
}

// Which item gives the figure of each cumulative stream: the latest, of one day the largest.
class Streams {
 public:
  void offer(const Case& one, const Sanction& s) {
    if (s.stream.empty()) return;
    const Last now{one.date, std::max(s.count, s.amount), one.id};
    Last& last = last_[s.stream];
    if (last.item == 0 || std::tie(last.date, last.size) < std::tie(now.date, now.size)) last = now;
  }
  [[nodiscard]] bool stands(const Case& one, const Sanction& s) const {
    return s.stream.empty() || last_.at(s.stream).item == one.id;
  }

 private:
  struct Last {
    std::string date;
    double size = 0;
    std::int64_t item = 0;
  };
  std::map<std::string, Last> last_;
};

void note(std::vector<std::int64_t>& items, std::int64_t id) {
  if (items.empty() || items.back() != id) items.push_back(id);
}

void count(EnforcementRow& row, const Case& one, const Sanction& s, const Streams& streams,
           double bound) {
  if (!streams.stands(one, s)) return note(row.replaced, one.id);
  if (s.count > 0) {
    row.parties.value += s.count;
    note(row.parties.items, one.id);
  }
  if (s.amount <= 0) return;
  row.fines.value += s.amount;
  note(row.fines.items, one.id);
  if (s.amount > bound) return note(row.outliers, one.id);
  row.fines_typical.value += s.amount;
  note(row.fines_typical.items, one.id);
}

Result<std::vector<Case>> cases(const Store& store, const EnforcementQuery& query,
                                std::vector<std::int64_t>& repeated) {
  ItemFilter filter = query.filter;
  if (filter.kinds.empty())
    filter.kinds = {"enforcement", "app-notice", "criminal-case", "campaign"};
  filter.as_stored = true;
  std::vector<StoredItem> items;
  const auto read = store.each(filter, [&](StoredItem&& item) {
    items.push_back(std::move(item));
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  std::vector<Case> out;
  std::set<std::pair<std::string, std::string>> seen;  // title, month
  std::pair<std::int64_t, int> held{0, 0};
  std::string raw;
  for (const StoredItem& item : items) {
    if (!seen.emplace(item.title, item.event_date.substr(0, 7)).second) {
      repeated.push_back(item.id);
      continue;
    }
    if (held != std::pair(item.document, item.entry)) {
      auto text = store.raw(item.document, item.entry);
      if (!text) return tl::unexpected(std::move(text.error()));
      raw = std::move(*text);
      held = {item.document, item.entry};
    }
    out.push_back(enforcing::read_case(item, raw));
  }
  std::sort(out.begin(), out.end(), [](const Case& a, const Case& b) { return a.id < b.id; });
  std::sort(repeated.begin(), repeated.end());
  return out;
}

}  // namespace

std::string_view name(EnforcementGroup group) { return kGroups[static_cast<std::size_t>(group)]; }

std::optional<EnforcementGroup> enforcement_group(std::string_view wanted) {
  for (std::size_t i = 0; i < std::size(kGroups); ++i) {
    if (kGroups[i] == wanted) return static_cast<EnforcementGroup>(i);
  }
  return {};
}

Result<Enforcement> enforcement(const Store& store, const EnforcementQuery& query) {
  Enforcement out;
  const auto all = cases(store, query, out.repeated);
  if (!all) return tl::unexpected(all.error());
  Streams streams;
  std::vector<double> amounts;
  for (const Case& one : *all) {
    for (const Sanction& s : one.sanctions) {
      streams.offer(one, s);
      if (s.amount > 0) amounts.push_back(s.amount);
    }
  }
  const double bound = outlier_bound(std::move(amounts));
  std::map<std::string, EnforcementRow> rows;
  for (const Case& one : *all) {
    note(out.total.items, one.id);
    for (const Sanction& s : one.sanctions) count(out.total, one, s, streams, bound);
    for (const std::string& key : one.keys(query.by)) {
      EnforcementRow& row = rows[key];
      row.key = key;
      note(row.items, one.id);
      for (const Sanction& s : one.sanctions) {
        const bool other = query.by == EnforcementGroup::sanction && s.type != key;
        if (!other) count(row, one, s, streams, bound);
      }
    }
  }
  for (auto& [key, row] : rows) out.rows.push_back(std::move(row));
  if (query.by != EnforcementGroup::month) {
    std::stable_sort(out.rows.begin(), out.rows.end(),
                     [](const EnforcementRow& a, const EnforcementRow& b) {
                       return std::pair(a.key.empty(), b.items.size()) <
                              std::pair(b.key.empty(), a.items.size());
                     });
  }
  return out;
}

}  // namespace guanlan
