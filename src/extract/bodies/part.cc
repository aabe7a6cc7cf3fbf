#include "extract/bodies/part.h"

#include <algorithm>

#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

// The brackets of a passage: the title's first, then the body's.
std::span<const Bracket> those_of(const std::vector<Bracket>& all, Span part) {
  const auto in_part = [&](const Bracket& b) { return part.contains(b.span.begin); };
  const auto first = std::find_if(all.begin(), all.end(), in_part);
  return {first, std::find_if_not(first, all.end(), in_part)};
}

}  // namespace

bool is_latin(std::string_view text) {
  return !text.empty() && utf8::is_latin(utf8::decode(text, 0).cp);
}

Part::Part(const Passage& passage, Span span)
    : passage_(passage),
      span_(span),
      names_(span == passage.title ? passage.title_names : passage.body_names),
      brackets_(those_of(passage.brackets, span)) {}

bool Part::in_book(std::uint32_t offset) const {
  const auto after = [](std::uint32_t at, const Bracket& b) { return at < b.span.begin; };
  auto it = std::upper_bound(brackets_.begin(), brackets_.end(), offset, after);
  for (int look = 0; it != brackets_.begin() && look < 8; ++look) {
    --it;
    if (it->mark == Mark::book && it->span.contains(offset)) return true;
  }
  return false;
}

bool Part::in_short_quote(Span span) const {
  constexpr std::uint32_t kShort = 36;  // bytes
  const auto after = [](std::uint32_t at, const Bracket& b) { return at < b.span.begin; };
  auto it = std::upper_bound(brackets_.begin(), brackets_.end(), span.begin, after);
  for (int look = 0; it != brackets_.begin() && look < 4; ++look) {
    --it;
    if (it->mark == Mark::quote && it->inner.contains(span))
      return it->inner != span && it->inner.size() <= kShort;
  }
  return false;
}

std::string_view Part::next(std::uint32_t offset) const {
  if (offset >= span_.end) return {};
  return passage_.text.substr(offset, utf8::decode(passage_.text, offset).size);
}

std::string_view Part::before(std::uint32_t offset) const {
  if (offset <= span_.begin) return {};
  const auto size = utf8::decode_before(passage_.text, offset).size;
  return passage_.text.substr(offset - size, size);
}

}  // namespace guanlan::bodies
