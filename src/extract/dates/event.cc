#include "extract/dates/event.h"

#include <algorithm>
#include <unordered_set>

#include "extract/around.h"
#include "extract/dates/anchor.h"
#include "extract/dates/signature.h"

namespace guanlan::dates {
namespace {

using around::starts;
using around::starts_any;

class EventFinder {
 public:
  EventFinder(const Passage& passage, const std::vector<Expression>& expressions,
              const std::vector<Reading>& readings)
      : p_(passage),
        all_(expressions),
        readings_(readings),
        vague_(first_vague_time(passage)),
        lead_end_(lead_end()) {}

  std::optional<Event> run() const {
    if (const auto i = find_signature(p_, all_)) return Event{*i, false, "event.signed"};
    if (auto e = labelled()) return e;
    auto lead = in_lead();
    if (lead && all_[lead->index].year_alone) {
      if (auto today = called_today(lead->index)) return today;
    }
    if (lead && all_[lead->index].range_first) {
      if (auto better = told_by_title(*lead)) return better;
    }
    if (lead && page_is_much_later(all_[lead->index])) {
      if (auto deed = near_page(true)) return deed;
    }
    if (!lead) lead = stated();
    if (!lead) lead = near_page(false);
    return lead;
  }

 private:
  [[nodiscard]] std::uint32_t lead_end() const;
  [[nodiscard]] std::optional<Event> labelled() const;
  [[nodiscard]] std::optional<Event> in_lead() const;
  [[nodiscard]] std::optional<Event> called_today(std::size_t after) const;
  [[nodiscard]] std::optional<Event> told_by_title(const Event& first) const;
  [[nodiscard]] std::optional<Event> stated() const;
  [[nodiscard]] std::optional<Event> near_page(bool within) const;
  [[nodiscard]] bool page_is_much_later(const Expression& e) const;
  [[nodiscard]] bool tells_act(const Expression& e) const;
  [[nodiscard]] bool tells_decision(const Expression& e) const;
  [[nodiscard]] bool usable(std::size_t i) const;
  [[nodiscard]] bool dates_paper(const Expression& e) const;
  [[nodiscard]] bool long_before_issue(const Expression& e) const;
  [[nodiscard]] bool long_before_page(const Expression& e) const;
  [[nodiscard]] bool opens_text(const Expression& e, std::uint32_t slack) const;

  const Passage& p_;
  const std::vector<Expression>& all_;
  const std::vector<Reading>& readings_;
  std::uint32_t vague_;
  std::uint32_t lead_end_;
};

// The lead: the first two paragraphs that are longer than a heading.
std::uint32_t EventFinder::lead_end() const {
  constexpr std::uint32_t kHeading = 60;
  std::uint32_t begin = p_.body.begin;
  int paragraphs = 0;
  while (begin < p_.body.end) {
    const std::size_t found = p_.text.substr(0, p_.body.end).find('\n', begin);
    const std::uint32_t end =
        found == std::string_view::npos ? p_.body.end : static_cast<std::uint32_t>(found);
    if (end - begin > kHeading && ++paragraphs == 2) return end;
    begin = end + 1;
  }
  return p_.body.end;
}

bool EventFinder::opens_text(const Expression& e, std::uint32_t slack) const {
  return e.span.begin <= p_.body.begin + slack;
}

// 发布时间:2024-04-09 in the first lines; 4月9日消息.
std::optional<Event> EventFinder::labelled() const {
  constexpr std::string_view kLabels[] = {
      "发布时间:", "发布日期:", "发文日期:", "成文日期:", "日期:", "时间:", "发布时间", "发布于"};
  for (std::size_t i = 0; i < all_.size() && all_[i].span.begin < lead_end_; ++i) {
    const Expression& e = all_[i];
    if (e.in_title || e.point.day == 0) continue;
    if (readings_[i].reported && e.span.begin < vague_) return Event{i, true, "event.reported"};
    const std::uint32_t begin =
        p_.text[e.span.begin - (e.span.begin > 0 ? 1 : 0)] == ' ' ? e.span.begin - 1 : e.span.begin;
    const bool plain = readings_[i].role == DateRole::past;
    if (plain && around::ends_any(p_.text, begin, kLabels) != 0 && opens_text(e, 300))
      return Event{i, true, "event.reported"};
    break;
  }
  return {};
}

bool EventFinder::usable(std::size_t i) const {
  const Expression& e = all_[i];
  const Reading& r = readings_[i];
  if (e.in_title || iso(e.point).empty() || dates_paper(e)) return false;
  if (r.role == DateRole::past || r.weak) return true;
  const bool from_that_day =
      starts(p_.text, e.span.end, "起,") && opens_text(e, 0);  // 11月5日起,某市开展检查
  if (from_that_day && r.role == DateRole::start && e.point.day != 0) return true;
  return e.range_first && r.role == DateRole::start && e.point.day != 0 && !r.term;
}

// 2018年7月7日发布的《某通知》: when a paper came out that the item speaks of.
bool EventFinder::dates_paper(const Expression& e) const {
  constexpr std::string_view kCameOut[] = {"发布的《", "印发的《", "公布的《",     "出台的《",
                                           "通过的《", "下发的《", "联合发布的《", "联合印发的《",
                                           "修订的《", "施行的《", "实施的《",     "颁布的《"};
  return starts_any(p_.text, e.span.end, kCameOut) != 0;
}

// Behind the first sentence, a date of months ago tells how the case began.
bool EventFinder::long_before_issue(const Expression& e) const {
  constexpr int kMonths = 4;
  const IssueDate& issue = p_.issue;
  if (issue.year == 0 || issue.month == 0 || e.sentence >= p_.sentences.size()) return false;
  if (p_.sentences[e.sentence].begin <= p_.body.begin) return false;
  const int month = e.point.month != 0 ? e.point.month : 12;
  return e.reckoning != Reckoning::open &&
         (issue.year - e.point.year) * 12 + issue.month - month > kMonths;
}

// A page says when it was put up: behind the first sentence, what is a month older is background.
bool EventFinder::long_before_page(const Expression& e) const {
  const IssueDate& page = p_.issue;
  if (page.basis != DateBasis::page || page.day == 0 || e.point.month == 0) return false;
  if (e.sentence >= p_.sentences.size() || p_.sentences[e.sentence].begin <= p_.body.begin)
    return false;
  return (page.year - e.point.year) * 12 + page.month - e.point.month > 1;
}

std::optional<Event> EventFinder::in_lead() const {
  for (std::size_t i = 0; i < all_.size() && all_[i].span.begin < lead_end_; ++i) {
    const Expression& e = all_[i];
    if (e.span.begin > vague_ || (!e.in_title && long_before_issue(e))) return {};
    const bool section_month = e.point.month != 0 && e.point.day == 0 &&
                               readings_[i].role == DateRole::end && opens_text(e, 6) &&
                               !e.range_last && month_of_items_before(p_) == e.point.month;
    if (section_month) return Event{i, false, "event.as-of"};
    if (!usable(i)) continue;
    if (long_before_page(e)) return {};
    if (e.point.day != 0) return Event{i, false, "event.lead"};
    if (e.range_first || e.range_last) continue;
    const bool sets_off = starts(p_.text, e.span.end, ",");
    if (e.point.month != 0) {
      const bool opens =
          e.sentence < p_.sentences.size() && e.span.begin - p_.sentences[e.sentence].begin <= 6;
      const bool first = e.span.begin == p_.body.begin && !starts(p_.text, e.span.end, "的");
      if (opens && (sets_off || first)) return Event{i, false, "event.lead"};
    } else if (e.year_alone && opens_text(e, 0) && sets_off && p_.issue.year - e.point.year <= 1) {
      return Event{i, false, "event.year"};
    }
  }
  return {};
}

// 2021年,…。公安部今天(1月10日)公布: the year was background.
std::optional<Event> EventFinder::called_today(std::size_t after) const {
  constexpr std::string_view kToday[] = {"今天(", "今日(", "昨天(", "昨日("};
  for (std::size_t i = after + 1; i < all_.size() && all_[i].span.begin < lead_end_; ++i) {
    const Expression& e = all_[i];
    if (e.point.day != 0 && around::ends_any(p_.text, e.span.begin, kToday) != 0)
      return Event{i, false, "event.today"};
  }
  return {};
}

// How many pairs of characters of the title a sentence repeats.
std::size_t shared_pairs(std::string_view title, std::string_view sentence) {
  std::unordered_set<std::string_view> pairs;
  for (std::size_t i = 0; i + 6 <= title.size(); i += utf8::decode(title, i).size)
    pairs.insert(title.substr(i, 6));
  std::size_t shared = 0;
  for (std::size_t i = 0; i + 6 <= sentence.size() && i < 1500;
       i += utf8::decode(sentence, i).size) {
    shared += pairs.erase(sentence.substr(i, 6));
  }
  return shared;
}

std::optional<Event> EventFinder::told_by_title(const Event& first) const {
  const std::string_view title = p_.of(p_.title);
  const auto told = [&](std::size_t i) {
    return all_[i].sentence < p_.sentences.size()
               ? shared_pairs(title, p_.of(p_.sentences[all_[i].sentence]))
               : 0;
  };
  const std::size_t base = told(first.index);
  for (std::size_t i = first.index + 1; i < all_.size() && all_[i].span.begin < lead_end_; ++i) {
    const Expression& e = all_[i];
    if (e.point.day == 0 || e.range_first || e.range_last || !usable(i)) continue;
    if (i > first.index + 8) break;
    if (told(i) >= 6 && told(i) >= 2 * base) return Event{i, false, "event.title"};
  }
  return {};
}

// 公示日期为2025年6月20日: said of the decision that the notice is about.
std::optional<Event> EventFinder::stated() const {
  constexpr std::string_view kStated[] = {"公示日期为", "公示日期:",  "公布日期为",
                                          "公开日期为", "发布日期为", "决定日期为",
                                          "决定日期:",  "处罚日期为", "处罚日期:"};
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const bool day = all_[i].point.day != 0 && !all_[i].in_title && !iso(all_[i].point).empty();
    if (day && around::ends_any(p_.text, all_[i].span.begin, kStated) != 0)
      return Event{i, false, "event.stated"};
  }
  return {};
}

// What a body did on that day, not what happened to somebody.
bool EventFinder::tells_act(const Expression& e) const {
  constexpr std::string_view kActs[] = {"依法", "依据", "根据", "作出", "处罚",
                                        "约谈", "责令", "下达", "立案", "印发",
                                        "发布", "公布", "通报", "召开", "举行"};
  constexpr std::uint32_t kReach = 180;
  if (e.sentence >= p_.sentences.size()) return false;
  const std::uint32_t end = std::min(p_.sentences[e.sentence].end, e.span.end + kReach);
  const std::string_view words = p_.text.substr(e.span.end, end - e.span.end);
  return around::holds_any(words, kActs);
}

bool EventFinder::tells_decision(const Expression& e) const {
  constexpr std::uint32_t kReach = 120;
  const std::uint32_t end = std::min(p_.sentences[e.sentence].end, e.span.end + kReach);
  const std::string_view words = p_.text.substr(e.span.end, end - e.span.end);
  return holds_word(words, "作出") && (holds_word(words, "决定") || holds_word(words, "判决"));
}

// 2020年12月,某局立案调查 at the head of a page of April: how the case began.
bool EventFinder::page_is_much_later(const Expression& e) const {
  const IssueDate& page = p_.issue;
  if (page.basis != DateBasis::page || page.day == 0 || e.point.month == 0) return false;
  return (page.year - e.point.year) * 12 + page.month - e.point.month >= 3;
}

// Of a page of 20 July: 7月8日,某局依法… opens a sentence further on, behind how the notice begins;
// or a clause, with a decision in it (`within`).
std::optional<Event> EventFinder::near_page(bool within) const {
  constexpr std::uint32_t kParagraphs = 8;
  constexpr int kDays = 31;
  const IssueDate& page = p_.issue;
  const bool single = p_.document != nullptr && p_.document->items.size() == 1;
  if (!single || page.basis != DateBasis::page || page.day == 0) return {};
  const auto count = [](int year, int month, int day) { return (year * 12 + month) * kDays + day; };
  for (std::size_t i = 0; i < all_.size() && all_[i].paragraph < kParagraphs; ++i) {
    const Expression& e = all_[i];
    if (e.point.day == 0 || !usable(i) || e.sentence >= p_.sentences.size()) continue;
    const int before =
        count(page.year, page.month, page.day) - count(e.point.year, e.point.month, e.point.day);
    const bool clause = within && around::ends(p_.text, e.span.begin, ",") && tells_decision(e);
    const bool opens = (clause || e.span.begin <= p_.sentences[e.sentence].begin + 3) &&
                       starts(p_.text, e.span.end, ",");
    if (opens && before >= 0 && before <= kDays && tells_act(e))
      return Event{i, false, "event.near-page"};
  }
  return {};
}

}  // namespace

std::optional<Event> find_event(const Passage& passage, const std::vector<Expression>& expressions,
                                const std::vector<Reading>& readings) {
  return EventFinder(passage, expressions, readings).run();
}

}  // namespace guanlan::dates
