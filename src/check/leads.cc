// Leads and titles (导读, 标题) against the body: a figure said of the same thing.
//
//   lead.figure    导读 累计排查网络谣言线索8万余条, 正文 …7万余条
//   title.figure   标题 10家物业公司, 正文 3家, 5家
#include <algorithm>
#include <map>
#include <set>

#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kContext = 9;  // three characters before a figure say what it is of

// The words right before a figure, at least kContext bytes within the clause; empty: fewer.
std::string_view words_before(std::string_view text, const Amount& a) {
  const std::string_view words = label(text, a);
  return words.size() < kContext ? std::string_view{} : words.substr(words.size() - kContext);
}

// Whether `part` is the part `of`, or lies in it.
bool below(const Issue& issue, std::int32_t part, std::int32_t of) {
  for (int depth = 0; part >= 0 && depth < 16; ++depth) {
    if (part == of) return true;
    part = issue.parts[static_cast<std::size_t>(part)].parent;
  }
  return false;
}

using Key = std::pair<std::string, std::string>;  // words before, unit

void lead(Desk& desk, const Section& lead_section) {
  const Issue& issue = desk.document().issue;
  std::multimap<Key, const Amount*> body;
  for (const Section& s : desk.sections()) {
    if (s.item < 0 || !below(issue, s.part, lead_section.part)) continue;
    for (const Amount& a : s.amounts) {
      const std::string_view words = words_before(desk.text(), a);
      if (!words.empty()) body.emplace(Key{words, a.unit}, &a);
    }
  }
  for (const Amount& a : lead_section.amounts) {
    const std::string_view words = words_before(desk.text(), a);
    if (words.empty() || a.unit.empty()) continue;
    const auto [first, last] = body.equal_range(Key{words, a.unit});
    if (first == last) continue;
    const bool said =
        std::any_of(first, last, [&](const auto& entry) { return entry.second->value == a.value; });
    if (said) continue;
    desk.report({"lead.figure",
                 in_clean(a.span),
                 {{"body", desk.printed(first->second->span)}, {"words", std::string(words)}},
                 {},
                 {in_clean(first->second->span)}});
  }
}

// 家物业公司: unit and the two characters behind it.
std::string counted(std::string_view text, const Amount& a) {
  std::string out = a.unit;
  std::uint32_t at = a.span.end;
  for (int i = 0; i < 2 && at < text.size(); ++i) {
    const auto d = utf8::decode(text, at);
    if (!utf8::is_han(d.cp)) return {};
    utf8::append(out, d.cp);
    at += d.size;
  }
  return out;
}

// 3家 and 7家 make the 10家 of the title; what is said again is added once.
bool adds_up(const std::vector<const Amount*>& all, double total) {
  std::set<double> values;
  double sum = 0;
  for (const Amount* a : all) sum += values.insert(a->value).second ? a->value : 0;
  return sum == total;
}

// One count of the body, of the size of the title's: others are of something else, or parts.
bool rivals(const std::vector<const Amount*>& same, double total) {
  constexpr double kFar = 2;
  const bool one = std::all_of(same.begin(), same.end(),
                               [&](const Amount* a) { return a->value == same.front()->value; });
  return one && same.front()->value < kFar * total && total < kFar * same.front()->value;
}

void title_figures(Desk& desk, const Section& section) {
  for (const Amount& a : section.head_amounts) {
    if (!a.exact || a.percent() || a.unit.empty()) continue;
    const std::string what = counted(desk.text(), a);
    if (what.empty()) continue;
    std::vector<const Amount*> same;
    for (const Amount& b : section.amounts) {
      if (b.unit == a.unit && counted(desk.text(), b) == what) same.push_back(&b);
    }
    const bool said =
        std::any_of(section.amounts.begin(), section.amounts.end(),
                    [&](const Amount& b) { return b.value == a.value && b.unit == a.unit; });
    if (same.empty() || said || adds_up(same, a.value) || !rivals(same, a.value)) continue;
    desk.report({"title.figure",
                 in_clean(a.span),
                 {{"body", desk.printed(same.front()->span)}},
                 {},
                 {in_clean(same.front()->span)}});
  }
}

}  // namespace

void check_leads(Desk& desk) {
  for (const Section& section : desk.sections()) {
    if (section.item < 0) {
      lead(desk, section);
    } else {
      title_figures(desk, section);
    }
  }
}

}  // namespace guanlan::checking
