// Whether the server is well.
#include "guanlan/version.h"
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Result<Response> healthz(const Exchange& x) {
  const auto reader = x.service.reader();
  if (!reader) return tl::unexpected(reader.error());
  return json_answer({{"status", "ok"}, {"version", version()}});
}

}  // namespace

std::vector<Route> system_routes() {
  return {{Method::get, "/healthz", Role::nobody, healthz,
           "Whether the server answers and its database opens", "Health"}};
}

}  // namespace guanlan::serve
