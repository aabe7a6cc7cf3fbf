// Saved queries of whoever asks, each with an Atom feed.
#include <fmt/format.h>

#include "guanlan/alerts.h"
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Json query_json(const SavedQuery& query) {
  return {
      {"id", query.id}, {"name", query.name}, {"query", query.query}, {"created", query.created}};
}

Result<std::unique_ptr<Alerts>> alerts_of(const Exchange& x) {
  const Options& options = x.service.options();
  return Alerts::open(options.database, options.clock, &x.service.search());
}

// A saved query belongs to whoever saved it; to everybody else it is not there.
Result<SavedQuery> own(const Exchange& x, const Alerts& alerts, std::string_view id) {
  const auto number = number_in(id, "id");
  if (!number) return tl::unexpected(number.error());
  auto query = alerts.query(*number);
  if (query && query->user != x.caller.user)
    return fail(Code::not_found, fmt::format("没有编号 {} 的查询", *number));
  return query;
}

Result<Response> queries(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto alerts = alerts_of(x);
  if (!alerts) return tl::unexpected(alerts.error());
  const auto all = (*alerts)->queries(x.caller.user);
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (const SavedQuery& query : *all) rows.push_back(query_json(query));
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> save(const Exchange& x) {
  const Json given = Json::parse(x.request.body, nullptr, false);
  const bool complete = given.is_object() && given.contains("name") && given["name"].is_string() &&
                        given.contains("query") && given["query"].is_string();
  if (!complete) return fail(Code::invalid, "须给出 name 与 query");
  const auto alerts = alerts_of(x);
  if (!alerts) return tl::unexpected(alerts.error());
  const auto saved = (*alerts)->save(x.caller.user, given["name"].get<std::string>(),
                                     given["query"].get<std::string>());
  if (!saved) return tl::unexpected(saved.error());
  return json_answer(query_json(*saved), 201);
}

Result<Response> drop(const Exchange& x) {
  const auto alerts = alerts_of(x);
  if (!alerts) return tl::unexpected(alerts.error());
  const auto query = own(x, **alerts, x.parts[0]);
  if (!query) return tl::unexpected(query.error());
  if (auto done = (*alerts)->drop(query->id); !done) return tl::unexpected(done.error());
  return Response{204, "", ""};
}

Result<Response> feed(const Exchange& x) {
  const auto alerts = alerts_of(x);
  if (!alerts) return tl::unexpected(alerts.error());
  const auto query = own(x, **alerts, x.parts[0]);
  if (!query) return tl::unexpected(query.error());
  const bool secure = x.request.headers.header("X-Forwarded-Proto") == "https";
  const std::string address =
      (secure ? "https://" : "http://") + std::string(x.request.headers.header("Host"));
  auto text = query_feed(x.service.search(), *query, address);
  if (!text) return tl::unexpected(std::move(text.error()));
  return Response{200, "application/atom+xml; charset=utf-8", std::move(*text)};
}

}  // namespace

std::vector<Route> query_routes() {
  const Parameter id{"id", "number of the query", "integer"};
  return {
      {Method::get,
       "/api/v1/queries",
       Role::reader,
       queries,
       "The saved queries of whoever asks",
       "SavedQueryList",
       list_parameters(),
       Body::none,
       {},
       Pace::slow},
      {Method::post,
       "/api/v1/queries",
       Role::reader,
       save,
       "Saves a query; what it finds from then on is told by alerts",
       "SavedQuery",
       {},
       Body::json,
       "SavedQueryRequest",
       Pace::slow},
      {Method::del,
       "/api/v1/queries/{id}",
       Role::reader,
       drop,
       "Forgets a query",
       "",
       {id},
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/queries/{id}.atom",
       Role::reader,
       feed,
       "The newest items of a query as a feed (Atom)",
       "application/atom+xml",
       {id},
       Body::none,
       {},
       Pace::slow},
  };
}

}  // namespace guanlan::serve
