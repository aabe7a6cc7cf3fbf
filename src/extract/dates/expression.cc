#include "extract/dates/expression.h"

#include <cstdlib>

#include "extract/around.h"
#include "extract/dates/parse.h"

namespace guanlan::dates {
namespace {

using around::starts;

std::uint32_t range_mark(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kMarks[] = {"——", "—", "--", "-", "~", "～", "–", "−", "至", "到"};
  return around::starts_any(text, at, kMarks);
}

// Where the second date of a range may begin behind the first one: 4月2日至, 4月2日 — .
std::uint32_t range_gap(std::string_view text, std::uint32_t at) {
  if (starts(text, at, " ")) ++at;
  const std::uint32_t mark = range_mark(text, at);
  if (mark == 0) return UINT32_MAX;
  at += mark;
  return starts(text, at, " ") ? at + 1 : at;
}

// Time words that are the end or the beginning of other words: 文明年度, 以前年度, 如今年轻.
bool cut_from_another_word(std::string_view text, Span word) {
  constexpr std::string_view kBefore[] = {"如", "文", "透", "说", "证", "声", "以",
                                          "过", "网", "线", "成", "目", "之"};
  constexpr std::string_view kAfter[] = {"轻", "龄", "代", "级", "度"};
  const std::string_view w = word.of(text);
  if (around::starts_any(text, word.end, kAfter) != 0 && w.ends_with("年") &&
      !starts(text, word.end, "度"))
    return true;
  if (w == "前年" && starts(text, word.end, "度")) return true;
  if (starts(w, 0, "今年")) return around::ends(text, word.begin, "如");
  return around::ends_any(text, word.begin, kBefore) != 0;
}

class Finder {
 public:
  explicit Finder(const Passage& passage)
      : p_(passage), text_(passage.text), words_(passage.lexicon->table(WordClass::time_word)) {
    kind_ = words_.column("kind");
    value_ = words_.column("value");
  }

  std::vector<Expression> run() {
    std::size_t n = 0, h = 0;
    while (n < p_.numerals.size() && !p_.body.contains(p_.numerals[n].span)) ++n;
    while (h < p_.hits.size() && !p_.body.contains(p_.hits[h].span)) ++h;
    for (; h < p_.hits.size(); ++h) {
      if (p_.hits[h].cls != WordClass::time_word) continue;
      n = numerals_until(n, p_.hits[h].span.begin);
      if (p_.hits[h].span.begin >= end_) word(p_.hits[h]);
    }
    numerals_until(n, p_.body.end);
    return std::move(out_);
  }

 private:
  std::size_t numerals_until(std::size_t n, std::uint32_t limit) {
    for (; n < p_.numerals.size() && p_.body.contains(p_.numerals[n].span) &&
           p_.numerals[n].span.begin < limit;
         ++n) {
      if (p_.numerals[n].span.begin >= end_) numeral(p_.numerals[n]);
    }
    return n;
  }

  void numeral(const Numeral& n);
  void word(const Hit& hit);
  bool year_range(std::uint32_t at);
  bool bare_first(std::uint32_t at);
  bool first_months(const Numeral& n);
  bool recurs(std::uint32_t at);
  bool heads_column(Span word);
  Expression year_ending_at(std::uint32_t at);
  void push(std::uint32_t begin, const Parsed& parsed, Reckoning reckoning = Reckoning::open,
            int shift = 0);
  void place(Expression& e);

  const Passage& p_;
  const std::string_view text_;
  const WordTable& words_;
  int kind_, value_;
  std::vector<Expression> out_;
  std::uint32_t end_ = 0;  // of the last expression
  std::uint32_t sentence_ = 0, paragraph_ = 0, book_end_ = 0;
  std::size_t bracket_ = 0;
  std::int64_t recurs_ = -1;  // the sentence that last named a day of every month
};

// Sentence, paragraph, title: cursors that only go forward.
void Finder::place(Expression& e) {
  while (sentence_ < p_.sentences.size() && (!p_.body.contains(p_.sentences[sentence_].begin) ||
                                             p_.sentences[sentence_].end <= e.span.begin)) {
    const Span s = p_.sentences[sentence_++];
    if (p_.body.contains(s.begin) && s.end > s.begin && text_[s.end - 1] == '\n') ++paragraph_;
  }
  for (; bracket_ < p_.brackets.size(); ++bracket_) {
    const Bracket& b = p_.brackets[bracket_];
    if (!p_.body.contains(b.span.begin)) continue;
    if (b.span.begin > e.span.begin) break;
    if (b.mark == Mark::book && b.span.end > book_end_) book_end_ = b.span.end;
  }
  e.sentence = sentence_;
  e.paragraph = paragraph_;
  e.in_title = e.span.begin < book_end_;
}

void Finder::push(std::uint32_t begin, const Parsed& parsed, Reckoning reckoning, int shift) {
  if (!valid(parsed.point)) return;
  Expression e;
  e.span = {begin, parsed.end};
  e.point = parsed.point;
  e.reckoning = parsed.point.year > 0 ? Reckoning::written : reckoning;
  e.shift = shift;
  const Point& p = parsed.point;
  e.year_alone = p.month == 0 && p.day == 0 && p.half == 0 && p.quarter == 0;
  place(e);
  if (!out_.empty()) {
    Expression& last = out_.back();
    if (!last.range_last && range_gap(text_, last.span.end) == begin) {
      last.range_first = true;
      e.range_last = true;
    }
  }
  end_ = parsed.end;
  out_.push_back(e);
}

// 2015-2016年; in a title also (2021—2025).
bool Finder::year_range(std::uint32_t at) {
  const auto first = small_number(text_, at);
  if (!first || (first->digits != 4 && !first->spelled) || first->value < 1900 ||
      first->value > 2100)
    return false;
  const std::uint32_t year_word = starts(text_, first->end, "年") ? 3 : 0;
  const std::uint32_t mark = range_mark(text_, first->end + year_word);
  if (mark == 0) return false;
  const std::uint32_t from = first->end + year_word + mark;
  const auto last = small_number(text_, from);
  if (!last || (last->digits != 4 && !last->spelled) || last->value <= first->value ||
      last->value > 2100)
    return false;
  Expression probe;
  probe.span = {at, last->end};
  place(probe);
  const bool closed = starts(text_, last->end, "年");
  const bool titled = probe.in_title && starts(text_, last->end, ")");
  if (!closed && !titled) return false;
  if (closed && month_date(text_, last->end + 3)) return false;  // 2023年-2024年5月: piece by piece
  push(at, {{first->value}, first->end + year_word});
  push(from, {{last->value}, last->end + (closed ? 3u : 0u)});
  return true;
}

// 1-8月, 4、5月: the first number takes its 月 from the second.
bool Finder::bare_first(std::uint32_t at) {
  constexpr std::string_view kMarks[] = {"、", "和", "—", "--", "-", "~", "～", "–", "至", "到"};
  const auto first = small_number(text_, at);
  if (!first || first->value < 1 || first->value > 12 || first->digits == 0 || first->digits > 2)
    return false;
  const std::uint32_t mark = around::starts_any(text_, first->end, kMarks);
  if (mark == 0) return false;
  const auto last = month_date(text_, first->end + mark);
  if (!last || last->point.day != 0 || last->point.month <= first->value) return false;
  push(at, {{0, first->value}, first->end});
  return true;
}

// 每月25日前, 每年3月15日: no day of the calendar.
bool Finder::recurs(std::uint32_t at) {
  constexpr std::string_view kEvery[] = {"每月", "每年", "每年的", "每个月", "每季度",
                                         "次月", "每周", "末月",   "季末月", "首月"};
  if (around::ends_any(text_, at, kEvery) == 0) return false;
  auto date = month_date(text_, at);
  if (!date) date = day_date(text_, at);
  if (!date) return false;
  end_ = date->end;
  Expression probe;
  probe.span = {at, date->end};
  place(probe);
  recurs_ = static_cast<std::int64_t>(probe.sentence);
  return true;
}

// Takes back the year that ends where 前三季度 begins (2024年前三季度); without one, an empty one.
Expression Finder::year_ending_at(std::uint32_t at) {
  Expression year;
  year.span = {at, at};
  if (out_.empty() || !out_.back().year_alone || out_.back().span.end != at) return year;
  year = out_.back();
  out_.pop_back();
  return year;
}

// 前11个月, 前三季度: from the beginning of the year.
bool Finder::first_months(const Numeral& n) {
  constexpr std::string_view kOther[] = {"提前", "之前", "以前", "年前", "月前", "日前",
                                         "天前", "此前", "目前", "当前", "先前"};
  const std::uint32_t at = n.span.begin;
  if (!around::ends(text_, at, "前")) return false;
  const bool of_year = !out_.empty() && out_.back().year_alone && out_.back().span.end == at - 3;
  if (!of_year && around::ends_any(text_, at, kOther) != 0) return false;
  const auto count = small_number(text_, at);
  if (!count || count->value < 2) return false;
  const bool months = starts(text_, count->end, "个月") && count->value < 12;
  const std::uint32_t unit = starts(text_, count->end, "个季度") ? 9
                             : starts(text_, count->end, "季度") ? 6
                                                                 : 0;
  const bool quarters = unit != 0 && count->value < 4;
  if (!months && !quarters) return false;
  const std::uint32_t end = count->end + (months ? 6 : unit);
  Parsed first{{}, end}, last{{}, end};
  if (months) {
    first.point.month = 1;
    last.point.month = count->value;
  } else {
    first.point.quarter = 1;
    last.point.quarter = count->value;
  }
  const Expression year = year_ending_at(at - 3);
  first.point.year = last.point.year = year.point.year;
  push(year.span.begin, first, year.reckoning, year.shift);
  push(year.span.begin, last, year.reckoning, year.shift);
  out_[out_.size() - 2].range_first = true;
  out_.back().range_last = true;
  return true;
}

void Finder::numeral(const Numeral& n) {
  const std::uint32_t at = n.span.begin;
  if (recurs(at) || first_months(n)) return;
  if (around::ends(text_, at, "第") && !starts(text_, n.span.end, "季度")) return;
  if (year_range(at)) return;
  if (auto date = numeric_date(text_, at)) return push(at, *date);
  if (auto date = year_date(text_, at)) {
    if (date->point.month == 0 && bare_first(date->end)) {  // 2020年1-8月
      Expression& first = out_.back();
      first.point.year = date->point.year;
      first.reckoning = Reckoning::written;
      first.span.begin = at;
      return;
    }
    return push(at, *date);
  }
  if (bare_first(at)) return;
  if (auto date = month_date(text_, at)) return push(at, *date);
  if (auto date = quarter_date(text_, at)) {
    const std::uint32_t begin = around::ends(text_, at, "第") ? at - 3 : at;
    return push(begin, *date);
  }
  if (auto date = day_date(text_, at)) push(at, *date);
}

// 排名较上月变化: the head of a column, in a row or alone in its line.
bool Finder::heads_column(Span word) {
  constexpr std::uint32_t kHead = 60;
  Expression probe;
  probe.span = word;
  place(probe);
  if (probe.sentence >= p_.sentences.size()) return false;
  const std::string_view line = p_.of(p_.sentences[probe.sentence]);
  if (line.find('\t') != std::string_view::npos) return true;
  const bool whole = line.ends_with("\n") && (word.begin == p_.body.begin || probe.paragraph > 0);
  return whole && line.size() <= kHead && line.find(',') == std::string_view::npos;
}

void Finder::word(const Hit& hit) {
  const std::string_view kind = words_.at(hit.row, kind_);
  if (kind == "vague" || kind == "name_head" || kind == "term" || kind == "period" ||
      cut_from_another_word(text_, hit.span))
    return;
  const int value = std::atoi(std::string(words_.at(hit.row, value_)).c_str());
  const std::uint32_t at = hit.span.begin, end = hit.span.end;
  if (kind == "half") return push(at, {{0, 0, 0, value}, to_its_end(text_, end)});
  if (kind == "year_end") {
    constexpr std::string_view kUntil[] = {"至", "到"};  // 将持续至年底
    const bool until = around::ends_any(text_, at, kUntil) != 0;
    if (starts(text_, end, "前") || until) push(at, {{}, end}, Reckoning::from_issue, 0);
    return;
  }
  if (kind == "year" || kind == "follow") {
    std::uint32_t from = end;
    if (starts(text_, from, "的")) from += 3;
    Parsed rest = after_year(text_, from);
    const bool more = rest.point != Point{};
    if (!more) rest = after_year(text_, end);
    if (kind == "follow" && !more) return;  // 同年, 当年 alone add nothing
    const Reckoning reckoning = kind == "year" ? Reckoning::from_issue : Reckoning::from_before;
    if (!more && bare_first(end)) {  // 今年1-8月
      out_.back().reckoning = reckoning;
      out_.back().shift = value;
      out_.back().span.begin = at;
      return;
    }
    return push(at, rest, reckoning, value);
  }
  if (heads_column(hit.span) || recurs_ == static_cast<std::int64_t>(sentence_)) return;
  const bool follows = kind == "follow_month";
  const auto day = day_date(text_, end);
  constexpr std::string_view kEnd[] = {"底前", "底之前", "末前", "底以前"};
  const bool month_end =
      value == 0 && !follows && around::starts_any(text_, end, kEnd) != 0;  // 本月底前
  if (!day && !month_end && (follows || value == 0)) return;  // 本月 alone adds nothing
  Parsed parsed{{}, day ? day->end : month_end ? end + 3 : end};
  if (day) parsed.point.day = day->point.day;
  push(at, parsed, follows ? Reckoning::month_from_before : Reckoning::month_from_anchor, value);
  out_.back().year_alone = false;
}

}  // namespace

std::vector<Expression> find_expressions(const Passage& passage) { return Finder(passage).run(); }

std::uint32_t first_vague_time(const Passage& passage) {
  const WordTable& words = passage.lexicon->table(WordClass::time_word);
  const int kind = words.column("kind");
  for (const Hit& hit : passage.hits) {
    if (hit.cls == WordClass::time_word && passage.body.contains(hit.span) &&
        words.at(hit.row, kind) == "vague") {
      return hit.span.begin;
    }
  }
  return passage.body.end;
}

}  // namespace guanlan::dates
