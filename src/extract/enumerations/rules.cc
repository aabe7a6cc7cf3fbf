#include "extract/enumerations/rules.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::enumerations {
namespace {

using around::ends;
using around::ends_any;
using around::starts;
using around::starts_any;

constexpr std::uint32_t kBack = 900, kForward = 1500;

bool contains_any(std::string_view text, around::Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

// Units of things that a text names one by one without 等.
bool named_one_by_one(const Candidate& c) {
  constexpr std::string_view kUnits[] = {"个", "种", "类", "项", "家", "款", "省", "市", "区", "县", "位", "名", "所", "地", "国", "条", "件", "方", "起", "校", "院", "部"};
  return c.parts || std::any_of(std::begin(kUnits), std::end(kUnits), [&](std::string_view u) { return c.unit == u; });
}

// Between the last name and the number stands a verb: 上海公安机关抓获两名.
bool verb_before(std::string_view last) {
  constexpr std::string_view kVerbs[] = {"抓获", "破获", "查处", "侦破", "发现", "成立", "召开", "举办", "开展", "增加", "减少", "下降", "上升", "实施", "发布",
                                         "印发", "出现", "分布", "需要", "新增", "达到", "涉及", "累计", "总计", "建成", "建设", "设立", "组建", "派出", "来自", "超过",
                                         "通报", "下架", "约谈", "处罚", "关闭", "关停", "清理"};
  constexpr std::string_view kEndings[] = {"有", "共", "达", "用", "近", "约", "超", "为", "了", "出", "至", "到"};
  return contains_any(last, kVerbs) || ends_any(last, static_cast<std::uint32_t>(last.size()), kEndings) != 0;
}

bool fits(const Count& count, int announced) {
  return count.items == announced || (count.last_and && count.items + 1 == announced);
}

// The clause that ends at `end` begins behind the last comma or semicolon; ",以及" goes on.
std::uint32_t clause_begin(std::string_view text, const Separators& s, std::uint32_t end, int& more) {
  constexpr std::string_view kGoesOn[] = {"以及", "及", "和", "并", "还有"};
  std::uint32_t begin = s.begin;
  std::vector<std::uint32_t> marks = s.commas;
  marks.insert(marks.end(), s.semicolons.begin(), s.semicolons.end());
  std::sort(marks.begin(), marks.end());
  for (std::size_t i = marks.size(); i-- > 0;) {
    if (marks[i] + 1 >= end) continue;
    begin = marks[i] + 1;
    if (text[marks[i]] != ',' || starts_any(text, begin, kGoesOn) == 0) return begin;
    ++more;
    begin = s.begin;
  }
  return begin;
}

// …案、…案等10起: names that end alike are the items; what lies between them belongs to one.
int items_that_end_alike(std::string_view text, const Separators& s, std::uint32_t begin, std::uint32_t end, std::string_view tail) {
  int count = ends(text, end, tail) ? 1 : 0;
  for (const std::uint32_t at : s.pauses) {
    if (at >= begin && at < end && ends(text, at, tail)) ++count;
  }
  return count;
}

std::optional<Listing> before_with_etc(const Passage& p, const Candidate& c, const Separators& s, std::uint32_t end) {
  if (!c.exact || c.unit == "人") return {};  // 等百余人: nobody is listed
  int more = 0;
  const std::uint32_t begin = clause_begin(p.text, s, end, more);
  Count count = count_items(p.text, s, begin, end);
  count.items += more;
  const Why why{"enumeration.before-etc", {begin, end}};
  if (count.items == 1 && !count.last_and) {
    return c.unit == "部门" ? std::optional(Listing{1, why, true}) : std::nullopt;
  }
  int listed = count.items + (count.last_and && count.items != c.count ? 1 : 0);
  if (c.unit == "起" || c.unit == "件" || c.unit == "例") {
    if (const int alike = items_that_end_alike(p.text, s, begin, end, "案"); alike > 0) listed = alike;
  }
  return Listing{std::min(listed, c.count), why};
}

std::optional<Listing> before_without_etc(const Passage& p, const Candidate& c, const Separators& s, std::uint32_t end) {
  const bool masked = c.unit == "人" && (ends(p.text, end, "某") || ends(p.text, end, "某某"));  // 张某、李某、王某三人
  if (!c.exact || !(masked || named_one_by_one(c))) return {};
  int more = 0;
  const std::uint32_t begin = clause_begin(p.text, s, end, more);
  Count count = count_items(p.text, s, begin, end);
  count.items += more;
  const Why why{"enumeration.before", {begin, end}};
  const std::string_view last = p.text.substr(count.last_begin, end - count.last_begin);
  if (verb_before(last)) return {};
  if (count.items > 1 && fits(count, c.count)) return Listing{c.count, why};
  if (count.items > c.count && c.parts) return Listing{c.count, why};
  if (count.items == 1 && count.last_and && c.count == 2 && c.parts) return Listing{2, why};
  if (c.count >= 3 && static_cast<int>(s.semicolons.size()) + 1 == c.count) {
    return Listing{c.count, {"enumeration.before", {s.begin, end}}};
  }
  return {};
}

struct Opener {
  std::uint32_t begin = 0, end = 0;
  bool strong = false;
};

// The word that opens the list behind an announcement.
std::optional<Opener> find_opener(std::string_view text, std::uint32_t from, std::uint32_t limit) {
  constexpr std::string_view kStrong[] = {"分别是", "分别为", "分别有", "具体包括", "具体为", "具体是", "主要包括", "主要有", "包括", "包含", "涵盖", "——", ":"};
  constexpr std::string_view kWeak[] = {"即", "是", "为", "有"};
  for (std::uint32_t at = from; at < limit;) {
    const auto d = utf8::decode(text, at);
    if (d.cp == U'。' || d.cp == '\n' || d.cp == ';') return {};
    if (starts(text, at, "其中包含")) return {};  // 硬盘2只,其中包含…: what they hold
    if (starts(text, at, "其中有“") || starts(text, at, "其中有《")) return Opener{at, at + 9, true};
    if (const auto n = starts_any(text, at, kStrong)) {
      std::uint32_t end = at + n;
      while (starts(text, end, ":") || starts(text, end, "\n")) ++end;
      return Opener{at, end, true};
    }
    if (at - from < 30) {
      if (const auto n = starts_any(text, at, kWeak); n != 0 && !starts(text, at, "有关") && !starts(text, at, "是否")) {
        return Opener{at, at + n, false};
      }
    }
    at += d.size;
  }
  return {};
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

// 分别是: and then one paragraph each: as many as announced, alike in their last word, or up to the end.
bool one_paragraph_each(std::string_view text, std::uint32_t begin, std::uint32_t limit, int announced) {
  constexpr std::uint32_t kLine = 600;
  std::string_view tail;
  bool alike = true;
  std::uint32_t at = begin;
  for (int line = 0; line < announced; ++line) {
    if (at >= limit) return false;
    const std::size_t found = text.substr(at, kLine).find('\n');
    if (found == std::string_view::npos && limit - at > kLine) return false;
    const auto end = found == std::string_view::npos ? limit : std::min(at + static_cast<std::uint32_t>(found), limit);
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

std::optional<Listing> read_list(const Passage& p, const Series& series, const Candidate& c, const Opener& o) {
  const Why why{o.strong ? "enumeration.after" : "enumeration.after-copula", {o.begin, o.end}};
  if (c.count >= 3 && ends(p.text, o.end, "\n") && one_paragraph_each(p.text, o.end, p.body.end, c.count)) {
    return Listing{c.count, why};
  }
  if (utf8::is_digit(around::next(p.text, o.end)) && ends(p.text, o.end, "\n")) return {};  // numbered paragraphs
  if (const int quoted = series.brackets_from(o.end); o.strong && quoted > 1 && quoted <= c.count && c.exact) return Listing{quoted, why};
  const Separators s = series.split(o.end, o.end + kForward);
  std::uint32_t clause_end = s.stop;
  if (!s.commas.empty()) clause_end = std::min(clause_end, s.commas.front());
  if (!s.semicolons.empty()) clause_end = std::min(clause_end, s.semicolons.front());
  const Count clause = count_items(p.text, s, o.end, clause_end);
  if (fits(clause, c.count)) return Listing{c.count, why};
  if (!o.strong) return {};
  const auto semicolons = static_cast<int>(s.semicolons.size()), commas = static_cast<int>(s.commas.size());
  if (semicolons > 0 && semicolons + 1 == c.count) return Listing{c.count, why};
  const bool last_and = !s.ands.empty() && !s.commas.empty() && s.ands.back() > s.commas.back();
  if (semicolons == 0 && commas > 0 && (commas + 1 == c.count || (last_and && commas + 2 == c.count))) return Listing{c.count, why};
  if (fits(count_items(p.text, s, o.end, s.stop), c.count)) return Listing{c.count, why};
  const int listed = up_to_etc(p.text, s, o.end, clause_end);
  if (c.exact && listed >= 2 && listed < c.count) return Listing{listed, why};
  const int cases = cases_between_commas(p.text, s, o.end);
  return c.exact && cases >= 2 && cases <= c.count ? std::optional(Listing{cases, why}) : std::nullopt;
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
std::optional<Listing> listed_next(const Passage& p, const Series& series, const Candidate& c, std::uint32_t next) {
  constexpr std::string_view kHolds[] = {"包括", "包含", "分别是", "分别为", "涵盖"};
  constexpr std::uint32_t kFew = 5, kNear = 90;
  if (c.count < static_cast<int>(kFew) || !c.exact) return {};
  const Separators own = series.split(c.unit_end, c.unit_end + 240);
  if (!starts(p.text, own.stop, "。")) return {};
  const std::uint32_t limit = std::min({own.stop + kNear, next, p.body.end});
  for (std::uint32_t at = own.stop + 3; at < limit; at += utf8::decode(p.text, at).size) {
    if (around::ends_clause(utf8::decode(p.text, at).cp)) return {};
    if (const auto n = starts_any(p.text, at, kHolds)) return read_list(p, series, c, {at, at + n, true});
  }
  return {};
}

// 公布10起典型案例。…公布的案例包括甲案、乙案等: any later statement of the cases.
std::optional<Listing> cases_later(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kOpens[] = {"案例包括", "案例分别为", "案例分别是", "案例有", "案件包括"};
  const std::string_view noun = p.text.substr(c.unit_end, 75);
  if (noun.substr(0, noun.find("。")).find("案例") == std::string_view::npos) return {};
  const std::string_view rest = p.text.substr(c.unit_end, p.body.end - std::min(p.body.end, c.unit_end));
  for (const std::string_view open : kOpens) {
    const auto found = rest.find(open);
    if (found == std::string_view::npos) continue;
    const auto at = c.unit_end + static_cast<std::uint32_t>(found);
    return read_list(p, series, c, {at, at + static_cast<std::uint32_t>(open.size()), true});
  }
  return {};
}

// Whether some clause of the statement has exactly so many items.
std::optional<Span> clause_with(const Passage& p, const Series& series, std::uint32_t begin, std::uint32_t end, int announced) {
  const Separators s = series.split(begin, end);
  std::vector<std::uint32_t> cuts = s.commas;
  cuts.insert(cuts.end(), s.semicolons.begin(), s.semicolons.end());
  cuts.push_back(s.stop);
  std::sort(cuts.begin(), cuts.end());
  std::uint32_t from = begin;
  for (const std::uint32_t cut : cuts) {
    const Count count = count_items(p.text, s, from, cut);
    if (count.items > 1 && fits(count, announced)) return Span{from, cut};
    from = cut + 1;
  }
  return {};
}

// 2、《甲》、《乙》这两款: the list begins behind its own number.
std::uint32_t past_number(std::string_view text, std::uint32_t at) {
  std::uint32_t i = at;
  while (utf8::is_digit(around::next(text, i))) ++i;
  return i != at && starts(text, i, "、") ? i + 3 : at;
}

// “甲”“乙”等|违法网站|65家: where the quotations end; 0: no such list.
std::uint32_t quoted_before_noun(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::uint32_t kNoun = 36;
  constexpr std::string_view kEtc = "等";
  if (c.unit != "家" && c.unit != "个" && c.unit != "款") return 0;
  std::uint32_t at = c.begin;
  while (at > p.body.begin && c.begin - at <= kNoun) {
    if (ends(p.text, at, kEtc)) {
      const std::uint32_t end = at - static_cast<std::uint32_t>(kEtc.size());
      return series.brackets_before(p.body.begin, end) > 0 ? end : 0;
    }
    const auto d = utf8::decode_before(p.text, at);
    if (!utf8::is_han(d.cp)) return 0;
    at -= d.size;
  }
  return 0;
}

}  // namespace

std::optional<Listing> listed_before(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kClosing[] = {"等共计", "等共", "等各", "等", "共计", "共", "这"};
  const std::uint32_t closing = ends_any(p.text, c.begin, kClosing);
  const std::uint32_t end = c.begin - closing;
  const bool etc = closing != 0 && starts(p.text, end, "等");
  const std::uint32_t begin = past_number(p.text, series.statement_begin(end, kBack));
  if (begin + 6 > end) return {};
  if (const std::uint32_t quoted = closing == 0 && c.exact ? quoted_before_noun(p, series, c) : 0; quoted != 0) {
    return Listing{std::min(series.brackets_before(begin, quoted), c.count), {"enumeration.titles", {begin, quoted}}};
  }
  if (const int brackets = series.brackets_before(begin, end); brackets > 0) {
    if (etc && brackets <= c.count) return Listing{brackets, {"enumeration.titles", {begin, end}}};
    const Bracket* quote = series.ending_at(end);  // “A、B、C”三大载体
    if (brackets == 1 && !etc && quote->mark == Mark::quote) {
      const Separators inside = series.split(quote->inner.begin, quote->inner.end);
      if (count_items(p.text, inside, quote->inner.begin, quote->inner.end).items == c.count) {
        return Listing{c.count, {"enumeration.before", quote->inner}};
      }
    }
    if (brackets == c.count && brackets > 1) return Listing{brackets, {"enumeration.titles", {begin, end}}};
  }
  const Separators s = series.split(begin, end);
  return etc ? before_with_etc(p, c, s, end) : before_without_etc(p, c, s, end);
}

std::optional<Listing> listed_after(const Passage& p, const Series& series, const Candidate& c, std::uint32_t next) {
  if (auto names = masked_names(p, series, c)) return names;
  const std::uint32_t limit = std::min({next, c.unit_end + 240, p.body.end});
  std::uint32_t from = c.unit_end;
  for (int tries = 0; tries < 3; ++tries) {
    const auto opener = find_opener(p.text, from, limit);
    if (!opener) break;
    if (auto listing = read_list(p, series, c, *opener)) return listing;
    from = opener->end;
  }
  if (auto listing = listed_next(p, series, c, next)) return listing;
  return cases_later(p, series, c);
}

std::optional<Listing> listed_earlier(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kThese[] = {"这", "上述", "以上", "前述", "该"};
  const bool points_back = ends_any(p.text, c.begin, kThese) != 0;
  const std::uint32_t begin = series.statement_begin(c.begin, kBack);
  if (begin <= p.body.begin + 4) return {};
  const bool paragraph = p.text[begin - 1] == '\n';  // 经查,上述两家…: back into the paragraph before
  const bool parties = c.unit == "家" || c.unit == "款" || c.unit == "所";
  if (paragraph && (!points_back || !parties)) return {};
  const std::uint32_t end = paragraph ? begin - 1 : begin;
  if (!ends(p.text, end, "。")) return {};
  const std::uint32_t before = series.statement_begin(end - 3, kBack);
  const auto clause = clause_with(p, series, before, end - 3, c.count);
  if (!clause) return {};
  const Listing listing{c.count, {"enumeration.earlier", *clause}};
  if (points_back) return listing;
  if (c.noun.size() < 6 || !c.exact || c.count < 3) return {};
  const std::string_view noun = c.noun.substr(0, 6);  // 三所医院 … 专科医院、综合医院、综合医院
  const std::string_view words = p.of(*clause);
  int seen = 0;
  for (std::size_t at = words.find(noun); at != std::string_view::npos; at = words.find(noun, at + 6)) ++seen;
  return seen >= c.count ? std::optional(listing) : std::nullopt;
}

std::optional<Listing> listed_in_lead(const Passage& p, const Series& series, const Candidate& c) {
  if (!c.exact || !(c.parts || c.unit == "家")) return {};
  std::uint32_t begin = p.body.begin;
  for (int statements = 0; statements < 3 && begin < p.body.end; ++statements) {
    const Separators s = series.split(begin, begin + kForward);
    if (c.count >= 3) {
      if (const auto clause = clause_with(p, series, begin, s.stop, c.count)) return Listing{c.count, {"enumeration.lead", *clause}};
    } else if (c.unit == "部门" && p.text.substr(begin, s.stop - begin).find("联合") != std::string_view::npos) {
      return Listing{2, {"enumeration.lead", {begin, s.stop}}};
    }
    begin = s.stop + (starts(p.text, s.stop, "\n") ? 1 : 3);
  }
  return {};
}

}  // namespace guanlan::enumerations
