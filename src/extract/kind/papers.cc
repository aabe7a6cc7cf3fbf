// The papers that a headline tells of: what is issued, drafted, published, interpreted.
#include <array>

#include "extract/kind/view.h"

namespace guanlan::kind {
namespace {

// Words of a part's heading and what they say of the items below it.
struct Heading {
  std::string_view word, kind;
  double weight;
};
constexpr std::array<Heading, 31> kHeadings = {{
    {"防骗", "warning", 8},      {"预警", "warning", 4},       {"辟谣", "warning", 8},
    {"政策", "legislation", 2},  {"立法", "legislation", 3},   {"法规", "legislation", 3},
    {"标准", "standard", 2},     {"统计", "statistics", 6},    {"数据", "statistics", 2},
    {"网站访问量", "statistics", 8}, {"访问流量", "statistics", 8}, {"总体情况", "statistics", 8},
    {"网站情况", "statistics", 8},   {"发展情况", "statistics", 4}, {"完成情况", "statistics", 6},
    {"网络安全状况", "statistics", 8}, {"发言摘编", "meeting", 12}, {"发言", "meeting", 6},
    {"大咖", "meeting", 8},      {"协会动态", "activity", 3},  {"协会简讯", "activity", 3},
    {"会员动态", "industry", 2}, {"宣传周", "activity", 3},    {"典型案例", "enforcement", 2},
    {"司法", "judgment", 3},     {"审判", "judgment", 4},     {"裁判", "judgment", 4},
    {"行政处罚", "enforcement", 4}, {"专项行动", "campaign", 3},  {"专项整治", "campaign", 3},
    {"专项治理", "campaign", 3},
}};

// The last words of a paper's title and the kind of an item about it.
struct Paper {
  std::string_view ending, kind;
};
constexpr std::array<Paper, 20> kPapers = {{{"自律公约", "activity"},
                                            {"倡议", "activity"},
                                            {"倡议书", "activity"},
                                            {"承诺书", "activity"},
                                            {"自律承诺", "activity"},
                                            {"实践指南", "standard"},
                                            {"基本要求", "standard"},
                                            {"测评要求", "standard"},
                                            {"报告", "report"},
                                            {"白皮书", "report"},
                                            {"蓝皮书", "report"},
                                            {"调查", "report"},
                                            {"指数", "report"},
                                            {"榜单", "report"},
                                            {"年报", "report"},
                                            {"技术规范", "standard"},
                                            {"安全要求", "standard"},
                                            {"技术要求", "standard"},
                                            {"标准体系", "standard"},
                                            {"标准", "standard"}}};

// The series that national standards of the field are titled under (网络安全技术 …方法).
constexpr std::array<std::string_view, 5> kSeries = {"网络安全技术", "数据安全技术", "信息安全技术", "信息技术 ", "网络安全标准"};

std::string_view paper_kind(std::string_view title) {
  if (title.find("标准实践指南") != std::string_view::npos) return "standard";
  for (const std::string_view series : kSeries) {
    if (title.starts_with(series)) return "standard";
  }
  while (title.ends_with(")")) {  // (征求意见稿), (2024年)
    const auto open = title.rfind('(');
    if (open == std::string_view::npos) break;
    title = title.substr(0, open);
  }
  if (title.find("标准实践指南") != std::string_view::npos) return "standard";
  for (const Paper& p : kPapers) {
    if (title.ends_with(p.ending)) return p.kind;
  }
  return "legislation";
}

class Papers : public View {
 public:
  using View::View;
  void read() {
    headings();
    papers();
    standards_committee();
    standards_for_comment();
    report();
    unmarked_law();
    launched_by_notice();
    report_headline();
    campaign_paper();
    finding_of_report();
    figure_of_report();
    paper_of_lead();
  }

 private:
  void headings() {
    if (p_.document == nullptr || p_.item == nullptr) return;
    for (std::int32_t part = p_.item->part; part >= 0; part = p_.document->parts[static_cast<std::size_t>(part)].parent) {
      const Part& heading = p_.document->parts[static_cast<std::size_t>(part)];
      if (heading.path_text.size() > 120) continue;  // a heading that lists its items says nothing
      for (const Heading& h : kHeadings) {
        if (heading.path_text.find(h.word) != std::string::npos) add(h.kind, h.weight, "kind.heading", heading.heading);
      }
    }
  }

  // 《…》 of the title: a paper issued, drafted or published.
  void papers() {
    for (const Bracket& b : p_.brackets) {
      if (b.mark != Mark::book || !p_.title.contains(b.span.begin)) continue;
      const std::string_view paper = p_.of(b.inner);
      add(paper_kind(paper), 9, "kind.paper-in-title", b.inner);
      const bool interprets = has(paper, {"适用法律", "司法解释", "的解释"});
      if (interprets) add("legislation", 12, "kind.interpretation", b.inner);
      return;
    }
  }

  // 全国某标准化技术委员会发布《某框架》: what such a committee issues, but for papers on its own work.
  void standards_committee() {
    const bool issues = title().starts_with("全国") && has(title(), {"标准化技术委员会发布《", "网安标委发布《", "信安标委发布《"});
    const bool own = has(title(), {"要点", "计划", "办法", "章程", "报告", "白皮书"});
    const bool short_name = has(title(), {"标委发布", "标委印发"}) && (title().ends_with("规范") || title().ends_with("指南") || title().ends_with("要求"));
    if ((issues || short_name) && !own) add("standard", 14, "kind.standards-committee", p_.title);
  }

  // 2项国家标准公开征求意见: of standards, not of rules.
  void standards_for_comment() {
    if (has(title(), {"标准", "实践指南"}) && has(title(), {"征求意见"}) && !has(title(), {"办法", "条例", "规定"})) {
      add("standard", 20, "kind.standards-for-comment", p_.title);
    }
  }

  // 示例公司发布2024年…态势报告: without marks.
  void report() {
    const auto at = title().find("发布");
    if (at == std::string_view::npos) return;
    for (const std::string_view end : {"报告", "白皮书", "蓝皮书", "指数", "榜单", "百强"}) {
      if (title().ends_with(end)) return mark(at, "发布", "report", 7);
    }
    if (title().ends_with("报告》") || title().ends_with("白皮书》")) return mark(at, "发布", "report", 14);
    for (const std::string_view end : {"标准", "技术规范", "团体标准", "国家标准", "地方标准"}) {
      if (title().ends_with(end)) return mark(at, "发布", "standard", 8);
    }
  }

  // 报告:…, 某公司报告:…, …报告发布: the report is the news, whatever it tells of.
  void report_headline() {
    const std::string_view head = title();
    const auto colon = head.find("报告:");
    const bool tells = colon != std::string_view::npos && colon < 40;
    bool issued = has(head, {"报告发布 ", "白皮书发布 ", "蓝皮书发布 ", "报告发布,", "白皮书发布,", "蓝皮书发布,", "报告发布:", "蓝皮书发布:"});
    for (const std::string_view end : {"报告发布", "报告", "报告出炉", "报告正式发布", "白皮书发布", "白皮书"}) {
      issued = issued || (head.ends_with(end) && !has(head, {"作报告", "提交报告", "整改报告"}));
    }
    if (tells || issued) add("report", 9, "kind.report-headline", p_.title);
  }

  // 某警察组织:新技术重塑犯罪 over 发布《…威胁评估》: whoever speaks in the headline speaks by a report.
  void finding_of_report() {
    const auto colon = title().find(':');
    if (colon == std::string_view::npos || colon > 60) return;
    for (const InstrumentMention& i : done_.instruments) {
      if (i.status == "published" && opening().contains(i.span.begin)) return add("report", 14, "kind.finding-of-report", i.span);
    }
  }

  // 某类攻击同比激增30% over 某公司发布《年度报告》: the figure is the report's.
  void figure_of_report() {
    const bool compared = has(title(), {"同比", "环比"}) && title().find('%') != std::string_view::npos;
    if (!compared && !has(title(), {"规模", "普及率", "突破", "总量", "新高", "平均", "涨至", "升至", "增至", "降至", "占比"})) return;
    for (const InstrumentMention& i : done_.instruments) {
      const std::string_view paper = p_.of(i.span);
      const bool report = paper.ends_with("报告") || paper.ends_with("白皮书") || paper.ends_with("蓝皮书");
      if (report && i.status == "published" && opening().contains(i.span.begin)) {
        return add("report", 32, "kind.figure-of-report", i.span);
      }
    }
  }

  // 四部门规范某业务 over 联合印发《…意见》: where the headline prints no title.
  void paper_of_lead() {
    constexpr double kLead = 7;
    if (done_.authorities.empty() && done_.bodies.bodies.empty()) return;  // a platform's own
    if (has(title(), {"《", "专项", "活动", "大赛", "宣传"})) return;
    for (const InstrumentMention& i : done_.instruments) {
      if (!opening().contains(i.span.begin) || i.status == "cited") continue;
      const std::string_view paper = p_.of(i.span);
      if (has(paper, {"专项", "整治", "行动的通知", "活动的通知", "章程", "自律"})) continue;
      const std::string_view kind = paper_kind(paper);
      const bool told = i.status == "published" && kind == "legislation";
      return add(told ? "report" : kind, kLead, "kind.lead-paper", i.span);
    }
  }

  // 签署…法律, 出台…新规: a law of a country that prints it without 《》.
  void unmarked_law() {
    for (const std::string_view end : {"法律", "法案", "新规", "法令", "行政令", "条例", "新法"}) {
      if (!title().ends_with(end)) continue;
      if (!has(title(), {"签署", "通过", "出台", "发布", "颁布", "批准", "公布", "实施"})) continue;
      return add("legislation", 10, "kind.unmarked-law", {p_.title.end - static_cast<std::uint32_t>(end.size()), p_.title.end});
    }
  }

  // 关于开展…检查的通知: work that is launched.
  void launched_by_notice() {
    if (!has(title(), {"关于开展", "关于组织开展", "关于深入开展", "关于集中开展"})) return;
    if (!title().ends_with("通知") && !title().ends_with("公告") && !title().ends_with("通告")) return;
    if (!has(title(), {"检查", "整治", "专项", "治理", "排查", "行动", "清理", "整顿", "打击"})) return;
    add("campaign", 10, "kind.launched-by-notice", p_.title);
  }

  // 《关于组织开展…活动的通知》; 《关于开展…专项行动的公告》
  void campaign_paper() {
    for (const InstrumentMention& i : done_.instruments) {
      const std::string_view paper = p_.of(i.span);
      if (!has(paper, {"开展"}) || i.status != "issued") continue;
      const bool special = has(paper, {"专项行动", "专项整治", "专项治理", "集中整治"}) && opening().contains(i.span.begin);
      const bool notice = paper.ends_with("通知") || paper.ends_with("公告") || paper.ends_with("通告");
      if (notice && (special || (has(paper, {"行动", "活动"}) && paper.ends_with("通知")))) {
        return add("campaign", special ? 12 : 6, "kind.campaign-paper", i.span);
      }
    }
  }
};

}  // namespace

void paper_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) { Papers(passage, done, out).read(); }

}  // namespace guanlan::kind
