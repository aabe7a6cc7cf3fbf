// HTTP as plain values: what a handler takes and gives. Nothing here knows a socket, so that the
// whole server is tested in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan::serve {

class Pipe;

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };
[[nodiscard]] Method method_of(std::string_view name);
[[nodiscard]] std::string_view name(Method method);  // "GET" …
// GET and HEAD change nothing.
[[nodiscard]] bool is_safe(Method method);

// Names and values in the order given. Header names compare without case, parameters with.
class Fields {
 public:
  void add(std::string name, std::string value) {
    all_.emplace_back(std::move(name), std::move(value));
  }
  [[nodiscard]] std::string_view header(std::string_view name) const;     // empty: none
  [[nodiscard]] std::string_view parameter(std::string_view name) const;  // empty: none
  [[nodiscard]] std::size_t count(std::string_view header) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

struct Request {
  Method method = Method::get;
  std::string path;  // decoded and UTF-8; begins with '/'
  Fields query;      // decoded
  Fields headers;
  std::string body;
  std::string peer;  // address of the client
  bool bad = false;  // the target is not UTF-8, or its escapes are broken

  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

// Sets path, query and bad from a request target: /api/v1/items?q=%E5%BC%80
void set_target(Request& request, std::string_view target);

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::shared_ptr<Pipe> stream = {};  // in place of body
  std::string etag = {};              // with quotes; empty: made of the body

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

// %41%E5… and, in queries, '+' for a blank. Nothing where an escape is broken.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank);
[[nodiscard]] std::string percent_encoded(std::string_view text);  // all but unreserved characters
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);  // ASCII case folded

}  // namespace guanlan::serve
