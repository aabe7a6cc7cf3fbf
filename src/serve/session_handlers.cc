// Who am I; logging in and out.
#include <fmt/format.h>

#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

// The cookie of a session: not for scripts, not sent along from other sites. Behind TLS the proxy
// says so, and then it is never sent without.
std::string cookie(const Exchange& x, std::string_view key, std::string_view lifetime) {
  const bool secure = x.request.headers.header("X-Forwarded-Proto") == "https";
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, key, lifetime,
                     secure ? "; Secure" : "");
}

Json view(const Caller& caller, bool accounts) {
  return {{"user", caller.user},
          {"role", name(caller.role)},
          {"csrf", caller.csrf},
          {"accounts", accounts}};
}

Result<Response> session(const Exchange& x) {
  return json_answer(view(x.caller, x.service.has_accounts()));
}

Result<Response> log_in(const Exchange& x) {
  const Json given = Json::parse(x.request.body, nullptr, false);
  const bool complete = given.is_object() && given.contains("user") && given["user"].is_string() &&
                        given.contains("password") && given["password"].is_string();
  if (!complete) return fail(Code::invalid, "须给出 user 与 password");
  auto& accounts = x.service.accounts();
  const auto user = given["user"].get<std::string>();
  auto login = accounts.log_in(user, given["password"].get<std::string>(), x.request.peer);
  if (!login) {
    Response refused = x.service.refused({login.error().code == Code::conflict ? "too_many" : "io",
                                          login.error().message,
                                          {},
                                          login.error().hint},
                                         x.request);
    return refused.with("Retry-After", "300");
  }
  if (!*login) {
    accounts.note(user.substr(0, 64), "login failed", "", x.request.peer);
    return x.service.refused({"unauthorized", "帐号或密码不对"}, x.request);
  }
  // The session that came with the request, whoever planted it, ends here.
  accounts.log_out(x.request.cookie(kSessionCookie));
  accounts.note(user, "login", "", x.request.peer);
  Response out = json_answer(view((*login)->caller, true));
  out.with("Set-Cookie", cookie(x, (*login)->key, "; Max-Age=43200"));
  return out.with("Cache-Control", "no-store");
}

Result<Response> log_out(const Exchange& x) {
  x.service.accounts().log_out(x.request.cookie(kSessionCookie));
  Response out{204, "", ""};
  return out.with("Set-Cookie", cookie(x, "", "; Max-Age=0"));
}

}  // namespace

std::vector<Route> session_routes() {
  return {
      {Method::get, "/api/v1/session", Role::reader, session,
       "Who is logged in, and the token that writes must carry (X-CSRF-Token)", "Session"},
      {Method::post,
       "/api/v1/session",
       Role::nobody,
       log_in,
       "Logs in: sets the session's cookie; any earlier session of this browser ends",
       "Session",
       {},
       Body::json,
       "Login",
       Pace::slow},
      {Method::del, "/api/v1/session", Role::reader, log_out, "Logs out", ""},
  };
}

}  // namespace guanlan::serve
