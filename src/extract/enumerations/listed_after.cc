// 三大模块——A、B以及C: lists that a count opens.
#include "extract/enumerations/rules.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/near.h"

namespace guanlan::enumerations {
namespace {

using around::ends;
using around::starts;
using around::starts_any;

constexpr std::uint32_t kForward = 1500;

struct Opener {
  std::uint32_t begin = 0, end = 0;
  bool strong = false;
};

// The word that opens the list behind an announcement.
std::optional<Opener> find_opener(std::string_view text, std::uint32_t from, std::uint32_t limit) {
  constexpr std::string_view kStrong[] = {"分别是", "分别为",   "分别有", "具体包括", "具体为",
                                          "具体是", "主要包括", "主要有", "包括",     "包含",
                                          "涵盖",   "——",       ":"};
  constexpr std::string_view kWeak[] = {"即", "是", "为", "有"};
  for (std::uint32_t at = from; at < limit;) {
    const auto d = utf8::decode(text, at);
    if (d.cp == U'。' || d.cp == '\n' || d.cp == ';') return {};
    if (starts(text, at, "其中包含")) return {};  // 硬盘2只,其中包含…: what they hold
    if (starts(text, at, "其中有“") || starts(text, at, "其中有《"))
      return Opener{at, at + 9, true};
    if (const auto n = starts_any(text, at, kStrong)) {
      std::uint32_t end = at + n;
      while (starts(text, end, ":") || starts(text, end, "\n")) ++end;
      return Opener{at, end, true};
    }
    if (at - from < 30) {
      if (const auto n = starts_any(text, at, kWeak);
          n != 0 && !starts(text, at, "有关") && !starts(text, at, "是否")) {
        return Opener{at, at + n, false};
      }
    }
    at += d.size;
  }
  return {};
}

// 五件典型案例,涵盖甲、乙等不同类型: what sorts they are of.
bool types_of_cases(const Passage& p, const Candidate& c, const Opener& o) {
  constexpr std::uint32_t kReach = 180;
  const std::string_view list = p.text.substr(o.end, std::min(kReach, p.body.end - o.end));
  return around::starts(p.text, o.begin, "涵盖") && around::holds_any(list, {"等不同", "等类型"}) &&
         holds_word(p.text.substr(c.unit_end, o.begin - c.unit_end), "案例");
}

// The list up to 等, if it is closed by one; 0: it is not.
int up_to_etc(std::string_view text, const Separators& s, std::uint32_t begin, std::uint32_t end) {
  const Count all = count_items(text, s, begin, end);
  const std::string_view last = text.substr(all.last_begin, end - all.last_begin);
  const std::size_t etc = last.rfind("等");
  if (all.items < 2 || etc == std::string_view::npos) return 0;
  const Count named = count_items(text, s, begin, all.last_begin + static_cast<std::uint32_t>(etc));
  return named.items + (named.last_and ? 1 : 0);
}

// 分别是: and then one paragraph each: as many as announced, alike in their last word, or up to the
// end.
bool one_paragraph_each(std::string_view text, std::uint32_t begin, std::uint32_t limit,
                        int announced) {
  constexpr std::uint32_t kLine = 600;
  std::string_view tail;
  bool alike = true;
  std::uint32_t at = begin;
  for (int line = 0; line < announced; ++line) {
    if (at >= limit) return false;
    const std::size_t found = text.substr(at, kLine).find('\n');
    if (found == std::string_view::npos && limit - at > kLine) return false;
    const auto end = found == std::string_view::npos
                         ? limit
                         : std::min(at + static_cast<std::uint32_t>(found), limit);
    std::uint32_t last = end;
    if (ends(text, last, "。")) last -= 3;
    if (last < at + 6) return false;
    const std::string_view word = text.substr(last - 3, 3);
    alike = alike && (line == 0 || word == tail);
    tail = word;
    at = end + 1;
  }
  return alike || at >= limit;
}

// 甲侦破…案,乙侦破…案,丙侦破…案等: cases that commas part; 0: something else stands between them.
int cases_between_commas(std::string_view text, const Separators& s, std::uint32_t begin) {
  int cases = 0;
  for (const std::uint32_t comma : s.commas) {
    if (comma < begin) continue;
    if (!ends(text, comma, "案") && !ends(text, comma, "案件")) return 0;
    ++cases;
  }
  return cases > 0 && (ends(text, s.stop, "案等") || ends(text, s.stop, "案件等")) ? cases + 1 : 0;
}

std::optional<Listing> read_list(const Passage& p, const Series& series, const Candidate& c,
                                 const Opener& o) {
  const Why why{o.strong ? "enumeration.after" : "enumeration.after-copula", {o.begin, o.end}};
  if (c.count >= 3 && ends(p.text, o.end, "\n") &&
      one_paragraph_each(p.text, o.end, p.body.end, c.count)) {
    return Listing{c.count, why};
  }
  if (utf8::is_digit(around::next(p.text, o.end)) && ends(p.text, o.end, "\n"))
    return {};  // numbered paragraphs
  if (const int quoted = series.brackets_from(o.end);
      o.strong && quoted > 1 && quoted <= c.count && c.exact)
    return Listing{quoted, why};
  const Separators s = series.split(o.end, o.end + kForward);
  std::uint32_t clause_end = s.stop;
  if (!s.commas.empty()) clause_end = std::min(clause_end, s.commas.front());
  if (!s.semicolons.empty()) clause_end = std::min(clause_end, s.semicolons.front());
  const Count clause = count_items(p.text, s, o.end, clause_end);
  if (fits(clause, c.count)) return Listing{c.count, why};
  if (!o.strong) return {};
  const auto semicolons = static_cast<int>(s.semicolons.size()),
             commas = static_cast<int>(s.commas.size());
  if (semicolons > 0 && semicolons + 1 == c.count) return Listing{c.count, why};
  const bool last_and = !s.ands.empty() && !s.commas.empty() && s.ands.back() > s.commas.back();
  if (semicolons == 0 && commas > 0 &&
      (commas + 1 == c.count || (last_and && commas + 2 == c.count)))
    return Listing{c.count, why};
  if (fits(count_items(p.text, s, o.end, s.stop), c.count)) return Listing{c.count, why};
  int joined = 0;  // 甲、乙,以及丙、丁
  for (const std::uint32_t comma : s.commas) joined += goes_on(p.text, comma) ? 1 : 0;
  Count all = count_items(p.text, s, o.end, s.stop);
  all.items += joined;
  if (joined > 0 && static_cast<std::size_t>(joined) == s.commas.size() && fits(all, c.count))
    return Listing{c.count, why};
  const int listed = up_to_etc(p.text, s, o.end, clause_end);
  if (c.exact && listed >= 2 && listed < c.count) return Listing{listed, why};
  const int cases = cases_between_commas(p.text, s, o.end);
  return c.exact && cases >= 2 && cases <= c.count ? std::optional(Listing{cases, why})
                                                   : std::nullopt;
}

// 两名犯罪嫌疑人赵某、成某某: names right behind the noun, masked.
std::optional<Listing> masked_names(const Passage& p, const Series& series, const Candidate& c) {
  if (c.unit != "名" && c.unit != "人" && c.unit != "位") return {};
  const Separators s = series.split(c.unit_end, c.unit_end + 300);
  std::uint32_t end = s.stop;
  if (!s.commas.empty()) end = std::min(end, s.commas.front());
  const Count count = count_items(p.text, s, c.unit_end, end);
  if (count.items < 2 || !fits(count, c.count)) return {};
  for (const std::uint32_t pause : s.pauses) {
    if (pause < end && !ends(p.text, pause, "某") && !ends(p.text, pause, "某某")) return {};
  }
  return Listing{c.count, {"enumeration.names", {c.unit_end, end}}};
}

// 共二十三家平台的名称。清单包含A、B、C等: the next statement opens the list.
std::optional<Listing> listed_next(const Passage& p, const Series& series, const Candidate& c,
                                   std::uint32_t next) {
  constexpr std::string_view kHolds[] = {"包括", "包含", "分别是", "分别为", "涵盖"};
  constexpr std::uint32_t kFew = 5, kNear = 90;
  if (c.count < static_cast<int>(kFew) || !c.exact) return {};
  const Separators own = series.split(c.unit_end, c.unit_end + 240);
  if (!starts(p.text, own.stop, "。")) return {};
  const std::uint32_t limit = std::min({own.stop + kNear, next, p.body.end});
  for (std::uint32_t at = own.stop + 3; at < limit; at += utf8::decode(p.text, at).size) {
    if (around::ends_clause(utf8::decode(p.text, at).cp)) return {};
    if (const auto n = starts_any(p.text, at, kHolds))
      return read_list(p, series, c, {at, at + n, true});
  }
  return {};
}

// 公布10起典型案例。…公布的案例包括甲案、乙案等: any later statement of the cases.
std::optional<Listing> cases_later(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kOpens[] = {"案例包括", "案例分别为", "案例分别是", "案例有",
                                         "案件包括"};
  const std::string_view noun = p.text.substr(c.unit_end, 75);
  if (!holds_word(noun.substr(0, noun.find("。")), "案例")) return {};
  const std::string_view rest =
      p.text.substr(c.unit_end, p.body.end - std::min(p.body.end, c.unit_end));
  for (const std::string_view open : kOpens) {
    const auto found = rest.find(open);
    if (found == std::string_view::npos) continue;
    const auto at = c.unit_end + static_cast<std::uint32_t>(found);
    return read_list(p, series, c, {at, at + static_cast<std::uint32_t>(open.size()), true});
  }
  return {};
}

// 甲大学等7所高校率先进入。…严格评审确定的,分别是甲大学、乙大学…: a later statement of exactly as
// many.
std::optional<Listing> counted_later(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kOpens[] = {"分别是", "分别为"};
  constexpr int kFew = 4;
  constexpr std::size_t kFar = 1500;  // bytes
  if (c.count < kFew || !c.exact) return {};
  const std::string_view rest = p.text.substr(
      c.unit_end, std::min<std::size_t>(kFar, p.body.end - std::min(p.body.end, c.unit_end)));
  for (const std::string_view open : kOpens) {
    const auto found = rest.find(open);
    if (found == std::string_view::npos) continue;
    const auto at = c.unit_end + static_cast<std::uint32_t>(found),
               begin = at + static_cast<std::uint32_t>(open.size());
    const Separators s = series.split(begin, begin + kForward);
    if (fits(count_items(p.text, s, begin, s.stop), c.count))
      return Listing{c.count, {"enumeration.after", {at, begin}}};
  }
  return {};
}

// 10类(甲、乙…): as many as announced in the bracket behind the count or its noun.
std::optional<Listing> in_bracket(const Passage& p, const Series& series, const Candidate& c) {
  for (const std::uint32_t at : {c.unit_end, c.span.end}) {
    const std::uint32_t end = skip_paren(p, at);
    if (end <= at + 2) continue;
    const Span inner{at + 1, end - 1};
    if (c.exact &&
        fits(count_items(p.text, series.split(inner.begin, inner.end), inner.begin, inner.end),
             c.count)) {
      return Listing{c.count, {"enumeration.bracket", inner}};
    }
  }
  return {};
}

}  // namespace

std::optional<Listing> listed_after(const Passage& p, const Series& series, const Candidate& c,
                                    std::uint32_t next) {
  if (auto listing = in_bracket(p, series, c)) return listing;
  if (auto names = masked_names(p, series, c)) return names;
  const std::uint32_t limit = std::min({next, c.unit_end + 240, p.body.end});
  std::uint32_t from = c.unit_end;
  for (int tries = 0; tries < 3; ++tries) {
    const auto opener = find_opener(p.text, from, limit);
    if (!opener || types_of_cases(p, c, *opener)) break;
    if (auto listing = read_list(p, series, c, *opener)) return listing;
    from = opener->end;
  }
  if (auto listing = listed_next(p, series, c, next)) return listing;
  if (auto listing = counted_later(p, series, c)) return listing;
  return cases_later(p, series, c);
}

}  // namespace guanlan::enumerations
