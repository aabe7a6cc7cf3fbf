#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "alerts/bots.h"
#include "alerts/feed.h"
#include "alerts/mail.h"
#include "compose/atomic_file.h"
#include "guanlan/delivery.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

// One line of JSON an alert, appended in one write and kept.
Result<void> append(const std::string& path, const std::vector<Alert>& alerts) {
  std::string lines;
  for (const Alert& a : alerts) {
    const Json line{{"id", a.id},        {"query", a.name}, {"kind", name(a.kind)},
                    {"days", a.days},    {"time", a.time},  {"item", a.item},
                    {"title", a.title},  {"text", a.text},  {"begin", a.place.begin},
                    {"end", a.place.end}};
    lines += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  const int fd = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  const bool written =
      fd >= 0 && ::write(fd, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) &&
      ::fsync(fd) == 0;
  const int reason = errno;
  if (fd >= 0) ::close(fd);
  if (written) return {};
  return fail(Code::io, std::string("写不进去：") + std::strerror(reason), path,
              "请检查磁盘空间和写入权限");
}

// The last alerts, newest first; the whole file is written anew.
Result<void> write_feed(const Channel& channel, const std::vector<Alert>& all) {
  constexpr std::size_t kMost = 100;
  std::vector<alerting::Entry> entries;
  for (auto it = all.rbegin(); it != all.rend() && entries.size() < kMost; ++it) {
    entries.push_back(
        {fmt::format("urn:guanlan:alert:{}", it->id), alert_text({*it}), it->time, it->text, {}});
    entries.back().title = fmt::format("【{}】{}", it->name, it->title);
  }
  return compose::write_whole(
      channel.path, alerting::atom("urn:guanlan:alerts:" + channel.name, "观澜提醒", entries, {}));
}

std::string delivery_id(const Channel& channel, const std::vector<Alert>& alerts) {
  std::string name;
  for (const char c : channel.name)
    name += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? c : '-';
  return fmt::format("{}-{}.{}", alerts.front().id, alerts.back().id, name);
}

Result<void> send_once(const Channel& channel, const std::vector<Alert>& alerts,
                       Transport& transport, std::chrono::sys_seconds now) {
  if (channel.kind == ChannelKind::email)
    return transport.mail(channel,
                          alerting::mail_message(channel, alert_subject(alerts), alert_text(alerts),
                                                 delivery_id(channel, alerts), iso8601(now)));
  const auto message = alerting::web_message(channel, alerts, now.time_since_epoch().count());
  const auto answer = transport.post(message.url, message.headers, message.body);
  if (!answer) return tl::unexpected(answer.error());
  return alerting::accepted(channel.format, *answer);
}

// Three tries, further and further apart.
Result<void> send(const Channel& channel, const std::vector<Alert>& alerts, Transport& transport,
                  std::chrono::sys_seconds now) {
  constexpr int kWaits[] = {1, 4};
  Result<void> done = send_once(channel, alerts, transport, now);
  for (const int seconds : kWaits) {
    if (done) break;
    transport.wait(seconds);
    done = send_once(channel, alerts, transport, now);
  }
  return done;
}

// What a channel is to tell now: those of its queries; of a digest those of periods that are over.
std::vector<Alert> due_for(const Channel& channel, std::vector<Alert> all, const std::string& now) {
  const std::string current = period_of(now, channel.period);
  std::erase_if(all, [&](const Alert& alert) {
    const bool mine = channel.queries.empty() ||
                      std::find(channel.queries.begin(), channel.queries.end(), alert.name) !=
                          channel.queries.end();
    const bool open =
        channel.period != Period::at_once && period_of(alert.time, channel.period) == current;
    return !mine || open;
  });
  return all;
}

Result<int> serve_channel(Alerts& alerts, const Channel& channel, std::int64_t last,
                          Transport& transport, const Clock& clock) {
  const auto all = alerts.told(last);
  if (!all) return tl::unexpected(all.error());
  const auto now = clock();
  const std::vector<Alert> mine = due_for(channel, *all, iso8601(now));
  if (mine.empty()) return 0;
  Result<void> done;
  if (channel.kind == ChannelKind::file) {
    done = append(channel.path, mine);
  } else if (channel.kind == ChannelKind::feed) {
    const auto history = alerts.told(0);
    done = history ? write_feed(channel, due_for(channel, *history, iso8601(now)))
                   : tl::unexpected(history.error());
  } else {
    done = send(channel, mine, transport, now);
  }
  if (!done) return tl::unexpected(std::move(done.error()));
  if (auto kept = alerts.set_delivered(channel.name, mine.back().id); !kept)
    return tl::unexpected(kept.error());
  return static_cast<int>(mine.size());
}

}  // namespace

Result<Delivered> run_alerts(Alerts& alerts, const DeliveryConfig& config, Transport& transport,
                             const Clock& clock) {
  std::vector<std::int64_t> reached;  // before looking: a new channel begins with what comes now
  for (const Channel& channel : config.channels) {
    const auto last = alerts.delivered(channel.name);
    if (!last) return tl::unexpected(last.error());
    reached.push_back(*last);
  }
  auto found = alerts.look(config.rules);
  if (!found) return tl::unexpected(std::move(found.error()));
  Delivered out;
  out.found = std::move(*found);
  for (std::size_t i = 0; i < config.channels.size(); ++i) {
    const Channel& channel = config.channels[i];
    auto sent = serve_channel(alerts, channel, reached[i], transport, clock);
    if (!sent)
      out.failed.emplace_back(channel.name, std::move(sent.error()));
    else if (*sent > 0)
      out.sent.emplace_back(channel.name, *sent);
  }
  return out;
}

}  // namespace guanlan
