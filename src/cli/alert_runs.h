// Alerts looked for and delivered now and then, beside the server.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "cli/command.h"
#include "guanlan/delivery.h"

namespace guanlan::cli {

// The channels: --config (or the option named), or $XDG_CONFIG_HOME/guanlan/alerts.yaml where it is
// there, or none.
[[nodiscard]] Result<DeliveryConfig> delivery_config(const Call& call, std::string_view option);

// A thread that runs them at once and then every so often, until it is destroyed; what cannot be
// delivered is told on stderr and tried again at the next run.
class AlertRuns {
 public:
  AlertRuns(const Call& call, std::filesystem::path database, DeliveryConfig config,
            std::chrono::minutes every);
  ~AlertRuns();
  AlertRuns(const AlertRuns&) = delete;
  AlertRuns& operator=(const AlertRuns&) = delete;

 private:
  class Interruptible;
  void work(std::chrono::minutes every);
  void run_once();
  // Whether it is to stop by then.
  bool stopped_within(std::chrono::seconds time);

  const Call& call_;
  std::filesystem::path database_;
  DeliveryConfig config_;
  std::mutex lock_;
  std::condition_variable news_;
  bool stopping_ = false;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace guanlan::cli
