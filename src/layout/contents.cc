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
  bool dotted = false;   // the leader is no mere blank
  bool garbled = false;  // what follows the leader was not recognised as a number
};

// Takes blanks and leader characters off before `at`; how many dots that were, dashes counted.
struct Run {
  int dots = 0, blanks = 0, dashes = 0;
  bool tab = false;
};
Run take_run(std::string_view raw, std::uint32_t begin, std::uint32_t& at) {
  Run run;
  while (at > begin) {
    const auto d = utf8::decode_before(raw, at);
    if (is_leader(d.cp)) {
      run.dots += d.cp == U'…' || d.cp == U'⋯' || d.cp == U'—' ? 2 : 1;
      run.dashes += d.cp == '-' || d.cp == U'—' || d.cp == U'―';
    } else if (utf8::is_blank(d.cp)) {
      ++run.blanks;
      run.tab = run.tab || d.cp == '\t';
    } else if (!utf8::is_invisible(d.cp)) {
      break;
    }
    at -= d.size;
  }
  return run;
}

// A page number that recognition made something else of: words …… 人
Tail read_garbled(std::string_view raw, Span words) {
  constexpr int kMost = 3;  // characters
  Tail t{words.end, 0};
  std::uint32_t at = words.end;
  for (int i = 0; i < kMost && at > words.begin; ++i) {
    const auto d = utf8::decode_before(raw, at);
    if (is_leader(d.cp) || utf8::is_blank(d.cp)) break;
    at -= d.size;
  }
  const Run run = take_run(raw, words.begin, at);
  if (run.dots < 4 || run.dashes > 0 || at == words.begin) return t;
  t.words_end = at;
  t.leader = t.dotted = t.garbled = true;
  return t;
}

bool has_tab(std::string_view raw, Span words) {
  return words.of(raw).find('\t') != std::string_view::npos;
}

Tail read_tail(std::string_view raw, Span words) {
  Tail t{words.end, 0};
  std::uint32_t at = words.end;
  std::uint32_t digits = 0, scale = 1;
  const auto before = [&] { return utf8::decode_before(raw, at); };
  while (at > words.begin && utf8::is_digit(fold(before().cp)) && digits < 5) {
    t.page += static_cast<int>((fold(before().cp) - '0') * scale);
    scale *= 10;
    ++digits;
    at -= before().size;
  }
  const Run run = take_run(raw, words.begin, at);
  const int dots = run.dots, blanks = run.blanks;
  const bool numbered = digits > 0 && digits < 5;
  if (dots >= 3 && (numbered || dots >= 6)) t.leader = true;
  if (numbered && dots >= 2 && blanks > 0) t.leader = true;
  if (numbered && (run.tab || blanks >= 3)) t.leader = !has_tab(raw, {words.begin, at});
  t.dotted = t.leader && dots >= 3;
  if (t.leader)
    t.words_end = at;
  else
    t.page = 0;
  if (!numbered) t.page = 0;
  return t.leader ? t : read_garbled(raw, words);
}

// Words, a blank, a page number; page 0: the line is none such.
Tail read_spaced(std::string_view raw, Span words) {
  Tail t{words.end, 0};
  std::uint32_t at = words.end;
  int digits = 0;
  for (int scale = 1; at > words.begin && digits < 4; scale *= 10, ++digits) {
    const auto d = utf8::decode_before(raw, at);
    if (!utf8::is_digit(fold(d.cp))) break;
    t.page += static_cast<int>(fold(d.cp) - '0') * scale;
    at -= d.size;
  }
  const std::uint32_t number = at;
  (void)take_run(raw, words.begin, at);
  const bool spaced = digits > 0 && at < number && at > words.begin;
  if (spaced) {
    t.words_end = at;
  } else {
    t.page = 0;
  }
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
        const std::size_t end = list_under_heading(i + 1);
        if (end > i + 1) {
          lines_[i].use = Use::contents;
          last_taken = i = end - 1;
        }
      } else if (entries_.empty() || (last_taken != SIZE_MAX && i - last_taken < 8)) {
        // A list whose heading is missing, or one that goes on after a page.
        const Tail tail = read_tail(raw_, lines_[i].words);
        if (!tail.leader || lines_[i].role == Role::table_row) continue;
        if (!tail.dotted && !counts_up(i)) continue;
        if (const std::size_t end = led_list(i); end > i) last_taken = i = end - 1;
      }
    }
    if (garbled_) drop_misread_pages();
    return std::move(entries_);
  }

 private:
  std::size_t list_under_heading(std::size_t begin) {
    if (const std::size_t end = led_list(begin); end > 0) return end;
    if (!entries_.empty()) return 0;
    const std::size_t end = numbered_list(begin);
    return end > 0 ? end : plain_list(begin);
  }

  // The pages of a contents list never go back; the last column of a table does, which stands
  // behind blanks as well.
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
    std::size_t misses = 0, numbered = 0, garbled = 0;
    for (std::size_t i = begin; i < lines_.size() && misses <= kWrapped; ++i) {
      if (lines_[i].use == Use::furniture) continue;
      if (lines_[i].use != Use::words || lines_[i].chars > 160) break;
      if (const Tail tail = read_tail(raw_, lines_[i].words); tail.leader) {
        ends.push_back(i);
        ++(tail.garbled ? garbled : numbered);
        misses = 0;
      } else {
        ++misses;
      }
    }
    if (numbered < (entries_.empty() ? 3 : 2) || garbled > numbered) return 0;
    garbled_ = garbled_ || garbled > 0;
    std::size_t from = begin;
    for (const std::size_t end : ends) {
      add(from, end, read_tail(raw_, lines_[end].words));
      from = end + 1;
    }
    return from;
  }

  // A list whose leaders were drawn, not printed: pages that count up behind a single blank.
  std::size_t numbered_list(std::size_t begin) {
    constexpr int kFarthest = 400;
    const std::size_t run = short_lines(begin);
    std::size_t end = begin, count = 0;
    int previous = 1;
    for (; end < run; ++end) {
      if (lines_[end].use == Use::furniture) continue;
      const Tail tail = read_spaced(raw_, lines_[end].words);
      if (tail.page < previous || tail.page > previous + kFarthest) break;
      previous = tail.page;
      ++count;
    }
    if (count < 3) return 0;
    for (std::size_t k = begin; k < end; ++k) {
      if (lines_[k].use == Use::words) add(k, k, read_spaced(raw_, lines_[k].words));
    }
    return end;
  }

  // A list without page numbers: short lines that come back later as headings.
  std::size_t plain_list(std::size_t begin) {
    const std::size_t run = short_lines(begin);
    std::size_t end = first_entry_again(begin, run);
    if (end == 0) end = twins_end(begin, run);
    if (end < begin + 2) return 0;
    for (std::size_t k = begin; k < end; ++k) {
      if (lines_[k].use == Use::words) add(k, k, Tail{lines_[k].words.end, 0});
    }
    return end;
  }

  // One past the last of the lines from `begin` that may be entries.
  [[nodiscard]] std::size_t short_lines(std::size_t begin) const {
    constexpr std::size_t kMost = 400;
    constexpr std::uint32_t kLongest = 160;  // of a heading that names all it stands over
    const std::size_t limit = std::min(lines_.size(), begin + kMost);
    std::size_t i = begin;
    for (; i < limit; ++i) {
      const LineView& line = lines_[i];
      if (line.use == Use::furniture) continue;
      if (line.use != Use::words || line.chars > kLongest || line.last == U'。') break;
    }
    return i;
  }

  // Where one of the first two entries stands again: the body begins. 0: nowhere.
  [[nodiscard]] std::size_t first_entry_again(std::size_t begin, std::size_t end) const {
    if (begin + 2 >= lines_.size()) return 0;
    const std::string first = key(begin), second = key(begin + 1);
    for (std::size_t i = begin + 2; i < end; ++i) {
      const std::string words = key(i);
      if (words.size() >= 6 && (words == first || words == second)) return i;
    }
    return 0;
  }

  // One past the last line of the run that comes back after it, where most of its lines do; else 0.
  [[nodiscard]] std::size_t twins_end(std::size_t begin, std::size_t end) {
    if (last_place_.empty()) {
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].use == Use::words) last_place_[key(i)] = i;
      }
    }
    std::size_t twins = 0, last = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (const auto it = last_place_.find(key(i)); it == last_place_.end() || it->second <= i)
        continue;
      ++twins;
      last = i + 1;
    }
    return twins >= 2 && twins * 2 >= last - begin ? last : 0;
  }

  // Of a recognised list: page numbers that do not count up with most of the others.
  void drop_misread_pages() {
    std::vector<std::size_t> last;  // of the best rows by length: the entry with the least page
    std::vector<std::size_t> before(entries_.size(), SIZE_MAX);
    for (std::size_t e = 0; e < entries_.size(); ++e) {
      if (entries_[e].page == 0) continue;
      const auto at = std::upper_bound(
          last.begin(), last.end(), entries_[e].page,
          [&](int page, std::size_t other) { return page < entries_[other].page; });
      if (at != last.begin()) before[e] = *(at - 1);
      if (at == last.end())
        last.push_back(e);
      else
        *at = e;
    }
    std::vector<bool> keep(entries_.size(), false);
    for (std::size_t e = last.empty() ? SIZE_MAX : last.back(); e != SIZE_MAX; e = before[e])
      keep[e] = true;
    for (std::size_t e = 0; e < entries_.size(); ++e) {
      if (!keep[e]) entries_[e].page = 0;
    }
  }

  [[nodiscard]] std::string key(std::size_t i) const { return folded(raw_, lines_[i].words, 400); }

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
  bool garbled_ = false;
  std::unordered_map<std::string, std::size_t> last_place_;  // of a line's words, once needed
};

}  // namespace

std::vector<ContentsEntry> take_contents(std::string_view raw, std::vector<LineView>& lines) {
  return Taker(raw, lines).take();
}

}  // namespace guanlan
