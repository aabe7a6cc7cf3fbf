#include "extract/quantities/plausible.h"

#include "extract/around.h"

namespace guanlan::quantities {
namespace {

using around::starts;

bool is_mark(char32_t cp) {
  return cp == 0 || around::ends_clause(cp) || cp == U'、' || cp == ')' || cp == U'的' ||
         cp == U'”';
}

// The numeral 一: only a year, a multiple, a share, or with a qualifier.
bool definite_one(std::string_view text, const Amount& amount, const Unit& unit, bool qualified) {
  constexpr std::string_view kSome[] = {"每", "这", "那", "同", "某", "新的", "又", "头", "整",
                                        "全", "另", "上", "下", "逐", "前",   "后", "第", "某"};
  constexpr std::string_view kWithin[] = {"内", "之内", "以来", "之后", "后"};
  constexpr std::string_view kOnly[] = {"有", "仅", "共", "亡", "伤"};
  if (unit.name == "年") {
    return !starts(text, unit.end, "一度") && !starts(text, unit.end, "来") &&
           around::ends_any(text, amount.span.begin, kSome) == 0;
  }
  if (qualified || unit.name == "倍" || unit.name == "成") return true;
  if (unit.name == "人") return around::ends_any(text, amount.span.begin, kOnly) != 0;
  return unit.duration && around::starts_any(text, unit.end, kWithin) == 3;
}

// 五年前, 三年行动, 十年如一日, and years of the calendar before other words.
bool no_span_of_time(std::string_view text, const Amount& amount, const Unit& unit) {
  constexpr std::string_view kThen[] = {"前", "以前", "之前", "后", "以后", "之后"};
  constexpr std::string_view kPlan[] = {"行动", "规划", "计划", "方案", "攻坚", "如一日", "磨一剑"};
  if (amount.text.size() >= 4 && amount.value >= 1900 && amount.value <= 2100) return true;
  if (unit.name != "年" && unit.name != "天" && unit.name != "个月") return false;
  return around::starts_any(text, unit.end, kThen) != 0 ||
         around::starts_any(text, unit.end, kPlan) != 0;
}

// G, T, M, 路 stand in names too: 5G, 2M信令, 3路.
bool common_in_names(std::string_view text, const Amount& amount, const Unit& unit,
                     bool qualified) {
  if (unit.printed.size() == 1 && utf8::is_latin(static_cast<unsigned char>(unit.printed[0]))) {
    const bool closed = is_mark(around::next(text, unit.end));
    return !amount.decimals && !amount.large() && amount.value < 500 &&
           (!closed || amount.value <= 10);
  }
  return unit.rare && !qualified && !amount.large() && amount.value < 100;
}

// 共四十条, 九章四十三条: the articles of a text.
bool counts_articles(std::string_view text, const Amount& amount, const Unit& unit) {
  constexpr std::string_view kLead[] = {"共", "共计", "章", "合计", "全文", "包括", "包含", "分为"};
  if (unit.name != "条") return false;
  return around::ends_any(text, amount.span.begin, kLead) != 0 &&
         is_mark(around::next(text, unit.end)) && amount.approx == Approx::none;
}

// 举办三届, 前两届; elsewhere it belongs to a name.
bool session_of_a_body(std::string_view text, const Amount& amount, const Unit& unit) {
  constexpr std::string_view kHeld[] = {"办", "办了", "续", "前", "过", "了", "共", "近", "已"};
  return unit.name == "届" && around::ends_any(text, amount.span.begin, kHeld) == 0;
}

}  // namespace

bool plausible(std::string_view text, const Amount& amount, const Unit& unit, bool qualified) {
  if (unit.structural && unit.name != "项" && unit.name != "类") return false;
  if (unit.duration && no_span_of_time(text, amount, unit)) return false;
  if (amount.text == "一" && !definite_one(text, amount, unit, qualified)) return false;
  if (amount.text == "二" && !unit.duration && !unit.money) return false;
  if (amount.scale_alone() && !qualified && unit.name != "倍") return false;
  return !common_in_names(text, amount, unit, qualified) && !counts_articles(text, amount, unit) &&
         !session_of_a_body(text, amount, unit);
}

bool recent_years(std::string_view text, const QuantityMention& q) {
  constexpr std::string_view kSince[] = {"来", "以来", "间", "中"};
  return (q.unit == "年" || q.unit == "个月" || q.unit == "天") &&
         around::starts_any(text, q.span.end, kSince) != 0;
}

bool percent_in_brackets_follows(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kReach = 36;
  const std::string_view rest = text.substr(std::min<std::size_t>(at, text.size()), kReach);
  const std::size_t open = rest.find('('), close = rest.find("%)");
  return open != std::string_view::npos && close != std::string_view::npos && open < close &&
         rest.find_first_not_of("0123456789.", open + 1) == close;
}

bool same_neighbour(std::string_view text, Span a, Span b) {
  constexpr std::uint32_t kWord = 6;  // two characters
  if (a.begin >= kWord && b.begin >= kWord &&
      text.substr(a.begin - kWord, kWord) == text.substr(b.begin - kWord, kWord)) {
    return true;
  }
  return text.substr(a.end, kWord) == text.substr(b.end, kWord);
}

}  // namespace guanlan::quantities
