// Dates of leads and titles (导读、标题的日期) against what they announce.
//
//   lead.date    导读 4月2日发布《甲办法》, 正文 4月12日
//   title.date   标题 5月1日起施行, 正文 6月1日起施行
#include <algorithm>
#include <unordered_map>

#include "check/families.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kMonth = 7, kDay = 10;  // 2024-04: what is less precise is no date to check

struct Dated {
  std::string_view value, role;
  Span span;
};

std::vector<Dated> dates_of(const Dates& dates) {
  std::vector<Dated> out;
  const auto add = [&](const DateMention& d) {
    if (d.value.size() >= kMonth) out.push_back({d.value, d.role, d.span});
  };
  if (dates.event) add(*dates.event);
  for (const DateMention& d : dates.others) add(d);
  for (const DateMention& d : dates.deadlines) add(d);
  return out;
}

// 2024-04 and 2024-04-02 do not contradict each other.
bool agree(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

// A date of the same role, as precise as `said`, where none of `told` agrees with it.
const Dated* instead_of(const Dated& said, const std::vector<Dated>& told) {
  const Dated* other = nullptr;
  for (const Dated& d : told) {
    if (agree(d.value, said.value)) return nullptr;
    if (other == nullptr && d.role == said.role && d.value.size() == said.value.size()) other = &d;
  }
  return other;
}

void report(Desk& desk, std::string_view rule, const Dated& said, const Dated& told) {
  desk.report(
      {rule, in_clean(said.span), {{"body", desk.printed(told.span)}}, {}, {in_clean(told.span)}});
}

Span sentence_at(const Passage& p, std::uint32_t at) {
  for (const Span sentence : p.sentences) {
    if (sentence.contains(at)) return sentence;
  }
  return {};
}

using ByTitle = std::unordered_map<std::string_view, const Section*>;  // null: in several titles

// The items whose title names an instrument, by it.
ByTitle items_by_instrument(const Desk& desk) {
  ByTitle out;
  for (const Section& section : desk.sections()) {
    if (section.item < 0) continue;
    for (const Bracket& b : section.passage.brackets) {
      if (b.mark != Mark::book || !section.passage.title.contains(b.span.begin)) continue;
      const auto [it, fresh] = out.emplace(desk.of(b.inner), &section);
      if (!fresh && it->second != &section) it->second = nullptr;
    }
  }
  return out;
}

// A sentence of a lead that names one instrument and one date tells of the item of that title.
void lead(Desk& desk, const Section& section, const ByTitle& items) {
  const auto dates = dates_of(section.mentions->dates);
  for (const InstrumentMention& i : section.mentions->instruments) {
    const auto found = items.find(desk.of(i.span));
    if (found == items.end() || found->second == nullptr) continue;
    const Span sentence = sentence_at(section.passage, i.span.begin);
    const auto inside = [&](const Dated& d) { return sentence.contains(d.span.begin); };
    if (std::count_if(dates.begin(), dates.end(), inside) != 1) continue;
    const Dated& said = *std::find_if(dates.begin(), dates.end(), inside);
    const auto told = dates_of(found->second->mentions->dates);
    if (const Dated* other = instead_of(said, told)) report(desk, "lead.date", said, *other);
  }
}

void title_dates(Desk& desk, const Section& section) {
  const Dates dates = find_dates(section.head);
  const auto told = dates_of(section.mentions->dates);
  for (const Dated& said : dates_of(dates)) {
    // A month may be the one reported on, and a bare day that of the file.
    if (said.value.size() < kDay || said.role == "on") continue;
    if (const Dated* other = instead_of(said, told)) report(desk, "title.date", said, *other);
  }
}

}  // namespace

void check_lead_dates(Desk& desk) {
  const ByTitle items = items_by_instrument(desk);
  for (const Section& section : desk.sections()) {
    section.item < 0 ? lead(desk, section, items) : title_dates(desk, section);
  }
}

}  // namespace guanlan::checking
