#include "read/bookmarks.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint8_t kDeepest = 9;

std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> kNames[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  while (!text.empty()) {
    const auto* const name = std::find_if(std::begin(kNames), std::end(kNames),
                                          [&](const auto& n) { return text.starts_with(n.first); });
    const bool found = name != std::end(kNames);
    out += found ? name->second : text.front();
    text.remove_prefix(found ? name->first.size() : 1);
  }
  return out;
}

// <item page="3">1. …</item>
void add_entry(std::string_view line, std::uint8_t level, std::vector<Bookmark>& out) {
  constexpr std::string_view kOpen = "<item page=\"", kClose = "</item>";
  const auto begin = line.find('>');
  if (!line.starts_with(kOpen) || !line.ends_with(kClose) || begin == std::string_view::npos)
    return;
  Bookmark bookmark;
  bookmark.level = level;
  std::from_chars(line.data() + kOpen.size(), line.data() + line.size(), bookmark.page);
  if (begin + 1 + kClose.size() > line.size() || bookmark.page <= 0) return;
  bookmark.title = unescaped(line.substr(begin + 1, line.size() - kClose.size() - begin - 1));
  out.push_back(std::move(bookmark));
}

}  // namespace

std::vector<Bookmark> parse_bookmarks(std::string_view xml) {
  std::vector<Bookmark> out;
  const auto begin = xml.rfind("</page>");
  if (begin != std::string_view::npos) xml.remove_prefix(begin);
  std::uint8_t level = 0;
  while (!xml.empty()) {
    const auto line = xml.substr(0, xml.find('\n'));
    xml.remove_prefix(std::min(line.size() + 1, xml.size()));
    if (line == "<outline>") {
      level = std::min<std::uint8_t>(level + 1, kDeepest);
    } else if (line == "</outline>") {
      level = level > 0 ? level - 1 : 0;
    } else if (level > 0) {
      add_entry(line, level, out);
    }
  }
  return out;
}

BookmarkTitle::BookmarkTitle(std::string_view title) {
  bool blank = false;
  for (std::size_t at = 0; at < title.size();) {
    const auto d = utf8::decode(title, at);
    at += d.size;
    if (utf8::is_blank(d.cp)) {
      blank = true;
      continue;
    }
    letters_ += fold(d.cp);
    blank_.push_back(std::exchange(blank, false));
  }
}

std::size_t BookmarkTitle::reach(std::size_t at, std::string_view line) const {
  const std::size_t from = at;
  for (std::size_t p = 0; p < line.size();) {
    const auto d = utf8::decode(line, p);
    p += d.size;
    if (utf8::is_blank(d.cp)) continue;
    if (at == letters_.size() || letters_[at] != fold(d.cp)) return 0;
    ++at;
  }
  return at - from;
}

}  // namespace guanlan
