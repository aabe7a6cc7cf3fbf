// Growth (增速): now, then and what lies between.
//
//   growth.rate    用户3.09亿,较3月增长4430万,增速达16.7%: 4430万 ÷ (3.09亿 − 4430万)
//   growth.from-to 由25%提升至98%,提升73个百分点; 从100家增至120家,增长20%
#include <cmath>
#include <optional>

#include "check/families.h"
#include "check/interval.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// What a change is measured against: 同比, 环比, a month; empty: not said.
std::string_view base_of(std::string_view lead) {
  for (const std::string_view word : {"同比", "环比", "较上年", "比上年", "较去年", "比去年"}) {
    if (has(lead, word)) return word == "环比" ? "环比" : "同比";
  }
  return has(lead, "较") || has(lead, "比") ? "较" : "";
}

bool is_speed(std::string_view lead) {
  for (const std::string_view word : {"增速", "增幅", "增长率", "降幅", "减幅"}) {
    if (has(lead, word)) return true;
  }
  return false;
}

// now (a total), by (its change), rate: three amounts one behind the other in a sentence.
void rate(Desk& desk, const Amount& now, const Amount& by, const Amount& rate_) {
  if (now.percent() || now.kind != Kind::total || by.percent() || by.kind != Kind::change) return;
  if (rate_.kind != Kind::rate || !now.exact || !by.exact || !rate_.exact) return;
  if (now.unit != by.unit || by.falls != rate_.falls) return;
  const std::string_view change = base_of(by.lead.of(desk.text()));
  const std::string_view speed = base_of(rate_.lead.of(desk.text()));
  if (change.empty()) return;  // 新增: of the month or the year, unlike the rate
  if (speed != change && !(speed.empty() && is_speed(rate_.lead.of(desk.text())))) return;
  const double sign = by.falls ? -1 : 1;
  const Interval before{now.value - sign * by.value - now.half - by.half,
                        now.value - sign * by.value + now.half + by.half};
  if (before.low <= 0) return;
  const Interval right = percent(ratio(interval(by), before));
  if (right.meets(interval(rate_))) return;
  const double exact = by.value / (now.value - sign * by.value) * 100;
  desk.report({"growth.rate",
               in_clean(rate_.span),
               {{"now", desk.printed(now.span)},
                {"by", desk.printed(by.span)},
                {"right", decimal(exact, printed_decimals(desk.text(), rate_) + 1)}},
               with_number(desk.text(), rate_, exact),
               {in_clean(now.span), in_clean(by.span)}});
}

// 由/从 A 至/到 B in two leads.
bool from_to(std::string_view text, const Amount& from, const Amount& to) {
  const std::string_view first = from.lead.of(text), second = to.lead.of(text);
  const bool opens = has(first, "由") || has(first, "从");
  const bool arrives = has(second, "至") || has(second, "到") || has(second, "为");
  return opens && arrives && from.unit == to.unit && from.sentence == to.sentence;
}

void points(Desk& desk, const Amount& from, const Amount& to, const Amount& by) {
  const double right = std::abs(to.value - from.value);
  const double slack = from.half + to.half + by.half + 1e-9;
  if (std::abs(right - by.value) <= slack) return;
  desk.report({"growth.from-to",
               in_clean(by.span),
               {{"sum", desk.printed(to.span) + " − " + desk.printed(from.span)},
                {"right", decimal(right, std::max(printed_decimals(desk.text(), from),
                                                  printed_decimals(desk.text(), to)))}},
               {},
               {in_clean(from.span), in_clean(to.span)}});
}

void relative(Desk& desk, const Amount& from, const Amount& to, const Amount& by) {
  if (from.value <= from.half) return;
  const Interval times = ratio(interval(to), interval(from));
  const Interval right = to.value >= from.value
                             ? Interval{(times.low - 1) * 100, (times.high - 1) * 100}
                             : Interval{(1 - times.high) * 100, (1 - times.low) * 100};
  if (right.meets(interval(by))) return;
  const double exact = std::abs(to.value / from.value - 1) * 100;
  desk.report({"growth.from-to",
               in_clean(by.span),
               {{"sum", desk.printed(to.span) + " ÷ " + desk.printed(from.span) + " − 1"},
                {"right", decimal(exact, printed_decimals(desk.text(), by) + 1) + "%"}},
               with_number(desk.text(), by, exact),
               {in_clean(from.span), in_clean(to.span)}});
}

// Whether the lead says nothing but that it grew or fell: 增长了, 降幅; not 瓦斯抽采人员减少.
bool bare_change(std::string_view lead) {
  constexpr std::size_t kLongest = 15;  // five characters: 增长率达到
  return lead.size() <= kLongest;
}

void between(Desk& desk, const Amount& from, const Amount& to, const Amount& by) {
  if (!from_to(desk.text(), from, to) || by.sentence != to.sentence) return;
  if (!from.exact || !to.exact || !by.exact) return;
  const std::string_view lead = by.lead.of(desk.text());
  if (!base_of(lead).empty() || !bare_change(lead)) return;  // held against something else
  if (from.percent() && by.unit == "个百分点") {
    points(desk, from, to, by);
  } else if (!from.percent() && by.kind == Kind::rate) {
    relative(desk, from, to, by);
  } else if (!from.percent() && by.kind == Kind::change && by.unit == from.unit) {
    points(desk, from, to, by);
  }
}

// 今年X,上年同期Y,同比增长p%.
void year_before(Desk& desk, const Amount& now, const Amount& then, const Amount& by) {
  const std::string_view text = desk.text();
  if (now.unit != then.unit || now.percent() || by.kind != Kind::rate) return;
  if (!now.exact || !then.exact || !by.exact || then.value <= then.half) return;
  const std::string_view lead = then.lead.of(text);
  if (!bare_change(by.lead.of(text))) return;
  const bool named = has(lead, "上年同期") || has(lead, "去年同期") || has(lead, "上年为");
  if (!named || base_of(by.lead.of(text)) != "同比") return;
  if (by.falls != (now.value < then.value)) return;
  relative(desk, then, now, by);
}

}  // namespace

void check_growth(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const auto& all = section.amounts;
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
      if (all[i].sentence != all[i + 2].sentence) continue;
      rate(desk, all[i], all[i + 1], all[i + 2]);
      between(desk, all[i], all[i + 1], all[i + 2]);
      year_before(desk, all[i], all[i + 1], all[i + 2]);
    }
  }
}

}  // namespace guanlan::checking
