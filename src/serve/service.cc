#include "serve/service.h"

#include <fmt/format.h>

#include <algorithm>

#include "serve/secret.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kMostJson = 1 << 20, kMostUpload = 256u << 20;

// Of all answers: nothing is guessed, framed, or told to other sites.
constexpr std::pair<std::string_view, std::string_view> kSafety[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"},
};
constexpr std::string_view kPagePolicy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: "
    "blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";
constexpr std::string_view kDataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

bool is_page(std::string_view path) {
  constexpr std::string_view kData[] = {"/api", "/mcp", "/healthz", "/metrics", "/openapi.json"};
  return std::none_of(std::begin(kData), std::end(kData), [&](std::string_view root) {
    return path == root || (path.starts_with(root) && path[root.size()] == '/');
  });
}

bool wants_english(const Request& request) {
  const std::string_view language = request.headers.header("Accept-Language");
  return language.starts_with("en");
}

bool is_address(std::string_view host) {
  return !host.empty() &&
         (host.front() == '[' || host.find_first_not_of("0123456789.") == std::string_view::npos);
}

// The host of an origin or a Host header, without its port.
std::string_view without_port(std::string_view host) {
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) {
    return host;
  }
  return host.substr(0, colon);
}

// A browser says where a request comes from; only our own pages may write.
bool from_elsewhere(const Request& head) {
  const std::string_view site = head.headers.header("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  std::string_view origin = head.headers.header("Origin");
  if (origin.empty()) return false;
  const auto scheme = origin.find("://");
  if (scheme == std::string_view::npos) return true;  // "null"
  return !same_name(origin.substr(scheme + 3), head.headers.header("Host"));
}

std::string names(const std::vector<Method>& methods) {
  std::string out;
  for (const Method method : methods) {
    out += (out.empty() ? "" : ", ") + std::string(name(method));
    if (method == Method::get) out += ", HEAD";
  }
  return out;
}

bool matches(std::string_view tags, std::string_view etag) {
  return tags == "*" || tags.find(etag) != std::string_view::npos;
}

Result<std::unique_ptr<Reader>> open_reader(const Options& options) {
  auto store = open_store(options.database, options.clock);
  if (!store) return tl::unexpected(std::move(store.error()));
  auto laws = LawLibrary::open(options.database);
  if (!laws) return tl::unexpected(std::move(laws.error()));
  auto tracker = Tracker::open(options.database);
  if (!tracker) return tl::unexpected(std::move(tracker.error()));
  return std::make_unique<Reader>(Reader{std::move(*store), std::move(*laws), std::move(*tracker)});
}

}  // namespace

Service::Service(const Options& options)
    : options_(options),
      port_(options.port),
      local_csrf_(random_token(24)),
      readers_([this] { return open_reader(options_); }) {}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(const Options& options) {
  std::unique_ptr<Service> service(new Service(options));
  if (auto loaded = service->reload(); !loaded) return tl::unexpected(std::move(loaded.error()));
  return service;
}

Result<void> Service::reload() {
  auto store = open_store(options_.database, options_.clock);
  if (!store) return tl::unexpected(std::move(store.error()));
  {
    const std::lock_guard held(writing_);
    writer_ = std::move(*store);
  }
  // One object for the life of the service: requests hold references to it.
  if (!accounts_) {
    auto accounts = Accounts::open(options_.database, options_.clock);
    if (!accounts) return tl::unexpected(std::move(accounts.error()));
    accounts_ = std::move(*accounts);
  }
  if (!search_) {
    auto search = open_search(options_.database);
    if (!search) return tl::unexpected(std::move(search.error()));
    search_ = std::move(*search);
  }
  has_accounts_ = accounts_->any();
  readers_.reopen();
  return pages_.load(options_.web);
}

bool Service::is_our_host(std::string_view host) const {
  host = without_port(host);
  if (is_address(host) || same_name(host, "localhost")) return true;
  return std::any_of(options_.hosts.begin(), options_.hosts.end(),
                     [&](const std::string& own) { return same_name(own, host); });
}

std::optional<Problem> Service::wrong_at_sight(const Request& head) const {
  if (head.bad) {
    return Problem{"invalid", "地址不是 UTF-8，或转义有误", {}, "按 UTF-8 作百分号编码"};
  }
  if (head.headers.count("Host") != 1 || !is_our_host(head.headers.header("Host"))) {
    return Problem{"wrong_host", "不接受这个主机名", std::string(head.headers.header("Host")),
                   "用 guanlan serve --host 名称 加上它"};
  }
  return std::nullopt;
}

Caller Service::caller_of(const Request& head) const {
  if (!has_accounts_) return {"local", Role::admin, Caller::By::local, local_csrf_};
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view given = head.headers.header("Authorization");
  if (given.starts_with(kBearer)) {
    return accounts_->by_token(given.substr(kBearer.size())).value_or(Caller{});
  }
  return accounts_->by_session(head.cookie(kSessionCookie)).value_or(Caller{});
}

// Writes are on record, whether they succeeded or not.
void Service::keep_on_record(const Exchange& x, const Response& response) {
  if (is_safe(x.request.method) || x.route.pattern == "/mcp") return;
  accounts_->note(x.caller.user.empty() ? "-" : x.caller.user,
                  fmt::format("{} {}", name(x.request.method), response.status), x.request.path,
                  x.request.peer);
}

Admission Service::admit(const Request& head, std::uint64_t length) {
  Admission out;
  const auto refuse = [&](const Problem& problem) {
    out.refusal = refused(problem, head);
    return out;
  };
  if (const auto wrong = wrong_at_sight(head)) return refuse(*wrong);
  if (is_page(head.path)) {
    if (is_safe(head.method)) return out;
    refuse({"method", "网页只能读取"});
    out.refusal->with("Allow", "GET, HEAD");
    return out;
  }
  Match found = match(head.method, head.path);
  if (found.methods.empty()) {
    return refuse({"no_route", "没有这个地址", head.path, "全部地址见 /openapi.json"});
  }
  if (found.route == nullptr) {
    refuse({"method", "这个地址不支持 " + std::string(name(head.method))});
    out.refusal->with("Allow", names(found.methods));
    return out;
  }
  out.caller = caller_of(head);
  if (out.caller.role < found.route->role) {
    return out.caller.by == Caller::By::nothing
               ? refuse({"unauthorized", "需要登录"})
               : refuse({"forbidden", fmt::format("需要 {} 权限", name(found.route->role))});
  }
  if (!is_safe(head.method)) {
    if (from_elsewhere(head)) return refuse({"forbidden", "不接受其他网站发起的写入"});
    const bool browser = out.caller.by == Caller::By::session || out.caller.by == Caller::By::local;
    // Messages of agents are guarded by their type (mcp_message) and by the origin.
    if (browser && found.route->role != Role::nobody && found.route->pattern != "/mcp" &&
        !same_secret(head.headers.header("X-CSRF-Token"), out.caller.csrf)) {
      return refuse(
          {"forbidden", "缺少 X-CSRF-Token，或它已失效", {}, "先取 GET /api/v1/session 的 csrf"});
    }
  }
  out.most = found.route->body == Body::files  ? kMostUpload
             : found.route->body == Body::json ? kMostJson
                                               : 4096;
  if (length > out.most) {
    return refuse({"too_large", fmt::format("请求过大：上限 {} 字节", out.most)});
  }
  out.route = found.route;
  out.parts = std::move(found.parts);
  return out;
}

Response Service::run(const Admission& admission, const Request& request) {
  if (admission.route == nullptr) return pages_.get(request);
  const Exchange exchange{request, *this, admission.caller, *admission.route, admission.parts};
  auto answer = admission.route->handler(exchange);
  Response response =
      answer ? std::move(*answer) : refused(problem_of(std::move(answer.error())), request);
  keep_on_record(exchange, response);
  return response;
}

Response Service::answer(const Admission& admission, const Request& request) {
  if (admission.refusal) return *admission.refusal;
  const auto began = std::chrono::steady_clock::now();
  Response out = finished(run(admission, request), request);
  const auto time = std::chrono::steady_clock::now() - began;
  metrics_.count(out.status, out.body.size(),
                 static_cast<std::uint64_t>(
                     std::chrono::duration_cast<std::chrono::microseconds>(time).count()));
  return out;
}

Response Service::handle(const Request& request) {
  const Admission admission = admit(request, request.body.size());
  return answer(admission, request);
}

Response Service::refused(const Problem& problem, const Request& request) const {
  Response out = to_response(problem, wants_english(request) ? &options_.english : nullptr);
  return finished(std::move(out), request);
}

Response Service::finished(Response response, const Request& request) const {
  const bool page = response.type.starts_with("text/html");
  if (response.header("X-Content-Type-Options").empty()) {
    for (const auto& [key, value] : kSafety) response.with(std::string(key), std::string(value));
    response.with("Content-Security-Policy", std::string(page ? kPagePolicy : kDataPolicy));
  }
  if (response.header("Cache-Control").empty()) {
    response.with("Cache-Control", response.status == 200 ? "private, no-cache" : "no-store");
  }
  if (!is_safe(request.method) || response.status != 200 || response.stream) return response;
  if (response.etag.empty()) response.etag = '"' + fingerprint(response.body).substr(0, 22) + '"';
  response.with("ETag", response.etag);
  const std::string_view known = request.headers.header("If-None-Match");
  if (!known.empty() && matches(known, response.etag)) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

}  // namespace guanlan::serve
