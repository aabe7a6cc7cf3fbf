#include "compose/draft_client.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

namespace guanlan::compose {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostAnswer = 1 << 20;

struct Freed {
  void operator()(CURL* c) const { curl_easy_cleanup(c); }
  void operator()(curl_slist* l) const { curl_slist_free_all(l); }
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* to) {
  auto& out = *static_cast<std::string*>(to);
  if (out.size() + size * count > kMostAnswer) return 0;
  out.append(data, size * count);
  return size * count;
}

Result<std::string> text_of(const std::string& answer, const std::string& endpoint) {
  const Json body = Json::parse(answer, nullptr, false);
  const auto at = Json::json_pointer("/choices/0/message/content");
  if (body.is_object() && body.contains(at) && body[at].is_string()) return body[at].get<std::string>();
  return fail(Code::io, "起草端点的回答看不懂", endpoint, "端点应与 OpenAI 的 /v1/chat/completions 兼容");
}

std::unique_ptr<curl_slist, Freed> headers_of(const DraftOptions& options) {
  curl_slist* out = curl_slist_append(nullptr, "Content-Type: application/json");
  if (!options.key.empty()) out = curl_slist_append(out, ("Authorization: Bearer " + options.key).c_str());
  return std::unique_ptr<curl_slist, Freed>(out);
}

}  // namespace

Result<std::string> complete(const DraftOptions& options, std::string_view instructions, std::string_view material) {
  const std::string& endpoint = options.endpoint;
  if (endpoint.empty()) return fail(Code::invalid, "没有配置起草端点", {}, "设 GUANLAN_DRAFT_ENDPOINT，或用 --endpoint");
  if (!endpoint.starts_with("https://") && !endpoint.starts_with("http://")) {
    return fail(Code::invalid, "不是网址：" + endpoint, {}, "以 https:// 开头");
  }
  const Json question{{"model", options.model},
                      {"temperature", 0},
                      {"messages", {{{"role", "system"}, {"content", instructions}},
                                    {{"role", "user"}, {"content", material}}}}};
  const std::string body = question.dump(-1, ' ', false, Json::error_handler_t::replace);
  const std::string url = endpoint + (endpoint.ends_with('/') ? "" : "/") + "chat/completions";
  const std::unique_ptr<CURL, Freed> curl(curl_easy_init());
  if (!curl) return fail(Code::io, "起草端点连接不上", endpoint, "请检查内存");
  const auto headers = headers_of(options);
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(options.seconds));
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  if (const CURLcode done = curl_easy_perform(curl.get()); done != CURLE_OK) {
    return fail(Code::io, fmt::format("起草端点连接不上：{}", curl_easy_strerror(done)), endpoint, "检查地址与网络");
  }
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return fail(Code::io, fmt::format("起草端点回答了 {}", status), endpoint, "检查模型名与密钥");
  return text_of(answer, endpoint);
}

}  // namespace guanlan::compose
