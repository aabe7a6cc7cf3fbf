#include "stats/amount.h"

#include <cmath>

#include "extract/around.h"
#include "extract/quantities/context.h"
#include "extract/quantities/unit.h"

namespace guanlan::stats {

using around::ends;
using around::starts;

Printed printed(std::string_view text, const Numeral& numeral) {
  const std::string_view words = numeral.span.of(text);
  const std::size_t digits = words.find_first_not_of("0123456789.,");
  if (numeral.form != NumeralForm::mixed || digits == std::string_view::npos || digits == 0) {
    return {numeral.value, {}};
  }
  constexpr std::pair<std::string_view, double> kMultipliers[] = {
      {"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}, {"百万", 1e6}, {"千万", 1e7}, {"千", 1e3}};
  for (const auto& [word, factor] : kMultipliers) {
    const std::string_view rest = words.substr(digits);
    if (rest != word && rest != std::string(word) + "余" && rest != std::string(word) + "多")
      continue;
    const double scale = std::pow(10, numeral.decimals);
    return {std::round(numeral.value / factor * scale) / scale, rest.substr(0, word.size())};
  }
  return {numeral.value, {}};
}

namespace {

class Finder {
 public:
  explicit Finder(const Passage& passage)
      : p_(passage), text_(passage.text), units_(passage, passage.body), context_(passage) {}

  std::vector<Amount> run() {
    for (const Numeral& n : p_.numerals) {
      if (p_.body.contains(n.span)) numeral(n);
    }
    return std::move(out_);
  }

 private:
  void numeral(const Numeral& n) {
    if (points_in_list(n)) return;
    if (context_.excludes(n) || n.form == NumeralForm::indefinite) return;
    if (ends(text_, n.span.begin, "第")) return ordinal(n);
    if (ends(text_, n.span.begin, "前") || ends(text_, n.span.begin, "后")) return;  // 前5位
    if (quantities::is_ordinal(text_, n) || quantities::is_date_or_time(text_, n)) return;
    if (percent(n)) return;
    if (quantities::is_code(text_, n) || n.form == NumeralForm::fraction) return;
    counted(n);
  }

  void ordinal(const Numeral& n) {
    constexpr std::string_view kPlaces[] = {"位", "名"};
    const std::uint32_t size = around::starts_any(text_, n.span.end, kPlaces);
    const char32_t next = around::next(text_, n.span.end);
    const bool bare =
        next == 0 || around::ends_clause(next) || next == U'、' || next == ')' || next == U'和';
    if (size == 0 && !bare) return;
    constexpr std::uint32_t kMark = std::string_view("第").size();
    out_.push_back({{n.span.begin - kMark, n.span.end + size}, n.value, "位", true});
  }

  bool percent(const Numeral& n) {
    std::uint32_t end = n.span.end;
    std::string_view unit = "%";
    if (n.form != NumeralForm::percent) {
      if (starts(text_, end, " ") && starts(text_, end + 1, "%")) ++end;
      if (starts(text_, end, "‰")) unit = "‰";
      if (!starts(text_, end, unit)) return false;
      end += static_cast<std::uint32_t>(unit.size());
    }
    add(n, n.value, std::string(unit), end);
    return true;
  }

  // 2.3个、2.4个和3.2个百分点: the first and the second, whose 百分点 stands behind the last.
  bool points_in_list(const Numeral& n) {
    constexpr std::string_view kUnit = "个百分点", kOne = "个";
    constexpr std::string_view kBetween[] = {"个", "、", "和", "及", "与", " "};
    constexpr std::uint32_t kReach = 200;  // bytes
    if (!starts(text_, n.span.end, kOne) || starts(text_, n.span.end, kUnit)) return false;
    for (std::uint32_t at = n.span.end; at < n.span.end + kReach && at < text_.size();) {
      if (starts(text_, at, kUnit)) {
        add(n, n.value, std::string(kUnit), n.span.end + static_cast<std::uint32_t>(kOne.size()));
        return true;
      }
      const bool number = utf8::is_digit(static_cast<unsigned char>(text_[at])) || text_[at] == '.';
      const std::uint32_t size = number ? 1 : around::starts_any(text_, at, kBetween);
      if (size == 0) return false;
      at += size;
    }
    return false;
  }

  // 1.3百分点, printed without its 个.
  bool points(const Numeral& n) {
    constexpr std::string_view kRest = "分点";
    if (!n.span.of(text_).ends_with("百") || !starts(text_, n.span.end, kRest)) return false;
    add(n, n.value / 100, "个百分点", n.span.end + static_cast<std::uint32_t>(kRest.size()));
    return true;
  }

  void counted(const Numeral& n) {
    if (points(n)) return;
    std::uint32_t at = n.span.end;
    constexpr std::string_view kMore[] = {"余", "多"};
    at += around::starts_any(text_, at, kMore);
    auto unit = units_.at(at);
    if (!unit && starts(text_, at, " ")) unit = units_.at(at + 1);
    const Printed value = printed(text_, n);
    if (!unit && value.multiplier.empty()) return;
    if (unit && unit->duration && value.multiplier.empty()) return;
    std::string words(value.multiplier);
    if (unit) words += unit->printed;
    add(n, value.value, std::move(words), unit ? unit->end : at);
  }

  void add(const Numeral& n, double value, std::string unit, std::uint32_t end) {
    constexpr std::string_view kMinus[] = {"-", "－", "−", "负"};
    const std::uint32_t sign = around::ends_any(text_, n.span.begin, kMinus);
    const char32_t before = sign == 0 ? 0 : around::previous(text_, n.span.begin - sign);
    const bool range = !out_.empty() && n.span.begin - sign <= out_.back().span.end;
    const bool negative = sign != 0 && !range && !utf8::is_digit(before) && !utf8::is_latin(before);
    out_.push_back({{n.span.begin - (negative ? sign : 0), end},
                    negative ? -value : value,
                    std::move(unit),
                    false,
                    n.decimals});
  }

  const Passage& p_;
  const std::string_view text_;
  quantities::Units units_;
  quantities::Context context_;
  std::vector<Amount> out_;
};

}  // namespace

std::vector<Amount> find_amounts(const Passage& passage) { return Finder(passage).run(); }

}  // namespace guanlan::stats
