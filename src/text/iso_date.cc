#include "text/iso_date.h"

#include <algorithm>

namespace guanlan {
namespace {

bool is_number(std::string_view digits, std::string_view least, std::string_view most) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(digits.begin(), digits.end(), is_digit) && digits >= least && digits <= most;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!is_number(text.substr(0, 4), "0000", "9999")) return false;
  if (text.size() >= 7 && (text[4] != '-' || !is_number(text.substr(5, 2), "01", "12")))
    return false;
  return text.size() < 10 || (text[7] == '-' && is_number(text.substr(8, 2), "01", "31"));
}

bool is_record_date(std::string_view text) {
  if (text.size() != 7 || text[4] != '-' || (text[5] != 'H' && text[5] != 'Q'))
    return is_iso_date(text);
  return is_number(text.substr(0, 4), "0000", "9999") &&
         is_number(text.substr(6), "1", text[5] == 'H' ? "2" : "4");
}

}  // namespace guanlan
