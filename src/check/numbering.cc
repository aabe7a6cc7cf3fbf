// Numbering (序号): of headings, items, sub-reports and of lists in running text.
//
//   number.gap     (一)(二)(四); 1. 2. 4.; 一是…二是…四是…
//   number.repeat  (一)(二)(二)
//   number.style   （1）(2): one sequence, two widths of brackets
#include <map>

#include "check/families.h"
#include "extract/around.h"
#include "extract/enumerations/marker.h"
#include "text/numeral.h"

namespace guanlan::checking {
namespace {

struct Numbered {
  int number = 0;
  Span span;  // of the number as printed, or of what it heads
};

// Whether the number that seems to be missing heads a line between the two after all: a heading
// that the outline did not see is no fault of the text. `before`, `after`: what stands around it.
bool there_after_all(std::string_view text, std::string_view before, int number,
                     std::string_view after, Span between) {
  constexpr std::string_view kHan[] = {"零", "一", "二", "三", "四", "五",
                                       "六", "七", "八", "九", "十"};
  const std::string digits = std::to_string(number);
  const std::string han = number <= 10  ? std::string(kHan[number])
                          : number < 20 ? "十" + std::string(kHan[number - 10])
                                        : digits;
  for (const std::string& spelled : {digits, han}) {
    const std::string head = std::string(before) + spelled + std::string(after);
    const std::string_view gap = between.of(text);
    for (std::size_t at = gap.find(head); at != std::string_view::npos;
         at = gap.find(head, at + 1)) {
      if (at == 0 || gap[at - 1] == '\n' || gap[at - 1] == ' ') return true;
    }
  }
  return false;
}

// What stands before and after the numbers of a sequence: ( ) of (二).
struct Around {
  std::string before, after;
};

// One sequence: heads of the same kind under the same heading.
void sequence(Desk& desk, const std::vector<Numbered>& all, const Around* around) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const int before = all[i - 1].number, now = all[i].number;
    if (now == before + 1 || now < before) continue;
    const bool repeat = now == before;
    const Span between{all[i - 1].span.end, all[i].span.begin};
    if (!repeat && between.begin < between.end && around != nullptr &&
        there_after_all(desk.text(), around->before, before + 1, around->after, between)) {
      continue;
    }
    desk.report({repeat ? "number.repeat" : "number.gap",
                 in_clean(all[i].span),
                 {{"before", std::to_string(before)},
                  {"now", std::to_string(now)},
                  {"right", std::to_string(before + 1)}},
                 {},
                 {in_clean(all[i - 1].span)}});
  }
}

// The number within a heading: (一)部委…, 第三章 …, 境内前沿观察二:…; its kind is what stands
// around.
struct HeadNumber {
  std::string kind;
  int number = 0;
  Around around;
};
std::optional<HeadNumber> head_number(std::string_view text, Span heading) {
  constexpr std::uint32_t kFar = 36;  // twelve characters
  for (std::uint32_t at = heading.begin; at < heading.end && at < heading.begin + kFar;) {
    if (const auto n = numeral_at(text, at, heading.end)) {
      const bool whole = n->decimals == 0 && n->value >= 1 && n->value <= 99;
      const bool plain = n->form == NumeralForm::han || n->form == NumeralForm::digits;
      const char32_t after = around::next(text, n->span.end);
      const bool ends = after == ')' || after == ':' || after == U'、' || after == '.' ||
                        after == U'章' || after == U'节' || after == ' ' || after == U'部';
      if (!whole || !plain || !ends) return {};
      std::string kind(text.substr(heading.begin, n->span.begin - heading.begin));
      kind += n->form == NumeralForm::han ? '#' : '0';
      utf8::append(kind, after);
      Around frame{std::string(text.substr(heading.begin, n->span.begin - heading.begin)), {}};
      utf8::append(frame.after, after);
      return HeadNumber{std::move(kind), static_cast<int>(n->value), std::move(frame)};
    }
    at += utf8::decode(text, at).size;
  }
  return {};
}

void parts(Desk& desk) {
  std::map<std::pair<std::int32_t, std::string>, std::pair<Around, std::vector<Numbered>>>
      sequences;
  for (const Part& part : desk.document().issue.parts) {
    if (auto head = head_number(desk.text(), part.heading)) {
      auto& [around, all] = sequences[{part.parent, head->kind}];
      around = std::move(head->around);
      all.push_back({head->number, part.heading});
    }
  }
  for (const auto& [key, of_kind] : sequences) sequence(desk, of_kind.second, &of_kind.first);
}

void items(Desk& desk) {
  std::map<std::pair<std::int32_t, bool>, std::vector<Numbered>> sequences;
  for (const Item& item : desk.document().issue.items) {
    if (const auto n = numeral_value(item.number); n && *n >= 1 && *n <= 999) {
      const bool digits = utf8::is_digit(static_cast<unsigned char>(item.number.front()));
      sequences[{item.part, digits}].push_back({static_cast<int>(*n), item.title});
    }
  }
  const Around line{"", "."};  // a line that begins with the number
  for (const auto& [key, all] : sequences) sequence(desk, all, &line);
}

// 一是…二是…四是: jumps by one and repeats only; anything else is another list.
void running(Desk& desk, const Section& section) {
  using enumerations::Marker;
  using enumerations::MarkerKind;
  std::map<MarkerKind, Marker> last;
  for (const Marker& m : enumerations::markers(section.passage)) {
    if (m.kind == MarkerKind::one_is || m.kind == MarkerKind::ordinal) continue;
    const auto it = last.find(m.kind);
    if (m.ordinal == 1) {
      last[m.kind] = m;
    } else if (it != last.end()) {
      const bool skips = m.ordinal == it->second.ordinal + 2;
      const bool repeats = m.ordinal == it->second.ordinal;
      if (skips || repeats)
        sequence(desk, {{it->second.ordinal, it->second.span}, {m.ordinal, m.span}}, nullptr);
      if (skips || m.ordinal == it->second.ordinal + 1) it->second = m;
    }
  }
}

// Bracket widths of (1)(2)(3) in one sequence, as printed.
void styles(Desk& desk, const Section& section) {
  using enumerations::Marker;
  using enumerations::MarkerKind;
  std::optional<Marker> first;
  bool first_full = false;
  for (const Marker& m : enumerations::markers(section.passage)) {
    if (m.kind != MarkerKind::bracket && m.kind != MarkerKind::han_bracket) continue;
    const bool full = !desk.printed(m.span).starts_with('(');
    if (!first || m.ordinal == 1 || m.kind != first->kind) {
      first = m;
      first_full = full;
    } else if (full != first_full) {
      const std::string number = desk.printed({m.span.begin + 1, m.span.end - 1});
      desk.report({"number.style",
                   in_clean(m.span),
                   {{"first", desk.printed(first->span)}},
                   first_full ? "（" + number + "）" : "(" + number + ")",
                   {in_clean(first->span)}});
    }
  }
}

}  // namespace

void check_numbering(Desk& desk) {
  parts(desk);
  items(desk);
  for (const Section& section : desk.sections()) {
    running(desk, section);
    styles(desk, section);
  }
}

}  // namespace guanlan::checking
