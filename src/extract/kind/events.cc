// What takes place: meetings, foundings, appointments; figures, companies and associations in the headline.
#include <algorithm>
#include <array>

#include "extract/kind/view.h"

namespace guanlan::kind {
namespace {

class Events : public View {
 public:
  using View::View;
  void read() {
    figure_headline();
    assembly();
    set_up();
    awards();
    honours();
    appointment();
    speech();
    indicators();
    actors();
    founding();
    product();
  }

 private:
  // 同比上升35.5%, 全国5G用户突破9亿户: a figure is the news.
  void figure_headline() {
    const std::string_view head = title();
    const bool compared = has(head, {"同比", "环比"}) && head.find('%') != std::string_view::npos;
    const bool reached = (head.starts_with("全国") || head.starts_with("我国")) && has(head, {"突破", "达", "超"}) &&
                         has(head, {"万户", "亿户", "万个", "亿个", "亿元", "亿人", "万人", "亿"});
    // 5G基站已达185.4万个; not of one company.
    const bool indicator = has(head, {"基站", "网民", "互联网用户", "电话用户", "宽带用户", "域名", "接入流量"}) && has(head, {"达", "突破", "超"}) &&
                           has(head, {"万户", "亿户", "万个", "亿个", "亿人", "万人"}) &&
                           std::none_of(done_.orgs.begin(), done_.orgs.end(), [&](const NameMention& org) { return p_.title.contains(org.span.begin); });
    if (compared || reached || indicator) add("statistics", compared ? 22 : 16, "kind.figure-headline", p_.title);
  }

  // …成立大会, …揭牌仪式 of a body: it is set up; …表彰大会 is an association's activity.
  void assembly() {
    for (const std::string_view word : {"成立大会", "成立仪式", "揭牌仪式", "成立暨", "换届大会", "换届选举"}) {
      if (const auto at = title().find(word); at != std::string_view::npos) return mark(at, word, "organization", 30);
    }
    for (const std::string_view word : {"会员大会", "会员代表大会"}) {  // with the choice of a new council
      const auto at = title().find(word);
      if (at != std::string_view::npos && has(p_.of(p_.body), {"换届", "选举产生"})) return mark(at, word, "organization", 30);
    }
    for (const std::string_view word : {"表彰大会", "表彰会", "颁奖典礼", "颁奖仪式", "年会暨"}) {
      if (const auto at = title().find(word); at != std::string_view::npos) return mark(at, word, "activity", 14);
    }
  }

  // 2022年度某奖励评选结果公告
  void awards() {
    if (has(title(), {"评选结果", "获奖名单", "获奖结果", "评奖结果"})) add("activity", 20, "kind.awards", p_.title);
  }

  // 某科技登榜专精特新“小巨人”: a company tells of its honours.
  void honours() {
    if (!has(title(), {"登榜", "上榜", "荣获", "斩获", "喜报", "喜讯", "再添“国字号”"}) || has(title(), {"协会", "学会", "联盟", "大赛", "竞赛"})) return;
    add("industry", 12, "kind.honours", p_.title);
  }

  // 成都成立人工智能产业联盟; 四家公司组建示例论坛: a body by the name of a meeting
  void set_up() {
    for (const std::string_view verb : {"成立", "组建"}) {
      const auto at = title().find(verb);
      if (at == std::string_view::npos) continue;
      for (const std::string_view end : {"联盟", "协会", "学会", "联合会", "委员会", "专委会", "研究院", "研究所", "实验室", "中心", "工作组", "理事会"}) {
        if (title().ends_with(end)) return mark(at, verb, "organization", 10);
      }
      if (title().ends_with("论坛")) return mark(at, verb, "organization", 20);
    }
  }

  // 李某任…副主任
  void appointment() {
    const std::string_view head = title();
    const auto at = head.find("任");
    if (at == std::string_view::npos || at < 6 || at > 24) return;
    for (const std::string_view post : {"主任", "局长", "书记", "部长", "厅长", "院长", "会长", "理事长", "主席", "秘书长", "总经理", "董事长"}) {
      if (!head.ends_with(post)) continue;
      const auto begin = p_.title.begin + static_cast<std::uint32_t>(at);
      return add("organization", 16, "kind.appointment", {begin, begin + 3});
    }
  }

  // …会(在某地)(顺利)召开; 召开…会议
  static bool convened(std::string_view head) {
    const auto call = head.rfind("召开");
    if (call != std::string_view::npos && call > 0 && (head.ends_with("会") || head.ends_with("会议"))) return true;
    bool verb = false;
    for (const std::string_view end : {"召开", "举行", "开幕", "闭幕", "落幕"}) {
      if (head.ends_with(end)) head.remove_suffix(end.size()), verb = true;
    }
    for (const std::string_view how : {"顺利", "成功", "隆重", "圆满", "胜利", "正式"}) {
      if (head.ends_with(how)) head.remove_suffix(how.size());
    }
    if (const auto at = head.rfind("在"); at != std::string_view::npos && head.size() - at <= 24) head = head.substr(0, at);
    return verb && (head.ends_with("会") || head.ends_with("会议")) && !head.ends_with("培训会");
  }

  // 某某:观点 as a headline and an event in the opening: a speech.
  void speech() {
    const std::string_view head = title();
    const auto colon = head.find(':');
    const std::string_view open = p_.of(opening());
    const bool event = has(open, {"大会", "论坛", "峰会", "会议", "座谈"});
    if (colon != std::string_view::npos && colon > 0 && colon < 60 && event &&
        has(open, {"表示", "致辞", "演讲", "认为", "对话", "分享", "称", "主持"})) {
      add("meeting", 10, "kind.speech", {p_.title.begin, p_.title.begin + static_cast<std::uint32_t>(colon)});
    }
    if (event && has(open, {"出席", "举行", "召开", "举办", "致辞", "期间"})) add("meeting", 3, "kind.event", opening());
    if (convened(title())) add("meeting", 13, "kind.convened", p_.title);
    const auto call = open.find("召开");
    if (call == std::string_view::npos) return;
    const std::string_view what = open.substr(call, 90);
    const auto stop = what.find_first_of(",;");
    const std::string_view clause = what.substr(0, stop);
    if (has(clause, {"会议", "座谈会", "大会", "推进会", "部署会", "研讨会"}) && !has(clause, {"发布会"})) {
      const auto begin = opening().begin + static_cast<std::uint32_t>(call);
      const bool sets_tasks = has(title(), {"部署"}) && !has(title(), {"行动", "大赛"});  // 某局部署…工作: by a meeting
      add("meeting", sets_tasks ? 14 : 7, "kind.convened", {begin, begin + 6});
    }
  }

  // 8月份，全省…: a section of indicators begins with its period.
  void indicators() {
    const std::string_view open = p_.of({p_.body.begin, std::min(p_.body.end, p_.body.begin + 24)});
    const bool period = has(open, {"月份,", "月,全", "月,我", "月,新", "季度,", "月底,", "上半年,"}) || open.empty();
    const bool plain = !has(title(), {"发布", "公布", "召开", "印发", "举办", "开展", "通报", ",", "举行"});
    if (period && plain) add("statistics", 5, "kind.indicators", p_.title);
    if (operator_in_title() == nullptr && title().find(':') == std::string_view::npos && has(title(), {"排名", "流量", "数量", "情况", "态势", "指标", "用户"}) && plain && title().size() < 90) {
      add("statistics", 5, "kind.indicator-title", p_.title);
    }
  }

  // 上海移动, 河南联通: an operator of a place.
  [[nodiscard]] const NameMention* operator_in_title() const {
    for (const NameMention& org : done_.orgs) {
      if (p_.title.contains(org.span.begin) && std::string_view(org.why.rule) == "org.operator") return &org;
    }
    return nullptr;
  }

  // A company in the title makes news of its trade; an association, its activity.
  void actors() {
    if (const NameMention* op = operator_in_title()) return add("industry", 6, "kind.company-in-title", op->span);
    const WordTable& orgs = p_.lexicon->table(WordClass::org);
    const WordTable& endings = p_.lexicon->table(WordClass::org_suffix);
    for (const Hit& hit : p_.hits) {
      if (!p_.title.contains(hit.span.begin)) break;
      const bool org = hit.cls == WordClass::org, ending = hit.cls == WordClass::org_suffix;
      if (!org && !ending) continue;
      const std::string_view sort = org ? orgs.cell(hit.row, "kind") : endings.cell(hit.row, "kind");
      if (sort == "association") return add("activity", 4, "kind.association-in-title", hit.span);
      if (org && (sort == "operator" || sort == "internet" || sort == "telecom" || sort == "hardware" ||
                  sort == "software" || sort == "ai" || sort == "security")) {
        return add("industry", 5, "kind.company-in-title", hit.span);
      }
    }
  }

  // 某机构发布…测试平台, 某公司推出…工具: a product is the news, whatever it is against.
  void product() {
    const auto at = std::min(title().find("发布"), title().find("推出"));
    if (at == std::string_view::npos || has(title().substr(at), {"《", "名单", "第"})) return;
    for (const std::string_view end : {"平台", "工具", "产品", "模型", "套件", "解决方案", "芯片", "操作系统"}) {
      if (title().ends_with(end)) return mark(at, "发布", "industry", 14);
    }
  }

  // …中心启用, …平台启动: a body set up, or a system put to use.
  void founding() {
    std::string_view head = title();
    for (const std::string_view verb : {"运营", "启动", "启用", "上线", "成立", "揭牌", "挂牌", "投用", "投入使用", "获批", "正式"}) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    if (head.size() == title().size()) return;
    const bool granted = title().ends_with("获批");  // 某交易中心获批, not a licence of somebody
    const Span cue{p_.title.begin + static_cast<std::uint32_t>(head.size()), p_.title.end};
    for (const std::string_view verb : {"启用", "正式", "上线"}) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    const bool body = has(head.substr(head.size() > 24 ? head.size() - 24 : 0), {"中心", "协会", "联盟", "委员会", "研究院", "实验室", "专委会", "联合会", "分会", "局"});
    if (granted && !body) return;
    add(body ? "organization" : "industry", granted ? 18 : body ? 10 : 5, "kind.founding", cue);
  }
};

}  // namespace

void event_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) { Events(passage, done, out).read(); }

}  // namespace guanlan::kind
