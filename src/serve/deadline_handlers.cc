// Deadlines: days by which somebody must act, as a list and as a calendar.
#include "guanlan/track.h"
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

std::string who(const Deadline& d) {
  return d.who.empty() || d.named.empty() ? d.who + d.named : d.who + "：" + d.named;
}

Result<std::vector<Deadline>> deadlines_of(const Exchange& x) {
  const auto from = date_of(x, "from");
  if (!from) return tl::unexpected(from.error());
  const auto to = date_of(x, "to");
  if (!to) return tl::unexpected(to.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  return (*reader)->tracker->deadlines({*from, *to, china_day(x.service.options().clock())});
}

Json row(const Deadline& d) {
  return {{"date", d.date},
          {"last_day", d.last_day},
          {"days_left", d.days_left},
          {"working_days_left", d.working_days_left ? Json(*d.working_days_left) : Json(nullptr)},
          {"calendar_known", d.calendar_known},
          {"role", d.role},
          {"item", d.item},
          {"title", d.title},
          {"who", who(d)},
          {"what", d.what},
          {"text", d.text},
          {"derivation", d.derivation},
          {"page", d.place.page},
          {"begin", d.place.span.begin},
          {"end", d.place.span.end}};
}

Result<Response> deadlines(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto all = deadlines_of(x);
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (std::size_t i = window->first; i < std::min(all->size(), window->first + window->count); ++i)
    rows.push_back(row((*all)[i]));
  return json_answer(list_of(*window, std::move(rows), all->size()));
}

Result<Response> calendar(const Exchange& x) {
  const auto all = deadlines_of(x);
  if (!all) return tl::unexpected(all.error());
  return Response{200, "text/calendar; charset=utf-8", icalendar(*all, x.service.now())};
}

}  // namespace

std::vector<Route> deadline_routes() {
  const std::vector<Parameter> period{{"from", "from this date on"}, {"to", "up to this date"}};
  return {
      {Method::get, "/api/v1/deadlines", Role::reader, deadlines,
       "Dates by which somebody must act, with the days left in China", "DeadlineList",
       with_list(period)},
      {Method::get,
       "/api/v1/deadlines.ics",
       Role::reader,
       calendar,
       "The same as a calendar (iCalendar)",
       "text/calendar",
       period,
       Body::none,
       {},
       Pace::slow},
  };
}

}  // namespace guanlan::serve
