// The server about itself: health, figures, its interface; and agents.
#include <fmt/format.h>

#include "guanlan/version.h"
#include "mcp/mcp.h"
#include "serve/answers.h"
#include "serve/openapi.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Result<Response> healthz(const Exchange& x) {
  const auto reader = x.service.reader();
  if (!reader) return tl::unexpected(reader.error());
  return json_answer({{"status", "ok"}, {"version", version()}});
}

Result<Response> metrics(const Exchange& x) {
  const Metrics& m = x.service.metrics();
  std::string out;
  const auto add = [&](std::string_view name, std::string_view type, std::string_view help,
                       std::uint64_t value) {
    out += fmt::format("# HELP guanlan_{0} {2}\n# TYPE guanlan_{0} {1}\nguanlan_{0} {3}\n", name,
                       type, help, value);
  };
  add("requests_total", "counter", "Requests answered.", m.requests);
  add("refused_total", "counter", "Requests answered with a 4xx status.", m.refused);
  add("failed_total", "counter", "Requests answered with a 5xx status.", m.failed);
  add("response_bytes_total", "counter", "Bytes of bodies sent, streams left out.", m.bytes);
  add("request_microseconds_total", "counter", "Time spent in answering.", m.microseconds);
  add("event_streams", "gauge", "Open event streams.", x.service.jobs().watchers());
  return Response{200, "text/plain; version=0.0.4; charset=utf-8", std::move(out)};
}

Result<Response> openapi_json(const Exchange&) {
  return Response{200, "application/json", openapi()};
}

// One message in, one out. Browsers cannot send JSON here from another site: they would have to ask
// first, and are not answered.
Result<Response> mcp_message(const Exchange& x) {
  if (!x.request.headers.header("Content-Type").starts_with("application/json")) {
    return fail(Code::unsupported, "MCP 的消息须是 application/json");
  }
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto header = [&](const char* name) { return x.request.headers.header(name); };
  const mcp::Mirror mirror{header("MCP-Protocol-Version"), header("Mcp-Method"),
                           header("Mcp-Name")};
  const auto answer = mcp::answer_text(
      x.request.body, {*(*reader)->store, (*reader)->laws, *(*reader)->tracker}, &mirror);
  Response out{answer.status, "application/json", answer.message ? text_of(*answer.message) : ""};
  return out.with("Cache-Control", "no-store");
}

}  // namespace

std::vector<Route> system_routes() {
  return {
      {Method::get, "/healthz", Role::nobody, healthz,
       "Whether the server answers and its database opens", "Health"},
      {Method::get, "/metrics", Role::reader, metrics, "Figures for Prometheus", "text/plain"},
      {Method::get, "/openapi.json", Role::nobody, openapi_json, "This interface (OpenAPI 3.1)",
       "application/json"},
      {Method::post,
       "/mcp",
       Role::reader,
       mcp_message,
       "Agents: one message of the Model Context Protocol (docs/mcp.md)",
       "Message",
       {},
       Body::json,
       "Message",
       Pace::slow},
  };
}

}  // namespace guanlan::serve
