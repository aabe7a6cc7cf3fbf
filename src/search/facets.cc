#include "search/facets.h"

#include <chrono>
#include <map>

namespace guanlan {
namespace {

constexpr std::pair<NameField, std::string_view> kCounted[] = {
    {NameField::kind, "kind"},       {NameField::province, "region"},
    {NameField::authority, "authority"}, {NameField::outlet, "outlet"},
    {NameField::sanction, "sanction"}};

void keep_most_frequent(Facet& facet, std::size_t most) {
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (facet.values.size() > most) facet.values.resize(most);
}

Facet names_counted(const Columns& columns, const std::vector<std::uint32_t>& counts,
                    NameField field, std::string_view shown, std::size_t most) {
  Facet out{std::string(shown), {}};
  for (std::uint32_t id = 0; id < counts.size(); ++id) {
    if (counts[id] == 0 || columns.name(id).field != field) continue;
    out.values.push_back({columns.name(id).value, counts[id]});
  }
  keep_most_frequent(out, most);
  return out;
}

Facet months_counted(const std::map<std::int32_t, std::int64_t>& days, std::size_t most) {
  std::map<std::string, std::int64_t, std::greater<>> months;
  for (const auto& [day, count] : days) months[day_text(day).substr(0, 7)] += count;
  Facet out{"month", {}};
  for (const auto& [month, count] : months) {
    if (out.values.size() < most) out.values.push_back({month, count});
  }
  return out;
}

}  // namespace

std::vector<Facet> count_facets(const std::vector<Candidate>& candidates, const Columns& columns,
                                std::size_t most) {
  std::vector<std::uint32_t> counts(columns.end_of_names());
  std::map<std::int32_t, std::int64_t> days;
  for (const Candidate& candidate : candidates) {
    const ItemColumns* row = columns.item(candidate.item);
    if (row == nullptr) continue;
    for (const std::uint32_t name : columns.names(candidate.item)) ++counts[name];
    if (!row->days.empty() && row->days.end - row->days.begin <= 31) ++days[row->days.begin];
  }
  std::vector<Facet> out;
  for (const auto& [field, shown] : kCounted) {
    out.push_back(names_counted(columns, counts, field, shown, most));
  }
  out.insert(out.end() - 1, months_counted(days, most));
  return out;
}

}  // namespace guanlan
