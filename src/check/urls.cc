// Addresses (网址): those that no browser opens as printed.
//
//   url.broken   www.www.example.cn, www.example.gov., http:/example.cn, http://example
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

bool in_address(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~:/?#@!$&*+;=%").find(c) != std::string_view::npos;
}

// What is wrong with a host; empty: nothing.
struct Fault {
  std::string_view zh, en;
};
std::optional<Fault> fault_of_host(std::string_view host) {
  if (host.find("www.www.") != std::string_view::npos) return Fault{"www 重复", "www twice"};
  if (host.find("..") != std::string_view::npos)
    return Fault{"有两个连续的点", "two dots in a row"};
  if (host.ends_with('.')) return Fault{"以点结尾，似被截断", "it ends in a dot: cut off?"};
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return Fault{"没有域名后缀", "no top-level domain"};
  const std::string_view last = host.substr(dot + 1);
  const bool number = last.find_first_not_of("0123456789") == std::string_view::npos;
  if (number && host.find_first_not_of("0123456789.") == std::string_view::npos) return {};
  const bool letters = last.find_first_of("0123456789-_") == std::string_view::npos;
  if (!letters || last.size() < 2) return Fault{"没有这样的域名后缀", "no such top-level domain"};
  if (host.starts_with("www.") && host.find('.', 4) == std::string_view::npos) {
    return Fault{"没有域名后缀", "no top-level domain"};
  }
  return {};
}

std::optional<Fault> fault_of(std::string_view address) {
  const std::size_t colon = address.find("://");
  if (colon == std::string_view::npos && address.starts_with("http")) {
    return Fault{"http 之后应为 ://", "http is followed by ://"};
  }
  std::string_view host = colon == std::string_view::npos ? address : address.substr(colon + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  return fault_of_host(host);
}

// Where an address begins: http or www, not inside a longer word.
bool begins(std::string_view text, std::uint32_t at) {
  if (at > 0 && in_address(text[at - 1])) return false;
  return around::starts(text, at, "http:") || around::starts(text, at, "https:") ||
         around::starts(text, at, "http/") || around::starts(text, at, "https/") ||
         around::starts(text, at, "www.");
}

}  // namespace

void check_urls(Desk& desk) {
  const std::string_view text = desk.text();
  for (std::uint32_t at = 0; at + 4 < text.size(); ++at) {
    if ((text[at] != 'h' && text[at] != 'w') || !begins(text, at)) continue;
    std::uint32_t end = at;
    while (end < text.size() && in_address(text[end])) ++end;
    while (end > at && std::string_view(":;!?&").find(text[end - 1]) != std::string_view::npos)
      --end;
    // A full stop of the sentence is none of the address.
    const bool sentence = end < text.size() && text[end] == ' ' && end + 1 < text.size() &&
                          text[end + 1] >= 'A' && text[end + 1] <= 'Z' && text[end - 1] == '.';
    if (sentence) --end;
    if (const auto fault = fault_of(text.substr(at, end - at))) {
      desk.report({"url.broken",
                   in_clean({at, end}),
                   {{"fault", std::string(fault->zh)}, {"fault_en", std::string(fault->en)}}});
    }
    at = std::max(at, end);
  }
}

}  // namespace guanlan::checking
