// The names found before, for the readers that come after: what overlaps one of them is none of
// theirs.
#pragma once

#include <algorithm>
#include <vector>

#include "extract/orgs/names.h"

namespace guanlan::orgs {

// Names are added in ascending order.
class Taken {
 public:
  explicit Taken(std::vector<Name>& names) : names_(names) {
    for (const Name& n : names) before_.push_back(n.span);
    std::sort(before_.begin(), before_.end());
  }
  [[nodiscard]] bool overlaps(Span span) const {
    auto it = std::lower_bound(before_.begin(), before_.end(), Span{span.end, 0});
    for (int look = 0; it != before_.begin() && look < 4; ++look) {
      if ((--it)->overlaps(span)) return true;
    }
    return reach_ > span.begin;
  }
  // The beginning of the name found before that ends there; the offset: none does.
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t end) const {
    auto it = std::lower_bound(before_.begin(), before_.end(), Span{end, 0});
    for (int look = 0; it != before_.begin() && look < 4; ++look) {
      if ((--it)->end == end) return it->begin;
    }
    return end;
  }
  void add(Span span) {
    if (span.size() == 0 || overlaps(span)) return;
    names_.push_back({span, {}, Source::list, 0, "company", false, {}});
    reach_ = span.end;
  }

 private:
  std::vector<Name>& names_;
  std::vector<Span> before_;
  std::uint32_t reach_ = 0;
};

}  // namespace guanlan::orgs
