// What bodies do to parties: cases, penalties, suits, special actions and what they came to.
#include <array>

#include "extract/kind/view.h"

namespace guanlan::kind {
namespace {

class Cases : public View {
 public:
  using View::View;
  void read() {
    risk_notice();
    regulator_sues();
    settles();
    inspection();
    inquiry();
    review();
    stops();
    body_punishes();
    courts();
    single_case();
    police_cases();
    results();
    sanctions();
  }

 private:
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

  // 总检察长与某公司达成14亿美元和解: with a regulator, in the headline.
  void settles() {
    if (!has(title(), {"和解"}) || !has(title(), {"达成", "同意", "支付"}) || has(title(), {"法院", "集体诉讼"})) return;
    add("enforcement", 24, "kind.settles", p_.title);
  }

  // 某市开展网络安全检查
  void inspection() {
    if (!title().ends_with("检查") && !title().ends_with("抽查") && !title().ends_with("督查")) return;
    if (has(title(), {"开展", "启动", "组织", "联合"})) add("enforcement", 10, "kind.inspection", p_.title);
  }

  // 某国监管机构对某平台启动正式调查: a body that opens an inquiry in the headline.
  void inquiry() {
    if (!has(title(), {"启动正式调查", "启动调查", "展开调查", "展开联合调查", "启动联合调查", "开展联合调查", "发起调查", "立案调查", "发起反垄断调查", "启动反垄断调查"})) return;
    for (const BodyMention& body : done_.bodies.bodies) {
      if (body.in_title && body.kind != BodyKind::police) return add("enforcement", 26, "kind.inquiry", body.span);
    }
  }

  // 对某公司启动网络安全审查
  void review() {
    const bool opened = has(title(), {"启动网络安全审查", "实施网络安全审查", "启动安全审查", "启动国家安全审查", "启动反垄断审查"});
    if (opened) add("enforcement", 20, "kind.review", p_.title);
  }

  // 某国因隐私问题暂停某公司的数据处理: a body stops a party.
  void stops() {
    if (!has(title(), {"叫停", "暂停", "封禁", "下令禁止", "责令停止"}) || has(title(), {"法案", "条例", "办法", "规定"})) return;
    for (const AuthorityMention& a : done_.authorities) {
      if (opening().contains(a.span.begin)) return add("enforcement", 12, "kind.stops", a.span);
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
    if (has(title(), {"查处"}) && !has(title(), {"侦破", "破获", "侦办", "打掉"}) && punished_by_order()) {
      return add("enforcement", 12, "kind.single-case", p_.title);
    }
    if (has(title(), {"一起", "警方", "公安", "网警"}) && !has(title(), {"行政", "审理", "判"})) {
      add("criminal-case", 6, "kind.single-case", p_.title);
    }
  }

  // 行政拘留, 罚款 and no suspect taken: a case of order, not of crime.
  [[nodiscard]] bool punished_by_order() const {
    bool order = false;
    for (const SanctionMention& s : done_.sanctions) {
      if (s.type == "capture" || s.type == "criminal_detention" || s.type == "arrest") return false;
      order = order || s.type == "admin_detention" || s.type == "admin_penalty" || s.type == "fine" || s.type == "warning";
    }
    return order;
  }

  // 公安厅公布9起典型案例: of crimes, where nothing says that they are of another kind.
  void police_cases() {
    if (!has(title(), {"典型案例", "典型案件"}) || has(title(), {"执法", "行政", "不履行", "未履行", "未落实", "保护义务", "公益诉讼"})) return;
    const bool police = std::any_of(done_.authorities.begin(), done_.authorities.end(), [&](const AuthorityMention& a) {
      return a.body >= 0 && is_police(done_.bodies.bodies[static_cast<std::size_t>(a.body)]);
    });
    if (police) add("criminal-case", 18, "kind.police-cases", p_.title);
  }

  static bool is_police(const BodyMention& body) { return body.kind == BodyKind::police || body.domain == "police" || body.name.starts_with("公安部"); }

  // “示例2024”专项行动侦办案件3100余起: what a special action came to.
  void results() {
    const bool came_to = (title().ends_with("成效") || title().ends_with("战果")) && has(title(), {"打击", "整治", "治理"});
    if (came_to || has(title(), {"取得显著成效", "取得明显成效", "取得阶段性成效", "取得积极成效", "取得重大战果"})) {
      return add("campaign", 24, "kind.results", p_.title);
    }
    if (!has(title(), {"专项行动", "集中行动", "专项整治", "百日行动", "净网", "护网", "断卡", "清朗", "剑网", "护苗", "”行动"})) return;
    if (has(title(), {"典型案例", "一起"})) return;
    constexpr double kMany = 20;
    const bool many = std::any_of(p_.numerals.begin(), p_.numerals.end(), [&](const Numeral& n) {
      const std::string_view unit = p_.text.substr(n.span.end, 6);
      return p_.title.contains(n.span) && n.value >= kMany && has(unit, {"起", "名", "人", "件", "个"});
    });
    if (many || has(title(), {"成效", "战果", "成果", "以来"})) add("campaign", 24, "kind.results", p_.title);
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
};

}  // namespace

void case_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) { Cases(passage, done, out).read(); }

}  // namespace guanlan::kind
