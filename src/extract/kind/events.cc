// What takes place: meetings, foundings, appointments; sections of figures, companies and
// associations in the headline.
#include <algorithm>

#include "extract/kind/actors.h"
#include "extract/kind/view.h"
#include "extract/kind/words.h"

namespace guanlan::kind {
namespace {

class Events : public View {
 public:
  using View::View;
  void read() {
    appointment();
    speech();
    indicators();
    actors();
    founding();
  }

 private:
  // 李某任…副主任
  void appointment() {
    const std::string_view head = title();
    const auto at = head.find("任");
    if (at == std::string_view::npos || at < 6 || at > 24) return;
    if (ends_with(head, Told::post))
      add("organization", 16, "kind.appointment", within(p_.title, at, 3));
  }

  // …会(在某地)(顺利)召开; 召开…会议
  static bool convened(std::string_view head) {
    const auto call = head.rfind("召开");
    if (call != std::string_view::npos && call > 0 && ends_with(head, Told::session)) return true;
    bool verb = false;
    for (const std::string_view end : words_of(Told::convenes)) {
      if (head.ends_with(end)) head.remove_suffix(end.size()), verb = true;
    }
    for (const std::string_view how : words_of(Told::manner)) {
      if (head.ends_with(how)) head.remove_suffix(how.size());
    }
    if (const auto at = head.rfind("在"); at != std::string_view::npos && head.size() - at <= 24)
      head = head.substr(0, at);
    return verb && ends_with(head, Told::session) && !head.ends_with("培训会");
  }

  // 某某:观点 as a headline and an event in the opening: a speech.
  void speech() {
    const std::string_view head = title();
    const auto colon = head.find(':');
    const std::string_view open = p_.of(opening());
    const bool event = holds(open, Told::event);
    if (colon != std::string_view::npos && colon > 0 && colon < 60 && event &&
        holds(open, Told::speaks)) {
      add("meeting", 10, "kind.speech", within(p_.title, 0, colon));
    }
    if (event && holds(open, Told::takes_place)) add("meeting", 3, "kind.event", opening());
    if (convened(title())) add("meeting", 26, "kind.convened", p_.title);
    const auto call = open.find("召开");
    if (call == std::string_view::npos) return;
    const std::string_view what = open.substr(call, 90);
    const std::string_view clause = what.substr(0, what.find_first_of(",;"));
    if (!holds(clause, Told::gathering) || holds(clause, Told::press)) return;
    // 某局部署…工作: by a meeting
    const bool sets_tasks = holds(title(), Told::tasks) && !holds(title(), Told::no_tasks);
    add("meeting", sets_tasks ? 14 : 7, "kind.convened", within(opening(), call, 6));
  }

  // 8月份，全省…: a section of indicators begins with its period.
  void indicators() {
    const std::string_view open = p_.of({p_.body.begin, std::min(p_.body.end, p_.body.begin + 24)});
    const bool period = holds(open, Told::period) || open.empty();
    const bool plain = !holds(title(), Told::deed);
    if (period && plain) add("statistics", 5, "kind.indicators", p_.title);
    if (operator_in_title() == nullptr && title().find(':') == std::string_view::npos &&
        holds(title(), Told::indicator) && plain && title().size() < 90) {
      add("statistics", 5, "kind.indicator-title", p_.title);
    }
  }

  // 上海移动, 河南联通: an operator of a place.
  [[nodiscard]] const NameMention* operator_in_title() const {
    for (const NameMention& org : done_.orgs) {
      if (p_.title.contains(org.span.begin) && std::string_view(org.why.rule) == "org.operator")
        return &org;
    }
    return nullptr;
  }

  // A company in the title makes news of its trade; an association, its activity.
  void actors() {
    if (const NameMention* op = operator_in_title())
      return add("industry", 6, "kind.company-in-title", op->span);
    const WordTable& orgs = p_.lexicon->table(WordClass::org);
    const WordTable& endings = p_.lexicon->table(WordClass::org_suffix);
    for (const Hit& hit : p_.hits) {
      if (!p_.title.contains(hit.span.begin)) break;
      const bool org = hit.cls == WordClass::org, ending = hit.cls == WordClass::org_suffix;
      if (!org && !ending) continue;
      const std::string_view sort =
          org ? orgs.cell(hit.row, "kind") : endings.cell(hit.row, "kind");
      if (sort == "association") return add("activity", 4, "kind.association-in-title", hit.span);
      if (org && is_company(sort)) return add("industry", 5, "kind.company-in-title", hit.span);
    }
  }

  // …中心启用, …平台启动: a body set up, or a system put to use.
  void founding() {
    std::string_view head = title();
    for (const std::string_view verb : words_of(Told::puts_to_use)) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    if (head.size() == title().size()) return;
    const bool granted = title().ends_with("获批");  // 某交易中心获批, not a licence of somebody
    const Span cue{p_.title.begin + static_cast<std::uint32_t>(head.size()), p_.title.end};
    for (const std::string_view verb : words_of(Told::opens)) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    const bool body = holds(head.substr(head.size() > 24 ? head.size() - 24 : 0), Told::body);
    if (granted && !body) return;
    add(body ? "organization" : "industry", granted ? 18 : body ? 10 : 5, "kind.founding", cue);
  }
};

}  // namespace

void event_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Events(passage, done, out).read();
}

}  // namespace guanlan::kind
