// Keywords (关键词): each occurs in the part that it stands over, word for word or nearly.
//
//   keyword.missing
#include <algorithm>

#include "check/families.h"
#include "check/likeness.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

bool within(const Issue& issue, std::int32_t part, std::int32_t above) {
  while (part >= 0 && part != above) part = issue.parts[static_cast<std::size_t>(part)].parent;
  return part == above;
}

// Letters of the titles and bodies below a part, and of its lead.
std::u32string words_of(const Desk& desk, std::int32_t part) {
  const Issue& issue = desk.document().issue;
  std::u32string out;
  if (const auto& lead = issue.parts[static_cast<std::size_t>(part)].lead)
    out += letters(desk.of(*lead));
  for (const Item& item : issue.items) {
    if (!within(issue, item.part, part)) continue;
    out += U'\n' + letters(desk.of(item.title)) + U'\n' + letters(desk.of(item.body));
  }
  return out;
}

// A keyword may put together what the part says in other places: two thirds of its pairs of
// characters are enough.
bool occurs(const std::u32string& words, const std::u32string& keyword) {
  if (words.find(keyword) != std::u32string::npos) return true;
  std::size_t found = 0;
  const std::size_t pairs = keyword.size() - 1;
  for (std::size_t i = 0; i < pairs; ++i) {
    found += words.find(keyword.substr(i, 2)) != std::u32string::npos;
  }
  return pairs > 1 && found * 3 >= pairs * 2;
}

// 关键词：数据分级、国家标准 → its keywords, each at its place.
std::vector<Span> keywords_of(std::string_view text, Span line) {
  constexpr std::string_view kMarks[] = {"、", ";", ",", "，", "；", " ", "\n"};
  std::vector<Span> out;
  const std::size_t colon = text.find(':', line.begin);
  std::uint32_t begin = colon < line.end ? static_cast<std::uint32_t>(colon) + 1 : line.begin;
  for (std::uint32_t at = begin; at <= line.end;) {
    const std::uint32_t mark = at < line.end ? around::starts_any(text, at, kMarks) : 1;
    if (mark == 0) {
      ++at;
      continue;
    }
    if (begin < at) out.push_back({begin, at});
    begin = at += mark;
  }
  return out;
}

}  // namespace

void check_keywords(Desk& desk) {
  const Issue& issue = desk.document().issue;
  for (std::size_t i = 0; i < issue.parts.size(); ++i) {
    if (issue.parts[i].keywords.empty()) continue;
    const std::u32string words = words_of(desk, static_cast<std::int32_t>(i));
    if (words.empty()) continue;
    for (const Span line : issue.parts[i].keywords) {
      for (const Span keyword : keywords_of(desk.text(), line)) {
        const std::u32string wanted = letters(desk.of(keyword));
        if (wanted.empty() || occurs(words, wanted)) continue;
        desk.report({"keyword.missing", in_clean(keyword), {}});
      }
    }
  }
}

}  // namespace guanlan::checking
