// Organisations: companies, associations, institutes, universities, foreign organisations, threat
// groups.
//
// Names are found before (names.h); here they are held against what the item does with them: a
// platform named in passing, a masked party, an alias of a name given in full are left out.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "extract/list_noun.h"
#include "extract/orgs/aliases.h"
#include "extract/orgs/names.h"
#include "extract/orgs/words.h"
#include "guanlan/mention.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using bodies::Part;
using orgs::Name;
using orgs::Source;

class Register {
 public:
  Register(const Passage& passage, const Mentions& done)
      : passage_(passage),
        done_(done),
        title_(passage, passage.title),
        body_(passage, passage.body) {}

  std::vector<NameMention> take() {
    for (const Part* part : {&title_, &body_}) {
      auto found = orgs::names_in(*part, done_.bodies);
      std::copy_if(found.begin(), found.end(), std::back_inserter(names_),
                   [&](const Name& n) { return !is_passing(*part, n) && !is_app(n); });
    }
    bodies();
    std::vector<std::string> texts;
    for (const Name& name : names_) texts.push_back(words(name));
    const orgs::Aliases aliases(passage_, names_, texts);
    std::vector<NameMention> out;
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (aliases.stands_for_another(i) || ends_an_authority(texts[i]) ||
          !seen.insert(texts[i]).second)
        continue;
      out.push_back({names_[i].span, names_[i].text, {rule(names_[i].source), names_[i].span}});
    }
    return out;
  }

 private:
  static const char* rule(Source source) {
    switch (source) {
      case Source::known:
        return "org.known";
      case Source::op:
        return "org.operator";
      case Source::list:
        return "org.list";
      case Source::latin:
        return "org.latin";
      case Source::institute:
        return "org.institute";
      case Source::international:
        return "org.international";
      default:
        return "org.ending";
    }
  }
  // 淘宝网 where it is what the item is about; 网易 in the app 网易新闻.
  [[nodiscard]] bool is_app(const Name& name) const {
    const bool bare = name.source == Source::known ||
                      name.source == Source::list;  // else 示例银行 in a list of apps
    const std::string_view words = name.span.of(passage_.text);
    return std::any_of(done_.apps.begin(), done_.apps.end(), [&](const NameMention& app) {
      return bare ? app.name == words || app.span.contains(name.span) : app.span == name.span;
    });
  }
  // 示例市G信息有限公司, 示例X商贸有限公司: a letter alone among the characters stands for what is
  // hidden.
  static bool is_masked(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_ascii = [](char c) {
      return static_cast<unsigned char>(c) < 0x80 && c != '(' && c != ')';
    };
    const auto letter = std::find_if(text.begin(), text.end(), is_ascii);
    return letter != text.end() && letter != text.begin() && is_capital(*letter) &&
           std::count_if(text.begin(), text.end(), is_ascii) == 1;
  }
  // 公平交易委员会 of 日本公平交易委员会, which acts.
  [[nodiscard]] bool ends_an_authority(std::string_view text) const {
    return std::any_of(done_.authorities.begin(), done_.authorities.end(),
                       [&](const AuthorityMention& a) {
                         return a.name.size() > text.size() && a.name.ends_with(text);
                       });
  }
  [[nodiscard]] std::string words(const Name& name) const {
    return name.text.empty() ? std::string(name.span.of(passage_.text)) : name.text;
  }

  // 抖音号, 通过抖音、快手等网络社交平台, “淘宝”, 淘宝网上: a platform in passing.
  [[nodiscard]] bool is_passing(const Part& part, const Name& name) const {
    const std::string_view text = part.of(name.span);
    const bool in_book = part.in_book(name.span.begin) && part.in_book(name.span.end - 3);
    if (in_book || holds_word(text, "某") || (name.source == Source::ending && is_masked(text)))
      return true;
    if (part.looking_back(name.span.begin, "某") || part.looking_back(name.span.begin, "*"))
      return true;  // 湖南锐*|科技有限公司
    if (name.source != Source::known) return false;
    if (orgs::word_at(part, name.span.end, orgs::Around::use) != 0 ||
        is_product(part, name.span.end))
      return true;
    const ListNoun noun = noun_of_list(passage_, name.span);
    static constexpr std::array<std::string_view, 5> kJoins = {"、", "等", "和", "及", "与"};
    const bool listed =
        part.looking_back(name.span.begin, "、") || !part.one_of(name.span.end, kJoins).empty();
    if (noun == ListNoun::shops && listed) return true;
    const bool in_passing = listed && (noun == ListNoun::sites ||
                                       noun == ListNoun::accounts);  // 抖音、快手等网络社交平台
    if (name.kind == "internet" && (in_passing || is_means(part, name.span.begin))) return true;
    return in_quotes(part, name.span) || in_site_list(part, name);
  }
  // Slack|消息平台, 火狐|网页浏览器: a thing of that name.
  static bool is_product(const Part& part, std::uint32_t at) {
    at += orgs::word_at(part, at, orgs::Around::product_sort);
    return orgs::word_at(part, at, orgs::Around::product) != 0 &&
           part.one_of(at, std::array<std::string_view, 2>{"平台企业", "平台公司"}).empty();
  }

  // 通过|支付宝, 在|淘宝: what somebody used.
  static bool is_means(const Part& part, std::uint32_t at) {
    return orgs::word_before(part, at, orgs::Around::means) != 0;
  }

  // 网站分别是腾讯、百度; a row of a table of sites.
  [[nodiscard]] bool in_site_list(const Part& part, const Name& name) const {
    const bool company = name.span.of(passage_.text).ends_with("公司");
    if (!company &&
        !part.one_of(name.span.end, std::array<std::string_view, 4>{"\t", " www", " http", "www"})
             .empty())
      return true;
    const std::uint32_t from =
        name.span.begin - std::min<std::uint32_t>(name.span.begin - part.span().begin, 150);
    const std::string_view before = part.of({from, name.span.begin});
    const auto site = before.rfind("网站");
    if (site == std::string_view::npos) return false;
    const std::string_view between = before.substr(site);
    return holds_word(between, "是") && !holds_word(between, "。");
  }
  // A short quotation: a product, a saying, a formula.
  [[nodiscard]] bool in_quotes(const Part& part, Span span) const {
    for (const Bracket& b : passage_.brackets) {
      if (b.mark == Mark::quote && b.inner.contains(span) && b.inner.size() < 90 &&
          part.span().contains(b.span.begin))
        return true;
    }
    return false;
  }
  // Bodies that do not act in the item: 联合国, and national institutions, are organisations then.
  void bodies() {
    std::unordered_set<std::string_view> acting;
    for (const AuthorityMention& a : done_.authorities) acting.insert(a.name);
    for (const BodyMention& body : done_.bodies.bodies) {
      if (body.in_book || acting.contains(body.name)) continue;
      const std::string_view after = passage_.text.substr(body.span.end, 12);
      const std::string_view before = passage_.text.substr(0, body.span.begin);
      if (before.ends_with("相关") || before.ends_with("有关")) continue;  // 相关国际标准化组织
      if (is_international(body, after) || is_institution(body, after)) {
        names_.push_back({body.span, {}, Source::international, 0, "organisation", false, {}});
      }
    }
  }
  static bool is_international(const BodyMention& body, std::string_view after) {
    if (body.kind != BodyKind::foreign || body.domain != "organisation") return false;
    if (body.name.ends_with("国集团") || body.name.ends_with("国家")) return false;
    return !after.starts_with("会议") && !after.starts_with("峰会");
  }
  // 中国信息安全测评中心; not 国家信息安全漏洞库, nor its site.
  static bool is_institution(const BodyMention& body, std::string_view after) {
    if (body.kind != BodyKind::national || body.domain != "institution" || !body.above.empty())
      return false;
    static constexpr std::array<std::string_view, 6> kEndings = {"中心",   "院",   "所",
                                                                 "委员会", "学会", "协会"};
    if (after.starts_with("网站") || after.starts_with("官") || after.starts_with("归口") ||
        after.starts_with("秘书处"))
      return false;
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](auto w) { return body.name.ends_with(w); });
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
