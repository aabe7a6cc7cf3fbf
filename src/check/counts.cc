// Counts (数目): what the text announces against what it lists.
//
//   count.list   六项重点任务:1.…2.…3.…4.…5.   six announced, five listed
// A list closed by 等 may be shorter than announced, never longer.
#include <algorithm>

#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

// 等 that closes a list; 平等, 等级, 同等 are other words.
bool has_and_so_on(std::string_view text) {
  constexpr std::string_view kEtc = "等";
  constexpr std::string_view kBefore[] = {"平", "同", "高", "中", "初", "优", "对", "相", "均"};
  constexpr std::string_view kAfter[] = {"级", "于", "同", "候", "待", "保", "额", "值"};
  for (std::size_t at = text.find(kEtc); at != std::string_view::npos;
       at = text.find(kEtc, at + kEtc.size())) {
    const auto here = static_cast<std::uint32_t>(at);
    const auto behind = static_cast<std::uint32_t>(at + kEtc.size());
    if (around::ends_any(text, here, kBefore) == 0 &&
        around::starts_any(text, behind, kAfter) == 0) {
      return true;
    }
  }
  return false;
}

// Whether the list says itself that it names some only. Marked lists (一是…二是…) name all: 等
// within their items says nothing of the list.
bool names_some(std::string_view text, const EnumerationMention& e) {
  const std::string_view rule = e.why.rule;
  if (rule.ends_with("-etc")) return true;
  if (rule == "enumeration.markers") return false;
  const std::uint32_t begin = std::min(e.span.begin, e.why.cue.begin);
  const std::uint32_t last = std::max(e.span.end, e.why.cue.end);
  const std::size_t end = std::min(text.find("。", last), text.find('\n', last));
  return has_and_so_on(text.substr(begin, std::min(end, text.size()) - begin));
}

}  // namespace

void check_counts(Desk& desk) {
  for (const Section& section : desk.sections()) {
    for (const EnumerationMention& e : section.mentions->enumerations) {
      if (e.announced == e.listed) continue;
      if (e.listed < e.announced && names_some(desk.text(), e)) continue;
      desk.report({"count.list",
                   in_clean(e.span),
                   {{"announced", std::to_string(e.announced)},
                    {"listed", std::to_string(e.listed)},
                    {"list", desk.printed(e.why.cue)}},
                   {},
                   {in_clean(e.why.cue)}});
    }
  }
}

}  // namespace guanlan::checking
