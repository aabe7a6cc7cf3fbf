#include "extract/enumerations/series.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::enumerations {
namespace {

// 和 within the name of a body: 工业和信息化部.
bool inside_name(std::string_view text, std::uint32_t behind) {
  constexpr std::string_view kSecond[] = {"信息化", "改革",   "社会保障", "城乡",
                                          "旅游",   "规划局", "体育局",   "国"};
  return around::starts_any(text, behind, kSecond) != 0;
}

// 和, 与, 及 within a word: 参与, 涉及, 及时.
bool within_word(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kEnds[] = {"参与", "给与", "涉及", "普及", "危及", "波及", "顾及",
                                        "触及", "提及", "惠及", "不及", "推及", "遍及", "总和",
                                        "缓和", "温和", "饱和", "中和", "附和", "柔和", "共和"};
  constexpr std::string_view kStarts[] = {"与会", "与否", "与此", "及时", "及格", "及早",
                                          "及其", "和平", "和谐", "和解", "和睦"};
  return around::ends_any(text, at + 3, kEnds) != 0 || around::starts_any(text, at, kStarts) != 0;
}

// GB/T 45574-2025|《…》: the number of a standard before its title.
std::uint32_t before_number(std::string_view text, std::uint32_t at, std::uint32_t low) {
  std::uint32_t begin = at;
  while (begin > low) {
    if (around::ends(text, begin, "—")) {
      begin -= 3;
      continue;
    }
    const char c = text[begin - 1];
    const bool number = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '/' || c == '.' ||
                        c == '-' || c == ' ';
    if (!number) break;
    --begin;
  }
  const std::string_view own = text.substr(begin, at - begin);
  return own.find('-') != std::string_view::npos || holds_word(own, "—") ? begin : at;
}

// 会同|乙、丙三部门; not 会同|乙依法约谈丙、丁两家企业, whose members are those dealt with.
bool joins_members(std::string_view after) {
  constexpr std::string_view kDeeds[] = {"约谈", "对",   "就",   "责令", "处罚",
                                         "查处", "通报", "下架", "检查", "关闭"};
  constexpr std::size_t kReach = 120;
  const std::string_view mate =
      after.substr(0, std::min({after.find("、"), after.find(','), kReach}));
  return !around::holds_any(mate, kDeeds);
}

}  // namespace

Series::Series(const Passage& passage) : p_(passage), first_(passage.brackets.begin()) {
  while (first_ != p_.brackets.end() && !p_.body.contains(first_->span.begin)) ++first_;
}

std::uint32_t Series::behind_bracket(std::uint32_t at) const {
  const auto it =
      std::lower_bound(first_, p_.brackets.end(), at,
                       [](const Bracket& b, std::uint32_t a) { return b.span.begin < a; });
  return it != p_.brackets.end() && it->span.begin == at ? it->span.end : at;
}

const Bracket* Series::ending_at(std::uint32_t end) const {
  constexpr int kNested = 8;  // pairs that begin inside the one that ends here
  auto it = std::lower_bound(first_, p_.brackets.end(), end,
                             [](const Bracket& b, std::uint32_t a) { return b.span.begin < a; });
  for (int i = 0; i < kNested && it != first_; ++i) {
    --it;
    if (it->span.end == end) return &*it;
  }
  return nullptr;
}

Separators Series::split(std::uint32_t begin, std::uint32_t limit) const {
  Separators s;
  s.begin = begin;
  limit = std::min(limit, p_.body.end);
  for (std::uint32_t at = begin; at < limit;) {
    const auto d = utf8::decode(p_.text, at);
    std::uint32_t next = at + d.size;
    switch (d.cp) {
      case U'。':
      case '\n':
        s.stop = at;
        return s;
      case U'、':
        s.pauses.push_back(at);
        break;
      case U'会':  // 甲会同乙
        if (around::starts(p_.text, at, "会同") &&
            joins_members(p_.text.substr(at + 6, limit - std::min(limit, at + 6))))
          s.pauses.push_back(next), next += 3;
        break;
      case U'牵':  // 甲牵头联合乙
        if (around::starts(p_.text, at, "牵头联合") || around::starts(p_.text, at, "牵头会同"))
          s.pauses.push_back(next + 6), next += 9;
        break;
      case ',':
      case ':':
        s.commas.push_back(at);
        break;
      case ';':
        s.semicolons.push_back(at);
        break;
      case U'和':
      case U'与':
      case U'及':
      case U'暨':
        if (!within_word(p_.text, at)) s.ands.push_back(at);
        break;
      case U'《':
      case U'“':
      case U'‘':
      case '(':
      case '"':
      case '[':
      case U'【':
        if (const std::uint32_t behind = behind_bracket(at); behind <= limit)
          next = std::max(next, behind);
        break;
      default:
        break;
    }
    at = next;
  }
  s.stop = limit;
  return s;
}

int Series::brackets_before(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::string_view kBetween[] = {"以及", "、", "和", "及", "与"};
  int count = 0;
  Mark mark{};
  while (const Bracket* b = ending_at(end)) {
    if (const Bracket* named = b->mark == Mark::paren ? ending_at(b->span.begin) : nullptr)
      b = named;  // “甲”|(版本1.0)
    if (b->span.begin < begin || (b->mark != Mark::book && b->mark != Mark::quote)) break;
    if (count > 0 && b->mark != mark) break;
    mark = b->mark;
    ++count;
    end = b->span.begin;
    end = before_number(p_.text, end, begin);
    end -= around::ends_any(p_.text, end, kBetween);
  }
  return count;
}

int Series::brackets_from(std::uint32_t begin) const {
  constexpr std::string_view kBetween[] = {"以及", "、", "和", "及", "与"};
  int count = 0;
  for (std::uint32_t behind = behind_bracket(begin); behind != begin;
       behind = behind_bracket(begin)) {
    if (count == 0 || p_.text[begin] != '(') ++count;  // 《甲》|(版本1.0)
    begin = behind + around::starts_any(p_.text, behind, kBetween);
  }
  return count;
}

std::uint32_t Series::statement_begin(std::uint32_t at, std::uint32_t reach) const {
  const std::uint32_t floor = std::max(p_.body.begin, at > reach ? at - reach : 0);
  while (at > floor) {
    const auto d = utf8::decode_before(p_.text, at);
    if (d.cp == U'。' || d.cp == '\n') break;
    at -= d.size;
  }
  return std::max(at, floor);
}

bool goes_on(std::string_view text, std::uint32_t comma) {
  constexpr std::string_view kGoesOn[] = {"以及", "及", "和", "并", "还有"};
  return text[comma] == ',' && around::starts_any(text, comma + 1, kGoesOn) != 0 &&
         !within_word(text, comma + 1);  // ,及时将…
}

Count count_items(std::string_view text, const Separators& s, std::uint32_t begin,
                  std::uint32_t end) {
  Count c;
  c.last_begin = begin;
  for (const std::uint32_t at : s.pauses) {
    if (at < begin || at >= end) continue;
    ++c.items;
    c.last_begin = at + 3;
  }
  for (const std::uint32_t at : s.ands) {
    if (at > c.last_begin && at + 3 < end && !inside_name(text, at + 3)) c.last_and = true;
  }
  return c;
}

}  // namespace guanlan::enumerations
