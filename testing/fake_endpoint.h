// An OpenAI-compatible endpoint on this machine that says what a test wants it to say.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>
#include <thread>

namespace guanlan::testing {

class FakeEndpoint {
 public:
  // Answers one request after the other with `status` and, for 200, the completion `says`; with any
  // other body where `raw` is given.
  explicit FakeEndpoint(std::string says, int status = 200, std::string raw = {}) {
    const nlohmann::json body{
        {"choices", {{{"message", {{"role", "assistant"}, {"content", says}}}}}}};
    const std::string text = raw.empty() ? body.dump() : raw;
    answer_ = "HTTP/1.1 " + std::to_string(status) +
              " X\r\nContent-Type: application/json\r\nConnection: close\r\n" +
              "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&where), sizeof where);
    ::listen(listener_, 4);
    socklen_t size = sizeof where;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size);
    port_ = ntohs(where.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~FakeEndpoint() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  FakeEndpoint(const FakeEndpoint&) = delete;
  FakeEndpoint& operator=(const FakeEndpoint&) = delete;

  [[nodiscard]] std::string address() const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/v1";
  }
  [[nodiscard]] const std::string& asked() const {
    return asked_;
  }  // the last request; after the call has returned

 private:
  void serve() {
    for (int client = 0; (client = ::accept(listener_, nullptr, nullptr)) >= 0; ::close(client)) {
      std::string request;
      char buffer[4096];
      std::size_t wanted = SIZE_MAX;
      while (request.size() < wanted) {
        const ssize_t n = ::recv(client, buffer, sizeof buffer, 0);
        if (n <= 0) break;
        request.append(buffer, static_cast<std::size_t>(n));
        const auto head = request.find("\r\n\r\n");
        const auto length = request.find("Content-Length: ");
        if (head != std::string::npos && length != std::string::npos) {
          wanted = head + 4 + std::stoul(request.substr(length + 16));
        }
      }
      asked_ = request;
      ::send(client, answer_.data(), answer_.size(), MSG_NOSIGNAL);
    }
  }

  int listener_ = -1;
  int port_ = 0;
  std::string answer_, asked_;
  std::thread thread_;
};

}  // namespace guanlan::testing
