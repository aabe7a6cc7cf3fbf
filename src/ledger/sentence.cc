#include "ledger/sentence.h"

#include <algorithm>

namespace guanlan::ledger {
namespace {

constexpr std::uint32_t kReach = 400;  // bytes

}  // namespace

std::size_t Sentence::clause_of(std::uint32_t at) const {
  const auto it = std::upper_bound(clauses.begin(), clauses.end(), at,
                                   [](std::uint32_t a, Span clause) { return a < clause.begin; });
  return it == clauses.begin() ? 0 : static_cast<std::size_t>(it - clauses.begin()) - 1;
}

const Word* Sentence::last(Class cls, std::uint32_t from, std::uint32_t until) const {
  auto it = std::upper_bound(words.begin(), words.end(), until,
                             [](std::uint32_t at, const Word& w) { return at < w.span.end; });
  while (it != words.begin()) {
    --it;
    if (it->span.begin < from || it->span.begin + kReach < until) return nullptr;
    if (it->is(cls)) return &*it;
  }
  return nullptr;
}

const Word* Sentence::first(Class cls, std::uint32_t from, std::uint32_t until) const {
  auto it = std::lower_bound(words.begin(), words.end(), from,
                             [](const Word& w, std::uint32_t at) { return w.span.begin < at; });
  for (; it != words.end() && it->span.begin <= until; ++it) {
    if (it->is(cls)) return &*it;
  }
  return nullptr;
}

const Word* Sentence::ending_at(Class cls, std::uint32_t end, std::uint32_t from) const {
  const auto it = std::lower_bound(words.begin(), words.end(), end,
                                   [](const Word& w, std::uint32_t at) { return w.span.end < at; });
  if (it == words.end() || it->span.end != end || it->span.begin < from || !it->is(cls))
    return nullptr;
  return &*it;
}

void cut_clauses(std::string_view text, Sentence& sentence) {
  sentence.clauses.clear();
  const auto digit = [&](std::uint32_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  std::uint32_t begin = sentence.span.begin;
  for (std::uint32_t at = sentence.span.begin; at < sentence.span.end; ++at) {
    const char c = text[at];
    const bool mark = c == ',' || c == ':' || c == ';' || c == '(' || c == ')' || c == '\n';
    if (!mark || (c == ',' && at > 0 && digit(at - 1) && digit(at + 1))) continue;
    if (begin < at) sentence.clauses.push_back({begin, at});
    begin = at + 1;
  }
  std::uint32_t end = sentence.span.end;
  while (end > begin &&
         (text[end - 1] == '!' || text[end - 1] == '?' || text.substr(0, end).ends_with("。")))
    end -= text[end - 1] == '!' || text[end - 1] == '?' ? 1 : 3;
  if (begin < end || sentence.clauses.empty())
    sentence.clauses.push_back({begin, std::max(begin, end)});
}

}  // namespace guanlan::ledger
