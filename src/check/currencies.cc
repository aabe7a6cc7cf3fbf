// Currencies (折算): a sum in foreign money against what it is said to be in yuan.
//
//   currency.conversion   1亿美元（约合人民币12亿元）
// Rates are the lowest and highest of a year (lexicon/stats/rates.tsv); a conversion is wrong where
// it lies a tenth outside of them. In a year that the table does not know, all years count.
#include <algorithm>
#include <charconv>
#include <map>

#include "check/families.h"
#include "lexicon/rows.h"

namespace guanlan::checking {
namespace {

struct Range {
  double low = 1e300, high = 0;
};
// Yuan for one unit, by currency and year; year 0 is all years.
using Rates = std::map<std::string, std::map<int, Range>, std::less<>>;

double number(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

const Rates& rates() {
  static const Rates kRates = [] {
    Rates out;
    for (const auto& cells : rows_of("lexicon/stats/rates.tsv")) {
      const double low = number(cells[2]), high = number(cells[3]);
      auto& years = out[std::string(cells[0])];
      years[static_cast<int>(number(cells[1]))] = {low, high};
      years[0] = {std::min(years[0].low, low), std::max(years[0].high, high)};
    }
    return out;
  }();
  return kRates;
}

// 1亿美元(约合人民币7.1亿元): the second sum says what the first is worth.
bool converted(std::string_view gap) {
  constexpr std::size_t kLongest = 40;
  if (gap.size() > kLongest || gap.find('\n') != std::string_view::npos) return false;
  return gap.find("合") != std::string_view::npos || gap.find("相当于") != std::string_view::npos ||
         gap == "(约" || gap == "(人民币" || gap == "(约人民币";
}

bool is_yuan(std::string_view unit) {
  return unit == "元" || unit == "人民币" || unit == "元人民币";
}

int year_of(const Desk& desk, const Section& section) {
  const auto& event = section.mentions->dates.event;
  if (event && event->value.size() >= 4) return static_cast<int>(number(event->value.substr(0, 4)));
  return desk.document().issue.date.year;
}

}  // namespace

void check_currencies(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const auto& all = section.amounts;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const auto found = rates().find(all[i].unit);
      if (found == rates().end() || !is_yuan(all[i + 1].unit) || all[i].value <= 0) continue;
      if (!converted(desk.of({all[i].span.end, all[i + 1].span.begin}))) continue;
      const auto year = found->second.find(year_of(desk, section));
      const Range range = year == found->second.end() ? found->second.at(0) : year->second;
      const double rate = all[i + 1].value / all[i].value;
      constexpr double kTenth = 1.1;
      if (rate >= range.low / kTenth && rate <= range.high * kTenth) continue;
      desk.report({"currency.conversion",
                   in_clean({all[i].span.begin, all[i + 1].span.end}),
                   {{"currency", all[i].unit},
                    {"rate", decimal(rate, 4)},
                    {"low", decimal(range.low, 4)},
                    {"high", decimal(range.high, 4)}}});
    }
  }
}

}  // namespace guanlan::checking
