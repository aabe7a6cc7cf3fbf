// Sources (来源): where nearly every item names its outlet, one that does not.
//
//   source.missing
#include "check/families.h"

namespace guanlan::checking {

void check_sources(Desk& desk) {
  const auto& items = desk.document().issue.items;
  constexpr std::size_t kFewest = 5;
  std::size_t with = 0;
  for (const Item& item : items) with += !item.sources.empty();
  if (items.size() < kFewest || with * 5 < items.size() * 4) return;
  for (const Item& item : items) {
    if (!item.sources.empty() || item.body.empty()) continue;
    desk.report({"source.missing",
                 in_clean(item.title),
                 {{"with", std::to_string(with)}, {"all", std::to_string(items.size())}}});
  }
}

}  // namespace guanlan::checking
