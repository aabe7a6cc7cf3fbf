// What a webhook is sent: our own JSON, signed, or the form that a bot of 企业微信, 飞书, 钉钉
// takes.
#pragma once

#include <string>
#include <vector>

#include "guanlan/delivery.h"

namespace guanlan::alerting {

struct WebMessage {
  std::string url, body;
  HeaderList headers;
};
// `seconds`: the time of sending, Unix.
[[nodiscard]] WebMessage web_message(const Channel& channel, const std::vector<Alert>& alerts,
                                     std::int64_t seconds);

// Whether the other side took it: bots say no with status 200 and a code in the body.
[[nodiscard]] Result<void> accepted(BotFormat format, const HttpAnswer& answer);

// HMAC-SHA-256 in bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view text);

}  // namespace guanlan::alerting
