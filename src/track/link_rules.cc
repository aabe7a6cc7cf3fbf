#include "track/link_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "guanlan/lexicon.h"
#include "sightings/case_key.h"
#include "sightings/keys.h"
#include "sightings/words.h"
#include "text/utf8.h"

namespace guanlan::tracking {
namespace {

using sighting::CaseKey;
using sighting::read_case_key;

// Places and numbers that a name holds: 示例省公共数据条例 and 示范省公共数据条例 are two, as are
// the lists of 第1批 and 第2批.
std::set<std::string> marks_of(const std::string& key) {
  std::set<std::string> out;
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<Hit> hits;
  lexicon.scan(key, {0, static_cast<std::uint32_t>(key.size())}, hits);
  for (const Hit& hit : hits) {
    if (hit.cls == WordClass::region || hit.cls == WordClass::country)
      out.insert(std::string(lexicon.table(hit.cls).name(hit.row)));
  }
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t digit = key.find_first_of("0123456789", at);
    if (digit == key.npos) break;
    at = std::min(key.find_first_not_of("0123456789", digit), key.size());
    out.insert(key.substr(digit, at - digit));
  }
  constexpr std::string_view kNumerals[] = {"第一", "第二", "第三", "第四", "第五",
                                            "第六", "第七", "第八", "第九", "第十"};
  for (const std::string_view numeral : kNumerals) {
    if (key.find(numeral) != key.npos) out.insert(std::string(numeral));
  }
  return out;
}

std::vector<std::uint64_t> characters_of(std::string_view key) {
  std::vector<std::uint64_t> out;
  for (std::size_t at = 0; at < key.size();) {
    const auto d = utf8::decode(key, at);
    at += d.size;
    out.push_back(d.cp);
  }
  return out;
}

// What both have: 2|A∩B| / (|A|+|B|), in hundredths.
int shared(std::vector<std::uint64_t> left, std::vector<std::uint64_t> right) {
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::uint64_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  const std::size_t all = left.size() + right.size();
  return all == 0 ? 0 : static_cast<int>(200 * both.size() / all);
}

// Pairs of characters tell more than characters, but 规范和促进 is 促进和规范 in another order.
int likeness(const std::string& a, const std::string& b) {
  constexpr int kOrderless = 10;
  return std::max(shared(pairs_of(a), pairs_of(b)),
                  shared(characters_of(a), characters_of(b)) - kOrderless);
}

std::string last_characters(const std::string& key, int count) {
  std::size_t at = key.size();
  while (at > 0 && count > 0) {
    at -= utf8::decode_before(key, at).size;
    --count;
  }
  return key.substr(at);
}

const Profile& shorter(const Profile& a, const Profile& b) {
  return a.key.size() < b.key.size() ? a : b;
}
const Profile& longer(const Profile& a, const Profile& b) {
  return a.key.size() < b.key.size() ? b : a;
}

bool share_an_item(const Profile& a, const Profile& b) {
  return std::any_of(a.items.begin(), a.items.end(),
                     [&](std::int64_t i) { return b.items.count(i) > 0; });
}

// 最高 4, 高级 3, 中级 2, all others 1.
int instance_of(const std::string& court) {
  if (court.find("最高") != court.npos) return 4;
  if (court.find("高级") != court.npos) return 3;
  return court.find("中级") != court.npos ? 2 : 1;
}
// Two courts of one instance judge two cases.
bool courts_agree(const CaseKey& a, const CaseKey& b) {
  return a.court.empty() || b.court.empty() || a.court == b.court ||
         instance_of(a.court) != instance_of(b.court);
}
// One lies in the other: 陕西省 and 陕西省/西安市.
bool nested(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a.starts_with(b) || b.starts_with(a);
}

int years_between(const Profile& a, const Profile& b) {
  if (a.first.size() < 4 || b.first.size() < 4) return 0;
  return std::abs(std::atoi(a.first.c_str()) - std::atoi(b.first.c_str()));
}

// 12人、350000元: what both count.
std::string common_facts(const CaseKey& a, const CaseKey& b, std::size_t& count) {
  constexpr std::size_t kShown = 4;
  std::string out;
  count = 0;
  for (const std::string& fact : a.facts) {
    if (std::find(b.facts.begin(), b.facts.end(), fact) == b.facts.end()) continue;
    if (++count <= kShown) out += (out.empty() ? "" : "、") + fact;
  }
  return out;
}

// 王某 is whoever; 欧阳某某, 王某甲, 亓某 are few.
bool is_telling(const std::string& masked) {
  constexpr std::size_t kCommon = 50;                // surnames.tsv has the commonest first
  constexpr std::size_t kShort = 6, kCharacter = 3;  // bytes
  static const std::vector<std::string_view> surnames = [] {
    auto all = sighting::words_of("surnames", "surname");  // the longest first
    std::erase_if(all, [](std::string_view s) { return s.size() > kCharacter; });
    return all;
  }();
  if (masked.size() > kShort) return true;
  const auto rank = std::find_if(surnames.begin(), surnames.end(),
                                 [&](std::string_view s) { return masked.starts_with(s); });
  return static_cast<std::size_t>(rank - surnames.begin()) >= kCommon;
}

// Whether one was judged before the other's suspects were caught. What tells a judgment tells of
// the arrest afterwards.
bool out_of_order(const Profile& a, const Profile& b) {
  const auto judged_before = [](const Profile& one, const Profile& other) {
    return !one.judged.empty() && other.judged.empty() && one.judged < other.caught;
  };
  return judged_before(a, b) || judged_before(b, a);
}

struct Successor {
  std::string key;
  std::string_view name, year;
  bool only = true;  // it took over everything
};

const std::multimap<std::string, Successor>& successors() {
  static const std::multimap<std::string, Successor> kAll = [] {
    std::multimap<std::string, Successor> out;
    const WordTable& table = Lexicon::builtin().table(WordClass::authority);
    for (std::size_t row = 0; row < table.size(); ++row) {
      const std::string_view all = table.cell(row, "successor");
      for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find('|', at), all.size());
        const std::string_view one = all.substr(at, end - at);
        out.emplace(
            sighting::plain_key(table.name(row)),
            Successor{sighting::plain_key(one), one, table.cell(row, "valid_to"), one == all});
        at = end + 1;
      }
    }
    return out;
  }();
  return kAll;
}

}  // namespace

std::vector<std::uint64_t> pairs_of(std::string_view key) {
  std::vector<std::uint64_t> out;
  char32_t last = 0;
  for (std::size_t at = 0; at < key.size();) {
    const auto d = utf8::decode(key, at);
    at += d.size;
    if (last != 0) out.push_back(std::uint64_t{last} << 32 | d.cp);
    last = d.cp;
  }
  return out;
}

// A draft and a decided text of nearly one name, the draft first; or one name behind the other's
// issuer.
std::optional<Proposal> link_instruments(const Profile& a, const Profile& b) {
  constexpr int kAlike = 80;
  const Profile &small = shorter(a, b), &large = longer(a, b);
  constexpr std::size_t kLong = 18;
  if (small.key.size() >= kLong && large.key.ends_with(small.key)) {
    const std::string prefix = large.key.substr(0, large.key.size() - small.key.size());
    if (prefix == "关于") return Proposal{"名称只多「关于」二字", 90};
    // The issuer in front; a place in front is another body's text.
    if (prefix.ends_with("关于") && marks_of(prefix).empty())
      return Proposal{fmt::format("名称前多出发文机关「{}」", prefix), 80};
  }
  if (marks_of(a.key) != marks_of(b.key)) return {};
  const bool stages =
      (a.drafts && !a.decided && b.decided) || (b.drafts && !b.decided && a.decided);
  if (!stages || last_characters(a.key, 2) != last_characters(b.key, 2)) return {};
  const Profile& draft = a.drafts && !a.decided ? a : b;
  const Profile& text = &draft == &a ? b : a;
  if (!draft.first.empty() && !text.last.empty() && draft.first > text.last) return {};
  const int alike = likeness(a.key, b.key);
  if (alike < kAlike) return {};
  return Proposal{fmt::format("一稿一定稿，名称相近（{}%）", alike), std::min(alike, 95)};
}

std::optional<Proposal> link_campaigns(const Profile& a, const Profile& b) {
  const Profile &small = shorter(a, b), &large = longer(a, b);
  constexpr std::size_t kLong = 18;
  constexpr std::string_view kPoint = "·";
  const std::size_t point = large.key.find(kPoint);
  if (point != large.key.npos && large.key.substr(point + kPoint.size()) == small.key)
    return Proposal{fmt::format("名称只少「{}」", large.key.substr(0, point)), 80};
  // 清朗·示例整治 and 清朗·2024年示例整治, where all that is told of the first lies in that year.
  if (sighting::without_year(large.key) == small.key) {
    const std::string year = large.key.substr(large.key.find("年") - 4, 4);
    if (small.first.starts_with(year) && small.last.starts_with(year))
      return Proposal{fmt::format("名称只少年份，所述均在{}年", year), 80};
    return {};
  }
  // 净网 and 净网2024, where all that is told of 净网 lies in that year.
  const std::string more =
      large.key.starts_with(small.key) ? large.key.substr(small.key.size()) : std::string();
  const bool year = more.size() == 4 && more.find_first_not_of("0123456789") == more.npos;
  if (year && small.first.starts_with(more) && small.last.starts_with(more))
    return Proposal{fmt::format("名称只少年份，所述均在{}年", more), 70};
  if (marks_of(a.key) != marks_of(b.key)) return {};
  if (small.key.size() >= kLong && large.key.find(small.key) != large.key.npos)
    return Proposal{"一个名称包含另一个", 60};
  return {};
}

// A masked name is no identity: it needs its place, and a telling name, a court or a count beside
// the charge to be followed.
std::optional<Proposal> link_cases(const Profile& a, const Profile& b) {
  const CaseKey one = read_case_key(a.key), other = read_case_key(b.key);
  constexpr int kLongest = 5;  // years that a case takes
  if (!nested(one.place, other.place) || years_between(a, b) > kLongest ||
      !courts_agree(one, other) || out_of_order(a, b))
    return {};
  const bool charge = one.charge == other.charge && !one.charge.empty();
  if (!charge && !one.charge.empty() && !other.charge.empty()) return {};
  std::size_t count = 0;
  const std::string facts = common_facts(one, other, count);
  if (!one.masked || !other.masked) {
    if (!charge || one.place != other.place || one.place.empty() || count < 2) return {};
    return Proposal{fmt::format("地点、案由相同，数字也相同：{}", facts), count > 2 ? 85 : 75};
  }
  if (one.who != other.who || one.place.empty() || other.place.empty()) return {};
  if (!charge) return Proposal{"化名、地点相同，一处未写明案由", 65};
  if (count > 0) return Proposal{fmt::format("化名、案由、地点相同，数字也相同：{}", facts), 90};
  if (one.court == other.court && !one.court.empty()) return Proposal{"化名、案由、法院相同", 85};
  if (!one.court.empty() && !other.court.empty())
    return Proposal{"化名、案由、地点相同，两个法院审级不同", 75};
  if (is_telling(one.who)) return Proposal{"化名、案由、地点相同，化名少见", 75};
  return Proposal{"化名、案由、地点相同，但化名常见，别无佐证", 65};
}

// One name with and without its developer; two developers are two apps.
std::optional<Proposal> link_apps(const Profile& a, const Profile& b) {
  const std::string one = a.key.substr(0, a.key.find('|')),
                    other = b.key.substr(0, b.key.find('|'));
  const bool maker = a.key.size() > one.size(), other_maker = b.key.size() > other.size();
  if (one != other || maker == other_maker) return {};
  return Proposal{"同名，其中一处写明了开发者", 75};
}

// authorities.tsv: which body took over another one's work.
std::optional<Proposal> link_authorities(const Profile& a, const Profile& b) {
  for (const auto& [before, after] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    const auto [first, last] = successors().equal_range(before->key);
    for (auto it = first; it != last; ++it) {
      const Successor& s = it->second;
      if (s.key != after->key) continue;
      return Proposal{
          fmt::format("{}年机构改革后由{}承接{}", s.year, s.name, s.only ? "" : "部分职责"),
          s.only ? 90 : 60};
    }
  }
  return {};
}

bool was_reorganised(const std::string& key) {
  static const std::set<std::string> kKnown = [] {
    std::set<std::string> out;
    for (const auto& [before, after] : successors()) {
      out.insert(before);
      out.insert(after.key);
    }
    return out;
  }();
  return kKnown.count(key) > 0;
}

// A short name and the company name that begins with it, behind its place.
std::optional<Proposal> link_orgs(const Profile& a, const Profile& b) {
  const Profile &small = shorter(a, b), &large = longer(a, b);
  constexpr std::size_t kLong = 6;
  if (small.key.size() < kLong) return {};
  static const std::vector<std::string_view> kForms{"有限责任公司", "股份有限公司", "有限公司",
                                                    "集团", "公司"};
  if (sighting::ending(large.key, kForms).empty() || !sighting::ending(small.key, kForms).empty())
    return {};
  std::size_t at = large.key.find(small.key);
  if (at == large.key.npos) return {};
  if (at > 0) {
    std::vector<Hit> hits;
    Lexicon::builtin().scan(large.key, {0, static_cast<std::uint32_t>(at)}, hits);
    const bool place = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.cls == WordClass::region && hit.span.begin == 0 && hit.span.end == at;
    });
    if (!place) return {};
  }
  return share_an_item(a, b) ? Proposal{"简称与全称，同一条目中并见", 85}
                             : Proposal{"全称以此简称开头", 65};
}

bool rivals(SubjectType type, const Profile& a, const Profile& b) {
  if (type == SubjectType::case_) {
    const CaseKey one = read_case_key(a.key), other = read_case_key(b.key);
    const bool charges = !one.charge.empty() && !other.charge.empty() && one.charge != other.charge;
    return charges || !nested(one.place, other.place) || !courts_agree(one, other);
  }
  const auto maker = [](const std::string& key) {
    return key.substr(std::min(key.find('|'), key.size()));
  };
  if (type == SubjectType::app)
    return !maker(a.key).empty() && !maker(b.key).empty() && maker(a.key) != maker(b.key);
  return type == SubjectType::org && a.key.find(b.key) == a.key.npos &&
         b.key.find(a.key) == b.key.npos;
}

std::optional<Proposal> link(SubjectType type, const Profile& a, const Profile& b) {
  switch (type) {
    case SubjectType::instrument:
      return link_instruments(a, b);
    case SubjectType::campaign:
      return link_campaigns(a, b);
    case SubjectType::case_:
      return link_cases(a, b);
    case SubjectType::app:
      return link_apps(a, b);
    case SubjectType::authority:
      return link_authorities(a, b);
    case SubjectType::org:
      return link_orgs(a, b);
    default:
      return {};
  }
}

}  // namespace guanlan::tracking
