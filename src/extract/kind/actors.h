// Who acts in an item and what comes of it, as far as its kind asks.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>

#include "guanlan/mention.h"

namespace guanlan::kind {

[[nodiscard]] inline bool is_police(const BodyMention& body) {
  return body.kind == BodyKind::police || body.domain == "police" ||
         body.name.starts_with("公安部");
}

template <class Test>
[[nodiscard]] bool any_actor(const Mentions& done, Test test) {
  return std::any_of(
      done.authorities.begin(), done.authorities.end(), [&](const AuthorityMention& a) {
        return a.body >= 0 && test(done.bodies.bodies[static_cast<std::size_t>(a.body)]);
      });
}

[[nodiscard]] inline const SanctionMention* first_of(
    const Mentions& done, std::initializer_list<std::string_view> types) {
  for (const SanctionMention& s : done.sanctions) {
    if (std::find(types.begin(), types.end(), s.type) != types.end()) return &s;
  }
  return nullptr;
}
[[nodiscard]] inline const SanctionMention* taken(const Mentions& done) {
  return first_of(done, {"capture", "criminal_detention", "arrest", "coercive_measure"});
}

// A company that the table of organisations knows, or an association, by the sort it is of there.
[[nodiscard]] inline bool is_company(std::string_view sort) {
  constexpr std::string_view kSorts[] = {"operator", "internet", "telecom", "hardware",
                                         "software", "ai",       "security"};
  return std::find(std::begin(kSorts), std::end(kSorts), sort) != std::end(kSorts);
}

[[nodiscard]] inline std::optional<Span> company_named(const Passage& passage) {
  const WordTable& orgs = passage.lexicon->table(WordClass::org);
  for (const Hit& hit : passage.hits) {
    if (!passage.title.contains(hit.span.begin)) break;
    if (hit.cls == WordClass::org && is_company(orgs.cell(hit.row, "kind"))) return hit.span;
  }
  return {};
}

}  // namespace guanlan::kind
