// JSON written straight into a string: no tree in between, so that printing never caps the
// pipeline.
//
// Commas are placed by the writer; the caller opens, names and closes. Strings are escaped as
// RFC 8259 asks; bytes that are no UTF-8 become U+FFFD, so that the output always parses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guanlan {

class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);  // a plain ASCII name
  void string(std::string_view text);
  void number(double value);  // 735000, not 735000.0
  void number(std::int64_t value);
  void null();
  void raw(std::string_view json);  // a value that is JSON already

 private:
  void separate();
  void open(char mark);
  void close(char mark);

  std::string& out_;
  bool comma_ = false;
};

}  // namespace guanlan
