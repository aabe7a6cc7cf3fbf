#include <algorithm>

#include "guanlan/record.h"

namespace guanlan {
namespace {

struct Candidate {
  const char* field;
  Span span;
  const char* rule;
};

struct ClassField {
  WordClass cls;
  const char* field;
  const char* rule;
};
constexpr ClassField kClassFields[] = {
    {WordClass::region, "regions", ""},
    {WordClass::country, "regions", ""},
    {WordClass::authority, "authorities", ""},
    {WordClass::authority_head, "authorities", ""},
    {WordClass::foreign_authority, "authorities", ""},
    {WordClass::generic_body, "authorities", "unused.generic-body"},
    {WordClass::law, "citations", "unused.law-named"},
    {WordClass::sanction, "sanctions", ""},
    {WordClass::org, "orgs", ""},
    {WordClass::time_word, "dates", "unused.vague-time"},
};

// Words that help others to be read are no candidates: 公司 of the sanctions, 上月 of the dates.
bool may_be_a_value(const Passage& passage, const Hit& hit) {
  const WordTable& table = passage.lexicon->table(hit.cls);
  if (hit.cls == WordClass::sanction) return table.cell(hit.row, "pattern") == "act";
  if (hit.cls == WordClass::time_word) return table.cell(hit.row, "kind") == "vague";
  return true;
}

std::vector<Candidate> candidates(const Passage& passage) {
  std::vector<Candidate> out;
  for (const Hit& hit : passage.hits) {
    for (const ClassField& known : kClassFields) {
      if (hit.cls == known.cls && may_be_a_value(passage, hit))
        out.push_back({known.field, hit.span, known.rule});
    }
  }
  for (const Numeral& n : passage.numerals) {
    const bool vague = n.form == NumeralForm::indefinite;
    out.push_back({"figures", n.span, vague ? "unused.vague" : ""});
  }
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::book && b.depth == 0) out.push_back({"instruments", b.inner, ""});
  }
  std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return out;
}

}  // namespace

std::vector<Fact> unused_candidates(const Document& document, std::size_t item) {
  const Item& it = document.issue.items[item];
  const Passage passage =
      scan(document.layout.clean.text, it.title, it.body, document.issue.date, Lexicon::builtin());
  std::vector<Span> taken;
  for (const Fact& f : facts(document, item)) taken.push_back(f.place.span);
  std::sort(taken.begin(), taken.end());
  std::vector<Fact> out;
  std::size_t next = 0;
  std::uint32_t reach = 0;    // how far the facts reach that begin before here
  std::uint32_t covered = 0;  // end of the last candidate kept: only the outermost are told
  for (const Candidate& candidate : candidates(passage)) {
    const RawSpan place = raw_span(document, candidate.span);
    while (next < taken.size() && taken[next].begin < place.span.end) {
      reach = std::max(reach, taken[next++].end);
    }
    if (reach > place.span.begin || candidate.span.end <= covered) continue;
    covered = candidate.span.end;
    Fact fact;
    fact.field = candidate.field;
    fact.text = wording(document, candidate.span);
    fact.place = place;
    fact.rule = candidate.rule;
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace guanlan
