// enforcement: what stored items say of administrative action and police cases, counted.
//
// Every number names the items behind it. A figure that is cumulative (截至…, 累计, 以来) replaces
// the earlier ones of the same campaign instead of adding to them; an item that two publications
// carry counts once. Works on an open Store and keeps nothing; errors are those of the store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/store.h"

namespace guanlan {

enum class EnforcementGroup : std::uint8_t {
  law,        // 网络安全法
  article,    // 网络安全法第四十四条
  authority,  // by official name
  level,      // national, province, city, county
  region,     // the province
  sanction,   // the record's type: fine, warning …
  violation,  // kinds of lexicon/stats/violations.tsv
  month,      // of the event
};
[[nodiscard]] std::string_view name(EnforcementGroup group);
[[nodiscard]] std::optional<EnforcementGroup> enforcement_group(std::string_view name);

// A sum and what it is made of.
struct CountedSum {
  double value = 0;
  std::vector<std::int64_t> items;  // that it is the sum of, ascending
};

struct EnforcementRow {
  std::string key;  // empty: the items say nothing of it
  std::vector<std::int64_t> items;
  CountedSum parties;        // parties, accounts, apps, pieces of information acted on
  CountedSum fines;          // 元, fines and confiscations
  CountedSum fines_typical;  // the same without outliers
  std::vector<std::int64_t> outliers;
  std::vector<std::int64_t> replaced;  // items whose cumulative figures a later one replaced
};

struct Enforcement {
  std::vector<EnforcementRow> rows;    // most items first; months in order
  EnforcementRow total;                // each item once, though it may stand in several rows
  std::vector<std::int64_t> repeated;  // items left out as the same report in another publication
};

struct EnforcementQuery {
  EnforcementGroup by = EnforcementGroup::law;
  ItemFilter filter;  // kinds empty: those that enforcement is reported in
};
[[nodiscard]] Result<Enforcement> enforcement(const Store& store, const EnforcementQuery& query);

}  // namespace guanlan
