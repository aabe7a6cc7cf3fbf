#include "cli/alert_runs.h"

#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "compose/atomic_file.h"

namespace guanlan::cli {

Result<DeliveryConfig> delivery_config(const Call& call, std::string_view option) {
  const auto variable = [&](const std::string& name) {
    return call.env.variable(name.c_str()).value_or("");
  };
  std::string file = call.args.value(option);
  if (file.empty()) {
    const std::string home = variable("XDG_CONFIG_HOME");
    file = (home.empty() ? variable("HOME") + "/.config" : home) + "/guanlan/alerts.yaml";
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return DeliveryConfig{};
  }
  const auto text = compose::read_whole(file);
  if (!text) return tl::unexpected(text.error());
  return read_delivery(*text, file, variable);
}

// The way out, given up when the server stops: what is not sent waits for the next run.
class AlertRuns::Interruptible final : public Transport {
 public:
  explicit Interruptible(AlertRuns& runs) : runs_(runs), way_(curl_transport()) {}
  Result<HttpAnswer> post(const std::string& url, const HeaderList& headers,
                          const std::string& body) override {
    if (runs_.stopped_within({})) return stopped();
    return way_->post(url, headers, body);
  }
  Result<void> mail(const Channel& channel, const std::string& message) override {
    if (runs_.stopped_within({})) return stopped();
    return way_->mail(channel, message);
  }
  void wait(int seconds) override { (void)runs_.stopped_within(std::chrono::seconds(seconds)); }

 private:
  static tl::unexpected<Error> stopped() { return fail(Code::io, "服务器正在停止"); }

  AlertRuns& runs_;
  std::unique_ptr<Transport> way_;
};

AlertRuns::AlertRuns(const Call& call, std::filesystem::path database, DeliveryConfig config,
                     std::chrono::minutes every)
    : call_(call),
      database_(std::move(database)),
      config_(std::move(config)),
      thread_([this, every] { work(every); }) {}

AlertRuns::~AlertRuns() {
  {
    const std::lock_guard held(lock_);
    stopping_ = true;
  }
  news_.notify_all();
  thread_.join();
}

bool AlertRuns::stopped_within(std::chrono::seconds time) {
  std::unique_lock held(lock_);
  return news_.wait_for(held, time, [&] { return stopping_; });
}

void AlertRuns::work(std::chrono::minutes every) {
  do {
    run_once();
  } while (!stopped_within(every));
}

void AlertRuns::run_once() {
  const auto alerts = Alerts::open(database_, call_.env.clock);
  if (!alerts) return complain(call_, alerts.error());
  Interruptible transport(*this);
  const auto done = run_alerts(**alerts, config_, transport, call_.env.clock);
  if (!done) return complain(call_, done.error());
  for (const auto& [channel, error] : done->failed) {
    Error named = error;
    named.place = channel + (error.place.empty() ? "" : " " + error.place);
    complain(call_, named);
  }
}

}  // namespace guanlan::cli
