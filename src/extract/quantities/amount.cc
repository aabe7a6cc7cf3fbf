#include "extract/quantities/amount.h"

#include <cmath>

#include "extract/around.h"

namespace guanlan::quantities {

using around::starts;

bool Amount::scale_alone() const {
  return starts(text, 0, "百") || starts(text, 0, "千") || starts(text, 0, "万") ||
         starts(text, 0, "亿");
}

Amount amount_of(std::string_view text, const Numeral& numeral) {
  Amount a{numeral.span,         numeral.value,        1, numeral.form, numeral.approx,
           numeral.decimals > 0, numeral.span.of(text)};
  if (numeral.form == NumeralForm::percent || numeral.form == NumeralForm::fraction) return a;
  if (holds_word(a.text, "亿")) {
    a.scale = 1e8;
  } else if (holds_word(a.text, "万")) {
    a.scale = 1e4;
  } else if (numeral.form == NumeralForm::mixed) {
    a.scale = holds_word(a.text, "千") ? 1000 : 100;
  }
  return a;
}

std::uint32_t vague_suffix(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kMore[] = {"余", "多", "几", "来"};
  return around::starts_any(text, at, kMore);
}

std::uint32_t range_mark(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kMarks[] = {"——", "—", "--", "-", "~", "～", "–", "−", "至", "到"};
  return around::starts_any(text, at, kMarks);
}

bool slash_fraction(std::string_view text, const Numeral& top, const Numeral& bottom, Amount& out) {
  constexpr std::string_view kLead[] = {"的", "占", "约", "近", "为", "至", "到", "超", "过",
                                        "足", "成", "了", "少", "有", "达", "仅", "以", "于"};
  const bool joined = starts(text, top.span.end, "/") && bottom.span.begin == top.span.end + 1;
  if (!joined || top.form != NumeralForm::digits || bottom.form != NumeralForm::digits)
    return false;
  if (top.value < 1 || top.value >= bottom.value || bottom.value > 100) return false;
  if (around::ends_any(text, top.span.begin, kLead) == 0) return false;
  const char32_t after = around::next(text, bottom.span.end);
  if (utf8::is_latin(after) || after == '/' || after == U'月' || after == U'号') return false;
  out.span = {top.span.begin, bottom.span.end};
  out.text = out.span.of(text);
  out.value = top.value / bottom.value;
  out.form = NumeralForm::fraction;
  return true;
}

bool align_range(Amount& first, Amount& second, bool adjacent) {
  if (!adjacent) {
    if (first.scale == 1 && second.scale > 1 && second.form == NumeralForm::mixed) {
      constexpr double kPlaces = 1e6;  // 1.2至1.5亿: the decimal that it is
      first.value = std::round(first.value * kPlaces) * second.scale / kPlaces;
    }
    return first.value < second.value;
  }
  if (first.value < 10 && second.value >= 10) {  // 二三十
    first.value *= std::pow(10, std::floor(std::log10(second.value)));
  } else if (first.value >= 10 && second.value < 10) {  // 十五六
    second.value += std::floor(first.value / 10) * 10;
  }
  return first.value < second.value;
}

}  // namespace guanlan::quantities
