// One stored item as the counting sees it.
#pragma once

#include <string>
#include <vector>

#include "guanlan/enforcement.h"

namespace guanlan::enforcing {

struct Sanction {
  std::string type;
  double count = 0;    // 0: none given
  double amount = 0;   // 元, of fines and confiscations; 0: none
  std::string stream;  // what a cumulative figure goes on with; empty: a figure of its own
};

struct Case {
  std::int64_t id = 0;
  std::string title, date;
  std::vector<std::string> laws, articles, authorities, violations;
  std::string level, region;
  std::vector<Sanction> sanctions;

  // The keys of a grouping that the case falls under; one empty key where it says nothing.
  [[nodiscard]] std::vector<std::string> keys(EnforcementGroup by) const;
};

// `raw`: the text that the record's spans point into.
[[nodiscard]] Case read_case(const StoredItem& item, std::string_view raw);

}  // namespace guanlan::enforcing
