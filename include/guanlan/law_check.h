// Citations held against the library of laws: does the provision exist, was it in force, what did
// it say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/laws.h"
#include "guanlan/record.h"

namespace guanlan {

enum class CitationState : std::uint8_t {
  found,         // the provision existed on the day; `answer` has its text
  law_only,      // a law named without an article; the law is in the library
  no_provision,  // the law was in force but has no such article, paragraph or item
  not_in_force,  // the library's versions all begin later than the day
  ambiguous,     // several instruments fit the name; `candidates` names them
  unknown_law,   // not in the library: cannot be checked
  unknown_text,  // in force on the day in a text that is not in the library: cannot be checked
};
[[nodiscard]] std::string_view name(CitationState state);

struct CitationCheck {
  std::int32_t item = 0;      // index into Document::issue.items
  std::int32_t citation = 0;  // index into that item's citations; -1: it is a reference
  std::int32_t reference = -1;  // index into that item's references (前款规定, 上述法律); -1: none
  std::string day;  // ISO date it was held against: the item's event, else the date; where
                    // only the text of the conduct's day has the provision, that day
  CitationState state{};
  std::optional<LawAnswer> answer;
  std::string candidates;  // where several fit
  std::string note;        // why, in one sentence
};

// The earliest day that an item tells of before `day`: conduct is judged by the law of its time.
// Empty: it tells of none.
[[nodiscard]] std::string day_of_conduct(const Mentions& item, std::string_view day);

// One check per citation, in reading order, then one per reference of the item; one that may mean
// several provisions is ambiguous. A partial day (2024-04) counts as its first day.
// Errors: io, damaged from the database; a citation that cannot be resolved is an answer, not an
// error.
[[nodiscard]] Result<std::vector<CitationCheck>> check_citations(const Document& document,
                                                                 const LawLibrary& laws);

}  // namespace guanlan
