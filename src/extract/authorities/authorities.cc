// Authorities: public bodies that act in the item, one entry a body, by official name.
//
// Bodies are parsed before (extract/bodies); here each is judged by its sentence (acting.h), and the
// mentions of one body are put together: 杭州警方, 杭州公安, 杭州市公安局; a unit with its body.
#include <algorithm>

#include "extract/authorities/acting.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

using authorities::Acting;
using authorities::Verdict;

bool is_police(const BodyMention& body) {
  return body.kind == BodyKind::police || body.domain == "police";
}

class Roll {
 public:
  Roll(const Passage& passage, const Bodies& bodies)
      : passage_(passage), map_(passage.lexicon->gazetteer()), all_(bodies.bodies) {}

  std::vector<AuthorityMention> take() {
    const Acting acting(passage_);
    verdicts_.reserve(all_.size());
    for (const BodyMention& body : all_) verdicts_.push_back(acting.judge(body));
    std::vector<AuthorityMention> out;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!verdicts_[i].acts || only_named(i)) continue;
      const std::string name = name_of(i);
      if (name.empty()) continue;
      const bool known = std::any_of(out.begin(), out.end(), [&](const auto& a) { return a.name == name; });
      if (known) continue;
      out.push_back({all_[i].span, name, std::string(verdicts_[i].role), static_cast<std::int32_t>(i),
                     verdicts_[i].why});
    }
    return out;
  }

 private:
  // An international organisation is an authority where it issues something, else an organisation.
  [[nodiscard]] bool only_named(std::size_t i) const {
    return all_[i].kind == BodyKind::foreign && all_[i].domain == "organisation" && verdicts_[i].role != "issue";
  }

  // The name under which a mention is listed; empty: another mention stands for it.
  [[nodiscard]] std::string name_of(std::size_t i) const {
    const BodyMention& body = all_[i];
    if (body.kind == BodyKind::foreign) return alias_of(i);
    if (!is_police(body) || body.place == kNoPlace) return body.name;
    if (body.kind == BodyKind::police) {
      for (const BodyMention& other : all_) {  // the same police by its full name
        if (other.kind != BodyKind::local || !is_police(other) || other.place != body.place) continue;
        return other.is_unit ? other.above : other.name;
      }
      if (body.in_title && finer_police(body)) return {};
      return first_alias(body.place);
    }
    if (!body.is_unit) return body.name;
    const bool above = std::any_of(all_.begin(), all_.end(), [&](const BodyMention& other) {
      return other.name == body.above ||
             (other.kind == BodyKind::police && other.place == body.place && other.place != kNoPlace);
    });
    return above ? body.above : body.name;
  }

  // 山西长治警方 of a headline, where the body tells which branch.
  [[nodiscard]] bool finer_police(const BodyMention& body) const {
    const bool again = std::any_of(all_.begin(), all_.end(), [&](const BodyMention& other) {
      return !other.in_title && other.kind == BodyKind::police && other.place == body.place;
    });
    return !again && std::any_of(all_.begin(), all_.end(), [&](const BodyMention& other) {
      return is_police(other) && other.place != kNoPlace && other.place != body.place &&
             map_.within(other.place, body.place);
    });
  }

  // Of 青岛警方, 青岛网警, 青岛公安 the one with 警方, else the first.
  [[nodiscard]] std::string first_alias(PlaceId place) const {
    const BodyMention* first = nullptr;
    for (const BodyMention& other : all_) {
      if (other.kind != BodyKind::police || other.place != place) continue;
      if (first == nullptr || (!first->name.ends_with("警方") && other.name.ends_with("警方"))) first = &other;
    }
    return first->name;
  }

  // 美国FCC of the headline is the body that the text calls 美国联邦贸易委员会(FCC).
  [[nodiscard]] std::string alias_of(std::size_t i) const {
    const std::string_view surface = all_[i].span.of(passage_.text);
    for (const BodyMention& other : all_) {
      const std::string_view after = passage_.text.substr(other.span.end, 24);
      const auto close = after.find(')');
      if (!after.starts_with('(') || close == std::string_view::npos) continue;
      const std::string_view acronym = after.substr(1, close - 1);
      if (acronym.size() >= 2 && surface.ends_with(acronym)) return other.name;
    }
    return all_[i].name;
  }

  const Passage& passage_;
  const Gazetteer& map_;
  const std::vector<BodyMention>& all_;
  std::vector<Verdict> verdicts_;
};

}  // namespace

std::vector<AuthorityMention> find_authorities(const Passage& passage, const Mentions& done) {
  return Roll(passage, done.bodies).take();
}

}  // namespace guanlan
