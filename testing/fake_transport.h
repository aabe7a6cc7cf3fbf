// A way out that leads nowhere: it remembers what was sent and answers as it is told.
#pragma once

#include <string>
#include <vector>

#include "guanlan/delivery.h"

namespace guanlan::testing {

class FakeTransport final : public Transport {
 public:
  struct Post {
    std::string url;
    HeaderList headers;
    std::string body;
  };
  std::vector<Post> posts;
  std::vector<std::string> mails;
  std::vector<int> waits;
  std::vector<HttpAnswer> answers;  // the next ones, the first first; then 200

  Result<HttpAnswer> post(const std::string& url, const HeaderList& headers,
                          const std::string& body) override {
    posts.push_back({url, headers, body});
    if (answers.empty()) return HttpAnswer{200, "{\"errcode\":0}"};
    const HttpAnswer answer = answers.front();
    answers.erase(answers.begin());
    return answer;
  }
  Result<void> mail(const Channel&, const std::string& message) override {
    mails.push_back(message);
    return {};
  }
  void wait(int seconds) override { waits.push_back(seconds); }
};

}  // namespace guanlan::testing
