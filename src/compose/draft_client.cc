#include "compose/draft_client.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "guanlan/delivery.h"

namespace guanlan::compose {
namespace {

using Json = nlohmann::ordered_json;

Result<std::string> text_of(const std::string& answer, const std::string& endpoint) {
  const Json body = Json::parse(answer, nullptr, false);
  const auto at = Json::json_pointer("/choices/0/message/content");
  if (body.is_object() && body.contains(at) && body[at].is_string())
    return body[at].get<std::string>();
  return fail(Code::io, "起草端点的回答看不懂", endpoint,
              "端点应与 OpenAI 的 /v1/chat/completions 兼容");
}

HeaderList headers_of(const DraftOptions& options) {
  HeaderList out{{"Content-Type", "application/json"}};
  if (!options.key.empty()) out.emplace_back("Authorization", "Bearer " + options.key);
  return out;
}

}  // namespace

Result<std::string> complete(const DraftOptions& options, std::string_view instructions,
                             std::string_view material) {
  const std::string& endpoint = options.endpoint;
  if (endpoint.empty())
    return fail(Code::invalid, "没有配置起草端点", {},
                "设 GUANLAN_DRAFT_ENDPOINT，或用 --endpoint");
  if (!endpoint.starts_with("https://") && !endpoint.starts_with("http://")) {
    return fail(Code::invalid, "不是网址：" + endpoint, {}, "以 https:// 开头");
  }
  const Json question{{"model", options.model},
                      {"temperature", 0},
                      {"messages",
                       {{{"role", "system"}, {"content", instructions}},
                        {{"role", "user"}, {"content", material}}}}};
  const std::string body = question.dump(-1, ' ', false, Json::error_handler_t::replace);
  const std::string url = endpoint + (endpoint.ends_with('/') ? "" : "/") + "chat/completions";
  const auto answer = curl_transport(options.seconds)->post(url, headers_of(options), body);
  if (!answer) {
    const std::string& why = answer.error().message;
    const auto colon = why.find("：");  // what of: said here
    return fail(Code::io,
                fmt::format("起草端点连接不上：{}",
                            colon == std::string::npos ? why : why.substr(colon + 3)),
                endpoint, "检查地址与网络");
  }
  if (answer->status != 200) {
    return fail(Code::io, fmt::format("起草端点回答了 {}", answer->status), endpoint,
                "检查模型名与密钥");
  }
  return text_of(answer->body, endpoint);
}

}  // namespace guanlan::compose
