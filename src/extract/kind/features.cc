#include "extract/kind/features.h"

#include <algorithm>

#include "extract/kind/view.h"
#include "extract/kind/words.h"

namespace guanlan::kind {

std::uint32_t opening_end(const Passage& passage) {
  const std::uint32_t limit = std::min(passage.body.end, passage.body.begin + 360);
  for (const Span sentence : passage.sentences) {
    if (!passage.body.contains(sentence.begin) || passage.title.contains(sentence.begin)) continue;
    if (sentence.end - passage.body.begin >= 120) return std::min(limit, sentence.end);
  }
  return limit;
}

std::uint32_t main_clause(const Passage& passage) {
  const std::string_view title = passage.of(passage.title);
  for (const std::string_view word : words_of(Told::aside)) {
    if (!title.starts_with(word)) continue;
    const auto comma = title.find(',');
    if (comma != std::string_view::npos)
      return passage.title.begin + static_cast<std::uint32_t>(comma);
  }
  return passage.title.begin;
}

bool in_paper(const Passage& passage, Span span) {
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::book && b.span.contains(span)) return true;
    if (passage.body.contains(b.span.begin) && b.span.begin > opening_end(passage)) break;
  }
  return false;
}

std::vector<Feature> features(const Passage& passage, const Mentions& done) {
  std::vector<Feature> out;
  rule_features(passage, done, out);
  paper_features(passage, done, out);
  case_features(passage, done, out);
  event_features(passage, done, out);
  lead_features(passage, done, out);
  return out;
}

}  // namespace guanlan::kind
