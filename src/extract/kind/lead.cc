// What the first sentence tells: where a newspaper's headline tells of the harm, the plan or the
// find, the kind is that of the deed in the lead.
#include <algorithm>

#include "extract/around.h"
#include "extract/kind/view.h"
#include "extract/kind/words.h"

namespace guanlan::kind {
namespace {

// The clause behind a verb, to its comma.
std::string_view clause_at(std::string_view text, std::size_t at,
                           std::size_t longest = std::string_view::npos) {
  const std::string_view rest = text.substr(at, longest);
  return rest.substr(0, rest.find_first_of(",;:"));
}

class Lead : public View {
 public:
  using View::View;
  void read() {
    adopted();
    report_of_lead();
    warns();
    campaign_of_lead();
  }

 private:
  // 某峰会通过《某契约》: the meeting adopts a paper.
  void adopted() {
    for (const std::string_view verb : words_of(Told::adopts)) {
      const auto at = find_word(title(), verb);
      if (at == std::string_view::npos || at < 3) continue;
      const std::string_view what = title().substr(at + verb.size());
      if (!title().substr(0, at).ends_with("会") && !title().substr(0, at).ends_with("会议"))
        return;
      if (!what.starts_with("《") && !holds(what, Told::law)) return;
      return add("legislation", 10, "kind.adopted", within(p_.title, at, title().size() - at));
    }
  }

  // 某机构:大规模监控 over 发布报告…报告显示: the finding is the report's.
  void report_of_lead() {
    const std::string_view open = p_.of(opening());
    const bool record = holds(title(), Told::figure);  // the headline is a figure of it
    for (const std::string_view verb : words_of(Told::publishes)) {
      const auto at = find_word(open, verb);
      if (at == std::string_view::npos) continue;
      const std::string_view clause = clause_at(open, at);
      if (!ends_with(clause, Told::report)) continue;
      if (!record && !holds(p_.of(p_.body), Told::finding)) return;
      return add("report", record ? 36 : 7, "kind.lead-report",
                 within(opening(), at, clause.size()));
    }
  }

  // 消协支招 over 发布消费提示: whoever is warned, of what.
  void warns() {
    if (holds(title(), Told::danger)) return;
    const std::string_view open = p_.of(opening());
    for (const std::string_view verb : words_of(Told::warns)) {
      for (auto at = find_word(open, verb); at != std::string_view::npos;
           at = find_word(open, verb, at + verb.size())) {
        if (!holds(clause_at(open, at + verb.size(), 36), Told::warning)) continue;
        return add("warning", 10, "kind.warns", within(opening(), at, verb.size()));
      }
    }
  }

  // “春季攻势”剑指网络黑产 over 组织开展…集中行动,共打掉犯罪团伙15个: the sum of many cases.
  void campaign_of_lead() {
    if (holds(title(), Told::one_case) || title().ends_with("案") || title().ends_with("案件"))
      return;
    const std::string_view open = p_.of(opening());
    std::size_t at = std::string_view::npos;
    for (const std::string_view word : words_of(Told::special))
      at = std::min(at, find_word(open, word));
    if (at == std::string_view::npos) return;
    const std::string_view before =
        open.substr(at > 120 ? at - 120 : 0, std::min<std::size_t>(at, 120));
    if (!holds(before, Told::launches) || !holds(open.substr(at), Told::sum)) return;
    add("campaign", 30, "kind.campaign-of-lead", within(opening(), at, 12));
  }
};

}  // namespace

void lead_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Lead(passage, done, out).read();
}

}  // namespace guanlan::kind
