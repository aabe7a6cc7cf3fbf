#include "extract/authorities/acting.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/rumour.h"
#include "text/utf8.h"

namespace guanlan::authorities {
namespace {

// How much of a sentence is looked at before and behind a body, in bytes: a deed stands nearer.
constexpr std::uint32_t kBefore = 600, kAfter = 900;

// Verbs inside names are none: 现代服务业|联合会, 社会保障厅.
bool takes_part(WordClass cls) {
  return cls == WordClass::act || cls == WordClass::org_suffix || cls == WordClass::org ||
         cls == WordClass::authority || cls == WordClass::authority_head ||
         cls == WordClass::generic_body || cls == WordClass::foreign_authority;
}

}  // namespace

Acting::Acting(const Passage& passage) : passage_(passage) {
  const WordTable& table = passage.lexicon->table(WordClass::act);
  const int use = table.column("use"), role = table.column("role"), object = table.column("object");
  const auto use_of = [&](std::uint32_t row) {
    const std::string_view word = table.at(row, use);
    if (word == "say") return Use::say;
    if (word == "attend") return Use::attend;
    if (word == "duty") return Use::duty;
    if (word == "under") return Use::under;
    if (word == "office") return Use::office;
    return word == "medium" ? Use::medium : Use::act;
  };
  std::uint32_t reach = 0;
  bool in_title = true;
  for (const Hit& hit : passage.hits) {
    if (in_title && !passage.title.contains(hit.span.begin)) {
      in_title = false;
      reach = 0;
      title_acts_ = acts_.size();
    }
    if (!takes_part(hit.cls) || hit.span.begin < reach) continue;
    reach = hit.span.end;
    if (hit.cls != WordClass::act) continue;
    acts_.push_back(
        {hit.span, use_of(hit.row), table.at(hit.row, object) == "told", table.at(hit.row, role)});
  }
  if (in_title) title_acts_ = acts_.size();
}

std::string_view Acting::text(std::uint32_t begin, std::uint32_t end) const {
  return begin < end ? passage_.text.substr(begin, end - begin) : std::string_view{};
}

bool Acting::at(std::uint32_t offset, std::string_view word, std::uint32_t end) const {
  return text(offset, end).starts_with(word);
}

Acting::View Acting::view(const BodyMention& body) const {
  View v{body.span, body.in_title ? passage_.title : passage_.body, 0};
  const auto first = passage_.sentences.begin();
  const auto split = std::find_if(first, passage_.sentences.end(),
                                  [&](Span s) { return !passage_.title.contains(s.begin); });
  const auto from = body.in_title ? first : split;
  const auto to = body.in_title ? split : passage_.sentences.end();
  auto it = std::upper_bound(from, to, body.span.begin,
                             [](std::uint32_t at, Span s) { return at < s.begin; });
  if (it != from) v.sentence = *std::prev(it);
  v.sentence.begin = std::max(v.sentence.begin, v.body.begin - std::min(v.body.begin, kBefore));
  v.sentence.end = std::min(v.sentence.end, v.body.end + kAfter);
  const auto opens_clause = [&](std::uint32_t at) {  // behind the mark before it
    const char mark = passage_.text[at - 1];
    return mark == ',' || mark == ':' || mark == ' ' || around::ends(passage_.text, at, "“");
  };
  v.clause = v.body.begin;
  while (v.clause > v.sentence.begin && !opens_clause(v.clause)) --v.clause;
  return v;
}

const Acting::Act* Acting::first_from(std::uint32_t begin, std::uint32_t end) const {
  const bool in_title =
      passage_.title.contains(begin) || (begin == passage_.title.end && end <= begin);
  const auto split = acts_.begin() + static_cast<std::ptrdiff_t>(title_acts_);
  const auto from = in_title ? acts_.begin() : split;
  const auto to = in_title ? split : acts_.end();
  const auto it = std::lower_bound(from, to, begin,
                                   [](const Act& a, std::uint32_t b) { return a.span.begin < b; });
  return it != to && it->span.begin < end ? &*it : nullptr;
}

const Acting::Act* Acting::last_within(std::uint32_t begin, std::uint32_t end) const {
  const Act* last = nullptr;
  for (const Act* act = first_from(begin, end); act != nullptr;
       act = first_from(act->span.end, end)) {
    if (act->span.end <= end) last = act;
  }
  return last;
}

Verdict Acting::judge(const BodyMention& body) const {
  if (body.in_book) return {false, {}, {"authority.in-a-title", body.span}};
  if (in_a_rumour(passage_, body.span.begin)) return {false, {}, {"authority.rumour", body.span}};
  const View v = view(body);
  bool decided = false;
  const Verdict left = from_left(v, decided);
  return decided ? left : from_right(v);
}

}  // namespace guanlan::authorities
