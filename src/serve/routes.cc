#include <algorithm>

#include "serve/route.h"

namespace guanlan::serve {
namespace {

// The parts of the path that the {…} stand for. A part never holds '/'.
std::optional<std::vector<std::string>> fit(std::string_view pattern, std::string_view path) {
  std::vector<std::string> parts;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const std::string_view literal = pattern.substr(0, open);
    if (!path.starts_with(literal)) return std::nullopt;
    path.remove_prefix(literal.size());
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(pattern.find('}') + 1);
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    std::size_t end = path.find('/');
    if (!next.empty() && next.front() != '/') end = path.rfind(next);  // {id}.atom
    if (next.empty() && end != std::string_view::npos) return std::nullopt;
    end = std::min(end, path.size());
    if (end == 0) return std::nullopt;
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
    if (pattern.empty() && !path.empty()) return std::nullopt;
  }
  return path.empty() ? std::optional(std::move(parts)) : std::nullopt;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> kRoutes = [] {
    std::vector<Route> out;
    for (auto group :
         {session_routes, account_routes, item_routes, document_routes, page_routes, job_routes,
          law_routes, deadline_routes, track_routes, query_routes, check_routes, stats_routes,
          desk_routes, outline_routes, issue_routes, export_routes, system_routes}) {
      for (Route& route : group()) out.push_back(std::move(route));
    }
    return out;
  }();
  return kRoutes;
}

Match match(Method method, std::string_view path) {
  if (method == Method::head) method = Method::get;
  Match out;
  for (const Route& route : routes()) {
    auto parts = fit(route.pattern, path);
    if (!parts) continue;
    out.methods.push_back(route.method);
    if (route.method != method || out.route != nullptr) continue;
    out.route = &route;
    out.parts = std::move(*parts);
  }
  return out;
}

}  // namespace guanlan::serve
