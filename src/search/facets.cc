#include "search/facets.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace guanlan {
namespace {

constexpr std::pair<NameField, std::string_view> kCounted[] = {{NameField::kind, "kind"},
                                                               {NameField::province, "region"},
                                                               {NameField::authority, "authority"},
                                                               {NameField::outlet, "outlet"},
                                                               {NameField::sanction, "sanction"}};

// How often each name occurs, and which ones do: few of all that there are.
struct Counts {
  explicit Counts(std::size_t names) : of(names) {}
  void add(std::uint32_t name) {
    if (of[name]++ == 0) seen.push_back(name);
  }
  std::vector<std::uint32_t> of, seen;
};

// The most frequent names of a field.
Facet names_counted(const Columns& columns, const Counts& counts, NameField field,
                    std::string_view shown, std::size_t most) {
  std::vector<std::uint32_t> ids;
  std::copy_if(counts.seen.begin(), counts.seen.end(), std::back_inserter(ids),
               [&](std::uint32_t id) { return columns.name(id).field == field; });
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size()));
  std::partial_sort(ids.begin(), end, ids.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counts.of[a] != counts.of[b] ? counts.of[a] > counts.of[b]
                                        : columns.name(a).value < columns.name(b).value;
  });
  Facet out{std::string(shown), {}};
  for (auto id = ids.begin(); id != end; ++id)
    out.values.push_back({columns.name(*id).value, counts.of[*id]});
  return out;
}

// Counts of days, from the first to the last that occur.
class Days {
 public:
  void add(std::int32_t day) {
    if (counts_.empty()) first_ = day;
    if (day < first_) {
      counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - day), 0);
      first_ = day;
    }
    const auto at = static_cast<std::size_t>(day - first_);
    if (at >= counts_.size()) counts_.resize(at + 1);
    ++counts_[at];
  }
  [[nodiscard]] Facet months(std::size_t most) const {
    std::map<std::string, std::int64_t, std::greater<>> months;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
      if (counts_[at] == 0) continue;
      months[day_text(first_ + static_cast<std::int32_t>(at)).substr(0, 7)] += counts_[at];
    }
    Facet out{"month", {}};
    for (const auto& [month, count] : months) {
      if (out.values.size() < most) out.values.push_back({month, count});
    }
    return out;
  }

 private:
  std::int32_t first_ = 0;
  std::vector<std::uint32_t> counts_;
};

}  // namespace

std::vector<Facet> count_facets(const std::vector<Candidate>& candidates, const Columns& columns,
                                std::size_t most) {
  Counts counts(columns.end_of_names());
  Days days;
  for (const Candidate& candidate : candidates) {
    const ItemColumns* row = columns.item(candidate.item);
    if (row == nullptr) continue;
    for (const std::uint32_t name : columns.names_of(candidate.item, *row)) counts.add(name);
    if (!row->days.empty() && row->days.end - row->days.begin <= 31) days.add(row->days.begin);
  }
  std::vector<Facet> out;
  for (const auto& [field, shown] : kCounted) {
    out.push_back(names_counted(columns, counts, field, shown, most));
  }
  out.insert(out.end() - 1, days.months(most));
  return out;
}

}  // namespace guanlan
