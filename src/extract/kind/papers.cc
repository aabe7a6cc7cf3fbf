// The papers that an item tells of: in its headline, in its opening, and the heading it stands
// under.
#include "extract/kind/view.h"
#include "extract/kind/words.h"
#include "text/stands.h"

namespace guanlan::kind {
namespace {

class Papers : public View {
 public:
  using View::View;
  void read() {
    headings();
    papers();
    campaign_paper();
    paper_of_lead();
  }

 private:
  void headings() {
    if (p_.document == nullptr || p_.item == nullptr) return;
    for (std::int32_t part = p_.item->part; part >= 0;
         part = p_.document->parts[static_cast<std::size_t>(part)].parent) {
      const Part& heading = p_.document->parts[static_cast<std::size_t>(part)];
      if (heading.path_text.size() > 120) continue;  // a heading that lists its items says nothing
      for (const Heading& h : heading_words()) {
        if (holds_word(heading.path_text, h.word))
          add(h.kind, h.weight, "kind.heading", heading.heading);
      }
    }
  }

  // 《…》 of the title: a paper issued, drafted or published.
  void papers() {
    for (const Bracket& b : p_.brackets) {
      if (b.mark != Mark::book || !p_.title.contains(b.span.begin)) continue;
      const std::string_view paper = p_.of(b.inner);
      add(paper_kind(paper), 9, "kind.paper-in-title", b.inner);
      if (holds(paper, Told::interprets)) add("legislation", 12, "kind.interpretation", b.inner);
      return;
    }
  }

  // 四部门规范某业务 over 联合印发《…意见》: where the headline prints no title.
  void paper_of_lead() {
    constexpr double kLead = 7;
    if (done_.authorities.empty() && done_.bodies.bodies.empty()) return;  // a platform's own
    if (holds(title(), Told::own_news)) return;
    for (const InstrumentMention& i : done_.instruments) {
      if (!opening().contains(i.span.begin) || i.status == "cited") continue;
      const std::string_view paper = p_.of(i.span);
      if (holds(paper, Told::special_paper)) continue;
      const std::string_view kind = paper_kind(paper);
      const bool told = i.status == "published" && kind == "legislation";
      return add(told ? "report" : kind, kLead, "kind.lead-paper", i.span);
    }
  }

  // 《关于组织开展…活动的通知》; 《关于开展…专项行动的公告》
  void campaign_paper() {
    for (const InstrumentMention& i : done_.instruments) {
      const std::string_view paper = p_.of(i.span);
      if (!holds(paper, Told::started) || i.status != "issued") continue;
      const bool special = holds(paper, Told::special) && opening().contains(i.span.begin);
      const bool drive = holds(paper, Told::drive) && paper.ends_with("通知");
      if (ends_with(paper, Told::notice) && (special || drive)) {
        return add("campaign", special ? 12 : 6, "kind.campaign-paper", i.span);
      }
    }
  }
};

}  // namespace

void paper_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Papers(passage, done, out).read();
}

}  // namespace guanlan::kind
