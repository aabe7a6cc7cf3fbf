// Articles cited by the number of another version (条文改号).
//
//   law.renumbered   第五十九条 of the text before the amendment, 第六十一条 of the one in force
// Reported where the words around the citation stand in the article that has the number in another
// version, and in the version in force in another article and there alone; or where the item tells
// of a fine, no article that it cites has one, and the one of that number in another version has.
// One candidate or none: not where the words stand in the cited article too, where the item cites
// both numbers or names the version (修订前, 新修订), or tells of conduct from before the
// amendment.
#include <algorithm>

#include "check/cues.h"
#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"
#include "guanlan/law_check.h"
#include "text/code_points.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kRun = 8;  // letters: fewer stand in any law
constexpr std::u32string_view kFine = U"罚款";

// What a citation by another version's number would mean.
struct Meant {
  LawVersion other;  // the version that has the article under the cited number
  Provision there;   // its text there
  Provision here;    // the same article in the version in force
};

bool holds(std::u32string_view text, std::u32string_view run) {
  return text.find(run) != std::u32string_view::npos;
}

// The sentence of the citation, with the quotation that it opens; the names of laws left out, as
// articles name them too.
std::u32string words_around(const Section& section, Span citation) {
  const Passage& passage = section.passage;
  Span window = citation;
  for (const Span& sentence : passage.sentences) {
    if (sentence.contains(citation)) window = sentence;
  }
  std::u32string words;
  std::uint32_t at = window.begin;
  for (const Bracket& b : passage.brackets) {
    if (b.span.begin < at || b.span.begin >= window.end) continue;
    if (b.mark == Mark::quote) window.end = std::max(window.end, b.span.end);
    if (b.mark != Mark::book) continue;
    words += letters(passage.of({at, b.span.begin})) + U'\n';
    at = b.span.end;
  }
  return words + letters(passage.of({at, std::max(at, window.end)}));
}

// The first stretch of the words, at least kRun long, that `in` has and none of `but` has.
std::u32string_view telling(std::u32string_view words, const std::u32string& in,
                            const std::vector<std::u32string>& but) {
  for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
    std::size_t size = kRun;
    if (!holds(in, words.substr(at, size))) continue;
    while (at + size < words.size() && holds(in, words.substr(at, size + 1))) ++size;
    const std::u32string_view run = words.substr(at, size);
    if (std::none_of(but.begin(), but.end(),
                     [run](const std::u32string& text) { return holds(text, run); }))
      return run;
    at += size - kRun;
  }
  return {};
}

class Renumbered {
 public:
  Renumbered(Desk& desk, const Section& section, const std::vector<const CitationCheck*>& checks)
      : desk_(desk), section_(section), checks_(checks), laws_(*desk.options().laws) {}

  bool report(const CitationCheck& check) const {
    const CitationMention& citation = of(check);
    if (check.state != CitationState::found || names_version(citation.span) ||
        quoted(citation.span))
      return false;
    const std::u32string words = words_around(section_, citation.span);
    for (const LawVersion& other : others_of(check.answer->law)) {
      const auto meant = meant_in(other, check);
      if (!meant || cites(citation.instrument, meant->here.number)) continue;
      const auto run = told_by(words, *meant, check);
      if (run.empty() && !told_by_fine(*meant)) continue;
      say(check, *meant, run.empty() ? std::u32string(kFine) : run);
      return true;
    }
    return false;
  }

 private:
  const CitationMention& of(const CitationCheck& check) const {
    return section_.mentions->citations[static_cast<std::size_t>(check.citation)];
  }

  // What a quotation cites, its author cited.
  bool quoted(Span citation) const {
    return std::any_of(section_.passage.brackets.begin(), section_.passage.brackets.end(),
                       [citation](const Bracket& b) {
                         return b.mark == Mark::quote && b.inner.contains(citation);
                       });
  }

  // 修订前的《…》第五十九条: the text says itself which version it means.
  bool names_version(Span citation) const {
    for (const Span& sentence : section_.passage.sentences) {
      if (sentence.contains(citation))
        return around::holds_any(desk_.of(sentence), cues(Cue::other_version));
    }
    return false;
  }

  bool cites(const std::string& instrument, const std::string& number) const {
    return std::any_of(checks_.begin(), checks_.end(), [&](const CitationCheck* c) {
      return c->answer && c->answer->provision.number == number && of(*c).instrument == instrument;
    });
  }

  // The other versions, the nearest first; of two as near the older.
  std::vector<LawVersion> others_of(const LawVersion& law) const {
    auto all = laws_.versions(law.title);
    if (!all) return {};
    const auto here =
        std::find_if(all->begin(), all->end(), [&](const LawVersion& v) { return v.id == law.id; });
    std::vector<LawVersion> out;
    for (std::ptrdiff_t apart = 1; apart < std::ssize(*all); ++apart) {
      if (here - all->begin() >= apart) out.push_back(*(here - apart));
      if (all->end() - here > apart) out.push_back(*(here + apart));
    }
    return out;
  }

  std::optional<Meant> meant_in(const LawVersion& other, const CitationCheck& check) const {
    const LawAnswer& now = *check.answer;
    if (other.version < now.law.version &&
        !day_of_conduct(*section_.mentions, applies_from(now.law)).empty())
      return {};  // conduct from before the amendment
    const auto there = laws_.look_up(now.law.title, {now.provision.number}, applies_from(other));
    const LawCounterpart* here = there && there->law.id == other.id ? there->in(now.law) : nullptr;
    if (here == nullptr || here->provision.number == now.provision.number) return {};
    return Meant{other, there->provision, here->provision};
  }

  std::u32string told_by(const std::u32string& words, const Meant& meant,
                         const CitationCheck& check) const {
    const std::u32string there = letters(meant.there.text);
    if (telling(words, there, {}).empty()) return {};
    const auto all = laws_.provisions(check.answer->law.id);
    if (!all) return {};
    std::u32string cited;
    std::vector<std::u32string> others;
    for (const Provision& p : *all) {
      if (p.number == meant.here.number) continue;
      others.push_back(letters(p.text));
      if (p.number == check.answer->provision.number) cited = others.back();
    }
    if (!telling(words, cited, {there}).empty()) return {};
    return std::u32string(telling(words, there, others));
  }

  // The fine that the item tells of rests on none of the articles as they are in force.
  bool told_by_fine(const Meant& meant) const {
    const auto allows = [](const Provision& p) { return holds(letters(p.text), kFine); };
    const auto& sanctions = section_.mentions->sanctions;
    const bool fined = std::any_of(sanctions.begin(), sanctions.end(),
                                   [](const SanctionMention& s) { return s.type == "fine"; });
    return fined && allows(meant.there) && allows(meant.here) &&
           std::all_of(checks_.begin(), checks_.end(), [&](const CitationCheck* c) {
             return c->state == CitationState::found && !allows(c->answer->provision);
           });
  }

  void say(const CitationCheck& check, const Meant& meant, std::u32string_view run) const {
    const CitationMention& citation = of(check);
    const std::string& number = check.answer->provision.number;
    std::string fix = desk_.printed(citation.span);
    const std::size_t at = fix.find(number);
    const bool whole = at != std::string::npos && citation.provision == number;
    if (whole) fix.replace(at, number.size(), meant.here.number);
    desk_.report({"law.renumbered",
                  in_clean(citation.span),
                  {{"law", citation.instrument},
                   {"number", number},
                   {"now", meant.here.number},
                   {"day", check.day},
                   {"other", meant.other.version},
                   {"words", utf8_of(run)}},
                  whole ? std::optional(fix) : std::nullopt});
  }

  Desk& desk_;
  const Section& section_;
  const std::vector<const CitationCheck*>& checks_;
  const LawLibrary& laws_;
};

}  // namespace

std::vector<const CitationCheck*> check_renumbered(
    Desk& desk, const Section& section, const std::vector<const CitationCheck*>& checks) {
  const Renumbered renumbered(desk, section, checks);
  std::vector<const CitationCheck*> rest;
  for (const CitationCheck* check : checks) {
    if (!renumbered.report(*check)) rest.push_back(check);
  }
  return rest;
}

}  // namespace guanlan::checking
