#include "search/law_uses.h"

#include <algorithm>
#include <tuple>

namespace guanlan {

std::vector<LawUse> uses_of_laws(const Columns& columns, std::string_view key) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<LawUse> out;
  std::vector<std::uint32_t> place(columns.end_of_names(), kNone);  // in `out`, of a name
  for (std::uint32_t id = 0; id < columns.end_of_names(); ++id) {
    const Name& name = columns.name(id);
    if (name.field != NameField::law) continue;
    const auto mark = name.value.find('#');
    const bool whole = mark == std::string::npos;
    if (key.empty() ? !whole : name.value.substr(0, mark) != key) continue;
    place[id] = static_cast<std::uint32_t>(out.size());
    out.push_back({name.value.substr(0, mark), whole ? "" : name.value.substr(mark + 1), {}});
  }
  columns.each([&](std::int64_t item, const ItemColumns& row) {
    for (const std::uint32_t name : columns.names_of(item, row)) {
      if (place[name] != kNone) out[place[name]].items.push_back(item);
    }
  });
  std::erase_if(out, [](const LawUse& use) { return use.items.empty(); });
  std::sort(out.begin(), out.end(), [](const LawUse& a, const LawUse& b) {
    return std::tie(a.law, a.article) < std::tie(b.law, b.article);
  });
  return out;
}

}  // namespace guanlan
