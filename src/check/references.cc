// Cross-references (互见): 见表3, where there is no 表3.
//
//   reference.missing
// Only in a document that numbers its captions of that sort: else nothing says what there should
// be.
#include <array>
#include <set>

#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr std::array<std::string_view, 2> kSorts{"表", "图"};

// 3, 4.1, 3-2 at `at`.
std::string number_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  const auto digit = [&](std::uint32_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  while (digit(end) || (end > at && end < text.size() && (text[end] == '.' || text[end] == '-') &&
                        digit(end + 1))) {
    ++end;
  }
  std::string number(text.substr(at, end - at));
  for (char& c : number) c = c == '-' ? '.' : c;
  return number;
}

using Numbers = std::array<std::set<std::string>, kSorts.size()>;

void note_caption(std::string_view caption, Numbers& numbers) {
  for (std::size_t i = 0; i < kSorts.size(); ++i) {
    if (!caption.starts_with(kSorts[i])) continue;
    std::uint32_t at = 3;
    while (around::starts(caption, at, " ")) ++at;
    if (const std::string n = number_at(caption, at); !n.empty()) numbers[i].insert(n);
  }
}

Numbers captions(const Desk& desk) {
  Numbers numbers;
  const Layout& layout = desk.document().layout;
  for (const Table& table : layout.tables) note_caption(table.title, numbers);
  constexpr std::uint32_t kLongest = 200;
  for (const Paragraph& p : layout.paragraphs) {
    if (p.span.size() <= kLongest) note_caption(desk.of(p.span), numbers);
  }
  return numbers;
}

}  // namespace

void check_references(Desk& desk) {
  constexpr std::string_view kLead[] = {"参见", "详见", "见", "如", "由", "从", "下"};
  const Numbers numbers = captions(desk);
  const std::string_view text = desk.text();
  for (std::size_t i = 0; i < kSorts.size(); ++i) {
    if (numbers[i].size() < 2) continue;
    for (std::size_t at = text.find(kSorts[i]); at != std::string_view::npos;
         at = text.find(kSorts[i], at + 3)) {
      const auto begin = static_cast<std::uint32_t>(at);
      if (around::ends_any(text, begin, kLead) == 0) continue;
      const std::string number = number_at(text, begin + 3);
      if (number.empty() || numbers[i].contains(number)) continue;
      const Span span{begin, begin + 3 + static_cast<std::uint32_t>(number.size())};
      desk.report({"reference.missing", in_clean(span), {}});
    }
  }
}

}  // namespace guanlan::checking
