#include "extract/kind/features.h"

#include <algorithm>
#include <array>

namespace guanlan::kind {
namespace {

// Words of a part's heading and what they say of the items below it.
struct Heading {
  std::string_view word, kind;
  double weight;
};
constexpr std::array<Heading, 26> kHeadings = {{
    {"防骗", "warning", 8},      {"预警", "warning", 4},       {"辟谣", "warning", 8},
    {"政策", "legislation", 2},  {"立法", "legislation", 3},   {"法规", "legislation", 3},
    {"标准", "standard", 2},     {"统计", "statistics", 6},    {"数据", "statistics", 2},
    {"网站访问量", "statistics", 8}, {"访问流量", "statistics", 8}, {"总体情况", "statistics", 8},
    {"网站情况", "statistics", 8},   {"发展情况", "statistics", 4}, {"完成情况", "statistics", 6},
    {"网络安全状况", "statistics", 8}, {"发言摘编", "meeting", 12}, {"发言", "meeting", 6},
    {"大咖", "meeting", 8},      {"协会动态", "activity", 3},  {"协会简讯", "activity", 3},
    {"会员动态", "industry", 2}, {"宣传周", "activity", 3},    {"典型案例", "enforcement", 2},
    {"司法", "judgment", 3},     {"审判", "judgment", 4},
}};

// The last words of a paper's title and the kind of an item about it.
struct Paper {
  std::string_view ending, kind;
};
constexpr std::array<Paper, 19> kPapers = {{{"自律公约", "activity"},
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
                                            {"标准", "standard"}}};

std::string_view paper_kind(std::string_view title) {
  if (title.find("标准实践指南") != std::string_view::npos) return "standard";
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

class Features {
 public:
  Features(const Passage& passage, const Mentions& done) : p_(passage), done_(done) {}

  std::vector<Feature> take() {
    headings();
    papers();
    standards_for_comment();
    report();
    unmarked_law();
    launched_by_notice();
    report_headline();
    risk_notice();
    figure_headline();
    regulator_sues();
    body_punishes();
    courts();
    single_case();
    police_cases();
    results();
    assembly();
    set_up();
    appointment();
    speech();
    indicators();
    sanctions();
    actors();
    founding();
    campaign_paper();
    return std::move(out_);
  }

 private:
  void add(std::string_view kind, double weight, const char* rule, Span cue) {
    out_.push_back({std::string(kind), weight, rule, cue});
  }
  [[nodiscard]] std::string_view title() const { return p_.of(p_.title); }
  [[nodiscard]] Span opening() const { return {p_.body.begin, opening_end(p_)}; }

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

  // 示例公司发布2024年…态势报告: without marks.
  void report() {
    const auto at = title().find("发布");
    if (at == std::string_view::npos) return;
    for (const std::string_view end : {"报告", "白皮书", "蓝皮书", "指数", "榜单", "百强"}) {
      if (title().ends_with(end)) return mark(at, "发布", "report", 7);
    }
    if (title().ends_with("报告》") || title().ends_with("白皮书》")) return mark(at, "发布", "report", 7);
    for (const std::string_view end : {"标准", "技术规范", "团体标准", "国家标准", "地方标准"}) {
      if (title().ends_with(end)) return mark(at, "发布", "standard", 8);
    }
  }

  // 2项国家标准公开征求意见: of standards, not of rules.
  void standards_for_comment() {
    if (has(title(), {"标准", "实践指南"}) && has(title(), {"征求意见"}) && !has(title(), {"办法", "条例", "规定"})) {
      add("standard", 12, "kind.standards-for-comment", p_.title);
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

  // 报告:…, 某公司报告:…, …报告发布: the report is the news, whatever it tells of.
  void report_headline() {
    const std::string_view head = title();
    const auto colon = head.find("报告:");
    const bool tells = colon != std::string_view::npos && colon < 40;
    bool issued = false;
    for (const std::string_view end : {"报告发布", "报告", "报告出炉", "报告正式发布", "白皮书发布", "白皮书"}) {
      issued = issued || (head.ends_with(end) && !has(head, {"作报告", "提交报告", "整改报告"}));
    }
    if (tells || issued) add("report", 9, "kind.report-headline", p_.title);
  }

  // …勒索病毒的风险提示: of a danger to systems, not to people's purses.
  void risk_notice() {
    if (!has(title(), {"风险提示", "预警", "安全提示", "安全公告"})) return;
    if (has(title(), {"漏洞", "勒索", "病毒", "木马", "后门", "恶意软件", "蠕虫"})) add("incident", 10, "kind.risk-notice", p_.title);
  }

  // 美国联邦贸易委员会起诉某公司: a regulator abroad goes to court.
  void regulator_sues() {
    if (!has(title(), {"起诉", "提起诉讼", "指控"})) return;
    for (const Hit& hit : p_.hits) {
      if (!p_.title.contains(hit.span.begin)) break;
      if (hit.cls == WordClass::foreign_authority) return add("enforcement", 12, "kind.regulator-sues", hit.span);
    }
  }

  // 某谣言传播 网信办约谈…: a body that punishes in the headline, whatever else it tells of.
  void body_punishes() {
    for (const BodyMention& body : done_.bodies.bodies) {
      if (!body.in_title) break;
      const std::string_view rest = p_.text.substr(body.span.end, std::min<std::size_t>(p_.title.end - body.span.end, 60));
      const bool soon = has(rest.substr(0, 24), {"约谈", "责令", "处罚", "罚款", "立案调查"});
      if (soon && !has(rest, {"诈骗", "发布", "规定", "办法", "制度"})) return add("enforcement", 10, "kind.body-punishes", body.span);
    }
  }

  // 同比上升35.5%, 全国5G用户突破9亿户: a figure is the news.
  void figure_headline() {
    const std::string_view head = title();
    const bool compared = has(head, {"同比", "环比"}) && head.find('%') != std::string_view::npos;
    const bool reached = (head.starts_with("全国") || head.starts_with("我国")) && has(head, {"突破", "达", "超"}) &&
                         has(head, {"万户", "亿户", "万个", "亿个", "亿元", "亿人", "万人", "亿"});
    if (compared || reached) add("statistics", 16, "kind.figure-headline", p_.title);
  }

  void courts() {
    for (const BodyMention& body : done_.bodies.bodies) {  // 某法院:… as a headline
      if (!body.in_title) break;
      const bool leads = body.span.begin == p_.title.begin;  // 某法院:…, 某法院发布典型案例
      if (body.domain == "court") return add("judgment", leads ? 12 : 6, "kind.court-in-title", body.span);
    }
    for (const AuthorityMention& a : done_.authorities) {
      if (a.body < 0) continue;
      const std::string_view domain = done_.bodies.bodies[static_cast<std::size_t>(a.body)].domain;
      if (domain == "court") return add("judgment", 6, "kind.court-acts", a.span);
    }
  }

  // 警方打击一起…案件: a headline about one case.
  void single_case() {
    if (!title().ends_with("案") && !title().ends_with("案件")) return;
    if (has(title(), {"人民检察院诉", "检察机关诉", "公司诉", "检察院督促"})) return add("judgment", 14, "kind.suit", p_.title);
    if (has(title(), {"一起", "警方", "公安", "网警"}) && has(title(), {"未落实", "未履行", "不履行", "处罚"})) {
      return add("enforcement", 8, "kind.single-case", p_.title);
    }
    if (has(title(), {"一起", "警方", "公安", "网警"}) && !has(title(), {"行政", "审理", "判"})) {
      add("criminal-case", 6, "kind.single-case", p_.title);
    }
  }

  // 公安厅公布9起典型案例: of crimes, where nothing says that they are of another kind.
  void police_cases() {
    if (!has(title(), {"典型案例", "典型案件"}) || has(title(), {"执法", "行政", "不履行", "未履行", "未落实", "保护义务", "公益诉讼"})) return;
    const bool police = std::any_of(done_.authorities.begin(), done_.authorities.end(), [&](const AuthorityMention& a) {
      return a.body >= 0 && is_police(done_.bodies.bodies[static_cast<std::size_t>(a.body)]);
    });
    if (police) add("criminal-case", 12, "kind.police-cases", p_.title);
  }
  static bool is_police(const BodyMention& body) { return body.kind == BodyKind::police || body.domain == "police" || body.name.starts_with("公安部"); }

  // “示例2024”专项行动侦办案件3100余起: what a special action came to.
  void results() {
    if (!has(title(), {"专项行动", "集中行动", "专项整治", "百日行动", "净网", "护网", "断卡", "清朗", "剑网", "护苗", "”行动"})) return;
    if (has(title(), {"典型案例", "一起"})) return;
    constexpr double kMany = 20;
    const bool many = std::any_of(p_.numerals.begin(), p_.numerals.end(), [&](const Numeral& n) {
      const std::string_view unit = p_.text.substr(n.span.end, 6);
      return p_.title.contains(n.span) && n.value >= kMany && has(unit, {"起", "名", "人", "件", "个"});
    });
    if (many || has(title(), {"成效", "战果", "成果", "以来"})) add("campaign", 24, "kind.results", p_.title);
  }

  // …成立大会, …揭牌仪式 of a body: it is set up; …表彰大会 is an association's activity.
  void assembly() {
    for (const std::string_view word : {"成立大会", "成立仪式", "揭牌仪式", "成立暨", "换届大会", "换届选举"}) {
      if (const auto at = title().find(word); at != std::string_view::npos) return mark(at, word, "organization", 30);
    }
    for (const std::string_view word : {"表彰大会", "表彰会", "颁奖典礼", "颁奖仪式", "年会暨"}) {
      if (const auto at = title().find(word); at != std::string_view::npos) return mark(at, word, "activity", 14);
    }
  }
  // 成都成立人工智能产业联盟
  void set_up() {
    const auto at = title().find("成立");
    if (at == std::string_view::npos) return;
    for (const std::string_view end : {"联盟", "协会", "学会", "联合会", "委员会", "专委会", "研究院", "实验室", "中心"}) {
      if (title().ends_with(end)) return mark(at, "成立", "organization", 10);
    }
  }
  void mark(std::size_t at, std::string_view word, const char* kind, double weight) {
    const auto begin = p_.title.begin + static_cast<std::uint32_t>(at);
    add(kind, weight, "kind.assembly", {begin, begin + static_cast<std::uint32_t>(word.size())});
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
      add("meeting", 7, "kind.convened", {begin, begin + 6});
    }
  }

  // 8月份，全省…: a section of indicators begins with its period.
  void indicators() {
    const std::string_view open = p_.of({p_.body.begin, std::min(p_.body.end, p_.body.begin + 24)});
    const bool period = has(open, {"月份,", "月,全", "月,我", "月,新", "季度,", "月底,", "上半年,"}) || open.empty();
    const bool plain = !has(title(), {"发布", "公布", "召开", "印发", "举办", "开展", "通报", ",", "举行"});
    if (period && plain) add("statistics", 5, "kind.indicators", p_.title);
    if (operator_in_title() == nullptr && has(title(), {"排名", "流量", "数量", "情况", "态势", "指标", "用户"}) && plain && title().size() < 90) {
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

  // …中心启用, …平台启动: a body set up, or a system put to use.
  void founding() {
    std::string_view head = title();
    for (const std::string_view verb : {"运营", "启动", "启用", "上线", "成立", "揭牌", "挂牌", "投用", "投入使用", "正式"}) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    if (head.size() == title().size()) return;
    const Span cue{p_.title.begin + static_cast<std::uint32_t>(head.size()), p_.title.end};
    for (const std::string_view verb : {"启用", "正式", "上线"}) {
      if (head.ends_with(verb)) head.remove_suffix(verb.size());
    }
    const bool body = has(head.substr(head.size() > 24 ? head.size() - 24 : 0), {"中心", "协会", "联盟", "委员会", "研究院", "实验室", "专委会", "联合会", "分会", "局"});
    add(body ? "organization" : "industry", body ? 10 : 5, "kind.founding", cue);
  }

  // 《关于组织开展…活动的通知》
  void campaign_paper() {
    for (const InstrumentMention& i : done_.instruments) {
      const std::string_view paper = p_.of(i.span);
      if (has(paper, {"开展"}) && has(paper, {"行动", "活动"}) && paper.ends_with("通知") && i.status == "issued") {
        return add("campaign", 6, "kind.campaign-paper", i.span);
      }
    }
  }

  void sanctions() {
    for (const SanctionMention& s : done_.sanctions) {
      if (s.type == "capture" || s.type == "criminal_detention" || s.type == "arrest") {
        return add("criminal-case", 2, "kind.sanction", s.span);
      }
      if (s.type == "fine" || s.type == "interview" || s.type == "admin_penalty" || s.type == "warning") {
        return add("enforcement", 2, "kind.sanction", s.span);
      }
    }
  }

  static bool has(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto w) { return text.find(w) != std::string_view::npos; });
  }

  const Passage& p_;
  const Mentions& done_;
  std::vector<Feature> out_;
};

}  // namespace

std::uint32_t opening_end(const Passage& passage) {
  const std::uint32_t limit = std::min(passage.body.end, passage.body.begin + 360);
  for (const Span sentence : passage.sentences) {
    if (!passage.body.contains(sentence.begin) || passage.title.contains(sentence.begin)) continue;
    if (sentence.end - passage.body.begin >= 120) return std::min(limit, sentence.end);
  }
  return limit;
}

std::uint32_t main_clause(const Passage& passage) {
  const std::string_view title = passage.of(passage.title);
  for (const std::string_view word : {"因", "针对", "为", "由于", "面对", "随着"}) {
    if (!title.starts_with(word)) continue;
    const auto comma = title.find(',');
    if (comma != std::string_view::npos) return passage.title.begin + static_cast<std::uint32_t>(comma);
  }
  return passage.title.begin;
}

bool in_paper(const Passage& passage, Span span) {
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::book && b.span.contains(span)) return true;
    if (passage.body.contains(b.span.begin) && b.span.begin > opening_end(passage)) break;
  }
  return false;
}

std::vector<Feature> features(const Passage& passage, const Mentions& done) {
  return Features(passage, done).take();
}

}  // namespace guanlan::kind
