#include "alerts/mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "compose/base64.h"
#include "store/search_entry.h"

namespace guanlan::alerting {
namespace {

// =?UTF-8?B?…?= words of at most 75 characters, cut between characters (RFC 2047).
std::string encoded_word(std::string_view text) {
  constexpr std::size_t kBytes = 42;
  std::string out;
  while (!text.empty()) {
    std::size_t size = std::min(kBytes, text.size());
    while (size > 0 && size < text.size() &&
           (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
      --size;
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
           compose::base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

std::string wrapped(std::string_view text) {
  constexpr std::size_t kWide = 76;
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += kWide)
    out += std::string(text.substr(at, kWide)) + "\r\n";
  return out;
}

// Wed, 01 May 2024 08:00:00 +0000
std::string mail_date(std::string_view time) {
  constexpr std::string_view kDays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const DayRange day = days_of(time.substr(0, 10));
  if (day.empty() || time.size() < 19) return {};
  const auto month = static_cast<std::size_t>((time[5] - '0') * 10 + (time[6] - '0') - 1);
  return fmt::format("{}, {} {} {} {} +0000",
                     kDays[static_cast<std::size_t>((day.begin % 7 + 7) % 7)], time.substr(8, 2),
                     kMonths[month], time.substr(0, 4), time.substr(11, 8));
}

}  // namespace

std::string mail_message(const Channel& channel, std::string_view subject, std::string_view text,
                         std::string_view id, std::string_view time) {
  std::string to;
  for (const std::string& one : channel.to) to += (to.empty() ? "" : ", ") + one;
  std::erase_if(to, [](char c) { return c == '\r' || c == '\n'; });
  return "From: " + channel.from + "\r\nTo: " + to + "\r\nSubject: " + encoded_word(subject) +
         "\r\nDate: " + mail_date(time) + "\r\nMessage-ID: <" + std::string(id) +
         "@guanlan>\r\nMIME-Version: 1.0\r\n" +
         "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n" +
         "Auto-Submitted: auto-generated\r\n\r\n" + wrapped(compose::base64(text));
}

}  // namespace guanlan::alerting
