// Leads, keywords and summaries out of the items' own sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/candidate.h"

namespace guanlan::compose {

// Sentences of a text, ends included; none crosses a paragraph, brackets and quotes stay whole.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text);

// The sentences that carry the weightiest facts of the part, at most `count`, one an item, in the
// order of the items.
[[nodiscard]] std::vector<LeadSentence> lead_of(const std::vector<const Candidate*>& items,
                                                int count);
// Names that the part is about: instruments, campaigns, standards; at most `count`.
[[nodiscard]] std::vector<std::string> keywords_of(const std::vector<const Candidate*>& items,
                                                   int count);
// At most 60 characters: the first sentence, as much of it as ends at a comma, or the headline.
[[nodiscard]] std::string summary_of(const Item& item);

}  // namespace guanlan::compose
