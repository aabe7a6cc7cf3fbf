#include "text/terms.h"

#include <unicode/uchar.h>

#include <array>
#include <numeric>
#include <vector>

#include "text/fold.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

TermClass class_of(char32_t cp) {
  if (utf8::is_han(cp)) return TermClass::ideograph;
  if (utf8::is_invisible(cp)) return TermClass::invisible;
  if (cp < 0x80) {
    return utf8::is_digit(cp) || utf8::is_latin(cp) ? TermClass::word : TermClass::separator;
  }
  const auto c = static_cast<UChar32>(cp);
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      if (u_isalpha(c)) return TermClass::ideograph;  // kana, hangul, bopomofo
      break;
    default:
      break;
  }
  switch (u_charType(c)) {
    case U_OTHER_NUMBER:  // ①, ², ½
    case U_LETTER_NUMBER:
      return TermClass::ideograph;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return TermClass::invisible;
    default:
      return u_isalnum(c) ? TermClass::word : TermClass::separator;
  }
}

std::vector<char16_t> simplified_table() {
  std::vector<char16_t> table(kEndHan - kFirstHan);
  std::iota(table.begin(), table.end(), static_cast<char16_t>(kFirstHan));
  const std::u16string_view pairs = traditional_pairs();
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) table[pairs[i] - kFirstHan] = pairs[i + 1];
  return table;
}

struct TermTable {
  std::array<char16_t, 0x10000> folded{};
  std::array<TermClass, 0x10000> classes{};

  TermTable() {
    const auto simplified = simplified_table();
    for (char32_t cp = 0; cp < 0x10000; ++cp) {
      char32_t to = fold(cp);
      to = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(to), U_FOLD_CASE_DEFAULT));
      if (to >= kFirstHan && to < kEndHan) to = simplified[to - kFirstHan];
      folded[cp] = static_cast<char16_t>(to < 0x10000 ? to : cp);
    }
    for (char32_t cp = 0; cp < 0x10000; ++cp) classes[cp] = class_of(folded[cp]);
  }
};

const TermTable& term_table() {
  static const TermTable kTable;
  return kTable;
}

// Cuts the runs of a text into terms.
class Cutter {
 public:
  Cutter(bool more_may_follow, const std::function<bool(const Term&)>& f)
      : open_(more_may_follow), f_(f) {}

  void add(SearchCharacter c, Span span) {
    if (c.cls != cls_) close(false);
    cls_ = c.cls;
    if (c.cls == TermClass::separator) return;
    if (c.cls == TermClass::word) {
      utf8::append(text_, c.cp);
      if (characters_++ == 0) whole_ = span;
      whole_.end = span.end;
      return;
    }
    const std::size_t first_size = text_.size();
    utf8::append(text_, c.cp);
    if (characters_++ > 0) {
      give({text_, {last_.begin, span.end}, last_});
      text_.erase(0, first_size);
    }
    last_ = span;
  }

  void close(bool at_end) {
    if (cls_ == TermClass::word) give({text_, whole_, whole_});
    if (cls_ == TermClass::ideograph && !(at_end && open_ && characters_ > 1)) {
      give({text_, last_, last_});
    }
    text_.clear();
    characters_ = 0;
    cls_ = TermClass::separator;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  void give(const Term& term) { stopped_ = stopped_ || !f_(term); }

  bool open_;
  const std::function<bool(const Term&)>& f_;
  TermClass cls_ = TermClass::separator;
  std::string text_;  // of the word; of the last ideograph
  std::size_t characters_ = 0;
  Span whole_, last_;
  bool stopped_ = false;
};

}  // namespace

SearchCharacter search_character(char32_t cp) {
  if (cp >= 0x10000) return {cp, class_of(cp)};
  const TermTable& t = term_table();
  return {t.folded[cp], t.classes[cp]};
}

std::string search_folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [cp, size] = utf8::decode(text, at);
    at += size;
    utf8::append(out, search_character(cp).cp);
  }
  return out;
}

void each_term(std::string_view text, bool more_may_follow,
               const std::function<bool(const Term&)>& f) {
  Cutter cutter(more_may_follow, f);
  for (std::size_t at = 0; at < text.size() && !cutter.stopped();) {
    const auto [cp, size] = utf8::decode(text, at);
    const SearchCharacter c = search_character(cp);
    if (c.cls != TermClass::invisible) {
      cutter.add(c, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
    }
    at += size;
  }
  if (!cutter.stopped()) cutter.close(true);
}

bool ends_in_single_character(std::string_view text) {
  TermClass last = TermClass::separator;
  int run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [cp, size] = utf8::decode(text, at);
    at += size;
    const TermClass cls = search_character(cp).cls;
    if (cls == TermClass::invisible) continue;
    run = cls == last ? run + 1 : 1;
    last = cls;
  }
  return last == TermClass::ideograph && run == 1;
}

}  // namespace guanlan
