#include "layout/wraps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kWindow = 12;

// How the document sets off a paragraph.
struct Habit {
  bool spread = false;    // an empty line stands after every line: it says nothing
  bool blanked = false;   // an empty line stands between paragraphs
  bool indented = false;  // the first line of a paragraph is indented
  float em = 0;           // of most of the text, where lines have boxes
};

// The measure around a line, in its units; 0: the lines around are set to none.
struct Around {
  float right = 0;          // where full lines end
  float left = 0;           // where lines begin that are not indented
  std::uint32_t chars = 0;  // where a machine wrapped by counting characters
};

// The middle one of the largest values that lie near each other and are a good part of all; 0
// where there is none.
template <class T>
T supported(std::array<T, kWindow>& values, std::size_t n, T near, std::size_t percent) {
  std::sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), std::greater<>());
  for (std::size_t k = 0; k < n && k < 4; ++k) {
    std::size_t count = 0;
    for (std::size_t j = k; j < n && values[j] + near >= values[k]; ++j) ++count;
    if (count >= 3 && count * 100 >= percent * n) return values[k + count / 2];
  }
  return T{};
}

class Wraps {
 public:
  Wraps(std::string_view raw, const std::vector<LineView>& lines) : raw_(raw), lines_(lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].use == Use::words) words_.push_back(i);
    }
    learn_habit();
  }

  std::vector<bool> find() {
    std::vector<bool> joins(lines_.size(), false);
    Paragraph open;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (k > 0 && may_join(k)) {
        joins[words_[k]] = score(k, open) >= 0;
      }
      if (!joins[words_[k]]) open = Paragraph{};
      read(words_[k], open);
    }
    return joins;
  }

 private:
  // What has been printed of the paragraph so far.
  struct Paragraph {
    std::size_t chars = 0;
    int brackets = 0;             // open ones
    std::uint32_t last_open = 0;  // where the last ( stands, in raw
    bool labelled = false;
    bool sentence = false;  // a full stop inside
    bool prose = false;
    bool keywords = false;
  };

  [[nodiscard]] const LineView& at(std::size_t k) const { return lines_[words_[k]]; }

  void learn_habit() {
    std::size_t gaps = 0, blank = 0, unknown = 0, indented = 0;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const LineView& line = at(k);
      if (line.role != Role::unknown) continue;
      ++unknown;
      indented += !line.has_box && line.left >= 1 && line.left <= 6;
      if (k == 0 || line.page_top) continue;
      ++gaps;
      blank += line.blank_lines > 0;
    }
    habit_.spread = gaps > 0 && blank * 10 >= gaps * 8;
    habit_.blanked = !habit_.spread && blank > 0;
    habit_.indented = indented * 100 >= unknown * 5 && indented * 100 <= unknown * 60;
    habit_.em = usual_em();
  }

  // The em that most characters are set in.
  [[nodiscard]] float usual_em() const {
    std::map<int, std::size_t> chars;  // by quarters of a point
    for (const std::size_t i : words_) {
      if (lines_[i].has_box) chars[static_cast<int>(lines_[i].em * 4)] += lines_[i].chars;
    }
    const auto most = std::max_element(chars.begin(), chars.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == chars.end() ? 0 : static_cast<float>(most->first) / 4;
  }

  // Only lines that the format says nothing about are joined, and none over a contents list.
  [[nodiscard]] bool may_join(std::size_t k) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (a.role != Role::unknown || b.role != Role::unknown || words_[k] == 0) return false;
    const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(words_[k - 1]);
    const auto to = lines_.begin() + static_cast<std::ptrdiff_t>(words_[k]);
    return std::none_of(from, to, [](const LineView& l) { return l.use == Use::contents; });
  }

  void read(std::size_t i, Paragraph& open) const {
    const LineView& line = lines_[i];
    if (open.chars == 0) {
      open.labelled = line.label != Numbering::none;
      open.keywords = line.first == U'关' && folded(raw_, line.words, 24).starts_with("关键");
    }
    open.chars += line.chars;
    open.prose = open.prose || line.prose;
    if (line.chars > 4000) {
      open.sentence = true;
      const auto bracket = line.words.of(raw_).rfind(raw_[line.words.end - 1] == ')' ? "(" : "（");
      if (bracket != std::string_view::npos) {
        open.last_open = line.words.begin + static_cast<std::uint32_t>(bracket);
      }
      return;
    }
    for (std::uint32_t p = line.words.begin; p < line.words.end;) {
      p = static_cast<std::uint32_t>(utf8::skip_han(raw_, p, line.words.end));
      if (p == line.words.end) break;
      const auto d = utf8::decode(raw_, p);
      p += d.size;
      const char32_t cp = fold(d.cp);
      if (cp == '(' || cp == '[' || cp == U'〔' || cp == U'【') open.last_open = p - d.size;
      if (is_opening(cp))
        ++open.brackets;
      else if (open.brackets > 0 && is_pair_end(cp))
        --open.brackets;
      else if (cp == U'。')
        open.sentence = true;
    }
  }

  [[nodiscard]] static bool closes_bracket(char32_t cp) {
    return cp == ')' || cp == ']' || cp == U'〕' || cp == U'】';
  }

  [[nodiscard]] static bool is_pair_end(char32_t cp) {
    constexpr std::u32string_view kEnds = U")]}》〉】〕〗”’";
    return kEnds.find(cp) != std::u32string_view::npos;
  }

  [[nodiscard]] static bool same_type(const LineView& a, const LineView& b) {
    return a.has_box == b.has_box && (!a.has_box || std::abs(a.em - b.em) <= 0.15f * a.em);
  }

  [[nodiscard]] static bool same_column(const LineView& a, const LineView& b) {
    if (a.has_box != b.has_box || !a.has_box) return a.has_box == b.has_box;
    const float overlap = std::min(a.right, b.right) - std::max(a.left, b.left);
    return overlap > 0.5f * std::min(a.right - a.left, b.right - b.left);
  }

  // The measure around a line is asked for several times, while the lines beside it are judged.
  [[nodiscard]] const Around& around(std::size_t k, int step) const {
    Known& known = known_[(k % 4) * 2 + (step > 0)];
    if (known.line != k) known = {k, measure(k, step)};
    return known.around;
  }

  // The measure learned from the lines before (step -1) or after (step 1) and the line itself:
  // those of its type in its column, which is as wide as the lines seen of it.
  [[nodiscard]] Around measure(std::size_t k, int step) const {
    std::array<float, kWindow> rights{}, lefts{};
    std::array<std::uint32_t, kWindow> counts{};
    std::array<const LineView*, kWindow> seen{};
    std::size_t n = 0, prose = 0;
    LineView column = at(k);
    for (std::size_t j = k, steps = 0; j < words_.size() && n < kWindow; ++steps) {
      const LineView& line = at(j);
      const bool mine =
          line.role == Role::unknown && same_type(at(k), line) && same_column(column, line);
      if (line.has_box && steps > 3 * kWindow) break;
      if (mine) {
        rights[n] = line.right;
        lefts[n] = -line.left;
        counts[n] = line.chars;
        prose += line.prose;
        seen[n++] = &line;
        column.left = std::min(column.left, line.left);
        column.right = std::max(column.right, line.right);
      }
      if (step < 0 && j == 0) break;
      j = step < 0 ? j - 1 : j + 1;
    }
    // Of the short lines of a column fewer have a comma or a full stop.
    const std::size_t share = at(k).has_box ? 5 : 4;
    if (n < 3 || prose * 10 < n * (at(k).has_box ? 2 : 3)) return {};
    constexpr float kLongest = 75, kShortest = 13;  // no text is set wider or narrower
    Around out;
    const float em = at(k).em;
    const float near = (at(k).has_box ? 1.5f : 2.6f) * em;
    // At a measure that lines were wrapped to, most of them stop in the middle of a sentence; and
    // they are text: headlines of like length make no measure.
    const auto wrapped = [&](auto reaches) {
      std::size_t full = 0, open = 0, text = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (!reaches(*seen[j])) continue;
        ++full;
        open += !ends_sentence(seen[j]->last);
        text += seen[j]->prose;
      }
      return open * 2 >= full && text * share >= full;
    };
    out.right = supported(rights, n, near, 30);
    if (!at(k).has_box && (out.right > kLongest || out.right < kShortest)) out.right = 0;
    if (!wrapped([&](const LineView& l) { return std::abs(l.right - out.right) <= near; })) {
      out.right = 0;
    }
    out.left = -supported(lefts, n, 0.5f * em, 20);
    out.chars = supported<std::uint32_t>(counts, n, 1, 50);
    if (out.chars > 2 * kLongest || out.chars < kShortest || at(k).has_box) out.chars = 0;
    if (!wrapped(
            [&](const LineView& l) { return l.chars == out.chars || l.chars + 1 == out.chars; })) {
      out.chars = 0;
    }
    return out;
  }

  enum class Reach { unknown, shorter, full };

  // Whether line k reaches the measure of the lines before or after it. One that ends a sentence
  // must come closer: the lost indent of a first line does not excuse it.
  [[nodiscard]] Reach reach(std::size_t k, bool stop) const {
    const LineView& line = at(k);
    const float loose = line.has_box ? 1.6f : habit_.indented ? 2.1f : 4.1f;
    const float slack = (stop ? 1.6f : loose) * line.em;
    Reach best = Reach::unknown;
    for (const int step : {-1, 1}) {
      const Around& a = around(k, step);
      const bool measured =
          a.right > 0 && line.right + slack >= a.right && line.right <= a.right + 4 * line.em;
      const bool counted = a.chars > 0 && line.chars + 1 >= a.chars && line.chars <= a.chars + 1;
      if (measured || counted) return Reach::full;
      if (a.right > 0 || a.chars > 0) best = Reach::shorter;
    }
    return best;
  }

  // Whether no line near it reaches further: a line that was broken at a measure is full.
  [[nodiscard]] bool is_longest(std::size_t k) const {
    const std::size_t from = k < kWindow ? 0 : k - kWindow;
    const std::size_t to = std::min(words_.size(), k + kWindow);
    for (std::size_t j = from; j < to; ++j) {
      if (same_column(at(k), at(j)) && at(j).right > at(k).right + 2 * at(k).em) return false;
    }
    return true;
  }

  [[nodiscard]] float indent(std::size_t k) const {
    const LineView& line = at(k);
    if (!line.has_box) return line.left;
    const Around &after = around(k, 1), &before = around(k, -1);
    float left = line.left;
    if (after.right > 0)
      left = std::min(left, after.left);
    else if (before.right > 0)
      left = std::min(left, before.left);
    return (line.left - left) / line.em;
  }

  // Evidence that line k goes on from line k-1; negative: it begins a paragraph.
  [[nodiscard]] float score(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (breaks_for_sure(a, b, open)) return -10;
    if (is_drop_capital(a, b, open) || is_large_headline(k)) return 10;
    const bool goes_on =
        reach(k - 1, false) == Reach::full || (open.prose && !ends_sentence(a.last));
    const bool orphan = goes_on && b.blank_lines == 0;
    if (k + 1 < words_.size() && !orphan && is_drop_capital(b, at(k + 1), {.chars = 1})) return -10;
    float s = of_end(k, open) + of_beginning(k, open);
    const bool page = b.page_top || words_[k] != words_[k - 1] + 1;
    if (b.blank_lines > 0 && !habit_.spread && !page) s -= 3;
    // …通报(2025年第3批,总第48批): a headline that closes with a bracket, set to no measure.
    const bool bracketed = a.last == ')' && open.chars == a.chars && !open.sentence;
    if (b.blank_lines > 0 && bracketed && !page && reach(k - 1, false) == Reach::unknown) s -= 2;
    if (a.has_box && b.has_box && !page && same_column(a, b) && b.top > a.top) {
      if (b.top - a.bottom > 1.2f * a.em) s -= 1.5f;
    }
    if (a.has_box && b.has_box && std::abs(a.em - b.em) > 0.12f * a.em) s -= 4;
    if (a.bold != b.bold && (a.has_box || b.has_box)) s -= 1;
    return s;
  }

  [[nodiscard]] bool breaks_for_sure(const LineView& a, const LineView& b,
                                     const Paragraph& open) const {
    if (open.brackets > 0 && open.chars < 2000) return false;
    if (begins_apart(b)) return true;
    if (open.chars == a.chars && is_lone_day(a)) return true;
    if (open.keywords && b.label != Numbering::none) return true;
    const std::uint32_t tail = a.words.size() > 240 ? a.words.end - 240 : a.words.begin;
    if ((tail != a.words.begin || a.first == U'来') && folded(raw_, {tail, a.words.end}, 12).starts_with("来源:")) return true;
    return closes_bracket(a.last) && closes_source(a, open);
  }

  // 来源：, 导读：, 附件1: words that open a paragraph of their own.
  [[nodiscard]] bool begins_apart(const LineView& b) const {
    constexpr std::u32string_view kFirst = U"来导关附信责编(【";
    if (kFirst.find(b.first) == std::u32string_view::npos) return false;
    const std::string head = folded(raw_, b.words, 24);
    for (const std::string_view word : {"来源:", "导读:", "关键词:", "关键字:", "附件:", "附件1",
                                        "信息来源:", "责任编辑:", "编辑:", "(来源:", "【"}) {
      if (head.starts_with(word)) return true;
    }
    return false;
  }

  // 2024年7月8日, 二〇二四年七月八日: nothing else in the line.
  [[nodiscard]] bool is_lone_day(const LineView& a) const {
    if (a.last != U'日' || a.chars < 8 || a.chars > 20) return false;
    const std::string words = folded(raw_, a.words, 80);
    constexpr std::u32string_view kOf = U"0123456789〇○零一二三四五六七八九十年月日";
    for (std::size_t at = 0; at < words.size();) {
      const auto d = utf8::decode(words, at);
      if (kOf.find(d.cp) == std::u32string_view::npos) return false;
      at += d.size;
    }
    return words.find("年") != std::string::npos;
  }

  // 示例市人民政府办公厅 | 2024年7月8日: names, each in a line, and a day below them.
  [[nodiscard]] bool signs(std::size_t k) const {
    constexpr std::size_t kNames = 6, kName = 25;
    for (std::size_t i = k; i < std::min(words_.size(), k + kNames); ++i) {
      if (i > k && is_lone_day(at(i))) return true;
      if (at(i).chars > kName || ends_sentence(at(i).last) || at(i).prose) return false;
    }
    return false;
  }

  // 今 | 年以来，…: the first character of a paragraph, set large on a line of its own.
  [[nodiscard]] static bool is_drop_capital(const LineView& a, const LineView& b,
                                            const Paragraph& open) {
    const bool one = a.chars == 1 && open.chars == 1;
    return one && b.chars >= 8 && b.blank_lines == 0 &&
           (utf8::is_han(a.last) || utf8::is_digit(a.last)) &&
           (utf8::is_han(b.first) || utf8::is_digit(b.first)) && b.label == Numbering::none;
  }

  // Lines of a headline, larger than the text, the first a full one: centred under each other, or
  // from the same margin, of a headline as wide as the page.
  [[nodiscard]] bool is_large_headline(std::size_t k) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (!a.has_box || !b.has_box || a.page != b.page || b.label != Numbering::none) return false;
    const float width = a.right - a.left, offset = (a.left + a.right - b.left - b.right) / 2;
    const bool centred = std::abs(offset) < 0.6f * a.em && width >= 12 * a.em;
    const bool flush = std::abs(a.left - b.left) < 0.3f * a.em && width >= 20 * a.em && is_widest(k - 1);
    return a.em > 1.15f * habit_.em && std::abs(a.em - b.em) < 0.05f * a.em && a.bold == b.bold &&
           (centred || flush) && b.top > a.top && b.top - a.bottom < 0.9f * a.em &&
           !ends_with_stop(a);
  }

  // Whether no line near it on its page reaches further to the right.
  [[nodiscard]] bool is_widest(std::size_t k) const {
    const std::size_t from = k < kWindow ? 0 : k - kWindow;
    for (std::size_t j = from; j < std::min(words_.size(), k + kWindow); ++j) {
      if (at(j).page == at(k).page && at(j).right > at(k).right + 2 * at(k).em) return false;
    }
    return true;
  }

  // （来源：示例网） at the end, also where it was broken over lines.
  [[nodiscard]] bool closes_source(const LineView& a, const Paragraph& open) const {
    if (open.last_open + 600 < a.words.end || open.last_open >= a.words.end) return false;
    return folded(raw_, {open.last_open, a.words.end}, 400).find("来源:") < 12;
  }

  // 党组书记、部长   肖亚庆: an office and, set off by a wide blank, a name.
  [[nodiscard]] bool ends_with_name(const LineView& a) const {
    std::uint32_t at = a.words.end;
    std::size_t name = 0, blanks = 0;
    while (at > a.words.begin && name < 7) {
      const auto d = utf8::decode_before(raw_, at);
      if (utf8::is_blank(d.cp)) break;
      if (!utf8::is_han(d.cp)) return false;
      at -= d.size;
      ++name;
    }
    while (at > a.words.begin && utf8::is_blank(utf8::decode_before(raw_, at).cp)) {
      const auto d = utf8::decode_before(raw_, at);
      blanks += d.cp == 0x3000 ? 2 : 1;
      at -= d.size;
    }
    return name >= 2 && name <= 4 && blanks >= 2 && at > a.words.begin;
  }

  // 。 ！ ？ … also where closing marks follow: 。” but not 持“一般”
  [[nodiscard]] bool ends_with_stop(const LineView& a) const {
    char32_t cp = a.last;
    for (std::uint32_t at = a.words.end; at > a.words.begin;) {
      const auto d = utf8::decode_before(raw_, at);
      at -= d.size;
      cp = fold(d.cp);
      if (!is_pair_end(cp) && !utf8::is_blank(d.cp)) break;
    }
    return cp == U'。' || cp == '!' || cp == '?' || cp == U'…';
  }

  // …。（农业农村部、财政部负责）: a sentence and who is charged with it, reported it, checked it.
  [[nodiscard]] bool ends_with_note(const LineView& a, const Paragraph& open) const {
    if (!closes_bracket(a.last)) return false;
    if (open.brackets > 0 || open.last_open == 0) return false;
    if (open.last_open + 600 < a.words.end || open.last_open >= a.words.end) return false;
    const char32_t cp = fold(utf8::decode_before(raw_, open.last_open).cp);
    return cp == U'。' || cp == '!' || cp == '?';
  }

  [[nodiscard]] float of_end(std::size_t k, const Paragraph& open) const {
    const LineView& a = at(k - 1);
    const bool stop = ends_with_stop(a) || ends_with_note(a, open);
    const Reach r = reach(k - 1, stop);
    float s = r == Reach::full ? 2.0f : r == Reach::shorter ? -2.5f : 0.0f;
    const bool mark = a.last == ';' || a.last == U'》';
    if (open.brackets > 0) {
      s += 3;
    } else if (a.last == ',' || a.last == U'、' || a.last == U'，') {
      s += 2.5f;
    } else if (stop) {
      s -= r == Reach::unknown ? 3.0f : 1.0f;
    } else if (a.last == ':') {
      s -= 1.5f;
    } else if (a.last == U'》' && r == Reach::unknown && open.prose && is_longest(k - 1)) {
      s += 1;
    } else if (mark) {
      s -= r == Reach::unknown ? 1.5f : 0.3f;
    } else if (r == Reach::unknown) {
      const bool long_enough = open.chars >= 40 || (open.chars >= 24 && is_longest(k - 1));
      const bool goes_on =
          long_enough && !signs(k) && (open.sentence || !open.labelled) && open.prose;
      s += goes_on ? 1.5f : is_wrapped_heading(k, open) ? 1.0f : -2.0f;
    } else {
      s += r == Reach::shorter && open.prose && open.chars >= 20 && !open.labelled ? 2.6f : 0.5f;
    }
    if (!open.prose && open.chars <= 60 && r == Reach::full && begins_report(at(k))) s -= 4;
    if (open.prose && is_headline(k, open) && begins_report(at(k))) s -= 4;
    if (open.labelled && stop && open.chars == a.chars && begins_report(at(k))) s -= 2;
    if (open.labelled && !open.sentence && open.chars <= 40 && r != Reach::full) s -= 1;
    if (!open.prose && open.chars == a.chars) {
      if (ends_with_name(a)) s -= 3;
      if (begins_report(a)) s += 1.5f;
    }
    return s;
  }

  // (4)某部门…,某公司被处罚: one line, no sentence, that a date cannot go on from.
  [[nodiscard]] bool is_headline(std::size_t k, const Paragraph& open) const {
    constexpr std::u32string_view kGoesOn = U",、:;于在至自从到截和与及的日月年";
    const LineView& a = at(k - 1);
    const bool set_off = open.labelled || at(k).blank_lines > 0;
    return set_off && open.chars == a.chars && open.chars <= 60 && !open.sentence &&
           !ends_sentence(a.last) && kGoesOn.find(fold(a.last)) == std::u32string_view::npos;
  }

  // A headline over two lines where empty lines stand between paragraphs.
  [[nodiscard]] bool is_wrapped_heading(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    return habit_.blanked && b.blank_lines == 0 && !b.page_top && !open.prose && a.chars >= 24 &&
           b.chars < a.chars && is_longest(k - 1);
  }

  [[nodiscard]] float of_beginning(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (is_closing(b.first) && b.first != U'…') return 4;
    float s = 0;
    const float in = indent(k);
    if (habit_.indented || b.has_box) {
      if (in >= 1 && in < 8)
        s -= 3;
      else if (in < 0.5f)
        s += 1;
    } else if (first_line_shape(k) && (ends_sentence(a.last) || !open.prose)) {
      s -= open.prose ? 1.5f : 2.6f;
    }
    if (open.brackets == 0 && ends_sentence(a.last) && is_heading_shape(k)) s -= 3;
    const bool cited = b.label == Numbering::article && !ends_with_stop(a) && a.last != ':';
    if (b.label != Numbering::none && open.brackets == 0 && !cited) {
      s -= ends_sentence(a.last) || a.last == ':' ? 3 : 2;
    }
    return s;
  }

  // A line that falls short of the measure without ending a sentence is no paragraph's tail.
  [[nodiscard]] bool is_heading_shape(std::size_t k) const {
    const LineView& b = at(k);
    if (b.prose || (b.last != ':' && (ends_sentence(b.last) || is_closing(b.last)))) return false;
    return reach(k, false) == Reach::shorter;
  }

  // 9月10日，… 近日，…: what follows a headline.
  [[nodiscard]] bool begins_report(const LineView& b) const {
    if (!utf8::is_digit(b.first) && std::u32string_view(U"近日今当").find(b.first) == std::u32string_view::npos) return false;
    const std::string head = folded(raw_, b.words, 48);
    for (const std::string_view word :
         {"近日,", "日前,", "近期,", "今年以来,", "近年来,", "当前,"}) {
      if (head.starts_with(word)) return true;
    }
    std::size_t digits = 0;
    while (digits < head.size() && utf8::is_digit(static_cast<unsigned char>(head[digits])))
      ++digits;
    const std::string_view rest = std::string_view(head).substr(digits);
    if (digits == 0 || digits > 4) return false;
    if (rest.starts_with("月") || rest.starts_with("日")) return true;
    const std::string_view year = rest.starts_with("年") ? rest.substr(3) : "";  // not 2024年度
    return !year.empty() && (year.front() == ',' || utf8::is_digit(static_cast<unsigned char>(year.front())));
  }

  // A text whose indents were lost: a first line is two ems short and goes on all the same.
  [[nodiscard]] bool first_line_shape(std::size_t k) const {
    const LineView& b = at(k);
    if (ends_sentence(b.last)) return false;
    const auto lost = [](float missing) { return missing >= 1.4f && missing <= 2.6f; };
    const Around& after = around(k, 1);
    if (after.right <= 0 || b.right > after.right - 1.4f || k + 1 == words_.size()) return false;
    return lost(after.right - b.right) || lost(at(k + 1).right - b.right);
  }

  std::string_view raw_;
  const std::vector<LineView>& lines_;
  std::vector<std::size_t> words_;
  Habit habit_;
  struct Known {
    std::size_t line = SIZE_MAX;
    Around around;
  };
  mutable std::array<Known, 8> known_;
};

}  // namespace

std::vector<bool> find_wraps(std::string_view raw, const std::vector<LineView>& lines) {
  return Wraps(raw, lines).find();
}

}  // namespace guanlan
