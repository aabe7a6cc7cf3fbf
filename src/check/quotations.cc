// Quotations (引文) of an article against its text in the library of laws.
//
//   law.quote   第四十四条规定：“……”
// A quotation may leave words out (……) and stop early; what it gives must stand in the article.
#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"
#include "guanlan/law_check.h"
#include "text/code_points.h"

namespace guanlan::checking {
namespace {

// What the words before a quotation cite: 第三条规定：“…”. The same article may have been cited
// before, so its printed number is looked for here.
const CitationCheck* cited_before(const Section& section,
                                  const std::vector<const CitationCheck*>& checks,
                                  const Bracket& quote) {
  constexpr std::uint32_t kReach = 90;
  const std::uint32_t floor =
      std::max(section.passage.body.begin, quote.span.begin - std::min(quote.span.begin, kReach));
  std::string_view words = section.passage.of({floor, quote.span.begin});
  for (const std::string_view end : {"。", "\n", "”"}) {
    if (const std::size_t at = words.rfind(end); at != std::string_view::npos)
      words.remove_prefix(at + end.size());
  }
  const std::size_t says = words.rfind("规定");
  if (says == std::string_view::npos) return nullptr;
  const CitationCheck* found = nullptr;
  std::size_t last = 0;
  for (const CitationCheck* c : checks) {
    const auto& provision =
        section.mentions->citations[static_cast<std::size_t>(c->citation)].provision;
    const std::size_t at =
        provision.empty() ? std::string_view::npos : words.rfind(provision, says);
    if (at == std::string_view::npos || (found != nullptr && at < last)) continue;
    found = c;
    last = at;
  }
  return found;
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
    while (same < piece.size() && at + same < article.size() && piece[same] == article[at + same])
      ++same;
    if (same > best) best = same, best_at = at;
  }
  if (best_at == std::u32string::npos) return std::string();
  constexpr std::size_t kShown = 12;
  const std::size_t begin = best_at + best - std::min<std::size_t>(best, 4);
  return utf8_of(article.substr(begin, kShown));
}

// Where the words stand that the cited article has not: another article of the law in force, or one
// of the text before it (cited by its old number).
std::string elsewhere(const LawLibrary& laws, const LawAnswer& answer,
                      const std::u32string& piece) {
  constexpr std::size_t kShortest = 10;  // letters: fewer stand anywhere
  if (piece.size() < kShortest) return {};
  const auto stands_in = [&](const LawVersion& version, std::string_view but) -> std::string {
    const auto all = laws.provisions(version.id);
    if (!all) return {};
    for (const Provision& p : *all) {
      if (p.number != but && letters(p.text).find(piece) != std::u32string::npos) return p.number;
    }
    return {};
  };
  if (std::string number = stands_in(answer.law, answer.provision.number); !number.empty())
    return "；引文在" + number;
  if (!answer.previous) return {};
  const std::string number = stands_in(*answer.previous, {});
  return number.empty() ? number : "；引文在" + answer.previous->version + "文本的" + number;
}

}  // namespace

void check_quotations(Desk& desk, const Section& section,
                      const std::vector<const CitationCheck*>& checks) {
  constexpr std::size_t kShortest = 24;  // bytes: a term in quotation marks is no quotation
  if (checks.empty()) return;
  for (const Bracket& b : section.passage.brackets) {
    if (b.mark != Mark::quote || b.depth > 0 || b.inner.size() < kShortest) continue;
    const CitationCheck* cited = cited_before(section, checks, b);
    if (cited == nullptr || cited->state != CitationState::found) continue;
    const Provision& provision = cited->answer->provision;
    const std::u32string article = letters(provision.text);
    for (const std::u32string& piece : pieces_of(desk.of(b.inner))) {
      const auto words = departure(article, piece);
      if (!words) continue;
      const auto& citation = section.mentions->citations[static_cast<std::size_t>(cited->citation)];
      desk.report({"law.quote",
                   in_clean(b.inner),
                   {{"law", citation.instrument},
                    {"provision", citation.provision},
                    {"article", words->empty() ? provision.text : "…" + *words + "…"},
                    {"elsewhere", elsewhere(*desk.options().laws, *cited->answer, piece)}},
                   {},
                   {in_clean(citation.span)}});
      break;
    }
  }
}

}  // namespace guanlan::checking
