#include "outline/year_evidence.h"

#include <algorithm>
#include <initializer_list>

#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

constexpr std::uint32_t kOpening = 3000;  // bytes within which the notice tells its day
constexpr int kFarthest = 24;             // months between that day and the evidence

bool starts_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}
bool ends_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}
bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return holds_word(text, word); });
}

bool is_digit(char c) { return utf8::is_digit(static_cast<unsigned char>(c)); }

std::string_view behind(std::string_view text, const FullDate& d, std::uint32_t bytes) {
  return text.substr(d.span.end, bytes);
}
std::string_view before(std::string_view text, const FullDate& d, std::uint32_t bytes) {
  const std::uint32_t from = d.span.begin > bytes ? d.span.begin - bytes : 0;
  return text.substr(from, d.span.begin - from);
}

// 起施行, 前报送, 至2026年, 到2025年: a day to come.
bool lies_ahead(std::string_view text, const FullDate& d) {
  const std::string_view after = behind(text, d, 24);
  if (starts_any(after, {"以来"})) return false;
  if (starts_any(after, {"前", "底前", "之前", "以前", "止"})) return true;
  if (after.starts_with("起") && has_any(after, {"施行", "实施", "生效", "执行"})) return true;
  if (d.day > 0 && starts_any(after, {"施行", "实施", "正式施行", "正式实施", "生效"})) return true;
  if (ends_any(before(text, d, 18), {"截止时间为", "截止日期为", "截止时间:", "截止日期:"}))
    return true;
  if (ends_any(before(text, d, 6), {"截至"})) return false;  // what has come about by then
  return ends_any(before(text, d, 12), {"至", "—", "到", "-", "~", "将于", "定于", "拟于"});
}

// A year that is spoken of as over: 2023年全年, 较2023年, 2023年度…报告.
bool is_over(std::string_view text, const FullDate& d) {
  if (d.month != 0) return false;
  const std::string_view after = behind(text, d, 60);
  if (starts_any(after, {"全年", "底", "末"}) || ends_any(before(text, d, 6), {"较", "比"}))
    return true;
  return after.starts_with("度") && has_any(after, {"报告", "年报", "总结", "公报", "白皮书"});
}

// A year that work is planned for, perhaps before it begins: 部署2025年工作.
bool is_planned(std::string_view text, const FullDate& d) {
  if (d.month != 0) return false;
  return starts_any(behind(text, d, 60), {"工作", "重点", "目标", "度工作", "度重点", "计划"}) ||
         ends_any(before(text, d, 6), {"部署", "谋划", "安排", "展望", "做好"});
}

// 2016年的某案, 始于2018年8月: told of as long ago; the notice may be of any year since.
bool is_history(std::string_view text, const FullDate& d) {
  if (ends_any(before(text, d, 6), {"始于", "早在"})) return true;
  return d.month == 0 && starts_any(behind(text, d, 12), {"的", "对"});
}

FullDate earliest_of(FullDate d) {
  d.month = std::max(d.month, 1);
  d.day = std::max(d.day, 1);
  return d;
}

struct Evidence {
  FullDate past, ahead;  // the latest and the earliest; year 0: none
  FullDate due;          // the first day to come that is printed in full, behind past
  bool exact = false;    // past is a day, printed in full
};

// What a year without 年 at `at` says.
//   〔2024〕12号, (2024)示0102民初1号     2024-05-10, 2024.5.10
//   GB/T 43698-2024, CVE-2024-3400       2024—2026年: a plan that may be older than its period
FullDate year_at(std::string_view text, std::uint32_t at) {
  const std::string_view head = text.substr(0, at), tail = text.substr(at + 4);
  int year = 0;
  for (const char c : text.substr(at, 4)) {
    if (!is_digit(c)) return {};
    year = year * 10 + (c - '0');
  }
  if (year < 2000 || year > 2099 || (!tail.empty() && is_digit(tail.front()))) return {};
  const bool framed = (ends_any(head, {"〔", "[", "【"}) && starts_any(tail, {"〕", "]", "】"})) ||
                      (head.ends_with("(") && tail.starts_with(")"));
  const bool dashed =
      (head.ends_with("-") && !head.ends_with("--")) || head.ends_with("—") || head.ends_with("–");
  const bool coded = dashed && !tail.starts_with("年");  // not 2024—2028年
  if (framed || coded) return {year, 1, 1, {}};
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + 10));
  if (!head.empty() && is_digit(head.back())) return {};
  if (const FullDate day = numeric_date(text, at, end); day.year > 0) return day;
  if (starts_any(tail, {"-20", "—20", "~20", "至20"})) return {year - 1, 11, 1, {}};
  return {};
}

void add_bare_years(std::string_view text, Evidence& evidence) {
  for (auto at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 2)) {
    if (at + 4 > text.size()) break;
    evidence.past = std::max(evidence.past, year_at(text, static_cast<std::uint32_t>(at)));
  }
}

Evidence weigh(std::string_view text, const std::vector<FullDate>& dates) {
  Evidence out;
  std::vector<FullDate> ahead, days;
  for (const FullDate& d : dates) {
    if (lies_ahead(text, d)) {
      ahead.push_back(earliest_of(d));
      if (d.day > 0) days.push_back(d);
      continue;
    }
    if (d.month == 0 && ends_any(before(text, d, 3), {"自", "从"})) continue;  // 自2014年以来
    if (is_history(text, d)) continue;
    FullDate past = earliest_of(d);
    if (is_over(text, d)) past = {d.year + 1, 1, 1, {}};
    if (is_planned(text, d)) past = {d.year - 1, 11, 1, {}};
    if (past <= out.past) continue;
    out.past = past;
    out.exact = d.day > 0;
  }
  add_bare_years(text.substr(0, kOpening), out);
  // What lay ahead of an older rule (自2017年6月1日起施行) is over by now.
  const auto first_behind = [&](std::vector<FullDate>& all) {
    std::sort(all.begin(), all.end());
    const auto next = std::upper_bound(all.begin(), all.end(), out.past);
    return next != all.end() ? *next : FullDate{};
  };
  out.due = first_behind(days);
  out.ahead = first_behind(ahead);
  if (out.ahead.year == 0 && !ahead.empty()) out.ahead = ahead.front();
  return out;
}

// 4月12日 without a year in front.
FullDate open_day(std::string_view text) {
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), kOpening));
  for (std::uint32_t at = 0; at < limit; ++at) {
    if (!is_digit(text[at])) continue;
    FullDate d;
    d.span = {at, at};
    read_month_day(text, limit, d);
    const bool dated = ends_any(text.substr(0, at), {"年", "第", "-", "—", "至", "到", "~"});
    if (d.day > 0 && !dated) return {0, d.month, d.day, {at, d.span.end}};
    while (at + 1 < limit && is_digit(text[at + 1])) ++at;
  }
  return {};
}

int months_between(const FullDate& a, const FullDate& b) {
  return std::abs((a.year - b.year) * 12 + a.month - b.month);
}

}  // namespace

constexpr int kHalfYear = 6;

FullDate first_open_day(std::string_view text, const std::vector<FullDate>& dates) {
  FullDate day = open_day(text);
  if (day.day == 0) return {};
  Evidence evidence = weigh(text, dates);
  // What is to come is nearer than what was years ago: 2018年公布的办法 …, 自2024年6月1日起施行;
  // but not the years of a plan.
  if (evidence.due.year > 0 && months_between(evidence.past, evidence.due) > kFarthest) {
    evidence.past = {};
    evidence.ahead = evidence.due;
  }
  const FullDate& anchor = evidence.past.year > 0 ? evidence.past : evidence.ahead;
  if (anchor.year == 0) return {};
  day.year = anchor.year;
  if (evidence.past.year > 0) {
    // 2024年10月23日,平台收录了漏洞…。厂商已于10月21日修复: some days before.
    const bool just_before = evidence.exact && months_between(day, evidence.past) <= 1;
    if (day < evidence.past && !just_before) {
      ++day.year;
      // 2024年4月20日,某局介绍…。2月28日,…: told on the day that is written out, not a year later.
      const bool told_before = std::any_of(dates.begin(), dates.end(), [&](const FullDate& d) {
        return d == evidence.past && d.span.begin < day.span.begin;
      });
      if (evidence.exact && told_before && months_between(day, evidence.past) > kHalfYear)
        return evidence.past;
    }
  } else if (evidence.ahead < day) {
    --day.year;
  }
  return months_between(day, anchor) <= kFarthest ? day : FullDate{};
}

bool all_history(std::string_view text, const std::vector<FullDate>& dates) {
  return !dates.empty() && std::all_of(dates.begin(), dates.end(),
                                       [&](const FullDate& d) { return is_history(text, d); });
}

FullDate latest_named(std::string_view text, const std::vector<FullDate>& dates) {
  if (!has_any(text, {"今年", "去年"})) return {};
  FullDate latest;
  for (const FullDate& d : dates) {
    if (!lies_ahead(text, d) && !is_planned(text, d)) latest = std::max(latest, d);
  }
  latest.day = 0;
  return latest;
}

}  // namespace guanlan::outlining
