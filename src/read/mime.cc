#include "read/mime.h"

#include <algorithm>
#include <map>

#include "read/html_tree.h"
#include "read/line_writer.h"
#include "text/charset.h"
#include "text/trim.h"

namespace guanlan::mime {
namespace {

constexpr int kMaxDepth = 20;
constexpr std::size_t kMaxParts = 1000;
constexpr std::size_t kMaxHeaders = 2000;

using html::lower;

// The next line without its end; `rest` goes on after it.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Reads header fields up to the blank line; `rest` is the body afterwards.
void read_headers(std::string_view& rest, Part& part) {
  while (!rest.empty()) {
    std::string_view after = rest;
    const std::string_view line = take_line(after);
    if (line.empty()) {
      rest = after;
      return;
    }
    if ((line[0] == ' ' || line[0] == '\t') && !part.headers.empty()) {
      part.headers.back().second += ' ';
      part.headers.back().second += trim(line);
    } else {
      const auto colon = line.find(':');
      if (colon == std::string_view::npos || part.headers.size() >= kMaxHeaders) return;
      part.headers.emplace_back(lower(trim(line.substr(0, colon))),
                                std::string(trim(line.substr(colon + 1))));
    }
    rest = after;
  }
}

std::string percent_decoded(std::string_view text) {
  std::string marked(text);
  std::replace(marked.begin(), marked.end(), '%', '=');
  return decode_quoted_printable(marked);
}

// Puts the pieces of RFC 2231 together: name*0*=utf-8''%E9… name*1*=… → name.
void join_continuations(Value& value) {
  std::map<std::string, std::pair<std::string, bool>> joined;
  for (const auto& [name, text] : value.parameters) {
    const auto star = name.find('*');
    if (star == std::string::npos) continue;
    const bool encoded = name.ends_with('*');
    auto& [whole, any] = joined[name.substr(0, star)];
    any |= encoded;
    whole += encoded ? percent_decoded(text) : text;
  }
  for (auto& [name, entry] : joined) {
    auto& [whole, encoded] = entry;
    const auto first = whole.find('\''),
               second = first == std::string::npos ? first : whole.find('\'', first + 1);
    if (encoded && second != std::string::npos) {
      whole = decode_text(std::string_view(whole).substr(second + 1), whole.substr(0, first)).text;
    }
    value.parameters.emplace(value.parameters.begin(), name, whole);
  }
}

Value parse_value(std::string_view text) {
  Value value;
  const auto end = std::min(text.find(';'), text.size());
  value.text = lower(trim(text.substr(0, end)));
  std::size_t at = end;
  while (at < text.size() && value.parameters.size() < 100) {
    ++at;  // the semicolon
    const auto equals = text.find('=', at);
    if (equals == std::string_view::npos) break;
    const std::string name = lower(trim(text.substr(at, equals - at)));
    at = std::min(text.find_first_not_of(" \t", equals + 1), text.size());
    std::string content;
    if (at < text.size() && text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        content += text[at];
      }
      at = std::min(text.find(';', at), text.size());
    } else {
      const auto stop = std::min(text.find(';', at), text.size());
      content = trim(text.substr(at, stop - at));
      at = stop;
    }
    value.parameters.emplace_back(name, content);
  }
  join_continuations(value);
  return value;
}

class Parser {
 public:
  Part parse(std::string_view bytes, int depth) {
    Part part;
    read_headers(bytes, part);
    part.body = bytes;
    part.type = parse_value(part.header("content-type"));
    if (part.type.text.find('/') == std::string::npos) part.type.text = "text/plain";
    const std::string_view boundary = part.type.parameter("boundary");
    if (!part.is_multipart() || boundary.empty() || depth >= kMaxDepth) return part;
    split(bytes, "--" + std::string(boundary), part, depth);
    return part;
  }

 private:
  void split(std::string_view body, const std::string& mark, Part& part, int depth) {
    std::string_view rest = body;
    const char* begin = nullptr;  // of the part being read
    while (!rest.empty()) {
      const char* line_begin = rest.data();
      const std::string_view line = take_line(rest);
      if (!line.starts_with(mark)) continue;
      const std::string_view tail = trim(line.substr(mark.size()));
      if (!tail.empty() && tail != "--") continue;
      if (begin != nullptr) add(begin, line_begin, part, depth);
      begin = rest.data();
      if (tail == "--") return;
    }
    if (begin != nullptr) add(begin, body.data() + body.size(), part, depth);
  }

  void add(const char* begin, const char* end, Part& part, int depth) {
    if (++count_ > kMaxParts) return;
    std::string_view bytes(begin, static_cast<std::size_t>(end - begin));
    if (bytes.ends_with('\n')) bytes.remove_suffix(1);
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    part.parts.push_back(parse(bytes, depth + 1));
  }

  std::size_t count_ = 0;
};

}  // namespace

std::string_view Value::parameter(std::string_view name) const {
  for (const auto& [key, content] : parameters) {
    if (key == name) return content;
  }
  return {};
}

std::string_view Part::header(std::string_view name) const {
  for (const auto& [key, text] : headers) {
    if (key == name) return text;
  }
  return {};
}

bool Part::is_attachment() const {
  return lower(header("content-disposition")).starts_with("attachment") || !file_name().empty();
}

std::string Part::file_name() const {
  const Value disposition = parse_value(header("content-disposition"));
  std::string_view name = disposition.parameter("filename");
  if (name.empty()) name = type.parameter("name");
  const std::string decoded = decode_header(name);
  return decoded.substr(decoded.find_last_of("/\\") + 1);
}

std::string Part::content() const {
  const std::string encoding = lower(trim(header("content-transfer-encoding")));
  if (encoding == "base64") return decode_base64(body);
  if (encoding == "quoted-printable") return decode_quoted_printable(body);
  return std::string(body);
}

Part parse(std::string_view bytes) { return Parser().parse(bytes, 0); }

}  // namespace guanlan::mime
