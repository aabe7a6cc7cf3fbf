#include "extract/enumerations/candidate.h"

#include <cmath>

#include "extract/around.h"
#include "extract/quantities/context.h"
#include "extract/quantities/qualifier.h"
#include "extract/quantities/unit.h"

namespace guanlan::enumerations {
namespace {

using around::starts;

constexpr int kMost = 500;  // more is never listed

// The noun behind the unit: up to a mark, and no further than eight characters.
std::uint32_t noun_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t kReach = 24;
  const std::uint32_t from = at;
  while (at < limit && at - from < kReach) {
    const auto d = utf8::decode(text, at);
    if (around::ends_clause(d.cp) || d.cp == U'、' || d.cp == '(' || d.cp == U'“' || d.cp == U'”' ||
        d.cp == U'—' || d.cp == U'《' || d.cp == U'的') {
      break;
    }
    at += d.size;
  }
  return at;
}

bool never_listed(std::string_view unit) {
  constexpr std::string_view kUnits[] = {"%",  "元",   "年", "个月", "天", "日",    "小时",
                                         "周", "分钟", "倍", "成",   "次", "人次",  "个百分点",
                                         "岁", "周岁", "届", "GB",   "TB", "MB",    "G",
                                         "T",  "M",    "米", "公里", "吨", "平方米"};
  for (const std::string_view u : kUnits) {
    if (unit == u) return true;
  }
  return false;
}

}  // namespace

std::vector<Candidate> candidates_in(const Passage& p, Span part) {
  constexpr std::string_view kBig = "大";
  std::vector<Candidate> out;
  quantities::Units units(p, part);
  std::uint32_t sentence = 0;
  for (const Numeral& n : p.numerals) {
    if (!part.contains(n.span)) continue;
    const bool whole = n.value == std::floor(n.value) && n.value >= 2 && n.value <= kMost;
    if (!whole || n.leading_zero || n.form == NumeralForm::indefinite ||
        n.form == NumeralForm::percent)
      continue;
    if (quantities::is_ordinal(p.text, n) || quantities::is_date_or_time(p.text, n) ||
        quantities::is_code(p.text, n))
      continue;
    if (around::ends(p.text, n.span.begin, "章")) continue;  // 10章|96条
    Candidate c;
    c.count = static_cast<int>(n.value);
    c.begin = n.span.begin;
    std::uint32_t at = n.span.end;
    if (starts(p.text, at, "余") || starts(p.text, at, "多")) {
      c.exact = false;
      at += 3;
    }
    if (starts(p.text, at, kBig)) {
      c.unit_end = at + static_cast<std::uint32_t>(kBig.size());
      c.unit = kBig;
      c.parts = true;
    } else if (const auto unit = units.at(at);
               unit && !unit->duration && !unit->money && !never_listed(unit->printed)) {
      c.unit_end = unit->end;
      c.unit = unit->printed;
      c.parts = unit->structural || units.part_follows(unit->end);
    } else {
      continue;
    }
    if (c.unit == "章" && c.unit_end < part.end &&
        utf8::is_digit(utf8::decode(p.text, c.unit_end).cp))
      continue;  // 10章|96条
    while (sentence < p.sentences.size() && !p.sentences[sentence].contains(c.begin)) ++sentence;
    c.sentence = sentence;
    const std::uint32_t end = noun_end(p.text, c.unit_end, part.end);
    c.noun = p.text.substr(c.unit_end, end - c.unit_end);
    c.span = {c.begin, end};
    if (quantities::qualifier_before(p.text, c.begin, part.begin).approx != Approx::none)
      c.exact = false;
    out.push_back(c);
  }
  return out;
}

}  // namespace guanlan::enumerations
