// Organisations: companies, associations, institutes, universities, foreign organisations, threat groups.
//
// Names are found before (names.h); here they are held against what the item does with them: a platform
// named in passing, a masked party, an alias of a name given in full are left out.
#include <algorithm>
#include <array>

#include "extract/orgs/names.h"
#include "guanlan/mention.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using bodies::Part;
using orgs::Name;
using orgs::Source;

class Register {
 public:
  Register(const Passage& passage, const Mentions& done)
      : passage_(passage), done_(done), title_(passage, passage.title), body_(passage, passage.body) {}

  std::vector<NameMention> take() {
    for (const Part* part : {&title_, &body_}) {
      auto found = orgs::names_in(*part, done_.bodies);
      std::copy_if(found.begin(), found.end(), std::back_inserter(names_),
                   [&](const Name& n) { return !is_passing(*part, n); });
    }
    international();
    std::vector<NameMention> out;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (is_alias(i) || is_other_name(names_[i])) continue;
      const std::string text = words(names_[i]);
      if (std::any_of(out.begin(), out.end(), [&](const NameMention& m) { return text_of(m) == text; })) continue;
      out.push_back({names_[i].span, names_[i].text, {rule(names_[i].source), names_[i].span}});
    }
    return out;
  }

 private:
  static const char* rule(Source source) {
    switch (source) {
      case Source::known: return "org.known";
      case Source::op: return "org.operator";
      case Source::list: return "org.list";
      case Source::latin: return "org.latin";
      case Source::institute: return "org.institute";
      case Source::international: return "org.international";
      default: return "org.ending";
    }
  }
  [[nodiscard]] std::string words(const Name& name) const {
    return name.text.empty() ? std::string(name.span.of(passage_.text)) : name.text;
  }
  [[nodiscard]] std::string text_of(const NameMention& m) const {
    return m.name.empty() ? std::string(m.span.of(passage_.text)) : m.name;
  }

  // 抖音号, 通过抖音、快手等网络社交平台, “淘宝”, 淘宝网上: a platform in passing.
  [[nodiscard]] bool is_passing(const Part& part, const Name& name) const {
    const std::string_view text = part.of(name.span);
    if (part.in_book(name.span.begin) || text.find("某") != std::string_view::npos) return true;
    if (part.looking_back(name.span.begin, "某")) return true;
    if (name.source != Source::known) return false;
    static constexpr std::array<std::string_view, 17> kUses = {
        "号",     "账号",     "APP",      "App",  "平台", "上",     "网上",     "直播间", "客户端",
        "应用商", "应用市场", "电话手表", "手机", "广告", "大模型", "开放平台", "页面"};
    if (!part.one_of(name.span.end, kUses).empty()) return true;
    if (name.kind == "internet" && in_platform_list(part, name)) return true;
    return in_quotes(part, name.span) || in_site_list(part, name);
  }
  // 网站分别是腾讯、百度; a row of a table of sites.
  [[nodiscard]] bool in_site_list(const Part& part, const Name& name) const {
    if (!part.one_of(name.span.end, std::array<std::string_view, 4>{"\t", " www", " http", "www"}).empty()) return true;
    const std::uint32_t from = name.span.begin - std::min<std::uint32_t>(name.span.begin - part.span().begin, 150);
    const std::string_view before = part.of({from, name.span.begin});
    const auto site = before.rfind("网站");
    if (site == std::string_view::npos) return false;
    const std::string_view between = before.substr(site);
    return between.find("是") != std::string_view::npos && between.find("。") == std::string_view::npos;
  }
  // A short quotation: a product, a saying, a formula.
  [[nodiscard]] bool in_quotes(const Part& part, Span span) const {
    for (const Bracket& b : passage_.brackets) {
      if (b.mark == Mark::quote && b.inner.contains(span) && b.inner.size() < 90 && part.span().contains(b.span.begin)) return true;
    }
    return false;
  }
  [[nodiscard]] bool in_platform_list(const Part& part, const Name& name) const {
    std::uint32_t at = name.span.end;
    for (int n = 0; n < 20; ++n) {
      if (part.looking_at(at, "等")) {
        const std::string_view rest = passage_.text.substr(at + 3, 45);
        const auto stop = std::min(rest.find("平台"), rest.find("网站"));
        const auto mark = std::min(rest.find("。"), rest.find(","));
        return stop != std::string_view::npos && stop < mark;
      }
      const std::string_view c = part.next(at);
      if (c.empty() || c == "。" || c == "," || c == ";") return false;
      at += static_cast<std::uint32_t>(c.size());
    }
    return false;
  }

  // 联合国 where it is no authority of the item.
  void international() {
    for (std::size_t i = 0; i < done_.bodies.bodies.size(); ++i) {
      const BodyMention& body = done_.bodies.bodies[i];
      if (body.kind != BodyKind::foreign || body.domain != "organisation" || body.in_book) continue;
      const bool acts = std::any_of(done_.authorities.begin(), done_.authorities.end(),
                                    [&](const AuthorityMention& a) { return a.name == body.name; });
      if (body.name.ends_with("国集团") || body.name.ends_with("国家")) continue;
      const std::string_view after = passage_.text.substr(body.span.end, 6);
      if (acts || after.starts_with("会议") || after.starts_with("峰会")) continue;
      names_.push_back({body.span, {}, Source::international, 0, "organisation", false});
    }
  }

  // A shorter name of one that the item gives in full: 科大讯飞, 省互联网协会, 新媒体运营中心.
  [[nodiscard]] bool is_alias(std::size_t i) const {
    const std::string text = words(names_[i]);
    for (std::size_t k = 0; k < names_.size(); ++k) {
      if (k == i) continue;
      const std::string other = words(names_[k]);
      if (other.size() <= text.size()) continue;
      const bool same_row = names_[i].source == Source::known && names_[k].source == Source::known &&
                            names_[i].row == names_[k].row;
      if (same_row || other.ends_with(text)) return true;
      if (other.starts_with(text) && names_[i].source == Source::known && is_form(other.substr(text.size()))) return true;
    }
    return false;
  }
  // 浙江电信 where the item says 中国电信浙江公司; 上海电信 after (以下简称上海电信).
  [[nodiscard]] bool is_other_name(const Name& name) const {
    const std::string text = words(name);
    for (const std::string_view mark : {"简称", "下称", "简称“", "下称“", "简称:", "以下称"}) {
      const std::string_view all = passage_.of(passage_.body);
      for (std::size_t at = all.find(mark); at != std::string_view::npos; at = all.find(mark, at + 1)) {
        if (all.substr(at + mark.size()).starts_with(text)) return true;
      }
    }
    if (name.source != Source::op) return false;
    for (const Name& other : names_) {
      const std::string full = words(other);
      for (const std::string_view op : {"移动", "联通", "电信", "铁塔", "广电"}) {
        const auto at = text.find(op);
        if (at == std::string::npos || at == 0) continue;
        const auto whole = full.find("中国" + std::string(op));
        if (whole != std::string::npos && full.find(text.substr(0, at), whole + 6) != std::string::npos) return true;
      }
    }
    return false;
  }
  static bool is_form(std::string_view rest) {
    static constexpr std::array<std::string_view, 9> kForms = {"公司", "集团", "集团公司", "有限公司", "股份有限公司", "科技", "集团有限公司", "有限责任公司", "网"};
    return std::find(kForms.begin(), kForms.end(), rest) != kForms.end();
  }

  const Passage& passage_;
  const Mentions& done_;
  Part title_, body_;
  std::vector<Name> names_;
};

}  // namespace

std::vector<NameMention> find_orgs(const Passage& passage, const Mentions& done) {
  return Register(passage, done).take();
}

}  // namespace guanlan
