#include "extract/dates/place.h"

#include "extract/around.h"
#include "extract/dates/frame.h"

namespace guanlan::dates {

using around::starts;

namespace {

// (星期五), (周五).
std::uint32_t skip_weekday(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 14;
  if (!starts(text, at, "(星期") && !starts(text, at, "(周")) return at;
  const std::size_t close = text.find(')', at);
  return close != std::string_view::npos && close - at <= kLongest
             ? static_cast<std::uint32_t>(close) + 1
             : at;
}

}  // namespace

std::uint32_t skip_clock(std::string_view text, std::uint32_t at) {
  at = skip_weekday(text, at);
  at += frame().at(text, at, Frame::clock);
  std::uint32_t digits = at;
  while (digits < at + 2 && digits < text.size() &&
         utf8::is_digit(static_cast<unsigned char>(text[digits])))
    ++digits;
  if (digits == at) return at;
  if (starts(text, digits, ":")) {
    std::uint32_t end = digits + 1;
    while (end < digits + 3 && end < text.size() &&
           utf8::is_digit(static_cast<unsigned char>(text[end])))
      ++end;
    return end;
  }
  if (starts(text, digits, "时") || starts(text, digits, "点")) return digits + 3;
  return at;
}

Why why(const char* rule, std::uint32_t begin, std::uint32_t size) {
  return {rule, {begin, begin + size}};
}

Reading made(DateRole role, Why reason) {
  Reading r;
  r.role = role;
  r.why = reason;
  r.must_act = role == DateRole::deadline || role == DateRole::comment_by;
  r.future = r.must_act || role == DateRole::effective || role == DateRole::expires;
  return r;
}

}  // namespace guanlan::dates
