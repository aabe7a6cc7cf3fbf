#include <fmt/format.h>

#include <chrono>

#include "guanlan/delivery.h"
#include "guanlan/track.h"
#include "store/search_entry.h"

namespace guanlan {
namespace {

constexpr std::string_view kWords[] = {"新", "变化", "到期"};

std::string about(const Alert& alert) {
  return alert.kind == AlertKind::changed ? "变化的字段：" + alert.text : alert.text;
}

}  // namespace

std::string alert_subject(const std::vector<Alert>& alerts) {
  int counts[3] = {};
  for (const Alert& alert : alerts) ++counts[static_cast<std::size_t>(alert.kind)];
  std::string out = fmt::format("观澜：{} 条提醒（", alerts.size());
  bool first = true;
  for (std::size_t i = 0; i < 3; ++i) {
    if (counts[i] == 0) continue;
    out += fmt::format("{}{} {}", first ? "" : "，", kWords[i], counts[i]);
    first = false;
  }
  return out + "）";
}

std::string alert_text(const std::vector<Alert>& alerts) {
  std::string out, last;
  for (const Alert& alert : alerts) {
    if (alert.name != last) out += (out.empty() ? "【" : "\n【") + alert.name + "】\n";
    last = alert.name;
    out += fmt::format("{}  {}（条目 {}）\n", kWords[static_cast<std::size_t>(alert.kind)],
                       alert.title, alert.item);
    if (const std::string text = about(alert); !text.empty()) out += "    " + text + "\n";
  }
  return out;
}

std::string period_of(std::string_view time, Period period) {
  using namespace std::chrono;
  constexpr std::size_t kDay = 10, kHour = 13;
  const DayRange utc = days_of(time.substr(0, kDay));
  if (utc.empty() || time.size() < kHour) return {};
  const int hour = (time[11] - '0') * 10 + (time[12] - '0');
  constexpr int kAhead = 8, kHours = 24;
  const std::int32_t day = utc.begin + (hour + kAhead >= kHours ? 1 : 0);
  const std::string date = day_text(day);
  switch (period) {
    case Period::week: {
      // ISO 8601: a week belongs to the year of its Thursday.
      const std::int32_t monday = day - ((day + 3) % 7 + 7) % 7;
      const std::string thursday = day_text(monday + 3);
      const std::int32_t first = days_of(thursday.substr(0, 4) + "-01-01").begin;
      return fmt::format("{}-W{:02}", thursday.substr(0, 4), (monday + 3 - first) / 7 + 1);
    }
    case Period::month:
      return date.substr(0, 7);
    default:
      return date;
  }
}

}  // namespace guanlan
