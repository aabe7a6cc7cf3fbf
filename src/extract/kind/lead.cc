// Who acts and what comes of it: where a newspaper's headline tells of the harm, the plan or the find,
// and the kind is that of the deed that the lead reports.
#include <algorithm>

#include "extract/kind/view.h"

namespace guanlan::kind {
namespace {

class Lead : public View {
 public:
  using View::View;
  void read() {
    case_of_police();
    penalty();
    adopted();
    plans();
    designates();
    report_of_lead();
    warns();
    campaign_of_lead();
    outreach();
  }

 private:
  static bool is_police(const BodyMention& body) {
    return body.kind == BodyKind::police || body.domain == "police" || body.name.starts_with("公安部");
  }

  template <class Test>
  [[nodiscard]] bool any_actor(Test test) const {
    return std::any_of(done_.authorities.begin(), done_.authorities.end(), [&](const AuthorityMention& a) {
      return a.body >= 0 && test(done_.bodies.bodies[static_cast<std::size_t>(a.body)]);
    });
  }

  [[nodiscard]] const SanctionMention* first_of(std::initializer_list<std::string_view> types) const {
    for (const SanctionMention& s : done_.sanctions) {
      if (std::find(types.begin(), types.end(), s.type) != types.end()) return &s;
    }
    return nullptr;
  }
  [[nodiscard]] const SanctionMention* taken() const {
    return first_of({"capture", "criminal_detention", "arrest", "coercive_measure"});
  }

  // The harm that the headline tells of is what the case or the penalty is about.
  void not_the_harm(Span cue) { add("incident", -8, "kind.harm-of-case", cue); }

  // 盗取百万条信息 网警端掉…: suspects are taken by the police.
  void case_of_police() {
    const SanctionMention* s = taken();
    if (s == nullptr || !any_actor(is_police)) return;
    if (has(title(), {"提醒", "警惕", "预警", "谨防"})) return;
    add("criminal-case", 6, "kind.police-takes", s->span);
    not_the_harm(s->span);
  }

  // 一单位数据被窃取 双双领罚: a body punishes a party by a law.
  void penalty() {
    const SanctionMention* s = first_of({"fine", "admin_penalty", "warning", "order_to_correct", "interview"});
    if (s == nullptr || taken() != nullptr || done_.authorities.empty()) return;
    if (any_actor([](const BodyMention& b) { return b.domain == "court"; })) return;
    if (done_.citations.empty() && !opening().contains(s->span.begin)) return;
    add("enforcement", 5, "kind.body-penalises", s->span);
    not_the_harm(s->span);
  }

  // 某峰会通过《某契约》: the meeting adopts a paper.
  void adopted() {
    for (const std::string_view verb : {"表决通过", "审议通过", "通过", "批准"}) {
      const auto at = title().find(verb);
      if (at == std::string_view::npos || at < 3) continue;
      const std::string_view what = title().substr(at + verb.size());
      if (!title().substr(0, at).ends_with("会") && !title().substr(0, at).ends_with("会议")) return;
      if (!what.starts_with("《") && !has(what, {"法案", "公约", "决议", "条例", "法"})) return;
      return add("legislation", 10, "kind.adopted", {p_.title.begin + static_cast<std::uint32_t>(at), p_.title.end});
    }
  }

  // 美国拟禁售…, 某市拟立法规范…: a rule to come.
  void plans() {
    for (const std::string_view verb : {"拟禁", "拟立法", "拟规定", "拟出台", "拟修", "拟要求", "拟限制", "拟强制", "拟制定", "拟规范", "拟放宽"}) {
      const auto at = title().find(verb);
      if (at == std::string_view::npos) continue;
      const auto begin = p_.title.begin + static_cast<std::uint32_t>(at);
      return add("legislation", 9, "kind.plans-rule", {begin, begin + static_cast<std::uint32_t>(verb.size())});
    }
  }

  // 某国将某设施列为关键基础设施: a rule by another word.
  void designates() {
    for (const std::string_view verb : {"列为", "指定为", "认定为"}) {
      const auto at = title().find(verb);
      if (at == std::string_view::npos || title().substr(0, at).find("将") == std::string_view::npos) continue;
      if (has(title(), {"清单", "名单", "嫌疑", "非法", "侵权", "垄断"})) return;
      const auto begin = p_.title.begin + static_cast<std::uint32_t>(at);
      return add("legislation", 8, "kind.designates", {begin, begin + static_cast<std::uint32_t>(verb.size())});
    }
  }

  // 某机构:大规模监控 over 发布报告…报告显示: the finding is the report's.
  void report_of_lead() {
    const std::string_view open = p_.of(opening());
    const bool record = has(title(), {"新纪录", "新高", "创下", "激增", "占比", "%"});  // the headline is a figure of it
    for (const std::string_view verb : {"发布", "公布", "发表"}) {
      const auto at = open.find(verb);
      if (at == std::string_view::npos) continue;
      const std::string_view clause = open.substr(at, open.find_first_of(",;:", at) - at);
      if (!clause.ends_with("报告") && !clause.ends_with("白皮书") && !clause.ends_with("蓝皮书")) continue;
      if (!record && !has(p_.of(p_.body), {"报告显示", "报告指出", "报告称", "报告认为", "白皮书显示", "白皮书指出"})) return;
      const auto begin = opening().begin + static_cast<std::uint32_t>(at);
      return add("report", record ? 36 : 7, "kind.lead-report", {begin, begin + static_cast<std::uint32_t>(clause.size())});
    }
  }

  // 消协支招 over 发布消费提示: whoever is warned, of what.
  void warns() {
    if (has(title(), {"漏洞", "勒索", "病毒", "木马", "后门"})) return;
    const std::string_view open = p_.of(opening());
    for (const std::string_view verb : {"发布", "发出", "作出"}) {
      for (auto at = open.find(verb); at != std::string_view::npos; at = open.find(verb, at + verb.size())) {
        const std::string_view what = open.substr(at + verb.size(), 36);
        const std::string_view clause = what.substr(0, what.find_first_of(",;:"));
        if (!has(clause, {"消费提示", "风险提示", "安全提示", "提示文章", "消费警示", "消费提醒", "安全提醒", "防骗提醒", "反诈提醒", "防范提示", "反诈预警"})) continue;
        const auto begin = opening().begin + static_cast<std::uint32_t>(at);
        return add("warning", 10, "kind.warns", {begin, begin + static_cast<std::uint32_t>(verb.size())});
      }
    }
  }

  // “春季攻势”剑指网络黑产 over 组织开展…集中行动,共打掉犯罪团伙15个: the sum of many cases.
  void campaign_of_lead() {
    if (has(title(), {"一起", "特大", "典型案"}) || title().ends_with("案") || title().ends_with("案件")) return;
    const std::string_view open = p_.of(opening());
    const auto at = std::min({open.find("专项行动"), open.find("集中行动"), open.find("专项整治"), open.find("集中整治"), open.find("打击整治行动"), open.find("会战")});
    if (at == std::string_view::npos) return;
    const std::string_view before = open.substr(at > 120 ? at - 120 : 0, std::min<std::size_t>(at, 120));
    if (!has(before, {"开展", "推进", "部署", "启动", "组织"})) return;
    if (!has(open.substr(at), {"共打掉", "共破获", "共侦破", "共抓获", "累计破获", "累计侦破", "累计抓获", "累计打掉", "侦办案件", "破获各类", "侦破各类", "共查处", "共侦办", "累计查处", "累计侦办", "侦破案件", "破获案件"})) return;
    const auto begin = opening().begin + static_cast<std::uint32_t>(at);
    add("campaign", 20, "kind.campaign-of-lead", {begin, begin + 12});
  }

  // 网警进社区教居民识骗防骗: people are taught, nobody is warned of one thing.
  void outreach() {
    for (const std::string_view word : {"进社区", "进校园", "进企业", "进农村", "进机关", "进家庭", "进军营", "进园区", "进万家"}) {
      const auto at = title().find(word);
      if (at != std::string_view::npos) return mark(at, word, "activity", 12);
    }
  }
};

}  // namespace

void lead_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) { Lead(passage, done, out).read(); }

}  // namespace guanlan::kind
