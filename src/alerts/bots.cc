#include "alerts/bots.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <nlohmann/json.hpp>

#include "compose/base64.h"

namespace guanlan::alerting {
namespace {

using Json = nlohmann::ordered_json;
using compose::base64;

// Texts of documents may hold anything; a cut one ends between characters.
std::string limited(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most) + "…";
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json alert_json(const Alert& a) {
  return {{"id", a.id},        {"query", a.name}, {"kind", name(a.kind)},
          {"days", a.days},    {"time", a.time},  {"item", a.item},
          {"title", a.title},  {"text", a.text},  {"begin", a.place.begin},
          {"end", a.place.end}};
}

// Signed like this: X-Guanlan-Signature is hex(HMAC-SHA-256(secret, timestamp + "." + body)).
void own_form(WebMessage& out, const Channel& channel, const std::vector<Alert>& alerts,
              std::int64_t seconds) {
  Json list = Json::array();
  for (const Alert& alert : alerts) list.push_back(alert_json(alert));
  out.body = dumped({{"subject", alert_subject(alerts)}, {"alerts", std::move(list)}});
  out.headers.emplace_back("X-Guanlan-Delivery",
                           fmt::format("{}-{}", alerts.front().id, alerts.back().id));
  const std::string time = std::to_string(seconds);
  out.headers.emplace_back("X-Guanlan-Timestamp", time);
  if (!channel.secret.empty())
    out.headers.emplace_back("X-Guanlan-Signature",
                             "sha256=" + hex(hmac_sha256(channel.secret, time + "." + out.body)));
}

// open.feishu.cn, custom bots: the key of the signature is timestamp, line end, secret; its text
// empty.
void feishu_form(WebMessage& out, const Channel& channel, const std::string& text,
                 std::int64_t seconds) {
  Json body = Json::object();
  if (!channel.secret.empty()) {
    const std::string time = std::to_string(seconds);
    body["timestamp"] = time;
    body["sign"] = base64(hmac_sha256(time + "\n" + channel.secret, ""));
  }
  body["msg_type"] = "text";
  body["content"] = {{"text", text}};
  out.body = dumped(body);
}

// open.dingtalk.com, custom bots: timestamp in milliseconds and signature go into the address.
void dingtalk_form(WebMessage& out, const Channel& channel, const std::string& subject,
                   const std::string& text, std::int64_t seconds) {
  out.body = dumped({{"msgtype", "markdown"}, {"markdown", {{"title", subject}, {"text", text}}}});
  if (channel.secret.empty()) return;
  const std::string time = std::to_string(seconds * 1000);
  const std::string sign = base64(hmac_sha256(channel.secret, time + "\n" + channel.secret));
  out.url += (out.url.find('?') == std::string::npos ? '?' : '&');
  out.url += "timestamp=" + time + "&sign=" + escaped(sign);
}

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &size);
  return {reinterpret_cast<const char*>(digest), size};
}

WebMessage web_message(const Channel& channel, const std::vector<Alert>& alerts,
                       std::int64_t seconds) {
  constexpr std::size_t kWecom = 4000, kOther = 18'000;  // bytes: what the bots take at most
  WebMessage out{channel.url, {}, {{"Content-Type", "application/json; charset=utf-8"}}};
  const std::string subject = alert_subject(alerts);
  const std::string text = subject + "\n" + alert_text(alerts);
  switch (channel.format) {
    case BotFormat::wecom:
      out.body =
          dumped({{"msgtype", "markdown"}, {"markdown", {{"content", limited(text, kWecom)}}}});
      break;
    case BotFormat::feishu:
      feishu_form(out, channel, limited(text, kOther), seconds);
      break;
    case BotFormat::dingtalk:
      dingtalk_form(out, channel, subject, limited(text, kOther), seconds);
      break;
    default:
      own_form(out, channel, alerts, seconds);
  }
  return out;
}

Result<void> accepted(BotFormat format, const HttpAnswer& answer) {
  if (answer.status < 200 || answer.status >= 300)
    return fail(Code::io, fmt::format("对方回答 HTTP {}", answer.status));
  if (format == BotFormat::json) return {};
  const Json body = Json::parse(answer.body, nullptr, false);
  for (const char* key : {"errcode", "code", "StatusCode"}) {
    if (!body.is_object() || !body.contains(key) || !body[key].is_number_integer()) continue;
    const auto code = body[key].get<std::int64_t>();
    if (code != 0) return fail(Code::io, fmt::format("机器人拒收，代码 {}", code));
    return {};
  }
  return fail(Code::io, "机器人的回答看不懂");
}

}  // namespace guanlan::alerting
