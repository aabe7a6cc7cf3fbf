// Identifiers (文号、标准号): how they are to be written.
//
//   id.document   示办〔2024〕4号: hexagonal brackets, no 第, no leading zero (GB/T
//   9704-2012, 7.2.5) id.standard   GB/T 22239-2019: a year of four digits that is not to come
#include <algorithm>

#include "check/calendar.h"
#include "check/cues.h"
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr std::uint32_t kNone = 0;

std::uint32_t digits_from(std::string_view text, std::uint32_t at) {
  std::uint32_t n = 0;
  while (at + n < text.size() && text[at + n] >= '0' && text[at + n] <= '9') ++n;
  return n;
}

struct YearBracket {
  std::string_view open, close;
};
constexpr YearBracket kBrackets[] = {{"〔", "〕"}, {"(", ")"}, {"[", "]"}, {"【", "】"}};

struct DocumentNumber {
  Span span;  // from the bracket to 号
  std::string right;
};

// Whether the issuer's short name and the sort of document end before the year.
bool ends_sort(std::string_view text, std::uint32_t at) {
  const auto& sorts = cues(Cue::sort);
  return std::any_of(sorts.begin(), sorts.end(),
                     [&](std::string_view sort) { return around::ends(text, at, sort); });
}

// (2024)第04号 at its bracket.
std::optional<DocumentNumber> document_number_at(std::string_view text, std::uint32_t at) {
  for (const auto& [open, close] : kBrackets) {
    if (!around::starts(text, at, open)) continue;
    std::uint32_t here = at + static_cast<std::uint32_t>(open.size());
    const std::string_view year = text.substr(here, 4);
    if (digits_from(text, here) != 4 || (year < "1949" || year > "2099")) return {};
    here += 4;
    if (!around::starts(text, here, close)) return {};
    here += static_cast<std::uint32_t>(close.size());
    if (around::starts(text, here, "第")) here += 3;
    const std::uint32_t size = digits_from(text, here);
    if (size == kNone || !around::starts(text, here + size, "号")) return {};
    std::string_view number = text.substr(here, size);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return DocumentNumber{{at, here + size + 3},
                          "〔" + std::string(year) + "〕" + std::string(number) + "号"};
  }
  return {};
}

void document_numbers(Desk& desk) {
  const std::string_view text = desk.text();
  for (std::size_t found = text.find("号"); found != std::string_view::npos;
       found = text.find("号", found + 3)) {
    constexpr std::uint32_t kLongest = 24;  // 【2024】第123456号
    const auto end = static_cast<std::uint32_t>(found);
    for (std::uint32_t at = end > kLongest ? end - kLongest : 0; at < end; ++at) {
      const auto number = document_number_at(text, at);
      if (!number || number->span.end != end + 3) continue;
      if (!ends_sort(text, at)) break;
      const std::string printed = desk.printed(number->span);
      if (printed != number->right) {
        desk.report({"id.document", in_clean(number->span), {}, number->right});
      }
      break;
    }
  }
}

// The latest year that the document speaks of; 0: none.
int last_year(const Desk& desk) {
  int last = desk.document().issue.date.year;
  const auto see = [&last](std::string_view value) { last = std::max(last, year_of_iso(value)); };
  for (const Mentions& m : desk.document().mentions) {
    if (m.dates.event) see(m.dates.event->value);
    for (const DateMention& d : m.dates.others) see(d.value);
  }
  return last;
}

// GB/T 22239-2019: the year behind the last dash.
void standards(Desk& desk) {
  const int last = last_year(desk);
  for (const Mentions& m : desk.document().mentions) {
    for (const IdentifierMention& id : m.identifiers) {
      if (id.kind != IdentifierKind::standard) continue;
      const std::size_t dash = id.value.rfind('-');
      if (dash == std::string::npos) continue;
      const std::string year = id.value.substr(dash + 1);
      const bool digits =
          std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits || year.empty()) continue;
      const bool old = year.size() == 2 && year > "49" && year < "96";  // GB 8567-88
      const bool later = year.size() == 4 && last != 0 && std::stoi(year) > last + 1;
      if ((year.size() == 4 && !later) || old) continue;
      desk.report({"id.standard", in_clean(id.span), {{"year", year}}});
    }
  }
}

}  // namespace

void check_identifiers(Desk& desk) {
  document_numbers(desk);
  standards(desk);
}

}  // namespace guanlan::checking
