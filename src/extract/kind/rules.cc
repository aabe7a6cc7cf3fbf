// What several words of a headline tell together: whether the rows of rule_table.h hold, and what
// they need beside words.
#include <algorithm>
#include <array>
#include <optional>

#include "extract/around.h"
#include "extract/kind/actors.h"
#include "extract/kind/rule_table.h"
#include "extract/kind/view.h"
#include "extract/kind/words.h"

namespace guanlan::kind {
namespace {

class Rules : public View {
 public:
  Rules(const Passage& passage, const Mentions& done, std::vector<Feature>& out)
      : View(passage, done, out),
        in_title_(rule_table().vocabulary.places_in(passage, passage.title)),
        in_opening_(rule_table().vocabulary.places_in(passage, opening())) {}

  void read() {
    const std::string* counted = nullptr;  // the id of the row that counted last
    for (const Rule& rule : rule_table().rules) {
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
  [[nodiscard]] static std::optional<Span> standing(const Vocabulary::Words& words,
                                                    const Places& places) {
    for (const std::uint32_t number : words) {
      const std::uint32_t at = places[number];
      if (at == Vocabulary::kNowhere) continue;
      const auto size = static_cast<std::uint32_t>(rule_table().vocabulary.word(number).size());
      return Span{at, at + size};
    }
    return {};
  }
  [[nodiscard]] bool starts(const Vocabulary::Words& words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::uint32_t number) { return in_title_[number] == p_.title.begin; });
  }
  [[nodiscard]] bool ends(const Vocabulary::Words& words) const {
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t number) {
      return stands_last(title(), rule_table().vocabulary.word(number));
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
  std::array<std::optional<std::optional<Span>>, static_cast<std::size_t>(Need::count_)> met_;
};

}  // namespace

void rule_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Rules(passage, done, out).read();
}

}  // namespace guanlan::kind
