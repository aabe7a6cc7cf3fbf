// Bodies (机构名称): a name that was not yet, or no longer, a body's in the year of the item.
//
//   name.former   2024年,国务院信息化工作办公室通报
#include <unordered_map>

#include "check/calendar.h"
#include "check/cues.h"
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

struct Years {
  int from = 0, to = 0;  // 0: open
  std::string successor;
};

// National bodies with the years in which their names were valid.
const std::unordered_map<std::string, Years>& validity() {
  static const auto kYears = [] {
    std::unordered_map<std::string, Years> out;
    const WordTable& table = Lexicon::builtin().table(WordClass::authority);
    for (std::size_t row = 0; row < table.size(); ++row) {
      const Years years{year_of_iso(table.cell(row, "valid_from")),
                        year_of_iso(table.cell(row, "valid_to")),
                        std::string(table.cell(row, "successor"))};
      if (years.from != 0 || years.to != 0) out.emplace(table.name(row), years);
    }
    return out;
  }();
  return kYears;
}

// A sentence that tells of another year, or says 原, knows what it says.
bool told_as_past(const Section& section, Span at) {
  const Passage& p = section.passage;
  for (const Span sentence : p.sentences) {
    if (!sentence.contains(at.begin)) continue;
    const std::string_view words = p.of(sentence);
    for (const std::string_view word : cues(Cue::former)) {
      if (words.find(word) != std::string_view::npos) return true;
    }
    return false;
  }
  return true;
}

// The year that an item tells of, where the text prints it: one that was reckoned proves nothing.
// 0: none.
int year_of(const Desk& desk, const Section& section) {
  const auto& event = section.mentions->dates.event;
  if (event && desk.of(event->span).find("年") != std::string_view::npos)
    return year_of_iso(event->value);
  const IssueDate& issue = desk.document().issue.date;
  return issue.basis == DateBasis::text ? 0 : issue.year;
}

}  // namespace

void check_bodies(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const int now = year_of(desk, section);
    if (now == 0) continue;
    for (const BodyMention& body : section.mentions->bodies.bodies) {
      if (body.kind != BodyKind::national || body.in_book) continue;
      const auto found = validity().find(body.name);
      if (found == validity().end()) continue;
      const Years& years = found->second;
      const bool gone = years.to != 0 && now > years.to + 1;
      // 交通部 stands for 交通运输部 in the tables, and was its name before.
      const bool early = years.from != 0 && now < years.from && desk.of(body.span) == body.name;
      if ((!gone && !early) || told_as_past(section, body.span)) continue;
      const std::string until = std::to_string(gone ? years.to : years.from);
      desk.report({"name.former",
                   in_clean(body.span),
                   {{"year", std::to_string(now)},
                    {"bound", gone ? "用至" + until + "年" : "始于" + until + "年"},
                    {"bound_en", (gone ? "until " : "since ") + until},
                    {"successor", years.successor.empty() ? "—" : years.successor}}});
    }
  }
}

}  // namespace guanlan::checking
