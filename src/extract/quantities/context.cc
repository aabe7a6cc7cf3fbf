#include "extract/quantities/context.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extract/around.h"
#include "extract/near.h"

namespace guanlan::quantities {
namespace {

using around::starts;

bool names_something(WordClass cls) {
  switch (cls) {
    case WordClass::region:
    case WordClass::country:
    case WordClass::authority:
    case WordClass::foreign_authority:
    case WordClass::law:
    case WordClass::outlet:
    case WordClass::org:
      return true;
    default:
      return false;
  }
}

}  // namespace

Context::Context(const Passage& passage) : p_(passage) {
  const std::uint32_t begin = p_.body.begin;
  while (hit_ < p_.hits.size() && !p_.body.contains(p_.hits[hit_].span.begin)) ++hit_;
  while (bracket_ < p_.brackets.size() && !p_.body.contains(p_.brackets[bracket_].span.begin)) {
    ++bracket_;
  }
  line_ = {begin, begin};
}

bool Context::in_title_or_slogan(Span numeral) {
  constexpr std::uint32_t kSlogan = 18;  // six characters
  for (; bracket_ < p_.brackets.size(); ++bracket_) {
    const Bracket& b = p_.brackets[bracket_];
    if (b.span.begin >= numeral.begin) break;
    if (b.mark == Mark::book) book_end_ = std::max(book_end_, b.span.end);
    if (b.mark == Mark::quote && b.inner.size() <= kSlogan) slogan_ = b.inner.begin;
  }
  return numeral.begin < book_end_ || (slogan_ == numeral.begin && slogan_ != 0);
}

bool Context::in_name(Span numeral) {
  bool inside = numeral.begin < name_end_;
  for (; hit_ < p_.hits.size() && p_.hits[hit_].span.begin <= numeral.begin; ++hit_) {
    const Hit& hit = p_.hits[hit_];
    if (!names_something(hit.cls) || hit.span.end <= numeral.begin) continue;
    if (hit.span.begin == numeral.begin && hit.span.end > numeral.end &&
        unit_outlasts(std::span(p_.hits).subspan(hit_), numeral.end, hit.span.end))
      continue;
    if (hit.span.begin < numeral.begin || hit.span.end > numeral.end) inside = true;
    if (hit.span.begin < numeral.begin) name_end_ = std::max(name_end_, hit.span.end);
  }
  return inside;
}

// The rows of a table hold its cells apart by tabs.
bool Context::in_table(std::uint32_t at) {
  if (at >= line_.end) {
    std::uint32_t begin = at;
    while (begin > line_.end && p_.text[begin - 1] != '\n') --begin;
    const std::size_t end = p_.text.substr(0, p_.body.end).find('\n', at);
    line_ = {begin, end == std::string_view::npos ? p_.body.end : static_cast<std::uint32_t>(end)};
    table_line_ = std::memchr(p_.text.data() + line_.begin, '\t', line_.size()) != nullptr;
    if (line_.end <= at) line_.end = at + 1;
  }
  return table_line_;
}

bool Context::excludes(const Numeral& numeral) {
  const bool table = in_table(numeral.span.begin);
  const bool name = in_name(numeral.span);
  return in_title_or_slogan(numeral.span) || table || name;
}

bool is_ordinal(std::string_view text, const Numeral& numeral) {
  constexpr std::string_view kRank[] = {"位居前", "居前", "位列前", "列前",
                                        "名列前", "排前", "跻身前", "进入前"};
  constexpr std::string_view kSession[] = {"次全", "次会", "次理事", "次代表", "次常", "次党",
                                           "届全", "届中", "届人",   "届省",   "届市", "届政",
                                           "届理", "届会", "届常",   "届委",   "届党"};
  const std::uint32_t begin = numeral.span.begin;
  const char32_t before = around::previous(text, begin);
  if (before == U'第' || before == U'其' || before == U'届') return true;
  if (before == U'前' && around::ends_any(text, begin, kRank) != 0) return true;
  const char32_t after = around::next(text, numeral.span.end);
  if (after != U'次' && after != U'届') return false;
  return around::starts_any(text, numeral.span.end, kSession) != 0;
}

bool follows_ordinal(std::string_view text, std::uint32_t ordinal, const Numeral& numeral) {
  constexpr std::string_view kGaps[] = {"、",   "至",   "到",   "-",    "—",    "和",   "条、",
                                        "条和", "条至", "条或", "款、", "款和", "项、", "项和"};
  constexpr std::uint32_t kLongest = 6;
  const std::uint32_t begin = numeral.span.begin;
  if (ordinal == 0 || begin < ordinal || begin - ordinal > kLongest) return false;
  const std::string_view gap = text.substr(ordinal, begin - ordinal);
  for (const std::string_view word : kGaps) {
    if (gap == word) return true;
  }
  return false;
}

bool is_date_or_time(std::string_view text, const Numeral& numeral) {
  constexpr std::string_view kWithin[] = {"内", "以内", "之内", "以上", "以下", "期限"};
  constexpr std::string_view kSpan[] = {"为期", "拘留", "不超过", "超过", "不少于", "少于",
                                        "不足", "长达", "延长",   "至少", "提前",   "逾期",
                                        "满",   "近",   "约",     "处"};
  const std::uint32_t begin = numeral.span.begin, end = numeral.span.end;
  const double v = numeral.value;
  const bool whole =
      numeral.form != NumeralForm::mixed && numeral.decimals == 0 && v == std::floor(v);
  const char32_t before = around::previous(text, begin), after = around::next(text, end);
  const bool year_like = whole && v >= 1800 && v <= 2100 && numeral.span.size() >= 4;
  if (year_like && (after == U'年' || starts(text, end, "学年") || starts(text, end, "财年")))
    return true;
  if (after == U'年' && whole && v < 100) {  // 24年4月
    const char32_t next = around::next(text, end + 3);
    if (utf8::is_digit(next) && numeral.form == NumeralForm::digits && numeral.span.size() == 2)
      return true;
  }
  if (after == U'月' || (before == U'前' && starts(text, end, "个月"))) return true;
  if (after == U'日' || after == U'号') {
    if (before == U'月') return true;
    if (!whole || v > 31 || v < 1) return false;
    if (around::starts_any(text, end + 3, kWithin) != 0) return false;
    return around::ends_any(text, begin, kSpan) == 0;
  }
  const bool minutes = before == U'时' && utf8::is_digit(around::previous(text, begin - 3));
  if (minutes || (after == U'时' && !starts(text, end, "时长"))) return true;
  const auto clock = [&](char32_t cp, std::uint32_t far, bool back) {
    if (cp != ':') return false;
    return utf8::is_digit(back ? around::previous(text, far) : around::next(text, far));
  };
  return clock(after, end + 1, false) || (begin > 0 && clock(before, begin - 1, true));
}

bool is_code(std::string_view text, const Numeral& numeral) {
  constexpr std::string_view kSigns[] = {"+", "×", "*", "x", "﹢", "/", "·", "_", "=", "@", "#"};
  const std::uint32_t begin = numeral.span.begin, end = numeral.span.end;
  if (numeral.leading_zero && numeral.decimals == 0) return true;
  if (const std::uint32_t sign = around::ends_any(text, begin, kSigns)) {
    const char32_t far = around::previous(text, begin - sign);
    if (utf8::is_digit(far) || utf8::is_latin(far)) return true;
  }
  const std::uint32_t sign = around::starts_any(text, end, kSigns);
  if (sign != 0 && !starts(text, end, "/") && utf8::is_digit(around::next(text, end + sign)))
    return true;
  return around::ends(text, begin, "-") && utf8::is_latin(around::previous(text, begin - 1));
}

}  // namespace guanlan::quantities
