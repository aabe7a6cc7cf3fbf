// Accounts, tokens for programs, the audit log: for administrators.
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Result<Response> users(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto all = x.service.accounts().list();
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (const Account& account : *all) {
    rows.push_back({{"name", account.name},
                    {"role", name(account.role)},
                    {"created", account.created},
                    {"last", account.last.empty() ? Json(nullptr) : Json(account.last)}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

// A member of a JSON body that is a string; empty: none.
std::string member(const Json& body, const char* key) {
  return body.is_object() && body.contains(key) && body[key].is_string()
             ? body[key].get<std::string>()
             : std::string();
}

Result<Role> role_in(const Json& body) {
  const std::string text = member(body, "role");
  const auto role = role_of(text);
  if (!role)
    return fail(Code::invalid, "没有这个角色", text.substr(0, 80), "reader、editor 或 admin");
  return *role;
}

Result<Response> set_user_role(const Exchange& x) {
  const auto role = role_in(Json::parse(x.request.body, nullptr, false));
  if (!role) return tl::unexpected(role.error());
  if (auto done = x.service.accounts().set_role(x.parts[0], *role); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  return Response{204, "", ""};
}

Result<Response> remove_user(const Exchange& x) {
  if (auto done = x.service.accounts().remove(x.parts[0]); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  return Response{204, "", ""};
}

Result<Response> tokens(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto all = x.service.accounts().tokens();
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (const Token& token : *all) {
    rows.push_back({{"id", token.id},
                    {"user", token.user},
                    {"label", token.label},
                    {"role", name(token.role)},
                    {"created", token.created}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> add_token(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  const auto role = role_in(body);
  if (!role) return tl::unexpected(role.error());
  const std::string user = member(body, "user").empty() ? x.caller.user : member(body, "user");
  const auto token = x.service.accounts().add_token(user, member(body, "label"), *role);
  if (!token) return tl::unexpected(token.error());
  Response out = json_answer({{"token", *token}, {"user", user}, {"role", name(*role)}}, 201);
  return out.with("Cache-Control", "no-store");
}

Result<Response> remove_token(const Exchange& x) {
  const auto id = number_in(x.parts[0], "id");
  if (!id) return tl::unexpected(id.error());
  if (auto done = x.service.accounts().remove_token(*id); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  return Response{204, "", ""};
}

Result<Response> audit(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto entries = x.service.accounts().audit(window->first, window->count);
  if (!entries) return tl::unexpected(entries.error());
  const auto size = x.service.accounts().audit_size();
  if (!size) return tl::unexpected(size.error());
  Json rows = Json::array();
  for (const AuditEntry& entry : *entries) {
    rows.push_back({{"id", entry.id},
                    {"when", entry.when},
                    {"user", entry.user},
                    {"action", entry.action},
                    {"object", entry.object},
                    {"from", entry.from}});
  }
  return json_answer(list_of(*window, std::move(rows), *size));
}

}  // namespace

std::vector<Route> account_routes() {
  const Parameter user{"name", "of the account"};
  const Parameter token{"id", "number of the token", "integer"};
  return {
      {Method::get, "/api/v1/users", Role::admin, users, "Accounts, by name", "UserList",
       with_list({})},
      {Method::put,
       "/api/v1/users/{name}",
       Role::admin,
       set_user_role,
       "Changes the role of an account",
       "",
       {user},
       Body::json,
       "RoleChange"},
      {Method::del,
       "/api/v1/users/{name}",
       Role::admin,
       remove_user,
       "Removes an account with its sessions and tokens",
       "",
       {user}},
      {Method::get, "/api/v1/tokens", Role::admin, tokens, "Tokens for programs", "TokenList",
       with_list({})},
      {Method::post,
       "/api/v1/tokens",
       Role::admin,
       add_token,
       "Makes a token (Authorization: Bearer …); it is shown this once",
       "NewToken",
       {},
       Body::json,
       "TokenRequest"},
      {Method::del,
       "/api/v1/tokens/{id}",
       Role::admin,
       remove_token,
       "Revokes a token",
       "",
       {token}},
      {Method::get, "/api/v1/audit", Role::admin, audit, "Logins and writes, the newest first",
       "AuditList", with_list({})},
  };
}

}  // namespace guanlan::serve
