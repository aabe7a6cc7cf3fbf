// Authorities: public bodies that act in the item, one entry a body, by official name.
//
// Bodies are parsed before (extract/bodies); here each is judged by its sentence (acting.h), and
// the mentions of one body are put together: 杭州警方, 杭州公安, 杭州市公安局; a unit of the police
// with its body.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "extract/authorities/acting.h"
#include "extract/authorities/frame.h"
#include "extract/around.h"
#include "extract/authorities/signature.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

using authorities::Acting;
using authorities::frame;
using authorities::Frame;
using authorities::Verdict;

bool is_police(const BodyMention& body) {
  return body.kind == BodyKind::police || body.domain == "police";
}

// The acronym in the bracket behind a name: 美国FCC … 美国联邦贸易委员会(FCC), (Federal Trade
// Commission,FTC).
std::string_view acronym_after(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kReach = 120, kLongest = 22;
  const std::string_view after = text.substr(at, kReach);
  const auto close = after.find(')');
  if (!after.starts_with('(') || close == std::string_view::npos || close < 3) return {};
  std::string_view inner = after.substr(1, close - 1);
  if (const auto comma = inner.find_last_of(",;"); comma != std::string_view::npos)
    inner.remove_prefix(comma + 1);
  while (inner.starts_with(' ')) inner.remove_prefix(1);
  return inner.size() <= kLongest ? inner : std::string_view{};
}

// The Latin letters that end a name: FCC of 美国FCC.
std::string_view latin_end(std::string_view name) {
  std::size_t at = name.size();
  while (at > 0 && static_cast<unsigned char>(name[at - 1]) < 0x80) --at;
  return name.substr(at);
}

// Without the joiners, by which spellings differ: 某国电子和信息技术部, 某国电子信息技术部.
std::string without_joiners(std::string name) {
  for (const std::string_view joiner : {"和", "与", "及"}) {
    for (auto at = name.find(joiner, 6); at != std::string::npos; at = name.find(joiner, at))
      name.erase(at, joiner.size());
  }
  return name;
}

// 越南第十五届国会 → 越南国会
std::string without_session(std::string name) {
  const auto from = name.find("第"), to = name.find("届");
  if (from != std::string::npos && to != std::string::npos && from < to && to - from <= 15)
    name.erase(from, to + 3 - from);
  return name;
}

constexpr std::string_view kShortBranch = "公安分局";

// 红山 of 红山区公安分局 and of 赤峰市公安局红山区分局; empty: no branch of the police.
std::string branch_stem(std::string_view name) {
  constexpr std::string_view kBureau = "公安局", kBranch = "分局";
  if (name.ends_with(kShortBranch)) {
    name.remove_suffix(kShortBranch.size());
    for (const std::string_view city : {"市", "盟", "州"}) {  // 赤峰市|红山区公安分局
      if (const auto at = name.find(city);
          at != std::string_view::npos && at + city.size() < name.size())
        name.remove_prefix(at + city.size());
    }
  } else {
    const auto at = name.rfind(kBureau);
    if (at == std::string_view::npos || !name.ends_with(kBranch) ||
        at + kBureau.size() + kBranch.size() >= name.size())
      return {};
    name = name.substr(at + kBureau.size());
    name.remove_suffix(kBranch.size());
  }
  for (const std::string_view level : {"区", "县", "旗"}) {
    if (name.size() > 6 && name.ends_with(level)) name.remove_suffix(level.size());
  }
  return std::string(name);
}

bool holds_in_order(std::string_view full, std::string_view brief) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < full.size() && at < brief.size(); ++i) at += full[i] == brief[at];
  return at == brief.size();
}

// All characters of the short name stand in the full one in their order, and both end alike:
// 前海管理局 of 深圳市前海合作区管理局.
bool is_short_for(std::string_view brief, std::string_view full) {
  constexpr std::size_t kEnding = 9;
  if (brief.size() * 10 > full.size() * 7 || brief.size() < kEnding + 6 ||
      !full.ends_with(brief.substr(brief.size() - kEnding)))
    return false;
  return holds_in_order(full, brief);
}

// The headline's shorter name of a body abroad: 示例国某市上诉法院 of 某市上诉行政法院, which the
// item names as well.
bool is_headline_of(std::string_view brief, std::string_view country, std::string_view full) {
  constexpr std::size_t kEnding = 6, kShortest = 15;
  if (brief.starts_with(country)) brief.remove_prefix(country.size());
  if (full.starts_with(country)) full.remove_prefix(country.size());
  if (brief.size() < kShortest || brief.size() >= full.size() ||
      !full.ends_with(brief.substr(brief.size() - kEnding)))
    return false;
  return holds_in_order(full, brief);
}

class Roll {
 public:
  Roll(const Passage& passage, const Bodies& bodies)
      : passage_(passage), map_(passage.lexicon->gazetteer()), all_(bodies.bodies) {
    for (std::size_t i = 0; i < all_.size(); ++i) index(i);
  }

  std::vector<AuthorityMention> take() {
    judge();
    std::vector<AuthorityMention> out;
    std::set<std::string, std::less<>> known;
    std::set<PlaceId> offices;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!verdicts_[i].acts || only_named(i) || of_an_area(all_[i])) continue;
      const std::string name = name_of(i);
      if (frame().holds(name, Frame::masked)) continue;
      if (name.empty() || told_better(i, name) || is_brief(i) || !known.insert(name).second)
        continue;
      if (is_cyberspace_office(all_[i]) && !offices.insert(all_[i].place).second) continue;
      out.push_back({all_[i].span, name, std::string(verdicts_[i].role),
                     static_cast<std::int32_t>(i), verdicts_[i].why});
    }
    by_outlets(out, known);
    return out;
  }

 private:
  // Whose account or site it is that tells, where nobody else is named:
  //   工信微报微信公众号|发布“…”: …我部要求    证监会网站|显示,…
  void by_outlets(std::vector<AuthorityMention>& out,
                  std::set<std::string, std::less<>>& known) const {
    const WordTable& outlets = passage_.lexicon->table(WordClass::outlet);
    const int kind = outlets.column("kind"), whose = outlets.column("body");
    for (const Hit& hit : passage_.hits) {
      if (hit.cls != WordClass::outlet || outlets.at(hit.row, whose).empty()) continue;
      const std::string_view sort = outlets.at(hit.row, kind);
      const bool account = sort == "account" && account_tells(hit.span.end);
      const bool site =
          sort == "site" && frame().at(passage_.text, hit.span.end, Frame::site_tells) != 0;
      if (!account && !site) continue;
      std::string name(outlets.at(hit.row, whose));
      const char* const rule = account ? "authority.account" : "authority.site";
      if (known.insert(name).second)
        out.push_back({hit.span, std::move(name), "publish", -1, {rule, hit.span}});
      return;  // one speaks in an item
    }
  }
  [[nodiscard]] bool account_tells(std::uint32_t at) const {
    constexpr std::size_t kReach = 60;  // bytes from the account to what it does
    const std::string_view rest = passage_.text.substr(at, kReach);
    return frame().holds(rest.substr(0, rest.find("。")), Frame::account_tells) &&
           frame().holds(passage_.of(passage_.body), Frame::we);
  }

  void index(std::size_t i) {
    const BodyMention& body = all_[i];
    if (body.kind == BodyKind::local) local_.emplace(body.name, body.place);
    if (body.kind == BodyKind::foreign) {
      abroad_.insert(body.name);
      spelled_.emplace(without_joiners(body.name), body.name);
      const std::string_view acronym = acronym_after(passage_.text, body.span.end);
      if (!acronym.empty()) acronyms_.emplace(acronym, body.name);
    }
    if (!is_police(body)) return;
    const std::string& own = body.is_unit ? body.above : body.name;  // without its 网安大队
    if (const std::string stem = branch_stem(own); !stem.empty() && !own.ends_with(kShortBranch)) {
      const auto [it, first] = branches_.emplace(stem, own);
      if (!first && it->second != own) it->second.clear();  // of two cities
    }
    if (body.place == kNoPlace) return;
    if (body.kind == BodyKind::local) offices_.emplace(body.place, i);
    if (body.kind != BodyKind::police) return;
    const auto [it, first] = aliases_.emplace(body.place, i);
    const BodyMention& known = all_[it->second];
    const bool better = body.name.ends_with("警方") || (known.in_title && !body.in_title);
    if (!first && !known.name.ends_with("警方") && better) it->second = i;
    if (!body.in_title) told_again_.insert(body.place);
  }

  void judge() {
    const Acting acting(passage_);
    const std::vector<bool> signs = authorities::signers(passage_, all_);
    verdicts_.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      verdicts_.push_back(signs[i] ? Verdict{true, "issue", {"authority.signature", all_[i].span}}
                                   : acting.judge(all_[i]));
    }
  }

  // One cyberspace administration has two names: the office of the government and that of the
  // party. A zone's is its own.
  [[nodiscard]] bool is_cyberspace_office(const BodyMention& body) const {
    return body.domain == "cac" && body.place != kNoPlace &&
           body.name.find(map_[body.place].name) != std::string::npos &&
           (body.name.ends_with("互联网信息办公室") || body.name.ends_with("信息化委员会办公室"));
  }

  // 国家工业信息安全发展研究中心 hosts and reports; it does not govern.
  [[nodiscard]] static bool is_institute(const BodyMention& body) {
    if (body.domain != "institution") return false;
    static constexpr std::array<std::string_view, 6> kInstitutes = {
        "研究中心", "研究院", "研究所", "测评中心", "促进中心", "科学院"};
    return std::any_of(kInstitutes.begin(), kInstitutes.end(),
                       [&](auto w) { return body.name.ends_with(w); });
  }

  // An international organisation is an authority where it issues something, else an organisation.
  [[nodiscard]] bool only_named(std::size_t i) const {
    if (is_institute(all_[i])) return true;
    return all_[i].kind == BodyKind::foreign && all_[i].domain == "organisation" &&
           verdicts_[i].role != "issue";
  }

  // Of a headline, where the body names it better: 青海省委网信办 for 青海省网信办; for
  // 法国数据保护机构 or 英国政府 the body of that country that acts.
  [[nodiscard]] bool told_better(std::size_t i, std::string_view name) const {
    const BodyMention& body = all_[i];
    const bool office = is_cyberspace_office(body);
    if (body.in_title && body.domain == "ministry" && told_by_department(name)) return true;
    if (!body.in_title || (!office && !is_vague_abroad(body))) return false;
    for (std::size_t k = 0; k < all_.size(); ++k) {
      const BodyMention& other = all_[k];
      if (other.in_title || other.place != body.place || !verdicts_[k].acts || name_of(k) == name)
        continue;
      if (office ? is_cyberspace_office(other)
                 : other.kind == BodyKind::foreign && !is_vague_abroad(other))
        return true;
    }
    return false;
  }
  // 工信部约谈… as a headline, where the body names only 工业和信息化部网络安全管理局.
  [[nodiscard]] bool told_by_department(std::string_view name) const {
    bool department = false;
    for (std::size_t k = 0; k < all_.size(); ++k) {
      if (all_[k].in_title || !verdicts_[k].acts) continue;
      if (all_[k].name == name) return false;
      department =
          department || (all_[k].kind == BodyKind::national && all_[k].name.starts_with(name));
    }
    return department;
  }
  // 前海管理局, where the item names the body in full.
  [[nodiscard]] bool is_brief(std::size_t i) const {
    const BodyMention& body = all_[i];
    if (body.kind == BodyKind::foreign) {  // 某国隐私专员, where the item names 某国隐私专员办公室
      if (abroad_.contains(body.name + "办公室") || abroad_.contains(body.name + "公署"))
        return true;
      return body.in_title && body.place != kNoPlace && headline_of_another(body);
    }
    if (body.kind != BodyKind::local) return false;
    return std::any_of(local_.begin(), local_.end(),
                       [&](const auto& other) {  // of the same place: a district's body is another
                         return body.place != kNoPlace && other.second != kNoPlace &&
                                map_.within(body.place, other.second) &&
                                is_short_for(body.name, other.first);
                       });
  }
  [[nodiscard]] bool headline_of_another(const BodyMention& body) const {
    const std::string path = map_.path(body.place);
    const std::string_view country = std::string_view(path).substr(0, path.find('/'));
    return std::any_of(abroad_.begin(), abroad_.end(), [&](const std::string& full) {
      return is_headline_of(body.name, country, full);
    });
  }
  // 欧洲数据监管机构: of no one country.
  [[nodiscard]] bool of_an_area(const BodyMention& body) const {
    return is_vague_abroad(body) && body.place != kNoPlace &&
           map_[body.place].level == PlaceLevel::area;
  }
  static bool is_vague_abroad(const BodyMention& body) {
    static constexpr std::array<std::string_view, 8> kVague = {"机构",   "部门", "当局", "政府",
                                                               "监管者", "警方", "法院", "州长"};
    return body.kind == BodyKind::foreign && std::any_of(kVague.begin(), kVague.end(), [&](auto w) {
             return body.name.ends_with(w);
           });
  }

  // The name under which a mention is listed; empty: another mention stands for it.
  [[nodiscard]] std::string name_of(std::size_t i) const {
    const BodyMention& body = all_[i];
    if (body.kind == BodyKind::foreign) return alias_of(body);
    if (is_police(body) && body.name.ends_with(kShortBranch)) {
      const std::string stem = branch_stem(body.name);
      const auto full = branches_.find(stem);
      const std::string_view city = std::string_view(body.name).substr(0, body.name.find(stem));
      if (full != branches_.end() && !full->second.empty() && full->second.starts_with(city))
        return full->second;
    }
    if (body.is_unit && is_police(body)) return body.above;
    if (const BodyMention* bureau = bureau_of_unit(body); bureau != nullptr)
      return bureau->is_unit ? bureau->above : bureau->name;
    if (body.kind != BodyKind::police || body.place == kNoPlace) return body.name;
    if (const auto office = offices_.find(body.place);
        office != offices_.end()) {  // by its full name
      const BodyMention& full = all_[office->second];
      return full.is_unit ? full.above : full.name;
    }
    if ((body.in_title || body.name.ends_with("公安机关")) && !publishes(i) && finer_police(body))
      return {};
    return all_[aliases_.at(body.place)].name;
  }

  // 某县网安大队, where the item names 某县公安局.
  [[nodiscard]] const BodyMention* bureau_of_unit(const BodyMention& body) const {
    constexpr std::array<std::string_view, 3> kUnits = {"大队", "支队", "总队"};
    const bool unit =
        std::any_of(kUnits.begin(), kUnits.end(), [&](auto w) { return body.name.ends_with(w); });
    if (!unit || body.kind != BodyKind::local || !is_police(body)) return nullptr;
    const auto office = offices_.find(body.place);
    if (office == offices_.end()) return nullptr;
    const BodyMention& bureau = all_[office->second];
    return bureau.is_unit || bureau.name.ends_with("局") ? &bureau : nullptr;
  }

  // 某省警方|公布…案例, a headline: who tells of the deeds of others.
  [[nodiscard]] bool publishes(std::size_t i) const {
    return all_[i].in_title && (verdicts_[i].role == "issue" || verdicts_[i].role == "publish");
  }

  // 山西长治警方 of a headline, 山西公安机关 anywhere, where the body tells which branch.
  [[nodiscard]] bool finer_police(const BodyMention& body) const {
    if (body.in_title && told_again_.contains(body.place)) return false;
    const auto finer = [&](const auto& entry) {
      return entry.first != body.place && map_.within(entry.first, body.place);
    };
    return std::any_of(offices_.begin(), offices_.end(), finer) ||
           std::any_of(aliases_.begin(), aliases_.end(), finer);
  }

  [[nodiscard]] std::string alias_of(const BodyMention& body) const {
    const auto it = acronyms_.find(latin_end(body.span.of(passage_.text)));
    if (it != acronyms_.end()) return it->second;
    const auto spelled = spelled_.find(without_joiners(body.name));
    return without_session(spelled == spelled_.end() ? body.name : spelled->second);
  }

  const Passage& passage_;
  const Gazetteer& map_;
  const std::vector<BodyMention>& all_;
  std::vector<Verdict> verdicts_;
  std::map<std::string_view, std::string> acronyms_;  // FCC → 美国联邦贸易委员会
  std::map<PlaceId, std::size_t> offices_;  // the first police of a place by its full name
  std::map<PlaceId, std::size_t>
      aliases_;  // of 青岛警方, 青岛网警 the one with 警方, else the body's first
  std::map<std::string, std::string> branches_;  // 红山 → 赤峰市公安局红山区分局
  std::map<std::string, std::string>
      spelled_;                           // bodies abroad without 和 and 与 → as first spelled
  std::set<std::string> abroad_;          // the names of bodies abroad
  std::map<std::string, PlaceId> local_;  // the names of places' bodies
  std::set<PlaceId> told_again_;          // police named by place in the body
};

}  // namespace

std::vector<AuthorityMention> find_authorities(const Passage& passage, const Mentions& done) {
  return Roll(passage, done.bodies).take();
}

}  // namespace guanlan
