// Deadlines: dates by which somebody must act, as a list and as a calendar.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

struct Deadline {
  std::string date;
  StoredItem item;
  std::string who, text;
  Span span;
};

std::string joined(const Json& record, const char* field, const char* key) {
  std::string out;
  const auto it = record.find(field);
  if (it == record.end() || !it->is_array()) return out;
  for (const Json& value : *it) {
    const std::string name = key == nullptr ? (value.is_string() ? value.get<std::string>() : "")
                                            : value.value(key, "");
    if (!name.empty()) out += (out.empty() ? "" : "、") + name;
  }
  return out;
}

// Those who must act: the apps or companies of the item; where it names none, nobody is named.
std::string who(const Json& record) {
  const std::string apps = joined(record, "apps", nullptr);
  return apps.empty() ? joined(record, "orgs", nullptr) : apps;
}

Result<std::vector<Deadline>> deadlines_of(const Exchange& x) {
  const auto from = date_of(x, "from");
  if (!from) return tl::unexpected(from.error());
  const auto to = date_of(x, "to");
  if (!to) return tl::unexpected(to.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  std::vector<Deadline> out;
  std::vector<StoredItem> items;
  const auto done = (*reader)->store->each({}, [&](StoredItem&& item) {
    if (item.record.find("\"deadlines\":[\"") != std::string::npos) items.push_back(std::move(item));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  for (StoredItem& item : items) {
    const auto facts = (*reader)->store->facts(item.id);
    if (!facts) return tl::unexpected(facts.error());
    const Json record = Json::parse(item.record, nullptr, false);
    for (const Fact& fact : *facts) {
      if (fact.field != "deadlines" || fact.value < *from) continue;
      if (!to->empty() && fact.value > *to && !fact.value.starts_with(*to)) continue;
      out.push_back({fact.value, item, who(record), fact.text, fact.place.span});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Deadline& a, const Deadline& b) { return a.date < b.date; });
  return out;
}

// The last day of an ISO date of any precision; nothing where it is none.
std::optional<std::chrono::sys_days> last_day(const std::string& date) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 12, d = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &y, &m, &d) < 1) return std::nullopt;
  const year_month_day_last end{year{y} / month{m} / last};
  const year_month_day day = d == 0 ? year_month_day{end} : year{y} / month{m} / std::chrono::day{d};
  return day.ok() ? std::optional(sys_days{day}) : std::nullopt;
}

Result<Response> deadlines(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto all = deadlines_of(x);
  if (!all) return tl::unexpected(all.error());
  // The calendar of those who are bound: China, eight hours ahead.
  const auto today = std::chrono::floor<std::chrono::days>(x.service.options().clock() +
                                                           std::chrono::hours(8));
  Json rows = Json::array();
  for (const Deadline& d : *all) {
    const auto day = last_day(d.date);
    rows.push_back({{"date", d.date},
                    {"days_left", day ? Json((*day - today).count()) : Json(nullptr)},
                    {"item", d.item.id},
                    {"title", d.item.title},
                    {"who", d.who},
                    {"text", d.text},
                    {"begin", d.span.begin},
                    {"end", d.span.end}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

// A text in iCalendar: escaped, folded at 73 bytes between characters (RFC 5545).
std::string line(std::string_view name, std::string_view text) {
  std::string all(name);
  for (const char c : text) {
    if (c == '\n') {
      all += "\\n";
    } else {
      if (c == ',' || c == ';' || c == '\\') all += '\\';
      if (static_cast<unsigned char>(c) >= 0x20) all += c;
    }
  }
  std::string out;
  std::size_t width = 0;
  for (const char c : all) {
    if (width >= 70 && (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      out += "\r\n ";
      width = 1;
    }
    out += c;
    ++width;
  }
  return out + "\r\n";
}

Result<Response> calendar(const Exchange& x) {
  const auto all = deadlines_of(x);
  if (!all) return tl::unexpected(all.error());
  std::string stamp = x.service.now();
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Guanlan//deadlines//ZH\r\n" +
      line("X-WR-CALNAME:", "观澜：期限");
  for (const Deadline& d : *all) {
    if (d.date.size() != 10) continue;  // a month is no day
    std::string day = d.date;
    std::erase(day, '-');
    out += "BEGIN:VEVENT\r\n" + line("UID:", fmt::format("{}-{}-{}@guanlan", d.item.id, day,
                                                         d.span.begin));
    out += "DTSTAMP:" + stamp + "\r\nDTSTART;VALUE=DATE:" + day + "\r\n";
    out += line("SUMMARY:", d.item.title) + line("DESCRIPTION:", d.text + "\n" + d.item.file);
    out += "END:VEVENT\r\n";
  }
  return Response{200, "text/calendar; charset=utf-8", out + "END:VCALENDAR\r\n"};
}

}  // namespace

std::vector<Route> deadline_routes() {
  const std::vector<Parameter> period{{"from", "from this date on"}, {"to", "up to this date"}};
  return {
      {Method::get, "/api/v1/deadlines", Role::reader, deadlines,
       "Dates by which somebody must act, with the days left in China", "DeadlineList",
       with_list(period), Body::none, {}, Pace::slow},
      {Method::get, "/api/v1/deadlines.ics", Role::reader, calendar,
       "The same as a calendar (iCalendar)", "text/calendar", period, Body::none, {}, Pace::slow},
  };
}

}  // namespace guanlan::serve
