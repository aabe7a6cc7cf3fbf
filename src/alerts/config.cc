#include <fmt/format.h>

#include <algorithm>

#include "check/yaml.h"
#include "compose/atomic_file.h"
#include "guanlan/delivery.h"

namespace guanlan {
namespace {

using check_yaml::Map;

constexpr std::string_view kChannelKinds[] = {"file", "feed", "email", "webhook"};

template <class Enum, std::size_t N>
Enum among(const std::string& word, const std::string_view (&words)[N]) {
  const auto* const it = std::find(std::begin(words), std::end(words), word);
  return it == std::end(words) ? Enum{} : static_cast<Enum>(it - std::begin(words));
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
    text.pop_back();
  return text;
}

class ChannelReader {
 public:
  ChannelReader(const YAML::Node& node, std::string_view path, const Variable& variable)
      : map_(node, path,
             {"name", "kind", "digest", "queries", "path", "url", "url_file", "url_env",
              "secret_file", "secret_env", "user", "from", "to", "plain", "format"}),
        variable_(variable) {}

  Result<Channel> read() {
    Channel out;
    const std::string kind = map_.choice("kind", {"file", "feed", "email", "webhook"});
    if (kind.empty()) map_.complain("渠道缺少 kind", {}, "可用：file、feed、email、webhook");
    out.kind = among<ChannelKind>(kind, kChannelKinds);
    constexpr std::string_view kPeriods[] = {"", "day", "week", "month"};
    out.period = among<Period>(map_.choice("digest", {"day", "week", "month"}), kPeriods);
    constexpr std::string_view kFormats[] = {"json", "wecom", "feishu", "dingtalk"};
    out.format =
        among<BotFormat>(map_.choice("format", {"json", "wecom", "feishu", "dingtalk"}), kFormats);
    out.queries = map_.list("queries");
    out.path = map_.text("path");
    out.url = map_.text("url").empty() ? secret("url_file", "url_env") : map_.text("url");
    out.secret = secret("secret_file", "secret_env");
    out.user = map_.text("user");
    out.from = map_.text("from");
    out.to = map_.list("to");
    out.plain = map_.choice("plain", {"true", "false"}) == "true";
    out.name = map_.text("name");
    check(out);
    if (!map_.ok()) return tl::unexpected(map_.error());
    if (failed_) return tl::unexpected(*failed_);
    return out;
  }

 private:
  // From a file or the environment; what is named must be there.
  std::string secret(const char* file_key, const char* variable_key) {
    if (const std::string file = map_.text(file_key); !file.empty()) {
      auto text = compose::read_whole(file);
      if (!text && !failed_) failed_ = text.error();
      return text ? trimmed(std::move(*text)) : std::string();
    }
    const std::string name = map_.text(variable_key);
    if (name.empty()) return {};
    std::string value = variable_(name);
    if (value.empty() && !failed_)
      failed_ =
          Error{Code::invalid, fmt::format("环境变量 {} 未设置", name), {}, "先设置它，或改用文件"};
    return value;
  }

  void check(Channel& out) {
    const bool local = out.kind == ChannelKind::file || out.kind == ChannelKind::feed;
    if (local && out.path.empty()) map_.complain("渠道缺少 path", {});
    if (!local && out.url.empty()) map_.complain("渠道缺少 url（或 url_file、url_env）", {});
    const bool web = out.url.starts_with("https://") || out.url.starts_with("http://");
    const bool mail = out.url.starts_with("smtps://") || out.url.starts_with("smtp://");
    if (out.kind == ChannelKind::webhook && !out.url.empty() && !web)
      map_.complain("url 应以 https:// 开头", {});
    if (out.kind == ChannelKind::email && !out.url.empty() && !mail)
      map_.complain("url 应以 smtps:// 或 smtp:// 开头", {});
    if (out.kind == ChannelKind::email && (out.from.empty() || out.to.empty()))
      map_.complain("电子邮件缺少 from 或 to", {});
    for (const std::string* text : {&out.from, &out.user}) {
      if (text->find_first_of("\r\n") != text->npos) map_.complain("地址里不能有换行", {});
    }
    if (out.name.empty())
      out.name = std::string(kChannelKinds[static_cast<std::size_t>(out.kind)]) + ":" +
                 (local ? out.path : out.from);
  }

  Map map_;
  const Variable& variable_;
  std::optional<Error> failed_;
};

}  // namespace

Result<DeliveryConfig> read_delivery(std::string_view yaml, std::string_view path,
                                     const Variable& variable) {
  const auto root = check_yaml::load(yaml, path);
  if (!root) return tl::unexpected(root.error());
  Map map(*root, path, {"due_days", "channels"});
  DeliveryConfig out;
  if (const YAML::Node days = map.node("due_days")) {
    out.rules.due_days.clear();
    for (const std::string& day : map.list("due_days")) {
      constexpr std::size_t kDigits = 3;
      const bool number =
          !day.empty() && day.size() <= kDigits && day.find_first_not_of("0123456789") == day.npos;
      if (number)
        out.rules.due_days.push_back(std::stoi(day));
      else
        map.complain("due_days 应是天数", days);
    }
  }
  if (!map.ok()) return tl::unexpected(map.error());
  const YAML::Node channels = map.node("channels");
  if (channels && !channels.IsSequence())
    return fail(Code::invalid, "channels 应是列表", std::string(path));
  for (std::size_t i = 0; channels && i < channels.size(); ++i) {
    auto channel = ChannelReader(channels[i], path, variable).read();
    if (!channel) return tl::unexpected(std::move(channel.error()));
    const bool known = std::any_of(out.channels.begin(), out.channels.end(),
                                   [&](const Channel& c) { return c.name == channel->name; });
    if (known)
      return fail(Code::invalid, fmt::format("两个渠道同名：{}", channel->name), std::string(path),
                  "用 name 区分");
    out.channels.push_back(std::move(*channel));
  }
  return out;
}

}  // namespace guanlan
