// Quotations (引文) of an article against its text in the library of laws.
//
//   law.quote   第四十四条规定：“……”
// A quotation may leave words out (……) and stop early; what it gives must stand in the article.
#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"
#include "guanlan/law_check.h"

namespace guanlan::checking {
namespace {

// The quotation that follows a citation: 规定：“…”, 明确“…”.
const Bracket* quotation_of(const Section& section, const CitationMention& citation) {
  constexpr std::uint32_t kReach = 30;
  const std::uint32_t at = citation.span.end;
  for (const Bracket& b : section.passage.brackets) {
    if (b.mark != Mark::quote || b.depth > 0 || b.span.begin < at) continue;
    if (b.span.begin > at + kReach) return nullptr;
    const std::string_view gap = section.passage.of({at, b.span.begin});
    const bool says = gap.find("规定") != std::string_view::npos || gap.ends_with(":");
    const bool clause = gap.find("。") == std::string_view::npos && gap.find('\n') == std::string_view::npos;
    return says && clause ? &b : nullptr;
  }
  return nullptr;
}

// The pieces of a quotation between its ellipses.
std::vector<std::u32string> pieces_of(std::string_view quote) {
  std::vector<std::u32string> out;
  while (!quote.empty()) {
    const std::size_t end = std::min(quote.find("…"), quote.size());
    if (auto words = letters(quote.substr(0, end)); !words.empty()) out.push_back(std::move(words));
    quote.remove_prefix(std::min(end + 3, quote.size()));
  }
  return out;
}

// The stretch of the article that a piece begins like: where it leaves it, and the article's words.
std::optional<std::string> departure(const std::u32string& article, const std::u32string& piece) {
  constexpr std::size_t kBeginning = 6;
  if (article.find(piece) != std::u32string::npos || piece.size() < kBeginning) return {};
  std::size_t best = 0, best_at = std::u32string::npos;
  for (std::size_t at = article.find(piece.substr(0, kBeginning)); at != std::u32string::npos;
       at = article.find(piece.substr(0, kBeginning), at + 1)) {
    std::size_t same = 0;
    while (same < piece.size() && at + same < article.size() && piece[same] == article[at + same]) ++same;
    if (same > best) best = same, best_at = at;
  }
  if (best_at == std::u32string::npos) return std::string();
  constexpr std::size_t kShown = 12;
  const std::size_t begin = best_at + best - std::min<std::size_t>(best, 4);
  return utf8_of(article.substr(begin, kShown));
}

}  // namespace

void check_quotation(Desk& desk, const Section& section, const CitationMention& citation,
                     const CitationCheck& checked) {
  constexpr std::size_t kShortest = 24;  // bytes: a term in quotation marks is no quotation
  if (!checked.answer) return;
  const Bracket* quote = quotation_of(section, citation);
  if (quote == nullptr || quote->inner.size() < kShortest) return;
  const std::u32string article = letters(checked.answer->provision.text);
  for (const std::u32string& piece : pieces_of(desk.of(quote->inner))) {
    const auto words = departure(article, piece);
    if (!words) continue;
    desk.report({"law.quote",
                 in_clean(quote->inner),
                 {{"law", citation.instrument},
                  {"provision", citation.provision},
                  {"article", words->empty() ? checked.answer->provision.text : "…" + *words + "…"}},
                 {},
                 {in_clean(citation.span)}});
    return;
  }
}

}  // namespace guanlan::checking
