// Requests to a server's service, as a browser on this machine sends them.
#pragma once

#include <string>
#include <string_view>

#include "serve/service.h"

namespace guanlan::testing {

inline serve::Request request(serve::Method method, std::string_view target,
                              std::string body = {}) {
  serve::Request out;
  out.method = method;
  serve::set_target(out, target);
  out.headers.add("Host", "127.0.0.1:8080");
  out.body = std::move(body);
  return out;
}

inline serve::Response get(serve::Service& service, std::string_view target) {
  return service.handle(request(serve::Method::get, target));
}

}  // namespace guanlan::testing
