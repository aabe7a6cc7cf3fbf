// Keywords (关键词): each occurs in the part that it stands over.
//
//   keyword.missing
#include <algorithm>

#include "check/families.h"
#include "check/likeness.h"

namespace guanlan::checking {
namespace {

bool within(const Issue& issue, std::int32_t part, std::int32_t above) {
  while (part >= 0 && part != above) part = issue.parts[static_cast<std::size_t>(part)].parent;
  return part == above;
}

// Letters of the titles and bodies below a part, and of its lead.
std::u32string words_of(const Desk& desk, std::int32_t part) {
  const Issue& issue = desk.document().issue;
  std::u32string out;
  if (const auto& lead = issue.parts[static_cast<std::size_t>(part)].lead) out += letters(desk.of(*lead));
  for (const Item& item : issue.items) {
    if (!within(issue, item.part, part)) continue;
    out += U'\n' + letters(desk.of(item.title)) + U'\n' + letters(desk.of(item.body));
  }
  return out;
}

}  // namespace

void check_keywords(Desk& desk) {
  const Issue& issue = desk.document().issue;
  for (std::size_t i = 0; i < issue.parts.size(); ++i) {
    if (issue.parts[i].keywords.empty()) continue;
    const std::u32string words = words_of(desk, static_cast<std::int32_t>(i));
    if (words.empty()) continue;
    for (const Span keyword : issue.parts[i].keywords) {
      const std::u32string wanted = letters(desk.of(keyword));
      if (wanted.empty() || words.find(wanted) != std::u32string::npos) continue;
      desk.report({"keyword.missing", in_clean(keyword), {}});
    }
  }
}

}  // namespace guanlan::checking
