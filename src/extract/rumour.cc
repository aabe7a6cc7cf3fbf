#include "extract/rumour.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/shared_words.h"

namespace guanlan {
namespace {

// The quotation that holds the offset, one that another one does not hold; the list's end: none.
std::vector<Bracket>::const_iterator quotation_around(const Passage& p, std::uint32_t at) {
  constexpr int kNested = 8;  // brackets inside it that begin before the offset
  const auto& all = p.brackets;
  const bool in_title = p.title.contains(at);
  auto it = std::partition_point(all.begin(), all.end(), [&](const Bracket& b) {
    const bool title = p.title.contains(b.span.begin);
    return in_title ? title && b.span.begin <= at : title || b.span.begin <= at;
  });
  for (int n = 0; n < kNested && it != all.begin(); ++n) {
    --it;
    if (it->mark == Mark::quote && it->inner.contains(at)) return it;
  }
  return all.end();
}

}  // namespace

bool in_a_rumour(const Passage& p, std::uint32_t at) {
  auto it = quotation_around(p, at);
  if (it == p.brackets.end()) return false;
  if (shared_words().before(p.text, it->span.begin, Shared::made_up) != 0) return true;
  std::uint32_t end = it->span.end;
  for (++it; it != p.brackets.end() && it->span.begin <= end + 3;
       ++it) {  // over the quotations beside it
    const bool beside =
        it->span.begin == end || (around::starts(p.text, end, "、") && it->span.begin == end + 3);
    if (it->mark == Mark::quote && beside) end = it->span.end;
  }
  if (around::starts(p.text, end, "等")) end += 3;
  return shared_words().at(p.text, end, Shared::message) != 0;
}

}  // namespace guanlan
