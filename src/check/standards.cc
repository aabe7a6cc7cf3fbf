// Standards (标准) and their titles: by lexicon/frame/standards.tsv, and within the document.
//
//   id.standard-title   《信息安全技术 网络安全等级保护定级指南》（GB/T 22239-2019）: that number
//   is another's
#include <algorithm>
#include <map>

#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"
#include "lexicon/rows.h"

namespace guanlan::checking {
namespace {

const std::map<std::string_view, std::string_view>& titles() {
  static const auto kTitles = [] {
    std::map<std::string_view, std::string_view> out;
    for (const auto& row : rows_of("lexicon/frame/standards.tsv")) out.emplace(row[0], row[1]);
    return out;
  }();
  return kTitles;
}

// The title in 《》 right before a number, or in brackets behind it, or right behind it; empty:
// none.
Span title_beside(const Passage& p, Span number) {
  std::uint32_t begin = number.begin, end = number.end;
  while (begin > 0 && (around::ends(p.text, begin, "(") || around::ends(p.text, begin, " ")))
    --begin;
  while (around::starts(p.text, end, ")") || around::starts(p.text, end, " ")) ++end;
  for (const Bracket& b : p.brackets) {
    if (b.mark == Mark::book && (b.span.end == begin || b.span.begin == end)) return b.inner;
  }
  return {};
}

// A title may leave out its first part: 网络安全等级保护基本要求.
bool same(const std::u32string& printed, const std::u32string& known) {
  return known.ends_with(printed) || printed.ends_with(known);
}

struct First {
  std::u32string title;
  Span span;
};

}  // namespace

void check_standards(Desk& desk) {
  std::map<std::string, First> seen;
  for (const Section& section : desk.sections()) {
    for (const IdentifierMention& id : section.mentions->identifiers) {
      if (id.kind != IdentifierKind::standard) continue;
      const Span title = title_beside(section.passage, id.span);
      if (title.empty()) continue;
      const std::u32string printed = letters(desk.of(title));
      std::string right;
      std::vector<Place> others;
      if (const auto known = titles().find(id.value); known != titles().end()) {
        if (!same(printed, letters(known->second))) right = known->second;
      } else {
        const auto [first, fresh] = seen.try_emplace(id.value, First{printed, title});
        if (!fresh && !same(printed, first->second.title)) {
          right = desk.printed(first->second.span);
          others.push_back(in_clean(first->second.span));
        }
      }
      if (right.empty()) continue;
      desk.report({"id.standard-title",
                   in_clean(title),
                   {{"number", id.value}, {"right", right}},
                   others.empty() ? std::optional(right) : std::nullopt,
                   std::move(others)});
    }
  }
}

}  // namespace guanlan::checking
