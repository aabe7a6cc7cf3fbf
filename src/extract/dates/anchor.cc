#include "extract/dates/anchor.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/dates/parse.h"

namespace guanlan::dates {
namespace {

class Anchor {
 public:
  Anchor(const Passage& passage, const std::vector<Reading>& readings,
         std::vector<Expression>& expressions)
      : p_(passage), readings_(readings), all_(expressions) {
    for (const Expression& e : all_) {
      if (e.reckoning == Reckoning::written && e.point.day != 0 && !e.in_title) {
        standpoint_ = e.point;
        break;
      }
    }
  }

  void run() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      Expression& e = all_[i];
      if (e.point.year == 0) resolve(i);
      if (e.point.year == 0 || e.in_title) continue;
      if (e.reckoning == Reckoning::month_from_anchor) continue;  // 较上月 … 较上月: the same month
      if (e.reckoning == Reckoning::written && e.point.day != 0 && !readings_[i].future) {
        told_up_to_ = std::max(told_up_to_, e.point.year);
      }
      if (e.point.month != 0) month_ = e.point;
      before_ = e.point;
      before_index_ = i;
    }
  }

 private:
  void resolve(std::size_t i);
  void from_range(std::size_t i);
  void open(std::size_t i);
  [[nodiscard]] int year_of_issue(const Point& p, bool future) const;
  [[nodiscard]] int year_of_plan(const Expression& e) const;
  [[nodiscard]] int year_of_story(std::size_t i) const;
  [[nodiscard]] bool goes_on(const Expression& e, const Expression& last) const;
  [[nodiscard]] bool opens_sentence(const Expression& e) const;
  [[nodiscard]] static bool ends_later(const Point& first, const Expression& last);
  void set_month(Point& p, int shift);

  const Passage& p_;
  const std::vector<Reading>& readings_;
  std::vector<Expression>& all_;
  Point standpoint_;    // the first full date that is written out: 今年 is its year …
  int told_up_to_ = 0;  // … until a day of a later one has been told of
  Point before_;        // the last known expression
  Point month_;         // the last one with a month
  std::size_t before_index_ = 0;
};

void Anchor::resolve(std::size_t i) {
  Expression& e = all_[i];
  switch (e.reckoning) {
    case Reckoning::written:
      return;
    case Reckoning::from_issue: {
      const bool own = e.shift == 0 && standpoint_.year != 0 && told_up_to_ <= standpoint_.year;
      const int year = own ? standpoint_.year : p_.issue.year;
      if (year != 0) e.point.year = year + e.shift;
      return;
    }
    case Reckoning::from_before:
      if (before_.year != 0) e.point.year = before_.year + e.shift;
      return;
    case Reckoning::month_from_before:
      if (month_.month != 0) set_month(e.point, e.shift);
      return;
    case Reckoning::month_from_anchor:
      if (month_.month == 0) {
        int month = month_of_items_before(p_);
        if (month == 0) month = p_.issue.month;
        if (month == 0) return;
        month_ = {0, month};
        month_.year = year_of_issue(month_, false);
      }
      set_month(e.point, e.shift);
      return;
    case Reckoning::open:
      return open(i);
  }
}

void Anchor::set_month(Point& p, int shift) {
  const Point at = shifted({month_.year, month_.month}, shift);
  p.year = at.year;
  p.month = at.month;
}

// The end of a range goes on from its beginning: 9月14日至20日, 12月30日至1月2日.
void Anchor::from_range(std::size_t i) {
  Expression& e = all_[i];
  const Point& first = all_[i - 1].point;
  if (e.point.month == 0 && e.point.half == 0 && e.point.quarter == 0) e.point.month = first.month;
  e.point.year = first.year;
  if (first.year != 0 && first_day(e.point) < first_day(first)) ++e.point.year;
}

void Anchor::open(std::size_t i) {
  Expression& e = all_[i];
  if (e.range_last && i > 0) return from_range(i);
  const bool day_alone = e.point.month == 0 && e.point.day != 0;
  if (day_alone) {
    if (month_.month != 0 && month_.year != 0) {
      e.point.month = month_.month;
      e.point.year = month_.year;
      return;
    }
    e.point.month = month_of_items_before(p_);
    if (e.point.month == 0 && p_.issue.month != 0) {
      // 29日 on a page of 1 February
      const bool page = p_.issue.basis == DateBasis::page || p_.issue.basis == DateBasis::metadata;
      const bool before =
          page && p_.issue.day != 0 && e.point.day > p_.issue.day && !readings_[i].future;
      e.point.month = shifted({p_.issue.year, p_.issue.month}, before ? -1 : 0).month;
    }
    if (e.point.month == 0) return;
  }
  if (e.range_first && i + 1 < all_.size() && all_[i + 1].reckoning == Reckoning::written) {
    e.point.year = all_[i + 1].point.year;  // 12月30日至2025年1月2日
    if (first_day(e.point) > first_day(all_[i + 1].point)) --e.point.year;
    return;
  }
  if (e.range_first && i + 1 < all_.size() && all_[i + 1].span == e.span) {  // 前11个月
    e.point.year = year_of_issue(all_[i + 1].point, false);
    return;
  }
  if (const int year = year_of_story(i)) {
    e.point.year = year;
    return;
  }
  if (e.range_first && i + 1 < all_.size() &&
      ends_later(e.point, all_[i + 1])) {  // 1至11月 in an issue of January
    e.point.year = year_of_issue(all_[i + 1].point, readings_[i].future);
    return;
  }
  if (e.point.year = year_of_plan(e); e.point.year != 0) return;
  const bool nearer = readings_[i].opens && p_.issue.month != 0 && e.point.month > p_.issue.month &&
                      e.point.month <= p_.issue.month + 6;
  e.point.year = year_of_issue(e.point, readings_[i].future || nearer);
}

// 1至11月: a range of months from the beginning of a year; 3月至6月 may lie ahead.
bool Anchor::ends_later(const Point& first, const Expression& last) {
  const bool months =
      first.month == 1 && first.day == 0 && last.point.month > first.month && last.point.day == 0;
  return months && last.range_last && last.point.year == 0 && last.reckoning == Reckoning::open;
}

// 自2024年11月起… 动员阶段(11月上旬): the stages of what lies ahead of a notice of October; and
// 报名截止时间为7月20日。8月下旬举行决赛 in one of June.
int Anchor::year_of_plan(const Expression& e) const {
  const IssueDate& issue = p_.issue;
  const bool ahead = before_.month != 0 && issue.day != 0 &&
                     first_day(before_) > first_day({issue.year, issue.month, issue.day});
  if (!ahead) return 0;
  const bool follows =
      e.point.month > issue.month && e.point.month >= before_.month && before_.year == issue.year;
  if (!follows && !around::ends(p_.text, e.span.begin, "(")) return 0;
  Point p = e.point;
  p.year = issue.year;
  return first_day(p) < first_day({issue.year, issue.month}) ? p.year + 1 : p.year;
}

bool Anchor::opens_sentence(const Expression& e) const {
  if (e.sentence >= p_.sentences.size()) return false;
  return e.span.begin - std::min(e.span.begin, p_.sentences[e.sentence].begin) <= 6;
}

// 2024年3月5日,…批准逮捕。4月9日,…提起公诉: where the day of the item is known from its text alone,
// the first day that is told is no end of what is told.
bool Anchor::goes_on(const Expression& e, const Expression& last) const {
  constexpr int kMonths = 6;
  if (p_.issue.basis != DateBasis::text || e.paragraph != last.paragraph || before_.month == 0)
    return false;
  Point p = e.point;
  p.year = before_.year;
  return first_day(p) >= first_day(before_) && p.month - before_.month <= kMonths;
}

// The year of a date before it: in the same sentence; or, in a story told sentence by sentence
// (2022年10月,… 11月,…), the first such month after the one before.
int Anchor::year_of_story(std::size_t i) const {
  const Expression& e = all_[i];
  if (before_.year == 0 || before_index_ >= i) return 0;
  const Expression& last = all_[before_index_];
  if (readings_[before_index_].role == DateRole::effective) return 0;
  const bool finer = e.point.month != 0;
  Point p = e.point;
  p.year = before_.year;
  if (e.sentence == last.sentence) {
    if (before_.month >= 10 && p.month != 0 && p.month <= 3) ++p.year;  // 2023年12月和1月
    const bool ahead = p_.issue.year != 0 && p.year > p_.issue.year && !readings_[i].future;
    return ahead ? before_.year : p.year;
  }
  if (!finer) {
    const bool coarse_before = e.paragraph - last.paragraph <= 3;
    return coarse_before ? before_.year : 0;
  }
  if (goes_on(e, last)) return before_.year;
  if (last.reckoning != Reckoning::written && before_.year == p_.issue.year) return 0;
  if (e.paragraph != last.paragraph || !opens_sentence(e) || !opens_sentence(last)) return 0;
  if (before_.month != 0 && first_day(p) < first_day(before_)) ++p.year;
  // 2024年4月20日,某局介绍… 2月29日,…: what a report tells lies behind it, not in the year after.
  const bool late =
      p_.issue.year != 0 &&
      (p_.issue.month == 0 ? p.year > p_.issue.year
                           : first_day(p) > first_day({p_.issue.year, p_.issue.month, 31}));
  return late ? 0 : p.year;
}

// The latest such date that is not after the issue; of what is to come, the first that is not long
// before it.
int Anchor::year_of_issue(const Point& p, bool future) const {
  if (p_.issue.year == 0) return 0;
  if (future && p_.issue.month == 0) return p_.issue.year;
  const int now = p_.issue.month != 0 ? p_.issue.month : 12;
  const int month = p.half != 0 ? p.half * 6 - 5 : p.quarter != 0 ? p.quarter * 3 - 2 : p.month;
  if (future) return month != 0 && now - month > 5 ? p_.issue.year + 1 : p_.issue.year;
  const bool next_month =
      month == now + 1 && p_.issue.day == 0 && p_.issue.basis == DateBasis::masthead;
  return month > now && !next_month ? p_.issue.year - 1
                                    : p_.issue.year;  // the July number tells of 1 August
}

}  // namespace

void anchor(const Passage& passage, const std::vector<Reading>& readings,
            std::vector<Expression>& expressions) {
  Anchor(passage, readings, expressions).run();
}

int month_of_items_before(const Passage& passage) {
  constexpr std::size_t kItems = 8;
  constexpr std::uint32_t kOpening = 90;
  if (passage.document == nullptr || passage.item == nullptr) return 0;
  const std::vector<Item>& items = passage.document->items;
  if (items.empty() || passage.item < items.data() || passage.item >= items.data() + items.size())
    return 0;
  const auto self = static_cast<std::size_t>(passage.item - items.data());
  for (std::size_t i = self; i-- > 0 && self - i <= kItems;) {
    const Span body = items[i].body;
    const std::uint32_t limit = std::min(body.end, body.begin + kOpening);
    for (std::uint32_t at = body.begin; at < limit; ++at) {
      const unsigned char byte = static_cast<unsigned char>(passage.text[at]);
      if (!utf8::is_digit(byte) || utf8::is_digit(around::previous(passage.text, at))) continue;
      if (const auto date = month_date(passage.text, at)) return date->point.month;
      if (const auto date = year_date(passage.text, at); date && date->point.month != 0)
        return date->point.month;
    }
  }
  return 0;
}

}  // namespace guanlan::dates
