// Abbreviations (简称): 联邦通信委员会(FCC) by the word tables, and within the document.
//
//   name.abbreviation   美国联邦贸易委员会(FCC): FCC is another body's
//   name.expansion      one abbreviation for two names
#include "check/abbreviations.h"

#include <algorithm>
#include <map>
#include <span>

#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr WordClass kNamed[] = {WordClass::foreign_authority, WordClass::authority, WordClass::org};

// The hits of the body that begin in a stretch of the text.
std::span<const Hit> hits_within(const Passage& p, Span stretch) {
  const auto body = std::partition_point(
      p.hits.begin(), p.hits.end(), [&](const Hit& h) { return p.title.contains(h.span.begin); });
  const auto begins_before = [](const Hit& h, std::uint32_t at) { return h.span.begin < at; };
  const auto first = std::lower_bound(body, p.hits.end(), stretch.begin, begins_before);
  return {first, std::lower_bound(first, p.hits.end(), stretch.end, begins_before)};
}

// 电报公司 in 美国电话电报公司: the short name of an organisation with a name's beginning before
// it.
bool cuts_name(const Passage& p, const Hit& hit) {
  if (hit.cls != WordClass::org || hit.span.begin == 0) return false;
  if (!utf8::is_han(utf8::decode_before(p.text, hit.span.begin).cp)) return false;
  return std::none_of(p.hits.begin(), p.hits.end(), [&](const Hit& other) {
    return other.cls == WordClass::country && other.span.end == hit.span.begin;
  });
}

// The longest hit of a class of names that ends at `at`.
const Hit* name_before(const Passage& p, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 120;
  const Hit* best = nullptr;
  for (const Hit& hit : hits_within(p, {at - std::min(at, kLongest), at})) {
    if (hit.span.end != at || cuts_name(p, hit)) continue;
    for (const WordClass cls : kNamed) {
      if (hit.cls == cls && (best == nullptr || hit.span.size() > best->span.size())) best = &hit;
    }
  }
  return best;
}
// The row of the same class that the abbreviation belongs to.
const Hit* meant(const Passage& p, Span abbreviation, WordClass cls) {
  for (const Hit& hit : hits_within(p, abbreviation)) {
    if (hit.span == abbreviation && hit.cls == cls) return &hit;
  }
  return nullptr;
}

// A short form of a row of the table that is Latin letters only.
std::string latin_form(const WordTable& table, std::size_t row) {
  std::string_view forms = table.cell(row, "forms");
  while (!forms.empty()) {
    const std::string_view form = forms.substr(0, forms.find('|'));
    if (is_abbreviation(form)) return std::string(form);
    forms.remove_prefix(std::min(form.size() + 1, forms.size()));
  }
  return {};
}

constexpr int kTail = 4;  // characters of a name: as many as two documents could share

struct First {
  std::string tail;
  Span span;
};

}  // namespace

bool is_abbreviation(std::string_view text) {
  if (text.size() < 2 || text.size() > 12) return false;
  int letters = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '&')) {
      return false;
    }
  }
  return letters >= 2;
}

std::string tail_of_name(std::string_view text, std::uint32_t at, std::uint32_t floor,
                         int characters) {
  std::uint32_t begin = at;
  for (int i = 0; i < characters && begin > floor; ++i) {
    const auto d = utf8::decode_before(text, begin);
    if (!utf8::is_han(d.cp)) break;
    begin -= d.size;
  }
  return std::string(text.substr(begin, at - begin));
}

void check_abbreviations(Desk& desk) {
  std::map<std::string, First> by_abbreviation;
  for (const Section& section : desk.sections()) {
    const Passage& p = section.passage;
    for (const Bracket& b : p.brackets) {
      const std::string_view inner = b.inner.of(desk.text());
      if (b.mark != Mark::paren || !is_abbreviation(inner)) continue;
      const Hit* name = name_before(p, b.span.begin);
      const Hit* owner = name == nullptr ? nullptr : meant(p, b.inner, name->cls);
      if (owner != nullptr && owner->row != name->row) {
        const WordTable& table = Lexicon::builtin().table(name->cls);
        const std::string right = latin_form(table, name->row);
        desk.report({"name.abbreviation",
                     in_clean({name->span.begin, b.span.end}),
                     {{"short", std::string(inner)},
                      {"owner", std::string(table.name(owner->row))},
                      {"name", std::string(table.name(name->row))},
                      {"right", right.empty() ? "—" : right}}});
        continue;
      }
      const std::uint32_t floor = std::min(p.body.begin, b.span.begin);
      const std::string tail = tail_of_name(desk.text(), b.span.begin, floor, kTail);
      if (tail.size() < 6) continue;
      const Span whole{b.span.begin - static_cast<std::uint32_t>(tail.size()), b.span.end};
      const auto [it, fresh] = by_abbreviation.try_emplace(std::string(inner), First{tail, whole});
      if (fresh || it->second.tail.ends_with(tail) || tail.ends_with(it->second.tail)) continue;
      if (difference(letters(tail), letters(it->second.tail)).after > 0) continue;
      desk.report({"name.expansion",
                   in_clean(whole),
                   {{"short", std::string(inner)}, {"other", desk.printed(it->second.span)}},
                   {},
                   {in_clean(it->second.span)}});
    }
  }
}

}  // namespace guanlan::checking
