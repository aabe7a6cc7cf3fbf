#include "layout/contents.h"

#include <algorithm>
#include <unordered_map>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

bool is_leader(char32_t cp) {
  return cp == '.' || cp == U'…' || cp == U'·' || cp == U'⋯' || cp == U'．' || cp == U'・' ||
         cp == U'-' || cp == U'—' || cp == '_' || cp == U'―';
}

// The tail of a contents line: words | leader | page.
struct Tail {
  std::uint32_t words_end = 0;  // in raw
  int page = 0;
  bool leader = false;
};

bool has_tab(std::string_view raw, Span words) {
  return words.of(raw).find('\t') != std::string_view::npos;
}

Tail read_tail(std::string_view raw, Span words) {
  Tail t{words.end, 0, false};
  std::uint32_t at = words.end;
  std::uint32_t digits = 0, scale = 1;
  const auto before = [&] { return utf8::decode_before(raw, at); };
  while (at > words.begin && utf8::is_digit(fold(before().cp)) && digits < 5) {
    t.page += static_cast<int>((fold(before().cp) - '0') * scale);
    scale *= 10;
    ++digits;
    at -= before().size;
  }
  int dots = 0, blanks = 0;
  bool tab = false;
  while (at > words.begin) {
    const auto d = before();
    if (is_leader(d.cp))
      dots += d.cp == U'…' || d.cp == U'⋯' || d.cp == U'—' ? 2 : 1;
    else if (utf8::is_blank(d.cp))
      ++blanks, tab = tab || d.cp == '\t';
    else if (!utf8::is_invisible(d.cp))
      break;
    at -= d.size;
  }
  const bool numbered = digits > 0 && digits < 5;
  if (dots >= 3 && (numbered || dots >= 6)) t.leader = true;
  if (numbered && dots >= 2 && blanks > 0) t.leader = true;
  if (numbered && (tab || blanks >= 3)) t.leader = !has_tab(raw, {words.begin, at});
  if (t.leader)
    t.words_end = at;
  else
    t.page = 0;
  if (!numbered) t.page = 0;
  return t;
}

bool is_contents_heading(std::string_view raw, const LineView& line) {
  if (line.chars > 16) return false;
  std::string words = folded(raw, line.words, 60);
  for (const std::string_view edge : {"【", "】", "[", "]", "—", "-"}) {
    if (words.starts_with(edge)) words.erase(0, edge.size());
    if (words.ends_with(edge)) words.erase(words.size() - edge.size());
  }
  for (const std::string_view name :
       {"目录", "目次", "本期目录", "要目", "本期要目", "本刊目录", "本期导读", "导读目录",
        "CONTENTS", "Contents", "目录CONTENTS", "目录Contents", "内容目录"}) {
    if (words == name) return true;
  }
  return false;
}

class Taker {
 public:
  Taker(std::string_view raw, std::vector<LineView>& lines) : raw_(raw), lines_(lines) {}

  std::vector<ContentsEntry> take() {
    std::size_t last_taken = SIZE_MAX;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].use != Use::words) continue;
      if (is_contents_heading(raw_, lines_[i])) {
        const std::size_t end = std::max(led_list(i + 1), entries_.empty() ? plain_list(i + 1) : 0);
        if (end > i + 1) {
          lines_[i].use = Use::contents;
          last_taken = i = end - 1;
        }
      } else if (entries_.empty() || (last_taken != SIZE_MAX && i - last_taken < 8)) {
        // A list whose heading is missing, or one that goes on after a page.
        if (!read_tail(raw_, lines_[i].words).leader || lines_[i].role == Role::table_row) continue;
        if (!counts_up(i)) continue;
        if (const std::size_t end = led_list(i); end > i) last_taken = i = end - 1;
      }
    }
    return std::move(entries_);
  }

 private:
  // The pages of a contents list never go back; the last column of a table does.
  [[nodiscard]] bool counts_up(std::size_t begin) const {
    int previous = 0;
    for (std::size_t i = begin; i < lines_.size() && i < begin + 12; ++i) {
      const Tail tail = read_tail(raw_, lines_[i].words);
      if (!tail.leader || tail.page == 0) continue;
      if (tail.page < previous || tail.page > previous + 400) return false;
      previous = tail.page;
    }
    return true;
  }

  // Takes a list with leaders that begins at `begin`; one past its last line, or 0.
  std::size_t led_list(std::size_t begin) {
    constexpr std::size_t kWrapped = 3;  // an entry is at most this many lines and one more
    std::vector<std::size_t> ends;       // lines with a leader
    std::size_t misses = 0;
    for (std::size_t i = begin; i < lines_.size() && misses <= kWrapped; ++i) {
      if (lines_[i].use == Use::furniture) continue;
      if (lines_[i].use != Use::words || lines_[i].chars > 160) break;
      if (read_tail(raw_, lines_[i].words).leader) {
        ends.push_back(i);
        misses = 0;
      } else {
        ++misses;
      }
    }
    if (ends.size() < (entries_.empty() ? 3 : 2)) return 0;
    std::size_t from = begin;
    for (const std::size_t end : ends) {
      add(from, end, read_tail(raw_, lines_[end].words));
      from = end + 1;
    }
    return from;
  }

  // A list without page numbers: short lines until the first of them comes back as a heading.
  std::size_t plain_list(std::size_t begin) {
    std::unordered_map<std::string, std::size_t> seen;
    constexpr std::size_t kLongest = 400;
    const std::size_t limit = std::min(lines_.size(), begin + kLongest);
    std::size_t i = begin;
    for (; i < limit; ++i) {
      if (lines_[i].use == Use::furniture) continue;
      if (lines_[i].use != Use::words || lines_[i].chars > 90 || lines_[i].last == U'。') break;
      const std::string key = folded(raw_, lines_[i].words, 400);
      if (key.size() >= 6 && !seen.emplace(key, i).second) break;
    }
    if (i >= limit || lines_[i].use != Use::words) return 0;
    const auto it = seen.find(folded(raw_, lines_[i].words, 400));
    std::size_t end = i;
    if (it == seen.end()) {
      // The list ran into the body: it ends before the line that opens it, if the list names it.
      end = comes_back(begin, i);
      if (end == 0) return 0;
    } else if (it->second > begin + 1) {
      return 0;  // something else repeats
    }
    if (end < begin + 2) return 0;
    for (std::size_t k = begin; k < end; ++k) {
      if (lines_[k].use == Use::words) add(k, k, Tail{lines_[k].words.end, 0, false});
    }
    return end;
  }

  // The heading just before a first long line at `body`, when an earlier line has its words.
  [[nodiscard]] std::size_t comes_back(std::size_t begin, std::size_t body) const {
    for (std::size_t k = body; k-- > begin && k + 4 > body;) {
      const std::string key = folded(raw_, lines_[k].words, 400);
      for (std::size_t j = begin; j < k; ++j) {
        if (folded(raw_, lines_[j].words, 400) == key) return k;
      }
    }
    return 0;
  }

  void add(std::size_t from, std::size_t end, const Tail& tail) {
    ContentsEntry entry;
    entry.page = tail.page;
    bool first = true;
    for (std::size_t k = from; k <= end; ++k) {
      LineView& line = lines_[k];
      if (line.use != Use::words) continue;
      line.use = Use::contents;
      const Span words{line.words.begin, k == end ? tail.words_end : line.words.end};
      if (first) entry.raw = words;
      first = false;
      entry.raw.end = words.end;
      entry.text += folded_words(raw_, words, 600);
    }
    if (!entry.text.empty()) entries_.push_back(std::move(entry));
  }

  std::string_view raw_;
  std::vector<LineView>& lines_;
  std::vector<ContentsEntry> entries_;
};

}  // namespace

std::vector<ContentsEntry> take_contents(std::string_view raw, std::vector<LineView>& lines) {
  return Taker(raw, lines).take();
}

}  // namespace guanlan
