#include "outline/issue_date.h"

#include <algorithm>
#include <array>

#include "outline/page_date.h"
#include "outline/words.h"
#include "outline/year_evidence.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

constexpr int kFirstYear = 1950, kLastYear = 2099;

// 2024 or 二〇二四 before `at`; sets where it begins.
int year_before(std::string_view text, std::uint32_t at, std::uint32_t floor,
                std::uint32_t& begin) {
  if (at >= floor + 4) {
    int year = 0;
    bool digits = true;
    for (std::uint32_t p = at - 4; p < at; ++p) {
      digits = digits && utf8::is_digit(static_cast<unsigned char>(text[p]));
      year = year * 10 + (text[p] - '0');
    }
    const bool longer = at > floor + 4 && utf8::is_digit(static_cast<unsigned char>(text[at - 5]));
    if (digits && !longer) {
      begin = at - 4;
      return year;
    }
  }
  int year = 0, scale = 1;
  std::uint32_t p = at;
  for (int i = 0; i < 4; ++i) {
    if (p < floor + 3) return 0;
    const auto d = utf8::decode_before(text, p);
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    const char32_t cp =
        d.cp == U'零' || d.cp == U'○' || d.cp == U'О' || d.cp == 'O' || d.cp == '0' ? U'〇' : d.cp;
    const auto value = kDigits.find(cp);
    if (value == std::u32string_view::npos) return 0;
    year += static_cast<int>(value) * scale;
    scale *= 10;
    p -= d.size;
  }
  begin = p;
  return year;
}

// A number up to 31 at `at`, in digits or Chinese; its bytes, 0 for none.
std::uint32_t small_number(std::string_view text, std::uint32_t at, std::uint32_t end, int& value) {
  std::uint32_t p = at;
  value = 0;
  while (p < end && p < at + 2 && utf8::is_digit(static_cast<unsigned char>(text[p]))) {
    value = value * 10 + (text[p++] - '0');
  }
  if (p > at) return p - at;
  while (p < end && p < at + 9) {
    const auto d = utf8::decode(text, p);
    constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
    if (kNumerals.find(d.cp) == std::u32string_view::npos) break;
    p += d.size;
  }
  value = han_number(text.substr(at, p - at));
  return value > 0 ? p - at : 0;
}

}  // namespace

void read_month_day(std::string_view text, std::uint32_t end, FullDate& date) {
  int value = 0;
  std::uint32_t at = date.span.end;
  while (at < end && text[at] == ' ') ++at;
  const std::uint32_t month = small_number(text, at, end, value);
  if (month == 0 || value < 1 || value > 12 || !text.substr(at + month, 3).starts_with("月"))
    return;
  date.month = value;
  at += month + 3;
  date.span.end = at;
  while (at < end && text[at] == ' ') ++at;
  const std::uint32_t day = small_number(text, at, end, value);
  if (day == 0 || value < 1 || value > 31 || !text.substr(at + day, 3).starts_with("日")) return;
  date.day = value;
  date.span.end = at + day + 3;
}

namespace {

// 自…起施行, …前, 至…: days that may lie ahead.
bool may_lie_ahead(std::string_view text, const FullDate& date) {
  const std::string_view after = text.substr(date.span.end, 12);
  for (const std::string_view word : {"起", "前", "底前", "之前", "以前", "底", "年底", "将"}) {
    if (after.starts_with(word)) return true;
  }
  const std::string_view before = text.substr(date.span.begin > 9 ? date.span.begin - 9 : 0,
                                              std::min<std::uint32_t>(9, date.span.begin));
  for (const std::string_view word : {"至", "—", "将于", "到", "-", "自", "~", "在"}) {
    if (before.ends_with(word)) return true;
  }
  return false;
}

IssueDate from(const FullDate& d, std::string reason, DateBasis basis = DateBasis::text) {
  const bool printed = basis != DateBasis::text && basis != DateBasis::metadata;
  return {d.year, d.month, d.day, std::move(reason), basis, printed ? d.span : Span{}};
}

FullDate fullest(const FullDate& a, const FullDate& b) {
  const auto parts = [](const FullDate& d) { return (d.year > 0) + (d.month > 0) + (d.day > 0); };
  return parts(b) > parts(a) ? b : a;
}

// Short lines above the first report.
FullDate in_masthead(std::string_view text, const std::vector<Block>& blocks, std::size_t front) {
  FullDate best;
  for (std::size_t i = 0; i < std::min(front, blocks.size()); ++i) {
    const Block& b = blocks[i];
    if (b.chars > 50 || b.stop || b.sentence) continue;
    for (const FullDate& d : find_full_dates(text, b.span)) best = fullest(best, d);
    for (std::uint32_t at = b.span.begin; at < b.span.end; ++at) {  // 第31期 2022.08.01—2022.08.07
      const bool inside =
          at > b.span.begin && utf8::is_digit(static_cast<unsigned char>(text[at - 1]));
      if (!inside) best = fullest(best, numeric_date(text, at, b.span.end));
    }
  }
  return best;
}

// A line that is nothing but a date, among the last ones: below a signature.
FullDate in_signature(std::string_view text, const std::vector<Block>& blocks) {
  FullDate found;
  for (const Block& b : blocks) {
    if (b.chars > 40 || b.sentence) continue;
    auto dates = find_full_dates(text, b.span);
    if (const FullDate day = numeric_date(text, b.span.begin, b.span.end);
        day.year > 0 && dates.empty()) {
      dates.push_back(day);  // 2024-05-28
    }
    if (dates.size() != 1 || dates[0].day == 0) continue;
    const std::string_view rest = text.substr(dates[0].span.end, b.span.end - dates[0].span.end);
    if (rest.size() > 2) continue;
    const bool alone = dates[0].span.begin - b.span.begin <= 2;
    // …办公室 2024年5月15日 in one line
    const bool signed_ =
        !b.stop && text.substr(b.span.begin, dates[0].span.begin - b.span.begin).find("于") ==
                       std::string_view::npos;
    if (alone || signed_) found = dates[0];
  }
  return found;
}

// 今天(1月19日)
FullDate called_today(std::string_view text) {
  for (const std::string_view word : {"今天(", "今日(", "昨日(", "昨天("}) {
    const auto at = text.find(word);
    if (at == std::string_view::npos) continue;
    FullDate d;
    d.span = {static_cast<std::uint32_t>(at + word.size()),
              static_cast<std::uint32_t>(at + word.size())};
    read_month_day(text, static_cast<std::uint32_t>(std::min(text.size(), at + word.size() + 40)),
                   d);
    if (d.day > 0) return d;
  }
  return {};
}

// 9月30日 of the datelines, in the given year.
FullDate latest_dateline(std::string_view text, const std::vector<Block>& blocks, int year) {
  std::array<std::size_t, 13> months{};
  std::size_t all = 0;
  for (const Block& b : blocks) {
    if (!b.is_text() || b.dateline != 2) continue;
    FullDate d;
    d.span = {b.span.begin, b.span.begin};
    read_month_day(text, b.span.end, d);
    if (d.day == 0) continue;
    ++months[static_cast<std::size_t>(d.month)];
    ++all;
  }
  FullDate out;
  for (std::size_t m = 1; m <= 12; ++m) {
    if (months[m] * 5 >= all && months[m] >= 2) out.month = static_cast<int>(m);
  }
  out.year = out.month > 0 ? year : 0;
  return out;
}

IssueDate from_text(std::string_view text, const std::vector<Block>& blocks,
                    const std::vector<FullDate>& dates) {
  std::array<std::size_t, kLastYear + 1> named{};
  for (const FullDate& d : dates) {
    if (!may_lie_ahead(text, d)) ++named[static_cast<std::size_t>(d.year)];
  }
  const auto most = std::max_element(named.begin(), named.end());
  if (*most == 0) return from({}, "no year that is past is named", DateBasis::none);
  int year = static_cast<int>(most - named.begin());
  FullDate latest;
  for (const FullDate& d : dates) {
    if (d.month == 0 || d.year < year || d.year > year + 1 || may_lie_ahead(text, d)) continue;
    latest = std::max(latest, d);
  }
  if (latest.year > year) year = latest.year;
  if (const FullDate today = called_today(text); today.day > 0) {
    FullDate day = today;
    day.year = year;
    if (latest.month > 0 && day < latest) ++day.year;
    return from(day, "the text calls it today, and its latest date before is of " +
                         std::to_string(latest.year > 0 ? latest.year : year));
  }
  const FullDate line = latest_dateline(text, blocks, year);
  const std::string times = std::to_string(named[static_cast<std::size_t>(year)]);
  if (line.month > 0 && (latest.month == 0 || line.month > latest.month)) {
    return from(line, "the text names " + std::to_string(year) + " " + times +
                          " times; its reports begin with dates of that month");
  }
  if (latest.month > 0 && line.month == latest.month && line.year == latest.year) {
    latest.day = 0;
    return from(latest, "the latest full date in the text is of that month");
  }
  if (latest.month > 0) {
    return from(latest, "the latest full date in the text");
  }
  return from({year, 0, 0, {}}, "the text names " + std::to_string(year) + " " + times + " times");
}

}  // namespace

std::vector<FullDate> find_full_dates(std::string_view text, Span part) {
  std::vector<FullDate> out;
  std::uint32_t floor = part.begin;
  text = text.substr(0, part.end);
  for (auto at = text.find("年", part.begin); at != std::string_view::npos;
       at = text.find("年", at + 3)) {
    FullDate d;
    const auto here = static_cast<std::uint32_t>(at);
    d.year = year_before(text, here, floor, d.span.begin);
    if (d.year < kFirstYear || d.year > kLastYear) continue;
    d.span.end = here + 3;
    read_month_day(text, part.end, d);
    floor = d.span.end;
    out.push_back(d);
  }
  return out;
}

FullDate numeric_date(std::string_view text, std::uint32_t at, std::uint32_t end) {
  int parts[3] = {0, 0, 0};
  const std::uint32_t begin = at;
  for (int i = 0; i < 3; ++i) {
    const std::uint32_t first = at;
    while (at < end && at < first + 4 && utf8::is_digit(static_cast<unsigned char>(text[at]))) {
      parts[i] = parts[i] * 10 + (text[at++] - '0');
    }
    const std::uint32_t digits = at - first;
    if (digits == 0 || (i == 0 && digits != 4) || (i > 0 && digits > 2)) return {};
    if (i == 2) break;
    if (at >= end || (text[at] != '-' && text[at] != '/' && text[at] != '.')) return {};
    ++at;
  }
  if (parts[0] < kFirstYear || parts[0] > kLastYear || parts[1] < 1 || parts[1] > 12 ||
      parts[2] < 1 || parts[2] > 31) {
    return {};
  }
  return {parts[0], parts[1], parts[2], {begin, at}};
}

IssueDate find_issue_date(std::string_view text, const Source& source,
                          const std::vector<Block>& blocks, std::size_t front, bool single,
                          const TitleLines& title) {
  if (!single) {
    if (const FullDate d = in_masthead(text, blocks, front); d.year > 0) {
      return from(d, "masthead", DateBasis::masthead);
    }
  }
  const FullDate page = find_page_date(text, blocks, title);
  const auto published = static_cast<std::uint32_t>(source.published.size());
  if (const FullDate d = numeric_date(source.published, 0, published); d.year > 0) {
    IssueDate date = from(d, "published", DateBasis::metadata);
    if (d == page) date = from(page, "published", DateBasis::page);
    return date;
  }
  if (page.year > 0) return from(page, "date of the page", DateBasis::page);
  if (single) {
    if (const FullDate d = in_signature(text, blocks); d.year > 0) {
      return from(d, "signature", DateBasis::signature);
    }
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::vector<FullDate> dates = find_full_dates(text, {0, size});
  if (single) {
    if (all_history(text, dates))
      return from({}, "the notice names no year but of history", DateBasis::none);
    if (const FullDate d = first_open_day(text, dates); d.year > 0) {
      return from(d, "the first day that the notice names, next to the years it names");
    }
    if (const FullDate d = latest_named(text, dates); d.year > 0) {
      return from(d, "the latest date that the notice names beside 今年 or 去年");
    }
  }
  return from_text(text, blocks, dates);
}

}  // namespace guanlan::outlining
