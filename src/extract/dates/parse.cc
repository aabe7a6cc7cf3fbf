#include "extract/dates/parse.h"

#include "extract/around.h"
#include "text/numeral.h"

namespace guanlan::dates {
namespace {

using around::starts;

constexpr std::string_view kYear = "年", kMonth = "月";

// 底, 初, 中旬: a finer word that the value does not show.
std::uint32_t part_of_month(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kParts[] = {"上旬", "中旬", "下旬", "月底", "月初", "底", "初", "末"};
  return around::starts_any(text, at, kParts);
}

bool is_year(const SmallNumber& n) {
  return (n.digits == 4 || (n.spelled && n.digits == 0)) && n.value >= 1800 && n.value <= 2100;
}

// A day of the month behind a month, with 日 or 号; "12、13日" gives the first of several.
std::optional<Parsed> day_after_month(std::string_view text, std::uint32_t at) {
  const auto n = small_number(text, at);
  if (!n || n->value < 1 || n->value > 31) return {};
  Parsed out;
  out.point.day = n->value;
  if (starts(text, n->end, "日") || starts(text, n->end, "号")) {
    out.end = n->end + 3;
    return out;
  }
  constexpr std::string_view kMore[] = {"、", "-", "—", "至", "~"};  // 12、13日; 4月15-19日
  const std::uint32_t more = around::starts_any(text, n->end, kMore);
  if (more == 0) return {};
  const auto next = small_number(text, n->end + more);
  if (!next || next->value <= n->value || next->value > 31) return {};
  if (!starts(text, next->end, "日") && !starts(text, next->end, "号")) return {};
  out.end = n->end;
  return out;
}

}  // namespace

std::uint32_t to_its_end(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kEnd[] = {"末前", "底前", "末之前", "底之前"};
  return around::starts_any(text, at, kEnd) != 0 ? at + 3 : at;
}

std::optional<SmallNumber> small_number(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return {};
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + 16));
  if (utf8::is_digit(static_cast<unsigned char>(text[at]))) {
    SmallNumber n;
    for (n.end = at; n.end < limit && utf8::is_digit(static_cast<unsigned char>(text[n.end]));
         ++n.end) {
      if (++n.digits > 4) return {};
      n.value = n.value * 10 + (text[n.end] - '0');
    }
    return n;
  }
  const auto numeral = numeral_at(text, at, limit);
  if (!numeral || numeral->value > 2100 || numeral->decimals > 0) return {};
  if (numeral->form != NumeralForm::han && numeral->form != NumeralForm::han_digits) return {};
  return SmallNumber{static_cast<int>(numeral->value), numeral->span.end, 0,
                     numeral->form == NumeralForm::han_digits};
}

Parsed after_year(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kSeasons[] = {"春季", "夏季", "秋季", "冬季", "年底", "年初", "年末",
                                           "年中", "底",   "初",   "末",   "春",   "秋"};
  if (auto month = month_date(text, at)) return *month;
  if (const auto n = small_number(text, at);
      n && n->digits == 0 && n->value >= 1 && n->value <= 12 && starts(text, n->end, kMonth)) {
    return {{0, n->value}, n->end + 3};  // 二〇二四年四月
  }
  if (auto quarter = quarter_date(text, at)) return *quarter;
  if (starts(text, at, "上半年")) return {{0, 0, 0, 1}, to_its_end(text, at + 9)};
  if (starts(text, at, "下半年")) return {{0, 0, 0, 2}, to_its_end(text, at + 9)};
  if (const std::uint32_t season = around::starts_any(text, at, kSeasons)) return {{}, at + season};
  return {{}, starts(text, at, "度") ? at + 3 : at};
}

std::optional<Parsed> year_date(std::string_view text, std::uint32_t at) {
  const auto n = small_number(text, at);
  if (!n || !starts(text, n->end, kYear)) return {};
  const std::uint32_t behind = n->end + 3;
  if (starts(text, behind, "代") || starts(text, behind, "龄")) return {};
  Parsed out = after_year(text, behind);
  out.point.year = n->value;
  if (is_year(*n)) return out;
  const bool short_year =
      n->digits == 2 && (n->value <= 40 || n->value >= 90) && out.point.month != 0;
  if (!short_year) return {};
  out.point.year += n->value <= 40 ? 2000 : 1900;
  return out;
}

std::optional<Parsed> month_date(std::string_view text, std::uint32_t at) {
  const auto n = small_number(text, at);
  if (!n || n->value < 1 || n->value > 12 || n->digits > 2 || !starts(text, n->end, kMonth))
    return {};
  std::uint32_t end = n->end + 3;
  if (starts(text, end, "龄") || starts(text, end, "租") || starts(text, end, "怀胎") ||
      starts(text, end, "嫂"))
    return {};
  Parsed out{{0, n->value}, end};
  if (auto day = day_after_month(text, end)) {
    out.point.day = day->point.day;
    out.end = day->end;
    return out;
  }
  if (starts(text, end, "份")) {
    out.end = end + 3;
    return out;
  }
  if (n->digits == 0) {  // 三月街 is no month; 六月底前 is one
    out.end = to_its_end(text, out.end);
    return out.end != end ? std::optional(out) : std::nullopt;
  }
  out.end += part_of_month(text, out.end);
  return out;
}

std::optional<Parsed> day_date(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kSpan[] = {"内", "以内", "之内", "以上",   "以下", "期限", "期",  "均",
                                        "活", "志",   "游",   "无理由", "后",   "龄",   "用",  "常",
                                        "趋", "以后", "之后", "量",     "访",   "年化", "均线"};
  constexpr std::string_view kLead[] = {
      "为期", "拘留", "不超过", "超过",   "不少于", "少于", "不足", "长达", "延长", "至少",
      "提前", "逾期", "满",     "近",     "约",     "处",   "每",   "第",   "连续", "共",
      "仅",   "过",   "/",      "期限为", "时限为", "期限", "时限", "期为"};
  const auto n = small_number(text, at);
  if (!n || n->digits == 0 || n->digits > 2 || n->value < 1 || n->value > 31) return {};
  if (!starts(text, n->end, "日")) return {};
  const std::uint32_t end = n->end + 3;
  if (around::starts_any(text, end, kSpan) != 0 || around::ends_any(text, at, kLead) != 0)
    return {};
  return Parsed{{0, 0, n->value}, end};
}

std::optional<Parsed> numeric_date(std::string_view text, std::uint32_t at) {
  const char32_t before = around::previous(text, at);
  if (around::ends(text, at, "版本") || around::ends(text, at, "版本号"))
    return {};  // 版本2024.1.2
  if (utf8::is_latin(before) || before == '/' || before == '-' || before == '_' || before == '=')
    return {};
  const auto year = small_number(text, at);
  if (!year || year->digits != 4 || !is_year(*year) || year->end >= text.size()) return {};
  const char mark = text[year->end];
  if (mark != '-' && mark != '/' && mark != '.') return {};
  const auto month = small_number(text, year->end + 1);
  if (!month || month->digits < 1 || month->digits > 2 || month->value < 1 || month->value > 12)
    return {};
  Parsed out{{year->value, month->value}, month->end};
  const char32_t after = around::next(text, month->end);
  if (after == static_cast<char32_t>(mark)) {
    const auto day = small_number(text, month->end + 1);
    if (!day || day->digits < 1 || day->digits > 2 || day->value < 1 || day->value > 31) return {};
    out.point.day = day->value;
    out.end = day->end;
    const char32_t far = around::next(text, day->end);
    if (far == static_cast<char32_t>(mark) || utf8::is_latin(far) || utf8::is_digit(far)) return {};
    return out;
  }
  const bool bare_month =
      mark == '-' && month->digits == 2 && !utf8::is_latin(after) && after != U'年';
  return bare_month ? std::optional(out) : std::nullopt;
}

std::optional<Parsed> quarter_date(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kQuarter = "季度";
  const std::uint32_t from = starts(text, at, "第") ? at + 3 : at;
  const auto n = small_number(text, from);
  if (!n || n->value < 1 || n->value > 4 || !starts(text, n->end, kQuarter)) return {};
  return Parsed{{0, 0, 0, 0, n->value},
                to_its_end(text, n->end + static_cast<std::uint32_t>(kQuarter.size()))};
}

}  // namespace guanlan::dates
