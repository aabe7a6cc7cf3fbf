#include "extract/near.h"

#include <algorithm>

#include "text/stands.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kReach = 240;

bool by_begin(const Hit& a, const Hit& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

// Length of a clause mark at `at`, 0 where none stands.
std::uint32_t clause_mark(std::string_view text, std::uint32_t at) {
  switch (text[at]) {
    case ',':
    case ';':
    case '!':
    case '?':
    case '\n':
    case '\t':
      return 1;
    default:
      return stands(text, at, "。") ? 3 : 0;
  }
}

}  // namespace

Near::Near(const Passage& passage, WordClass cls) {
  for (const Hit& hit : passage.hits) {
    if (hit.cls == cls) hits_.push_back(hit);
  }
  if (!std::is_sorted(hits_.begin(), hits_.end(), by_begin)) {
    std::sort(hits_.begin(), hits_.end(), by_begin);
  }
  std::uint32_t reach = 0;
  std::erase_if(hits_, [&](const Hit& hit) {
    if (hit.span.begin < reach) return true;
    reach = hit.span.end;
    return false;
  });
}

const Hit* Near::before(std::uint32_t at, std::uint32_t from) const {
  auto it = std::upper_bound(hits_.begin(), hits_.end(), at,
                             [](std::uint32_t a, const Hit& h) { return a < h.span.end; });
  if (it == hits_.begin()) return nullptr;
  --it;
  return it->span.begin >= from ? &*it : nullptr;
}

const Hit* Near::after(std::uint32_t at, std::uint32_t until) const {
  const auto it = std::lower_bound(hits_.begin(), hits_.end(), at,
                                   [](const Hit& h, std::uint32_t a) { return h.span.begin < a; });
  return it != hits_.end() && it->span.end <= until ? &*it : nullptr;
}

const Hit* ending_at(const Passage& passage, WordClass cls, std::uint32_t at, std::uint32_t from) {
  // The title's hits stand first, the body's after them; each part is ascending.
  const auto middle =
      std::partition_point(passage.hits.begin(), passage.hits.end(),
                           [&](const Hit& h) { return passage.title.contains(h.span.begin); });
  const bool in_title = at > 0 && passage.title.contains(at - 1);
  const auto first = in_title ? passage.hits.begin() : middle;
  const auto last = in_title ? middle : passage.hits.end();
  auto it = std::lower_bound(first, last, from,
                             [](const Hit& h, std::uint32_t a) { return h.span.begin < a; });
  for (; it != last && it->span.begin < at; ++it) {
    if (it->cls == cls && it->span.end == at) return &*it;
  }
  return nullptr;
}

bool unit_outlasts(std::span<const Hit> hits, std::uint32_t number_end, std::uint32_t end) {
  for (const Hit& hit : hits) {
    if (hit.span.begin > number_end) break;
    if (hit.cls == WordClass::unit && hit.span.begin == number_end && hit.span.end > end)
      return true;
  }
  return false;
}

std::uint32_t clause_begin(const Passage& passage, std::uint32_t at) {
  const std::uint32_t low = std::max(part_of(passage, at).begin, at > kReach ? at - kReach : 0);
  for (std::uint32_t i = at; i > low; --i) {
    if (const auto size = clause_mark(passage.text, i - 1); size != 0 && i - 1 + size <= at)
      return i - 1 + size;
  }
  return low;
}

std::uint32_t clause_end(const Passage& passage, std::uint32_t at) {
  const std::uint32_t high = std::min(part_of(passage, at).end, at + kReach);
  for (std::uint32_t i = at; i < high; ++i) {
    if (clause_mark(passage.text, i) != 0) return i;
  }
  return high;
}

Span part_of(const Passage& passage, std::uint32_t at) {
  return passage.title.begin <= at && at <= passage.title.end && !passage.title.empty()
             ? passage.title
             : passage.body;
}

std::uint32_t skip_paren(const Passage& passage, std::uint32_t at) {
  const std::string_view text = passage.text;
  if (at >= text.size() || text[at] != '(') return at;
  const std::uint32_t high = std::min<std::uint32_t>(part_of(passage, at).end, at + 300);
  int depth = 0;
  for (std::uint32_t i = at; i < high && text[i] != '\n'; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1;
  }
  return at;
}

}  // namespace guanlan
