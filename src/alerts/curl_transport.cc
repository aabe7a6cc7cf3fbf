// The way out: libcurl.
#include <curl/curl.h>

#include <cstring>
#include <thread>

#include "guanlan/delivery.h"

namespace guanlan {
namespace {

constexpr long kConnectSeconds = 10;
constexpr std::size_t kMostAnswer = 1 << 20;

struct Easy {
  CURL* handle = curl_easy_init();
  curl_slist* list = nullptr;
  Easy() = default;
  Easy(const Easy&) = delete;
  Easy& operator=(const Easy&) = delete;
  ~Easy() {
    curl_slist_free_all(list);
    curl_easy_cleanup(handle);
  }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& text = *static_cast<std::string*>(into);
  if (text.size() + size * count > kMostAnswer) return 0;
  text.append(bytes, size * count);
  return size * count;
}

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& rest = *static_cast<std::string_view*>(from);
  const std::size_t n = std::min(size * count, rest.size());
  std::memcpy(into, rest.data(), n);
  rest.remove_prefix(n);
  return n;
}

// The address may hold a key: it is not in the message.
Result<void> perform(Easy& easy, const char* protocols, int seconds) {
  curl_easy_setopt(easy.handle, CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(easy.handle, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(easy.handle, CURLOPT_TIMEOUT, static_cast<long>(seconds));
  curl_easy_setopt(easy.handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.handle, CURLOPT_NETRC, CURL_NETRC_IGNORED);
  const CURLcode code = curl_easy_perform(easy.handle);
  if (code == CURLE_OK) return {};
  return fail(Code::io, std::string("发不出去：") + curl_easy_strerror(code), {},
              "请检查网络、地址和口令；未送达的下次再送");
}

class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(int seconds) : seconds_(seconds) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)ready;
  }

  Result<HttpAnswer> post(const std::string& url, const HeaderList& headers,
                          const std::string& body) override {
    Easy easy;
    HttpAnswer out;
    for (const auto& [name, value] : headers) easy.add(name + ": " + value);
    curl_easy_setopt(easy.handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy.handle, CURLOPT_HTTPHEADER, easy.list);
    curl_easy_setopt(easy.handle, CURLOPT_USERAGENT, "guanlan");
    curl_easy_setopt(easy.handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(easy.handle, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(easy.handle, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy.handle, CURLOPT_WRITEDATA, &out.body);
    if (auto done = perform(easy, "http,https", seconds_); !done)
      return tl::unexpected(std::move(done.error()));
    long status = 0;
    curl_easy_getinfo(easy.handle, CURLINFO_RESPONSE_CODE, &status);
    out.status = static_cast<int>(status);
    return out;
  }

  Result<void> mail(const Channel& channel, const std::string& message) override {
    Easy easy;
    std::string_view rest = message;
    for (const std::string& one : channel.to) easy.add("<" + one + ">");
    curl_easy_setopt(easy.handle, CURLOPT_URL, channel.url.c_str());
    curl_easy_setopt(easy.handle, CURLOPT_USE_SSL,
                     channel.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL);
    curl_easy_setopt(easy.handle, CURLOPT_MAIL_FROM, ("<" + channel.from + ">").c_str());
    curl_easy_setopt(easy.handle, CURLOPT_MAIL_RCPT, easy.list);
    if (!channel.user.empty()) {
      curl_easy_setopt(easy.handle, CURLOPT_USERNAME, channel.user.c_str());
      curl_easy_setopt(easy.handle, CURLOPT_PASSWORD, channel.secret.c_str());
    }
    curl_easy_setopt(easy.handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy.handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(easy.handle, CURLOPT_READDATA, &rest);
    return perform(easy, "smtp,smtps", seconds_);
  }

  void wait(int seconds) override { std::this_thread::sleep_for(std::chrono::seconds(seconds)); }

 private:
  int seconds_;
};

}  // namespace

std::unique_ptr<Transport> curl_transport(int seconds) {
  return std::make_unique<CurlTransport>(seconds);
}

}  // namespace guanlan
