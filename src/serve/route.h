// The routes of the server: one readable table. Dispatch, 404 and 405, /openapi.json and
// docs/http.md are all made from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"
#include "serve/access.h"
#include "serve/http.h"

namespace guanlan::serve {

class Service;
struct Route;

// One request on its way through a handler.
struct Exchange {
  const Request& request;
  Service& service;
  const Caller& caller;
  const Route& route;
  std::vector<std::string> parts;  // what the {…} of the pattern stand for, decoded

  [[nodiscard]] std::string_view query(std::string_view name) const {
    return request.query.parameter(name);
  }
};

using Handler = Result<Response> (*)(const Exchange& exchange);

struct Parameter {
  std::string_view name;
  std::string_view about;
  std::string_view schema = "string";  // JSON Schema type, or the name of a schema
};

enum class Body : std::uint8_t { none, json, files };
enum class Pace : std::uint8_t {
  quick,  // answered in the thread of the connection
  slow,   // reads files or runs programs: answered by a worker
};

struct Route {
  Method method;
  std::string_view pattern;  // /api/v1/items/{id}
  Role role;                 // the least that may ask
  Handler handler;
  std::string_view summary;
  std::string_view answer;                 // name of a schema (schemas.h), or a media type
  std::vector<Parameter> parameters = {};  // of the path and the query
  Body body = Body::none;
  std::string_view takes = {};  // name of the schema of a JSON body
  Pace pace = Pace::quick;
};

[[nodiscard]] const std::vector<Route>& routes();

// The row that fits the path, whatever the method: `methods` are those that rows with this path
// have.
struct Match {
  const Route* route = nullptr;
  std::vector<std::string> parts;
  std::vector<Method> methods;
};
[[nodiscard]] Match match(Method method, std::string_view path);

// Groups of rows, each beside its handlers.
std::vector<Route> session_routes();
std::vector<Route> account_routes();
std::vector<Route> item_routes();
std::vector<Route> document_routes();
std::vector<Route> page_routes();
std::vector<Route> stats_routes();
std::vector<Route> job_routes();
std::vector<Route> law_routes();
std::vector<Route> deadline_routes();
std::vector<Route> track_routes();
std::vector<Route> query_routes();
std::vector<Route> check_routes();
std::vector<Route> desk_routes();
std::vector<Route> outline_routes();
std::vector<Route> issue_routes();
std::vector<Route> export_routes();
std::vector<Route> system_routes();

}  // namespace guanlan::serve
