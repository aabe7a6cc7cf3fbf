#include "serve/multipart.h"

#include <algorithm>

#include "serve/http.h"
#include "text/utf8_check.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kLongestName = 200;

// The value of `name=value` or `name="value"` in a header.
std::string attribute(std::string_view header, std::string_view name) {
  for (std::size_t at = 0; (at = header.find(name, at)) != std::string_view::npos;
       at += name.size()) {
    const bool begins = at == 0 || header[at - 1] == ';' || header[at - 1] == ' ';
    const std::size_t equals = at + name.size();
    if (!begins || equals >= header.size() || header[equals] != '=') continue;
    std::string_view value = header.substr(equals + 1);
    if (!value.starts_with('"')) return std::string(value.substr(0, value.find_first_of("; ")));
    std::string out;
    for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
      // Browsers write %22 for a quote; older programs \".
      if (value[i] == '\\' && i + 1 < value.size() && value[i + 1] == '"') ++i;
      out += value[i];
    }
    return out;
  }
  return {};
}

std::string_view header_of(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const auto end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && same_name(line.substr(0, colon), name)) {
      return line.substr(colon + 1);
    }
  }
  return {};
}

tl::unexpected<Error> broken(const char* what) {
  return fail(Code::invalid, "上传的表单有误", what, "用 multipart/form-data 发送文件");
}

}  // namespace

std::string safe_name(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) out += c;
  }
  if (!utf8::is_valid(out)) out = out.substr(0, utf8::valid_prefix(out));
  if (out.size() > kLongestName) {
    out.erase(0, out.size() - kLongestName);  // the suffix matters
    while (!out.empty() && (static_cast<unsigned char>(out.front()) & 0xC0) == 0x80) {
      out.erase(0, 1);
    }
  }
  return out.empty() || out == "." || out == ".." ? "unnamed" : out;
}

Result<std::vector<Upload>> uploads_of(std::string_view content_type, std::string_view body,
                                       std::size_t most) {
  const std::string boundary = attribute(content_type, "boundary");
  if (!content_type.starts_with("multipart/form-data") || boundary.empty() ||
      boundary.size() > 70) {
    return broken("Content-Type");
  }
  const std::string mark = "\r\n--" + boundary;
  if (!body.starts_with(std::string_view(mark).substr(2))) return broken("boundary");
  body.remove_prefix(mark.size() - 2);
  std::vector<Upload> out;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n")) return broken("boundary");
    body.remove_prefix(2);
    const auto head_end = body.find("\r\n\r\n");
    if (head_end == std::string_view::npos || head_end > 8192) return broken("part header");
    const std::string_view head = body.substr(0, head_end);
    body.remove_prefix(head_end + 4);
    const auto end = body.find(mark);
    if (end == std::string_view::npos) return broken("part without end");
    const std::string_view disposition = header_of(head, "Content-Disposition");
    if (disposition.find("filename") != std::string_view::npos) {
      if (out.size() == most) return fail(Code::invalid, "一次上传的文件太多", {}, "分几次上传");
      out.push_back(
          {safe_name(attribute(disposition, "filename")), std::string(body.substr(0, end))});
    }
    body.remove_prefix(end + mark.size());
  }
  if (out.empty()) return broken("no file");
  return out;
}

}  // namespace guanlan::serve
