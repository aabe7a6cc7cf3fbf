// Instruments (文件名称): one instrument under two titles.
//
//   name.instrument   《加快数字人才培育…行动方案》 … 《加快数字人才培养…行动方案》
#include <algorithm>
#include <map>

#include "check/families.h"
#include "check/likeness.h"
#include "text/utf8.h"

namespace guanlan::checking {
namespace {

struct Title {
  Span span;
  std::uint32_t count = 0;
};

// What may differ between two instruments: numbers, years, places, stages.
bool tells_apart(const std::u32string& words) {
  constexpr std::u32string_view kMarks =
      U"一二三四五六七八九十省市县区州草案修订版上下第东西南北中";
  return words.empty() || std::any_of(words.begin(), words.end(), [&](char32_t cp) {
           return !utf8::is_han(cp) || kMarks.find(cp) != std::u32string_view::npos;
         });
}

// One slip of the pen within a long title: as many characters, few of them otherwise.
bool slip(const Difference& d) {
  constexpr std::size_t kMost = 1;
  constexpr std::size_t kSame = 9;
  return d.left.size() == d.right.size() && d.left.size() <= kMost && !tells_apart(d.left) &&
         !tells_apart(d.right) && d.before >= 2 && d.after >= 2 && d.before + d.after >= kSame;
}

using Titles = std::map<std::u32string, Title>;

// Titles that begin alike stand together in `all`; those that end alike in the reversed one.
void neighbours(Desk& desk, const Titles& all, bool reversed) {
  constexpr int kReach = 3;
  for (auto a = all.begin(); a != all.end(); ++a) {
    auto b = a;
    for (int i = 0; i < kReach && ++b != all.end(); ++i) {
      const Difference d = difference(a->first, b->first);
      if (!slip(d) || (reversed && d.before >= d.after)) continue;
      const bool first_rare = a->second.count < b->second.count;
      const Title &rare = first_rare ? a->second : b->second,
                  &usual = first_rare ? b->second : a->second;
      desk.report({"name.instrument",
                   in_clean(rare.span),
                   {{"other", desk.printed(usual.span)}},
                   {},
                   {in_clean(usual.span)}});
    }
  }
}

}  // namespace

void check_instruments(Desk& desk) {
  Titles forward, backward;
  for (const Section& section : desk.sections()) {
    for (const Bracket& b : section.passage.brackets) {
      if (b.mark != Mark::book || b.depth > 0) continue;
      auto words = letters(b.inner.of(desk.text()));
      for (Titles* titles : {&forward, &backward}) {
        auto& title = titles->try_emplace(words, Title{b.inner, 0}).first->second;
        ++title.count;
        std::reverse(words.begin(), words.end());
      }
    }
  }
  neighbours(desk, forward, false);
  neighbours(desk, backward, true);
}

}  // namespace guanlan::checking
