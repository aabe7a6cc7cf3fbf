// delivery: alerts to a file, an Atom feed, an e-mail, a webhook.
//
// Channels stand in a YAML file (docs/tracking.md); without one nothing leaves the machine. A
// secret is named there by a file or an environment variable, never written in it and never given
// on a command line. A channel that fails keeps what it has not delivered for the next time; the
// others go on. Nothing is sent where there is nothing to tell.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guanlan/alerts.h"

namespace guanlan {

enum class ChannelKind : std::uint8_t { file, feed, email, webhook };
enum class BotFormat : std::uint8_t { json, wecom, feishu, dingtalk };
enum class Period : std::uint8_t { at_once, day, week, month };

struct Channel {
  std::string name;  // how it is remembered: a new name begins anew
  ChannelKind kind{};
  Period period = Period::at_once;   // a digest tells whole days, weeks, months, once they are over
  std::vector<std::string> queries;  // names; empty: all
  std::string path;                  // file, feed
  std::string url;                   // webhook; smtp://… or smtps://… of an e-mail
  std::string secret;                // of the signature, of the mailbox
  std::string user, from;            // e-mail
  std::vector<std::string> to;
  bool plain = false;  // e-mail without TLS: only to this machine
  BotFormat format = BotFormat::json;
};

struct DeliveryConfig {
  AlertRules rules;
  std::vector<Channel> channels;
};

// `variable`: the environment. invalid: names the line and what would be legal; errors of reading a
// secret's file.
using Variable = std::function<std::string(const std::string& name)>;
[[nodiscard]] Result<DeliveryConfig> read_delivery(std::string_view yaml, std::string_view path,
                                                   const Variable& variable);

// What goes out, behind one seam.
struct HttpAnswer {
  int status = 0;
  std::string body;
};
using HeaderList = std::vector<std::pair<std::string, std::string>>;
class Transport {
 public:
  virtual ~Transport() = default;
  [[nodiscard]] virtual Result<HttpAnswer> post(const std::string& url, const HeaderList& headers,
                                                const std::string& body) = 0;
  // `message`: headers and body as RFC 5322 has them.
  [[nodiscard]] virtual Result<void> mail(const Channel& channel, const std::string& message) = 0;
  virtual void wait(int seconds) = 0;  // between two tries
};
// libcurl: 10 s to connect, `seconds` in all; certificates are checked, redirections are not
// followed, an answer over 1 MB is an error.
[[nodiscard]] std::unique_ptr<Transport> curl_transport(int seconds = 30);

struct Delivered {
  std::vector<Alert> found;                           // new since the last run
  std::vector<std::pair<std::string, int>> sent;      // channel, alerts
  std::vector<std::pair<std::string, Error>> failed;  // channel, why
};
// Looks, and tells every channel what it has not told yet.
[[nodiscard]] Result<Delivered> run_alerts(Alerts& alerts, const DeliveryConfig& config,
                                           Transport& transport, const Clock& clock);

// Alerts as a text of lines, for mails, bots and the terminal.
[[nodiscard]] std::string alert_text(const std::vector<Alert>& alerts);
[[nodiscard]] std::string alert_subject(const std::vector<Alert>& alerts);
// The period that holds a time (ISO 8601, UTC) by the calendar of China: 2024-05-01, 2024-W18,
// 2024-05.
[[nodiscard]] std::string period_of(std::string_view time, Period period);

}  // namespace guanlan
