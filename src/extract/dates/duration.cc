#include "extract/dates/duration.h"

#include "extract/around.h"
#include "extract/dates/parse.h"

namespace guanlan::dates {
namespace {

struct UnitWord {
  std::string_view word;
  TimeUnit unit;
  int days;  // of one, where it is a week; else 1
};
constexpr UnitWord kUnits[] = {
    {"个工作日", TimeUnit::working_day, 1},
    {"工作日", TimeUnit::working_day, 1},
    {"个自然日", TimeUnit::day, 1},
    {"自然日", TimeUnit::day, 1},
    {"日", TimeUnit::day, 1},
    {"天", TimeUnit::day, 1},
    {"个星期", TimeUnit::day, 7},
    {"周", TimeUnit::day, 7},
    {"个月", TimeUnit::month, 1},
    {"个年度", TimeUnit::year, 1},
    {"年", TimeUnit::year, 1},
};
constexpr int kLongest = 999;

}  // namespace

std::optional<Duration> duration_at(std::string_view text, std::uint32_t at) {
  const auto n = small_number(text, at);
  if (!n || n->spelled || n->value < 1 || n->value > kLongest) return {};
  for (const UnitWord& u : kUnits) {
    if (!around::starts(text, n->end, u.word)) continue;
    const auto end = n->end + static_cast<std::uint32_t>(u.word.size());
    if (around::starts(text, end, "起") || around::starts(text, end, "龄")) return {};
    return Duration{n->value * u.days, u.unit, end};
  }
  return {};
}

std::string_view name(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return "日";
    case TimeUnit::working_day:
      return "工作日";
    case TimeUnit::month:
      return "个月";
    case TimeUnit::year:
      return "年";
  }
  return {};
}

}  // namespace guanlan::dates
