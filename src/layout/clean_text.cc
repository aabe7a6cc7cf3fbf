#include "guanlan/clean_text.h"

#include <algorithm>

namespace guanlan {

void OffsetMap::append(Span raw, std::uint32_t clean_size) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool linear = last.clean_size == last.raw_size && raw.size() == clean_size;
    if (linear && last.raw + last.raw_size == raw.begin) {
      last.clean_size += clean_size;
      last.raw_size += raw.size();
      clean_size_ += clean_size;
      return;
    }
  }
  if (clean_size > 0) runs_.push_back({clean_size_, raw.begin, clean_size, raw.size()});
  clean_size_ += clean_size;
}

std::size_t OffsetMap::find(std::uint32_t clean) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), clean,
                       [](std::uint32_t at, const Run& run) { return at < run.clean; });
  return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin() - 1);
}

Span OffsetMap::raw(Span clean) const {
  Span out{UINT32_MAX, 0};
  pieces(clean, [&](Span piece) {
    out.begin = std::min(out.begin, piece.begin);
    out.end = std::max(out.end, piece.end);
  });
  return out.begin == UINT32_MAX ? Span{} : out;
}

std::string CleanText::surface(Span clean, std::string_view raw_text) const {
  std::string out;
  out.reserve(clean.size());
  const std::string_view words = clean.of(text);
  const bool cells = words.find('\t') != std::string_view::npos;
  for (std::size_t at = 0; at <= words.size();) {
    const auto stop = cells ? words.find_first_of("\t\n", at) : words.find('\n', at);
    const std::size_t end = std::min(stop, words.size());
    const auto from = clean.begin + static_cast<std::uint32_t>(at);
    const auto to = clean.begin + static_cast<std::uint32_t>(end);
    const std::size_t written = out.size();
    if (from < to) map.pieces({from, to}, [&](Span piece) { out += piece.of(raw_text); });
    for (auto tab = out.find('\t', written); tab != std::string::npos; tab = out.find('\t', tab))
      out[tab] = ' ';
    if (end < words.size()) out += words[end];
    at = end + 1;
  }
  return out;
}

}  // namespace guanlan
