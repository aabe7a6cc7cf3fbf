#include <fmt/format.h>

#include "guanlan/track.h"

namespace guanlan {
namespace {

// A line of iCalendar: text escaped, folded at 73 bytes between characters (RFC 5545, 3.1).
std::string line(std::string_view name, std::string_view text) {
  std::string all(name);
  for (const char c : text) {
    if (c == '\n') {
      all += "\\n";
    } else {
      if (c == ',' || c == ';' || c == '\\') all += '\\';
      if (static_cast<unsigned char>(c) >= 0x20) all += c;
    }
  }
  constexpr std::size_t kWide = 70;
  std::string out;
  std::size_t width = 0;
  for (const char c : all) {
    if (width >= kWide && (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      out += "\r\n ";
      width = 1;
    }
    out += c;
    ++width;
  }
  return out + "\r\n";
}

std::string without(std::string_view text, std::string_view marks) {
  std::string out(text);
  std::erase_if(out, [&](char c) { return marks.find(c) != marks.npos; });
  return out;
}

std::string event(const Deadline& d, const std::string& stamp) {
  const std::string day = without(d.last_day, "-");
  const std::string who = d.named.empty() ? d.who
                          : d.who.empty() ? d.named
                                          : d.who + "：" + d.named;
  std::string about = d.what + "\n" + d.file;
  if (!d.derivation.empty()) about = d.derivation + "\n" + about;
  if (!who.empty()) about = who + "\n" + about;
  return "BEGIN:VEVENT\r\n" +
         line("UID:", fmt::format("{}-{}-{}@guanlan", d.item, day, d.place.span.begin)) +
         "DTSTAMP:" + stamp + "\r\nDTSTART;VALUE=DATE:" + day + "\r\nTRANSP:TRANSPARENT\r\n" +
         line("SUMMARY:", d.title) + line("DESCRIPTION:", about) + "END:VEVENT\r\n";
}

}  // namespace

std::string icalendar(const std::vector<Deadline>& deadlines, std::string_view stamp) {
  const std::string when = without(stamp, "-:");
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Guanlan//deadlines//ZH\r\n" +
                    line("X-WR-CALNAME:", "观澜：期限");
  for (const Deadline& d : deadlines) {
    constexpr std::size_t kDay = 10;
    if (d.date.size() == kDay) out += event(d, when);  // a month is no day
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace guanlan
