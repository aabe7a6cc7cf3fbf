// The service behind libmicrohttpd: connections become requests, responses become bytes.
//
// A few threads watch all connections with epoll. A connection whose answer takes a worker, or
// whose stream has nothing to say, is suspended and costs no thread.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <thread>

#include "serve/connections.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

constexpr unsigned kConnections = 4096, kIdleSeconds = 20;
constexpr std::size_t kHeadMemory = 32 * 1024;
constexpr std::chrono::seconds kPatience{10}, kBeat{15};

// One request between its first byte and the last of its answer.
struct Visit {
  Request request;
  Admission admission;
  bool admitted = false, too_large = false, working = false;
  std::optional<Response> response;
};

class Daemon final : public Server {
 public:
  Daemon(std::unique_ptr<Service> service, const Options& options)
      : service_(std::move(service)), options_(options) {}
  ~Daemon() override { stop(); }

  Result<void> listen();
  std::uint16_t port() const override { return port_; }
  void reload() override { (void)service_->reload(); }
  void stop() override;

 private:
  static MHD_Result on_visit(void* self, MHD_Connection* connection, const char* url,
                             const char* method, const char* version, const char* data,
                             std::size_t* size, void** visit);
  static void* on_target(void* self, const char* target, MHD_Connection* connection);
  static void on_done(void* self, MHD_Connection* connection, void** visit,
                      MHD_RequestTerminationCode how);
  static void on_connection(void* self, MHD_Connection* connection, void** context,
                            MHD_ConnectionNotificationCode what);

  MHD_Result begin(Visit& visit, MHD_Connection* connection, const char* method);
  MHD_Result take_body(Visit& visit, MHD_Connection* connection, const char* data,
                       std::size_t& size);
  MHD_Result decide(Visit& visit, MHD_Connection* connection);
  MHD_Result send(MHD_Connection* connection, Response response);
  void tend();  // once a second

  std::unique_ptr<Service> service_;
  Options options_;
  MHD_Daemon* daemon_ = nullptr;
  std::uint16_t port_ = 0;
  Connections connections_;
  std::atomic<int> visits_{0};
  std::unique_ptr<Workers> workers_;
  std::mutex lock_;
  std::condition_variable news_;
  bool stopping_ = false;
  std::thread tender_;
};

Connections::Connection* watched(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<Connections::Connection*>(info->socket_context);
}

void enter(MHD_Connection* connection, Connections::Phase phase) {
  if (auto* watch = watched(connection)) watch->enter(phase);
}

std::string peer_of(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr) return {};
  const sockaddr* address = info->client_addr;
  char text[INET6_ADDRSTRLEN] = {};
  if (address->sa_family == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  } else if (address->sa_family == AF_INET6) {
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text,
              sizeof text);
  }
  return text;
}

MHD_Result keep_header(void* request, MHD_ValueKind, const char* key, const char* value) {
  static_cast<Request*>(request)->headers.add(key, value == nullptr ? "" : value);
  return MHD_YES;
}

// The stream of a response, with the connection that it is sent on.
struct Sending {
  std::shared_ptr<Pipe> pipe;
};

ssize_t read_stream(void* sending, std::uint64_t, char* to, std::size_t most) {
  std::size_t count = 0;
  switch (static_cast<Sending*>(sending)->pipe->read(to, most, count)) {
    case Pipe::Read::data:
      return static_cast<ssize_t>(count);
    case Pipe::Read::parked:
      return 0;
    case Pipe::Read::end:
      return MHD_CONTENT_READER_END_OF_STREAM;
    default:
      return MHD_CONTENT_READER_END_WITH_ERROR;
  }
}

void end_stream(void* sending) {
  const std::unique_ptr<Sending> owned(static_cast<Sending*>(sending));
  owned->pipe->abandon();
}

void free_text(void* text) { delete static_cast<std::string*>(text); }

MHD_Response* made(MHD_Connection* connection, Response& response) {
  if (response.stream) {
    response.stream->on_idle([connection] { MHD_suspend_connection(connection); },
                             [connection] { MHD_resume_connection(connection); });
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 32 * 1024, read_stream,
                                             new Sending{response.stream}, end_stream);
  }
  auto* text = new std::string(std::move(response.body));
  return MHD_create_response_from_buffer_with_free_callback_cls(text->size(), text->data(),
                                                                free_text, text);
}

bool is_local(const std::string& address) {
  return address.starts_with("127.") || address == "::1" || address == "localhost";
}

// More connections than the usual 1024 files.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

Result<void> Daemon::listen() {
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  const bool six = options_.address.find(':') != std::string::npos;
  v4.sin_family = AF_INET;
  v6.sin6_family = AF_INET6;
  v4.sin_port = v6.sin6_port = htons(options_.port);
  const bool understood = six ? inet_pton(AF_INET6, options_.address.c_str(), &v6.sin6_addr) == 1
                              : inet_pton(AF_INET, options_.address.c_str(), &v4.sin_addr) == 1;
  if (!understood) {
    return fail(Code::invalid, "不是 IP 地址", options_.address, "例如 127.0.0.1、0.0.0.0 或 ::1");
  }
  raise_file_limit();
  const unsigned processors = std::max(2u, std::thread::hardware_concurrency());
  const unsigned threads =
      options_.threads > 0 ? static_cast<unsigned>(options_.threads) : processors;
  workers_ = std::make_unique<Workers>(processors);
  const sockaddr* address =
      six ? reinterpret_cast<sockaddr*>(&v6) : reinterpret_cast<sockaddr*>(&v4);
  daemon_ = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (six ? MHD_USE_IPv6 : 0),
      options_.port, nullptr, nullptr, on_visit, this,                                          //
      MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_THREAD_POOL_SIZE, threads,                      //
      MHD_OPTION_CONNECTION_LIMIT, kConnections, MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds,   //
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeadMemory, MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024u,   //
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, on_target, this,            //
      MHD_OPTION_NOTIFY_COMPLETED, on_done, this, MHD_OPTION_NOTIFY_CONNECTION, on_connection,  //
      this, MHD_OPTION_END);
  if (daemon_ == nullptr) {
    return fail(Code::io, fmt::format("不能在 {}:{} 上监听", options_.address, options_.port),
                std::strerror(errno), "端口可能已被占用，用 --port 换一个");
  }
  port_ = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port;
  tender_ = std::thread([this] { tend(); });
  return {};
}

void Daemon::tend() {
  auto next_beat = Connections::Time::now() + kBeat;
  std::unique_lock held(lock_);
  while (!news_.wait_for(held, std::chrono::seconds(1), [this] { return stopping_; })) {
    held.unlock();
    connections_.cut_slow_ones();
    if (Connections::Time::now() >= next_beat) {
      service_->jobs().beat();
      next_beat += kBeat;
    }
    held.lock();
  }
}

void Daemon::stop() {
  if (daemon_ == nullptr) return;
  const int listening = MHD_quiesce_daemon(daemon_);
  {
    const std::lock_guard held(lock_);
    stopping_ = true;
  }
  news_.notify_all();
  tender_.join();
  service_->jobs().stop();
  const auto deadline = Connections::Time::now() + kPatience;
  while (visits_ > 0 && Connections::Time::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  workers_.reset();  // what they hold is resumed before the daemon closes
  MHD_stop_daemon(daemon_);
  daemon_ = nullptr;
  if (listening != MHD_INVALID_SOCKET) close(listening);
}

void* Daemon::on_target(void* self, const char* target, MHD_Connection*) {
  ++static_cast<Daemon*>(self)->visits_;
  auto* visit = new Visit;
  set_target(visit->request, target);
  return visit;
}

void Daemon::on_done(void* self, MHD_Connection* connection, void** visit,
                     MHD_RequestTerminationCode) {
  enter(connection, Connections::Phase::head);
  if (*visit == nullptr) return;
  delete static_cast<Visit*>(*visit);
  *visit = nullptr;
  --static_cast<Daemon*>(self)->visits_;
}

void Daemon::on_connection(void* self, MHD_Connection* connection, void** context,
                           MHD_ConnectionNotificationCode what) {
  auto& connections = static_cast<Daemon*>(self)->connections_;
  if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
    connections.close(static_cast<Connections::Connection*>(*context));
    *context = nullptr;
    return;
  }
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  *context = connections.open(info->connect_fd);
}

MHD_Result Daemon::on_visit(void* self, MHD_Connection* connection, const char*, const char* method,
                            const char*, const char* data, std::size_t* size, void** visit) {
  auto* daemon = static_cast<Daemon*>(self);
  auto& now = *static_cast<Visit*>(*visit);
  if (now.response) return daemon->send(connection, std::move(*now.response));
  if (!now.admitted) return daemon->begin(now, connection, method);
  if (*size > 0) return daemon->take_body(now, connection, data, *size);
  return daemon->decide(now, connection);
}

MHD_Result Daemon::begin(Visit& visit, MHD_Connection* connection, const char* method) {
  visit.admitted = true;
  Request& request = visit.request;
  request.method = method_of(method);
  request.peer = peer_of(connection);
  MHD_get_connection_values(connection, MHD_HEADER_KIND, keep_header, &request);
  const auto length = request.headers.header("Content-Length");
  visit.admission =
      service_->admit(request, std::strtoull(std::string(length).c_str(), nullptr, 10));
  if (visit.admission.refusal) {
    enter(connection, Connections::Phase::answer);
    return send(connection, *visit.admission.refusal);
  }
  enter(connection, Connections::Phase::body);
  return MHD_YES;
}

// A body that goes over its limit is read on, so that the refusal reaches the client, but not kept.
MHD_Result Daemon::take_body(Visit& visit, MHD_Connection* connection, const char* data,
                             std::size_t& size) {
  if (auto* watch = watched(connection)) watch->bytes += size;
  if (visit.request.body.size() + size > visit.admission.most) {
    if (visit.too_large) return MHD_NO;
    visit.too_large = true;
  } else {
    visit.request.body.append(data, size);
  }
  size = 0;
  return MHD_YES;
}

MHD_Result Daemon::decide(Visit& visit, MHD_Connection* connection) {
  enter(connection, Connections::Phase::answer);
  if (visit.too_large) {
    return send(connection, service_->refused({"too_large", "请求过大"}, visit.request));
  }
  const Route* route = visit.admission.route;
  if (route == nullptr || route->pace == Pace::quick) {
    return send(connection, service_->answer(visit.admission, visit.request));
  }
  MHD_suspend_connection(connection);
  const bool posted = workers_->post([this, &visit, connection] {
    visit.response = service_->answer(visit.admission, visit.request);
    MHD_resume_connection(connection);
  });
  if (!posted) {
    visit.response = service_->refused({"busy", "服务器正忙", {}, "稍后再试"}, visit.request);
    visit.response->with("Retry-After", "5");
    MHD_resume_connection(connection);
  }
  return MHD_YES;
}

MHD_Result Daemon::send(MHD_Connection* connection, Response response) {
  MHD_Response* out = made(connection, response);
  if (out == nullptr) return MHD_NO;
  if (response.status != 204 && response.status != 304) {
    MHD_add_response_header(out, "Content-Type", response.type.c_str());
  }
  for (const auto& [key, value] : response.headers) {
    MHD_add_response_header(out, key.c_str(), value.c_str());
  }
  const MHD_Result sent =
      MHD_queue_response(connection, static_cast<unsigned>(response.status), out);
  MHD_destroy_response(out);
  return sent;
}

}  // namespace

Result<std::unique_ptr<Server>> start(const Options& options) {
  auto service = Service::open(options);
  if (!service) return tl::unexpected(std::move(service.error()));
  if (!(*service)->has_accounts() && !is_local(options.address)) {
    return fail(Code::conflict, "还没有帐号，只能在本机上监听", options.address,
                "先用 guanlan users add 名字 --role admin 建立帐号");
  }
  auto daemon = std::make_unique<Daemon>(std::move(*service), options);
  if (auto listening = daemon->listen(); !listening) {
    return tl::unexpected(std::move(listening.error()));
  }
  return daemon;
}

}  // namespace guanlan::serve
