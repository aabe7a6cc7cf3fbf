// serve: the store over HTTP – REST, agents (MCP) and the web pages, for one house.
//
// start() listens and returns; requests are answered in threads of its own until stop(), which
// finishes those that run. Without accounts in the database everybody who can connect may do
// everything, so it then refuses to listen on anything but the local machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/draft.h"
#include "guanlan/result.h"

namespace guanlan::serve {

struct Options {
  std::filesystem::path database;
  std::string address = "127.0.0.1";    // an IP address; 0.0.0.0 or :: for all
  std::uint16_t port = 8080;            // 0: any free one
  std::vector<std::string> hosts = {};  // further names under which browsers reach it
  std::filesystem::path web = {};       // a folder of pages in place of the built-in ones
  std::filesystem::path issues = {};    // of working issues; empty: issues/ beside the database
  std::vector<std::filesystem::path> templates = {};  // before the built-in house styles
  compose::DraftOptions drafts = {};  // without an endpoint nobody can have anything drafted
  int threads = 0;                    // 0: one a processor, at least two
  Clock clock = system_clock();
  // The library's messages for readers of English; none: they stay Chinese.
  std::function<std::string(std::string_view message)> english = {};
};

class Server {
 public:
  virtual ~Server() = default;
  [[nodiscard]] virtual std::uint16_t port() const = 0;
  // Opens the database anew and reads the pages again; running requests keep what they have.
  virtual void reload() = 0;
  // Takes no more connections, finishes what runs (for at most 10 s), closes.
  virtual void stop() = 0;
};

// Errors: io (the port is taken, not permitted), conflict (no accounts, but not a local address),
// and those of opening the database.
[[nodiscard]] Result<std::unique_ptr<Server>> start(const Options& options);

}  // namespace guanlan::serve
