// Kind: what sort of report an item is, by weighted cues.
//
// Words: kind_cues.tsv; a word counts most in the title, less in the opening of the body, least in
// the rest, and once per row and place. Words inside the name of a body or organisation do not
// count. The first sentence is a second headline: strong words that else count in titles only count
// there too. Structure: the features of features.h; several words together: rules.tsv. Where the
// title says little (117款大模型“持证上岗”), what the opening says counts double. Where a deed is
// the news, the words of the harm count for a share. The kind with the greatest sum wins; `Why`
// names the strongest cue of the winner.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/kind/features.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

constexpr double kInTitle = 3, kInOpening = 1.2, kInLead = 0.9, kInRest = 0.3, kRestLimit = 2;
constexpr double kAtEnd = 1.5;  // the head of a Chinese headline stands last
constexpr double kTellingTitle = 7, kPlainTitle = 2;
constexpr double kTellingWord =
    3;  // the lighter headline words (技术, 举办) tell nothing in a sentence

struct Score {
  double sum = 0;
  double best = 0;
  Why why{"kind.none", {}};
  void add(double weight, Why reason) {
    sum += weight;
    if (weight > best) best = weight, why = reason;
  }
};

class Scale {
 public:
  Scale(const Passage& passage, const Mentions& done)
      : passage_(passage), done_(done), opening_(kind::opening_end(passage)), lead_(lead_end()) {
    mask(done.bodies.bodies);
    for (const NameMention& org : done.orgs) masked_.push_back(org.span);
    for (const Span span : done.bodies.institutes) masked_.push_back(span);
    std::sort(masked_.begin(), masked_.end());
  }

  void weigh() {
    words();
    for (kind::Feature& f : kind::features(passage_, done_)) evidence_.push_back(std::move(f));
    const double opening = title_tells() ? 1 : kPlainTitle;
    std::map<std::string_view, double> share;  // of a kind's words that is left
    for (const kind::Feature& e : evidence_) {
      if (e.weight < 0)
        share[e.kind] = std::min(share.emplace(e.kind, 1).first->second, 1 + e.weight);
    }
    for (const kind::Feature& e : evidence_) {
      const auto left = share.find(e.kind);
      if (e.weight < 0) {
        cues_.push_back({e.kind, e.weight, {e.rule, e.cue}});
        continue;
      }
      const bool opens = e.cue.begin >= passage_.body.begin && e.cue.begin < opening_;
      const double weight =
          e.weight * (opens ? opening : 1) * (left != share.end() ? left->second : 1);
      scores_[e.kind].add(weight, {e.rule, e.cue});
      cues_.push_back({e.kind, weight, {e.rule, e.cue}});
    }
  }

  void decide(Mentions& out) {
    out.kind = "other";
    const Score* winner = nullptr;
    for (const auto& [name, score] : scores_) {
      if (winner != nullptr && score.sum <= winner->sum) continue;
      winner = &score;
      out.kind = name;
    }
    if (winner == nullptr || winner->sum < 1) out.kind = "other";
    if (winner != nullptr) out.kind_why = winner->why;
    out.kind_cues = std::move(cues_);
  }

 private:
  void mask(const std::vector<BodyMention>& bodies) {
    for (const BodyMention& body : bodies) {
      if (body.kind != BodyKind::police) masked_.push_back(body.span);
    }
  }
  [[nodiscard]] bool is_masked(Span cue) const {
    auto it = std::upper_bound(masked_.begin(), masked_.end(), Span{cue.begin, UINT32_MAX});
    for (int look = 0; it != masked_.begin() && look < 4; ++look) {
      --it;
      if (it->contains(cue)) return true;
    }
    return false;
  }

  // The end of the first sentence, or of its first clauses.
  [[nodiscard]] std::uint32_t lead_end() const {
    constexpr std::uint32_t kLongest = 180;
    const std::uint32_t limit =
        std::min({opening_, passage_.body.begin + kLongest, passage_.body.end});
    for (const Span sentence : passage_.sentences) {
      if (sentence.begin >= passage_.body.begin && passage_.body.contains(sentence.begin))
        return std::min(limit, sentence.end);
    }
    return limit;
  }

  // Whether the title's own words say what sort of report it heads.
  [[nodiscard]] bool title_tells() const {
    std::map<std::string_view, double> sums;
    for (const kind::Feature& e : evidence_) {
      if (passage_.title.contains(e.cue.begin) && (sums[e.kind] += e.weight) >= kTellingTitle)
        return true;
    }
    return false;
  }

  void words() {
    const WordTable& table = passage_.lexicon->table(WordClass::kind_cue);
    const int kind = table.column("kind"), weight = table.column("weight"),
              where = table.column("where");
    std::set<std::pair<std::uint32_t, int>> seen;
    std::map<std::string_view, double> rest;
    std::uint32_t reach = 0;
    bool in_title = true;
    for (const Hit& hit : passage_.hits) {
      if (in_title && !passage_.title.contains(hit.span.begin)) in_title = false, reach = 0;
      if (hit.cls != WordClass::kind_cue || hit.span.end <= reach || is_masked(hit.span)) continue;
      reach = hit.span.end;
      const std::string_view place = table.at(hit.row, where), of = table.at(hit.row, kind);
      const double w = table.at(hit.row, weight).empty() ? 1 : table.at(hit.row, weight)[0] - '0';
      const bool headline_word = place == "title" && !in_title;
      const bool in_lead = hit.span.end <= lead_ && w >= kTellingWord && of != "industry";
      if ((headline_word && !in_lead) || (place == "body" && in_title)) continue;
      if (kind::in_paper(passage_, hit.span)) continue;
      const int part = in_title ? 0 : hit.span.begin < opening_ ? 1 : 2;
      if (!seen.emplace(hit.row, part).second) continue;
      if (part == 2) {
        const double add = std::min(w * kInRest, kRestLimit - rest[of]);
        if (add <= 0) continue;
        rest[of] += add;
        evidence_.push_back({std::string(of), add, "kind.word-in-body", hit.span});
        continue;
      }
      const bool aside = part == 0 && hit.span.begin < kind::main_clause(passage_);
      const double place_weight = headline_word        ? kInLead
                                  : part == 1 || aside ? kInOpening
                                                       : kInTitle;
      evidence_.push_back({std::string(of),
                           w * place_weight * (hit.span.end == passage_.title.end ? kAtEnd : 1),
                           part == 0 ? "kind.word-in-title" : "kind.word-in-opening", hit.span});
    }
  }

  const Passage& passage_;
  const Mentions& done_;
  std::vector<Span> masked_;
  std::uint32_t opening_, lead_;  // where they end
  std::vector<kind::Feature> evidence_;
  std::vector<KindCue> cues_;  // the same as they were weighed
  std::map<std::string, Score> scores_;
};

}  // namespace

void find_kind(const Passage& passage, Mentions& done) {
  Scale scale(passage, done);
  scale.weigh();
  scale.decide(done);
}

}  // namespace guanlan
