// A、B、C三方面: lists that stand before their count.
#include "extract/enumerations/rules.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/enumerations/frame.h"

namespace guanlan::enumerations {
namespace {

using around::ends;
using around::starts;

// Units of things that a text names one by one without 等.
bool named_one_by_one(const Candidate& c) { return c.parts || frame().is_one(c.unit, Frame::unit); }

// Between the last name and the number stands a verb: 上海公安机关抓获两名.
bool verb_before(std::string_view last) {
  return frame().holds(last, Frame::verb) ||
         frame().before(last, last.size(), Frame::verb_end) != 0;
}

// The clause that ends at `end` begins behind the last comma or semicolon; ",以及" goes on.
std::uint32_t clause_begin(std::string_view text, const Separators& s, std::uint32_t end,
                           int& more) {
  std::uint32_t begin = s.begin;
  std::vector<std::uint32_t> marks = s.commas;
  marks.insert(marks.end(), s.semicolons.begin(), s.semicolons.end());
  std::sort(marks.begin(), marks.end());
  for (std::size_t i = marks.size(); i-- > 0;) {
    if (marks[i] + 1 >= end) continue;
    begin = marks[i] + 1;
    if (!goes_on(text, marks[i])) return begin;
    ++more;
    begin = s.begin;
  }
  return begin;
}

// …案、…案等10起: names that end alike are the items; what lies between them belongs to one.
int items_that_end_alike(std::string_view text, const Separators& s, std::uint32_t begin,
                         std::uint32_t end, std::string_view tail) {
  int count = ends(text, end, tail) ? 1 : 0;
  for (const std::uint32_t at : s.pauses) {
    if (at >= begin && at < end && ends(text, at, tail)) ++count;
  }
  return count;
}

std::optional<Listing> before_with_etc(const Passage& p, const Candidate& c, const Separators& s,
                                       std::uint32_t end) {
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
  if (frame().is_one(c.unit, Frame::cases)) {
    if (const int alike = items_that_end_alike(p.text, s, begin, end, "案"); alike > 0)
      listed = alike;
  }
  return Listing{std::min(listed, c.count), why};
}

std::optional<Listing> before_without_etc(const Passage& p, const Candidate& c, const Separators& s,
                                          std::uint32_t end) {
  const bool masked = c.unit == "人" && (ends(p.text, end, "某") ||
                                         ends(p.text, end, "某某"));  // 张某、李某、王某三人
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
  if (!frame().is_one(c.unit, Frame::listed)) return 0;
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

// “违反甲规定、违反乙规定”|等4项: the items stand in one pair of marks.
int parts_of_quotation(const Series& series, const Passage& p, std::uint32_t end) {
  const Bracket* quote = series.ending_at(end);
  if (quote->mark != Mark::quote) return 0;
  const Separators inside = series.split(quote->inner.begin, quote->inner.end);
  if (!inside.semicolons.empty()) return static_cast<int>(inside.semicolons.size()) + 1;
  return count_items(p.text, inside, quote->inner.begin, quote->inner.end).items;
}

}  // namespace

std::optional<Listing> listed_before(const Passage& p, const Series& series, const Candidate& c) {
  const std::uint32_t closing = frame().before(p.text, c.begin, Frame::closing);
  const std::uint32_t end = c.begin - closing;
  const bool etc = closing != 0 &&
                   (starts(p.text, end, "等") || starts(p.text, end, "在内"));  // 甲、乙在内的41款
  const std::uint32_t begin = past_number(p.text, series.statement_begin(end, kBack));
  if (begin + 6 > end) return {};
  if (const std::uint32_t quoted = closing == 0 && c.exact ? quoted_before_noun(p, series, c) : 0;
      quoted != 0) {
    return Listing{std::min(series.brackets_before(begin, quoted), c.count),
                   {"enumeration.titles", {begin, quoted}}};
  }
  if (const int brackets = series.brackets_before(begin, end); brackets > 0) {
    if (const int parts = etc && brackets == 1 ? parts_of_quotation(series, p, end) : 0;
        parts > 1 && parts <= c.count)
      return Listing{parts, {"enumeration.titles", {begin, end}}};
    if (etc && brackets <= c.count) return Listing{brackets, {"enumeration.titles", {begin, end}}};
    const Bracket* quote = series.ending_at(end);  // “A、B、C”三大载体
    if (brackets == 1 && !etc && quote->mark == Mark::quote) {
      const Separators inside = series.split(quote->inner.begin, quote->inner.end);
      if (count_items(p.text, inside, quote->inner.begin, quote->inner.end).items == c.count) {
        return Listing{c.count, {"enumeration.before", quote->inner}};
      }
    }
    if (brackets == c.count && brackets > 1)
      return Listing{brackets, {"enumeration.titles", {begin, end}}};
  }
  const Separators s = series.split(begin, end);
  return etc ? before_with_etc(p, c, s, end) : before_without_etc(p, c, s, end);
}

}  // namespace guanlan::enumerations
