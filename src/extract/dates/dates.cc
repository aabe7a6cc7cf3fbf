// Dates: every calendar date, month, half-year, quarter or year of the body, with what it is for.
//
// expression  the words that name a date          2024年4月12日, 1-8月, 去年下半年
// role        what it is for                      自…起施行, 截至, 以来, …前完成
// year_name   years that belong to a name         2024年世界互联网大会
// anchor      the year that is not written        from the issue, from what stands before
// event       the date of the main event          4月12日,… → on; 4月9日消息 → reported
// signature   the day below a notice              示范市协会 2024年11月5日
// terms       days that are reckoned              自公布之日起30日内, 有效期5年
//
// Rules, as `explain` prints them (event.*: event.h):
//   date.past         no other role
//   date.start        自…起, …以来, 从…开始     date.begins   于5月初启动: a verb further on
//   date.end          至, 到, 止                date.as-of    截至
//   date.range        beginning or end of 9月14日至20日
//   date.effective    自…起施行                 date.expires  有效期至
//   date.deadline     …前, 最迟, 截止时间为     date.target   到2025年,…
//   date.comment-by   …前反馈意见            date.column   by the head of a table's column
#include <algorithm>
#include <unordered_map>

#include "extract/around.h"
#include "extract/dates/anchor.h"
#include "extract/dates/column.h"
#include "extract/dates/event.h"
#include "extract/dates/expression.h"
#include "extract/dates/role.h"
#include "extract/dates/terms.h"
#include "extract/dates/year_name.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

using namespace dates;

Span sentence_of(const Passage& p, const Expression& e) {
  return e.sentence < p.sentences.size() ? p.sentences[e.sentence] : e.span;
}

// Names out; titles in 《》 keep only the period of a plan (2024—2026年).
std::vector<Expression> dates_of(const Passage& passage) {
  std::vector<Expression> all = find_expressions(passage);
  YearNames names(passage);
  std::erase_if(all, [&](const Expression& e) {
    if (e.in_title) return !(e.year_alone && (e.range_first || e.range_last));
    return names.holds(e);
  });
  return all;
}

std::vector<Reading> readings_of(const Passage& p, const std::vector<Expression>& all) {
  std::vector<Reading> readings;
  readings.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t floor = i > 0 ? all[i - 1].span.end : p.body.begin;
    const std::uint32_t next = i + 1 < all.size() ? all[i + 1].span.begin : p.body.end;
    readings.push_back(read_role(p.text, all[i], sentence_of(p, all[i]), floor, next));
    // 公示时间:3月28日-4月28日 of a notice that asks for opinions.
    const bool asks = holds_word(p.of(p.title), "征求");
    if (asks && readings.back().role == DateRole::end && readings.back().must_act)
      readings.back().role = DateRole::comment_by;
    if (readings.back().role != DateRole::past) continue;
    if (auto role = role_by_column(p.text, p.body, all[i].span)) readings.back() = *role;
  }
  // 2023年12月和2024年1月,…先后启动: coordinate dates share the role of the last.
  for (std::size_t i = readings.size(); i-- > 1;) {
    if (readings[i - 1].role != DateRole::past || all[i].range_last) continue;
    const std::string_view gap =
        p.text.substr(all[i - 1].span.end, all[i].span.begin - all[i - 1].span.end);
    if (gap == "和" || gap == "、" || gap == "及" || gap == "与") {
      const bool reported = readings[i - 1].reported;
      readings[i - 1] = readings[i];
      readings[i - 1].reported = reported;
    }
  }
  // 2015年底前完成…;2016年6月底前完成…;2017年底,…达到90%: one of a row of targets.
  for (std::size_t i = 1; i < readings.size(); ++i) {
    if (readings[i].role != DateRole::past || readings[i - 1].role != DateRole::deadline) continue;
    if (all[i].sentence != all[i - 1].sentence && all[i].paragraph != all[i - 1].paragraph)
      continue;
    const bool end_of_time = p.of(all[i].span).ends_with("底") || p.of(all[i].span).ends_with("末");
    const bool opens =
        all[i].span.begin > 0 && around::ends_clause(around::previous(p.text, all[i].span.begin));
    if (end_of_time && opens && first_day(all[i - 1].point) < first_day(all[i].point))
      readings[i] = readings[i - 1];
  }
  return readings;
}

DateMention mention(const Expression& e, const Reading& r) {
  DateMention m;
  m.span = e.span;
  m.value = iso(e.point);
  m.role = name(r.role);
  m.why = r.why;
  return m;
}

// The same value once, under its most specific role.
class Collector {
 public:
  void add(const Expression& e, const Reading& r) {
    DateMention m = mention(e, r);
    const auto [it, fresh] = index_.emplace(m.value, found_.size());
    if (fresh) {
      found_.push_back(std::move(m));
      ranks_.push_back(r.role);
    } else if (rank(r.role) > rank(ranks_[it->second])) {
      found_[it->second] = std::move(m);
      ranks_[it->second] = r.role;
    }
  }
  std::vector<DateMention> take() { return std::move(found_); }

 private:
  static int rank(DateRole role) {
    switch (role) {
      case DateRole::past:
        return 0;
      case DateRole::end:
      case DateRole::start:
        return 1;
      default:
        return 2;
    }
  }
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<DateMention> found_;
  std::vector<DateRole> ranks_;
};

// A day by which something was to be done before the event is past: 此前要求4月1日前整改 stays, but
// 2020年之前 in a story does not ask for anything.
bool long_gone(const Point& p, const std::optional<DateMention>& event, const Point& event_point) {
  return event && p.year < event_point.year;
}

// 4月24日,…到3月底,全国用户达到…: what was reached by then is no target.
bool is_reached(const Point& p, const Reading& r, const std::optional<DateMention>& event,
                const Point& event_point) {
  return event && std::string_view(r.why.rule) == "date.target" &&
         first_day(p) < first_day(event_point) && p.month != 0;
}

// The day that a web page or a title page gives beside a notice that names none itself.
std::optional<DateMention> beside_the_text(const Passage& p) {
  const IssueDate& date = p.issue;
  const bool single = p.document != nullptr && p.document->items.size() == 1;
  const bool beside = date.basis == DateBasis::page || date.basis == DateBasis::masthead;
  if (!single || !beside || date.day == 0 || date.span.empty()) return {};
  DateMention m;
  m.span = date.span;
  m.value = iso({date.year, date.month, date.day});
  m.role = "reported";
  m.why = {"event.page", date.span};
  return m;
}

}  // namespace

Dates find_dates(const Passage& passage) {
  std::vector<Expression> all = dates_of(passage);
  std::vector<Reading> readings = readings_of(passage, all);
  anchor(passage, readings, all);

  Dates out;
  Point event_point;
  const auto event = find_event(passage, all, readings);
  const bool dated =
      event &&
      !iso(all[event->index].point).empty();  // not 7月1日消息 of a year that nothing tells
  if (dated) {
    DateMention m = mention(all[event->index], readings[event->index]);
    m.role = event->reported ? "reported" : "on";
    m.why = {event->rule, m.span};
    event_point = all[event->index].point;
    out.event = std::move(m);
  } else if (!event) {
    out.event = beside_the_text(passage);
  }
  Collector dates, deadlines;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (iso(all[i].point).empty()) continue;
    Reading& r = readings[i];
    if (is_reached(all[i].point, r, out.event, event_point)) {
      r.role = DateRole::end;
      r.must_act = false;
    }
    if (r.must_act && long_gone(all[i].point, out.event, event_point)) r = {};
    if (r.must_act) deadlines.add(all[i], r);
    const std::string_view role = r.must_act ? "deadline" : name(r.role);
    out.told.push_back(
        {all[i].span, iso(all[i].point), role, all[i].range_first, all[i].range_last});
    if (!out.event || iso(all[i].point) != out.event->value) dates.add(all[i], r);
  }
  out.others = dates.take();
  out.deadlines = deadlines.take();
  out.terms = find_terms(passage, all, readings, out.event);
  return out;
}

std::vector<dates::Expression> dates::anchored_expressions(const Passage& passage) {
  std::vector<Expression> all = dates_of(passage);
  anchor(passage, readings_of(passage, all), all);
  return all;
}

}  // namespace guanlan
