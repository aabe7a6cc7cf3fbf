#include "extract/apps/words.h"

#include <algorithm>

namespace guanlan::apps {
namespace {

std::uint16_t use_named(std::string_view use) {
  if (use == "name") return name;
  if (use == "strong") return strong;
  if (use == "weak") return weak;
  if (use == "act") return act;
  if (use == "store") return store;
  if (use == "column") return column;
  if (use == "ranked") return ranked;
  if (use == "trade") return trade;
  if (use == "blame") return blame;
  return vague;
}

}  // namespace

Words::Words(const Passage& passage) : title_(passage.title) {
  const WordTable& table = passage.lexicon->table(WordClass::app);
  const int use = table.column("use");
  bool in_body = false;
  for (const Hit& hit : passage.hits) {
    if (hit.cls != WordClass::app) continue;
    if (!in_body && !title_.contains(hit.span)) {
      in_body = true;
      body_ = words_.size();
    }
    const std::size_t floor = in_body ? body_ : 0;
    const std::uint16_t bit = use_named(table.at(hit.row, use));
    if (words_.size() > floor && words_.back().span == hit.span)
      words_.back().uses |= bit;
    else if (words_.size() == floor || hit.span.begin >= words_.back().span.end)
      words_.push_back({hit.span, bit});
  }
  if (!in_body) body_ = words_.size();
}

std::vector<Word>::const_iterator Words::from(std::uint32_t at) const {
  const bool in_title = title_.contains(at);
  const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(in_title ? 0 : body_);
  const auto end = in_title ? words_.begin() + static_cast<std::ptrdiff_t>(body_) : words_.end();
  return std::lower_bound(begin, end, at,
                          [](const Word& w, std::uint32_t a) { return w.span.begin < a; });
}

const Word* Words::beginning_at(std::uint32_t at, std::uint16_t uses) const {
  const auto it = from(at);
  return it != words_.end() && it->span.begin == at && (it->uses & uses) != 0 ? &*it : nullptr;
}

const Word* Words::ending_at(std::uint32_t at, std::uint16_t uses) const {
  const auto it = from(at > 0 ? at - 1 : 0);  // the words before it are in the same part
  if (it != words_.end() && it->span.end == at && (it->uses & uses) != 0) return &*it;
  if (it == words_.begin()) return nullptr;
  const Word& before = *std::prev(it);
  return before.span.end == at && (before.uses & uses) != 0 ? &before : nullptr;
}

const Word* Words::first_in(Span window, std::uint16_t uses) const {
  for (auto it = from(window.begin);
       it != words_.end() && it->span.end <= window.end && it->span.begin >= window.begin; ++it) {
    if ((it->uses & uses) != 0) return &*it;
  }
  return nullptr;
}

const Word* Words::last_in(Span window, std::uint16_t uses) const {
  const Word* found = nullptr;
  for (auto it = from(window.begin);
       it != words_.end() && it->span.end <= window.end && it->span.begin >= window.begin; ++it) {
    if ((it->uses & uses) != 0) found = &*it;
  }
  return found;
}

}  // namespace guanlan::apps
