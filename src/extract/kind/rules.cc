// What several words of a headline tell together: the rows of lexicon/kind/rules.tsv, whose head
// says what its columns are. Here is what a row may need beside words.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "extract/around.h"
#include "extract/kind/actors.h"
#include "extract/kind/view.h"
#include "extract/kind/words.h"
#include "lexicon/rows.h"
#include "lexicon/trie.h"

namespace guanlan::kind {
namespace {

using Words = std::vector<std::uint32_t>;  // numbers of words in the vocabulary

enum class Need : std::uint8_t {
  police_acts,
  police_takes,
  penalised,
  order_punished,
  body_named,
  authority_opens,
  foreign_authority,
  report_published,
  report_named,
  speaker,
  many,
  company_named,
  no_company,
  no_authority,
  elects,
  no_campaign,
  early,
  count_
};
constexpr std::array<std::string_view, static_cast<std::size_t>(Need::count_)> kNeeds = {
    "police-acts",
    "police-takes",
    "penalised",
    "order-punished",
    "body-named",
    "authority-opens",
    "foreign-authority",
    "report-published",
    "report-named",
    "speaker",
    "many",
    "company-named",
    "no-company",
    "no-authority",
    "elects",
    "no-campaign",
    "early"};

struct Rule {
  std::string id;
  std::string_view kind;
  double weight = 0;
  Words title, with, starts, ends, without, lead;
  std::vector<Need> needs;
};

std::vector<std::string_view> listed(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

// All words of the rows, each once, so that one pass over a text finds those of every row.
class Vocabulary {
 public:
  Words number(std::string_view cell) {
    Words words;
    for (const std::string_view word : listed(cell)) {
      const auto next = static_cast<std::uint32_t>(words_.size());
      const auto [known, fresh] = numbers_.emplace(word, next);
      if (fresh) words_.push_back(word);
      words.push_back(known->second);
    }
    return words;
  }
  void close() { trie_ = Trie({numbers_.begin(), numbers_.end()}); }

  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_[number]; }

  static constexpr std::uint32_t kNowhere = UINT32_MAX;
  // Where each word stands first in the part; kNowhere: not in it.
  [[nodiscard]] std::vector<std::uint32_t> places_in(const Passage& passage, Span part) const {
    std::vector<std::uint32_t> places(words_.size(), kNowhere);
    const std::string_view text = passage.text.substr(0, part.end);
    trie_.scan(text, part.begin, part.end, [&](std::size_t at, std::size_t, std::uint32_t number) {
      places[number] = std::min(places[number], static_cast<std::uint32_t>(at));
    });
    return places;
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string_view> words_;
  Trie trie_;
};

struct Table {
  Vocabulary vocabulary;
  std::vector<Rule> rules;
};

// rule kind weight title with starts ends without lead needs
Table load() {
  Table table;
  const auto words = [&](std::string_view cell) { return table.vocabulary.number(cell); };
  for (const auto& row : rows_of("lexicon/kind/rules.tsv")) {
    Rule rule{"kind." + std::string(row[0]),
              row[1],
              std::stod(std::string(row[2])),
              words(row[3]),
              words(row[4]),
              words(row[5]),
              words(row[6]),
              words(row[7]),
              words(row[8]),
              {}};
    for (const std::string_view need : listed(row[9])) {
      const auto at = std::find(kNeeds.begin(), kNeeds.end(), need);
      rule.needs.push_back(static_cast<Need>(at - kNeeds.begin()));
    }
    table.rules.push_back(std::move(rule));
  }
  table.vocabulary.close();
  return table;
}

const Table& table() {
  static const Table all = load();
  return all;
}

class Rules : public View {
 public:
  Rules(const Passage& passage, const Mentions& done, std::vector<Feature>& out)
      : View(passage, done, out),
        in_title_(table().vocabulary.places_in(passage, passage.title)),
        in_opening_(table().vocabulary.places_in(passage, opening())) {}

  void read() {
    const std::string* counted = nullptr;  // the id of the row that counted last
    for (const Rule& rule : table().rules) {
      if (counted != nullptr && *counted == rule.id) continue;
      const auto cue = holds(rule);
      counted = cue ? &rule.id : nullptr;
      if (cue) add(rule.kind, rule.weight, rule.id.c_str(), *cue);
    }
  }

 private:
  // The words that decide where the row holds.
  [[nodiscard]] std::optional<Span> holds(const Rule& rule) {
    if (!rule.starts.empty() && !starts(rule.starts)) return {};
    if (!rule.ends.empty() && !ends(rule.ends)) return {};
    std::optional<Span> cue;
    if (!rule.title.empty() && !(cue = standing(rule.title, in_title_))) return {};
    if (!rule.with.empty() && !standing(rule.with, in_title_)) return {};
    if (standing(rule.without, in_title_)) return {};
    if (!rule.lead.empty()) {
      const auto told = standing(rule.lead, in_opening_);
      if (!told) return {};
      if (!cue) cue = told;
    }
    for (const Need need : rule.needs) {
      const auto found = need == Need::early ? early(cue) : met(need);
      if (!found) return {};
      if (!found->empty()) cue = found;
    }
    return cue ? cue : p_.title;
  }

  using Places = std::vector<std::uint32_t>;

  // The first place of the first word that stands somewhere.
  [[nodiscard]] static std::optional<Span> standing(const Words& words, const Places& places) {
    for (const std::uint32_t number : words) {
      const std::uint32_t at = places[number];
      if (at == Vocabulary::kNowhere) continue;
      const auto size = static_cast<std::uint32_t>(table().vocabulary.word(number).size());
      return Span{at, at + size};
    }
    return {};
  }
  [[nodiscard]] bool starts(const Words& words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::uint32_t number) { return in_title_[number] == p_.title.begin; });
  }
  [[nodiscard]] bool ends(const Words& words) const {
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t number) {
      return stands_last(title(), table().vocabulary.word(number));
    });
  }

  [[nodiscard]] std::optional<Span> early(std::optional<Span> cue) const {
    constexpr std::uint32_t kEarly = 40;  // bytes
    return cue && cue->begin < p_.title.begin + kEarly ? cue : std::nullopt;
  }

  // Each need is looked at once for an item.
  [[nodiscard]] std::optional<Span> met(Need need) {
    auto& known = met_[static_cast<std::size_t>(need)];
    if (!known) known = look(need);
    return *known;
  }

  [[nodiscard]] std::optional<Span> look(Need need) const {
    switch (need) {
      case Need::police_acts:
        return any_actor(done_, is_police) ? std::optional<Span>(Span{}) : std::nullopt;
      case Need::police_takes:
        return span_of(any_actor(done_, is_police) ? taken(done_) : nullptr);
      case Need::penalised:
        return span_of(penalty());
      case Need::order_punished:
        return punished_by_order() ? std::optional<Span>(Span{}) : std::nullopt;
      case Need::body_named:
        return body_named();
      case Need::authority_opens:
        return authority_opens();
      case Need::foreign_authority:
        return foreign_authority();
      case Need::report_published:
        return report(false);
      case Need::report_named:
        return report(true);
      case Need::speaker:
        return speaker();
      case Need::many:
        return many() ? std::optional<Span>(Span{}) : std::nullopt;
      case Need::company_named:
        return company_named(p_);
      case Need::no_company:
        return company() ? std::nullopt : std::optional<Span>(Span{});
      case Need::no_authority:
        return authority_opens() ? std::nullopt : std::optional<Span>(Span{});
      case Need::elects:
        return around::holds_any(p_.of(p_.body), {"换届", "选举产生"}) ? std::optional<Span>(Span{})
                                                                       : std::nullopt;
      case Need::no_campaign:
        return around::holds_any(p_.of(opening()), words_of(Told::special))
                   ? std::nullopt
                   : std::optional<Span>(Span{});
      default:
        return {};
    }
  }

  template <class Mention>
  static std::optional<Span> span_of(const Mention* m) {
    return m != nullptr ? std::optional<Span>(m->span) : std::nullopt;
  }

  // 一单位数据被窃取 双双领罚: a body punishes a party, by a law or in the opening.
  [[nodiscard]] const SanctionMention* penalty() const {
    const SanctionMention* s =
        first_of(done_, {"fine", "admin_penalty", "warning", "order_to_correct", "interview"});
    if (s == nullptr || taken(done_) != nullptr || done_.authorities.empty()) return nullptr;
    if (any_actor(done_, [](const BodyMention& b) { return b.domain == "court"; })) return nullptr;
    return done_.citations.empty() && !opening().contains(s->span.begin) ? nullptr : s;
  }

  // 行政拘留, 罚款 and no suspect taken: a case of order, not of crime.
  [[nodiscard]] bool punished_by_order() const {
    return first_of(done_, {"capture", "criminal_detention", "arrest"}) == nullptr &&
           first_of(done_, {"admin_detention", "admin_penalty", "fine", "warning"}) != nullptr;
  }

  [[nodiscard]] std::optional<Span> body_named() const {
    for (const BodyMention& body : done_.bodies.bodies) {
      if (body.in_title && body.kind != BodyKind::police) return body.span;
    }
    return {};
  }

  [[nodiscard]] std::optional<Span> authority_opens() const {
    for (const AuthorityMention& a : done_.authorities) {
      if (opening().contains(a.span.begin)) return a.span;
    }
    return {};
  }

  [[nodiscard]] std::optional<Span> foreign_authority() const {
    for (const Hit& hit : p_.hits) {
      if (!p_.title.contains(hit.span.begin)) break;
      if (hit.cls == WordClass::foreign_authority) return hit.span;
    }
    return {};
  }

  [[nodiscard]] std::optional<Span> report(bool named) const {
    for (const InstrumentMention& i : done_.instruments) {
      if (i.status != "published" || !opening().contains(i.span.begin)) continue;
      const std::string_view paper = p_.of(i.span);
      const bool is_report =
          paper.ends_with("报告") || paper.ends_with("白皮书") || paper.ends_with("蓝皮书");
      if (!named || is_report) return i.span;
    }
    return {};
  }

  [[nodiscard]] std::optional<Span> speaker() const {
    constexpr std::size_t kLongest = 60;
    const auto colon = title().find(':');
    if (colon == std::string_view::npos || colon > kLongest) return {};
    return Span{p_.title.begin, p_.title.begin + static_cast<std::uint32_t>(colon)};
  }

  [[nodiscard]] bool many() const {
    constexpr double kMany = 20;
    return std::any_of(p_.numerals.begin(), p_.numerals.end(), [&](const Numeral& n) {
      const std::string_view unit = p_.text.substr(n.span.end, 6);
      return p_.title.contains(n.span) && n.value >= kMany &&
             around::holds_any(unit, {"起", "名", "人", "件", "个"});
    });
  }

  [[nodiscard]] bool company() const {
    return std::any_of(done_.orgs.begin(), done_.orgs.end(),
                       [&](const NameMention& org) { return p_.title.contains(org.span.begin); });
  }

  Places in_title_, in_opening_;
  std::array<std::optional<std::optional<Span>>, kNeeds.size()> met_;
};

}  // namespace

std::span<const std::string_view> rule_needs() { return kNeeds; }

void rule_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Rules(passage, done, out).read();
}

}  // namespace guanlan::kind
