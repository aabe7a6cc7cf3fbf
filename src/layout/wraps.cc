#include "layout/wraps.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/headline_numbers.h"
#include "layout/line_shape.h"
#include "layout/measure.h"
#include "text/fold.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

std::vector<std::size_t> lines_of_words(const std::vector<LineView>& lines) {
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].use == Use::words) words.push_back(i);
  }
  return words;
}

class Wraps {
 public:
  Wraps(std::string_view raw, const std::vector<LineView>& lines)
      : raw_(raw),
        lines_(lines),
        words_(lines_of_words(lines)),
        measure_(lines, words_),
        headlines_(raw, lines, words_) {}

  std::vector<bool> find() {
    std::vector<bool> joins(lines_.size(), false);
    Paragraph open;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (k > 0 && may_join(k)) {
        if (open.book && opens_another_title(k)) forget_book(open);
        if (open.brackets > 0 && begins_anew(k, open)) open.brackets = 0, open.book = false;
        joins[words_[k]] = score(k, open) >= 0;
      }
      if (!joins[words_[k]]) open = Paragraph{};
      read(k, open);
    }
    return joins;
  }

 private:
  // What has been printed of the paragraph so far.
  struct Paragraph {
    std::size_t chars = 0;
    int brackets = 0;             // open ones
    bool book = false;            // among them a 《, of a title
    std::uint32_t last_open = 0;  // where the last ( stands, in raw
    bool labelled = false;
    bool numbered = false;  // labelled as headlines are
    bool sentence = false;  // a full stop inside
    bool prose = false;
    bool keywords = false;
    bool indented = false;  // its first line, on the page
  };

  [[nodiscard]] const LineView& at(std::size_t k) const { return lines_[words_[k]]; }

  // Only lines that the format says nothing about are joined, and none over a contents list.
  [[nodiscard]] bool may_join(std::size_t k) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (a.role != Role::unknown || b.role != Role::unknown || words_[k] == 0) return false;
    const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(words_[k - 1]);
    const auto to = lines_.begin() + static_cast<std::ptrdiff_t>(words_[k]);
    return std::none_of(from, to, [](const LineView& l) { return l.use == Use::contents; });
  }

  void read(std::size_t k, Paragraph& open) const {
    const LineView& line = at(k);
    if (open.chars == 0) {
      open.indented = line.has_box && measure_.indent(k) >= 1 && measure_.indent(k) < 8;
      open.labelled = line.label != Numbering::none;
      open.numbered = open.labelled && headlines_.holds(line.label);
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
      if (open.book && (cp == U'《' || cp == U'。')) forget_book(open);
      if (is_opening(cp))
        ++open.brackets, open.book = open.book || cp == U'《';
      else if (open.brackets > 0 && is_pair_end(cp))
        --open.brackets, open.book = open.book && cp != U'》';
      else if (cp == U'。')
        open.sentence = true;
    }
  }

  // 印发《示例计划(2025年) | 3月5日,…印发《示例计划》: titles hold no other title and no sentence,
  // so that one whose 》 was forgotten keeps no paragraph open.
  [[nodiscard]] bool opens_another_title(std::size_t k) const {
    const std::string_view words = at(k).words.of(raw_);
    const auto opens = words.find("《");
    return opens != std::string_view::npos && !holds_word(words.substr(0, opens), "》");
  }
  // …。 | 12. 示例部门…, a new paragraph behind an empty line, and 11. “示例\"行动启动 | 3月5日,…:
  // where a numbered line begins behind a sentence, or a dated text below a numbered line, a mark
  // that is still open was never closed.
  [[nodiscard]] bool begins_anew(std::size_t k, const Paragraph& open) const {
    const LineView& b = at(k);
    const bool stopped = ends_with_stop(raw_, at(k - 1));
    if (b.label != Numbering::none ? stopped || b.blank_lines > 0 : stopped && b.blank_lines > 0)
      return true;
    return open.labelled && open.chars == at(k - 1).chars && begins_report(raw_, at(k));
  }
  static void forget_book(Paragraph& open) {
    open.book = false;
    if (open.brackets > 0) --open.brackets;
  }

  // Evidence that line k goes on from line k-1; negative: it begins a paragraph.
  [[nodiscard]] float score(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (breaks_for_sure(a, b, open)) return -10;
    const bool tail = k > 1 && at(k - 2).label != Numbering::none && a.blank_lines == 0;
    if ((is_drop_capital(a, b, open) && !tail && !begins_report(raw_, b)) || is_large_headline(k))
      return 10;
    const bool goes_on =
        measure_.reach(k - 1, false) == Reach::full || (open.prose && !ends_sentence(a.last));
    const bool orphan = goes_on && b.blank_lines == 0;
    if (k + 1 < words_.size() && !orphan && is_drop_capital(b, at(k + 1), {.chars = 1})) return -10;
    float s = of_end(k, open) + of_beginning(k, open);
    const bool page = b.page_top || words_[k] != words_[k - 1] + 1;
    if (b.blank_lines > 0 && !measure_.habit().spread && !page) s -= 3;
    // …通报(2025年第3批,总第48批): a headline that closes with a bracket, set to no measure.
    const bool bracketed = a.last == ')' && open.chars == a.chars && !open.sentence;
    if (b.blank_lines > 0 && bracketed && !page && measure_.reach(k - 1, false) == Reach::unknown)
      s -= 2;
    if (a.has_box && b.has_box && !page && LineMeasure::same_column(a, b) && b.top > a.top) {
      if (b.top - a.bottom > 1.2f * a.em) s -= 1.5f;
    }
    if (a.has_box && b.has_box && std::abs(a.em - b.em) > 0.12f * a.em) s -= 4;
    if (a.bold != b.bold && (a.has_box || b.has_box)) s -= 1;
    return s;
  }

  [[nodiscard]] bool breaks_for_sure(const LineView& a, const LineView& b,
                                     const Paragraph& open) const {
    if (is_lone_address(a, open) && (b.label != Numbering::none || utf8::is_han(b.first)))
      return true;
    if (open.brackets > 0 && open.chars < 2000) return false;
    if (begins_apart(raw_, b) || is_byline(b) || is_part_number(a.words.of(raw_)) ||
        is_part_number(b.words.of(raw_)))
      return true;
    if (open.chars == a.chars && is_lone_day(raw_, a)) return true;
    if (open.keywords && b.label != Numbering::none) return true;
    const std::uint32_t tail = a.words.size() > 240 ? a.words.end - 240 : a.words.begin;
    const bool outlets = a.last != U'、' && (tail != a.words.begin || a.first == U'来');
    if (outlets && folded(raw_, {tail, a.words.end}, 12).starts_with("来源:")) return true;
    return closes_bracket(a.last) && closes_source(a, open);
  }

  // https://example.org/a: an address in a line of its own goes on with letters only.
  [[nodiscard]] bool is_lone_address(const LineView& a, const Paragraph& open) const {
    return open.chars == a.chars && a.words.of(raw_).starts_with("http");
  }

  // 示例市人民政府办公厅 | 2024年7月8日: names, each in a line, and a day below them.
  [[nodiscard]] bool signs(std::size_t k) const {
    constexpr std::size_t kNames = 6, kName = 25;
    for (std::size_t i = k; i < std::min(words_.size(), k + kNames); ++i) {
      if (i > k && is_lone_day(raw_, at(i))) return true;
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
    const bool flush =
        std::abs(a.left - b.left) < 0.3f * a.em && width >= 20 * a.em && measure_.is_widest(k - 1);
    return a.em > 1.15f * measure_.habit().em && std::abs(a.em - b.em) < 0.05f * a.em &&
           a.bold == b.bold && (centred || flush) && b.top > a.top &&
           b.top - a.bottom < 0.9f * a.em && !ends_with_stop(raw_, a);
  }

  // （来源：示例网）, 【编辑：某某】 at the end, also where it was broken over lines.
  [[nodiscard]] bool closes_source(const LineView& a, const Paragraph& open) const {
    if (open.last_open + 600 < a.words.end || open.last_open >= a.words.end) return false;
    const std::string mark = folded(raw_, {open.last_open, a.words.end}, 400);
    return mark.find("来源:") < 12 || mark.find("编辑:") < 12 || mark.find("责编:") < 12;
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
    const bool stop = ends_with_stop(raw_, a) || ends_with_note(a, open);
    const Reach r = measure_.reach(k - 1, stop);
    float s = r == Reach::full ? 2.0f : r == Reach::shorter ? -2.5f : 0.0f;
    const bool mark = a.last == ';' || a.last == U'》';
    if (open.brackets > 0) {
      s += 3;
    } else if (a.last == ',' || a.last == U'、' || a.last == U'，' || a.last == U'至') {
      s += 2.5f;
    } else if (stop) {
      s -= r == Reach::unknown ? 3.0f : 1.0f;
    } else if (a.last == ':') {
      s -= 1.5f;
    } else if (a.last == U'》' && r == Reach::unknown && open.prose && measure_.is_longest(k - 1)) {
      s += 1;
    } else if (mark) {
      s -= r == Reach::unknown ? 1.5f : 0.3f;
    } else if (r == Reach::unknown) {
      const bool long_enough = open.chars >= 40 || (open.chars >= 24 && measure_.is_longest(k - 1));
      const bool goes_on =
          long_enough && !signs(k) && (open.sentence || !open.labelled) && open.prose;
      s += goes_on ? 1.5f : is_wrapped_heading(k, open) ? 1.0f : -2.0f;
    } else {
      s += r == Reach::shorter && open.prose && open.chars >= 20 && !open.labelled ? 2.6f : 0.5f;
    }
    const bool apart = r != Reach::full || at(k).label != Numbering::none;
    if (apart && ends_with_outlet(raw_, a)) s -= 4;
    if (!open.prose && open.chars <= 60 && r == Reach::full && begins_report(raw_, at(k))) s -= 4;
    if (open.prose && is_headline(k, open) && begins_report(raw_, at(k))) s -= 4;
    if (is_above_text(k, open) || ends_headline(k, open)) s -= 4;
    if (open.labelled && stop && open.chars == a.chars && begins_report(raw_, at(k))) s -= 2;
    if (open.labelled && !open.sentence && open.chars <= 40 && r != Reach::full) s -= 1;
    if (!open.prose && open.chars == a.chars) {
      if (ends_with_name(raw_, a)) s -= 3;
      if (begins_report(raw_, a)) s += 1.5f;
    }
    return s;
  }

  // (4)某部门…,某公司被处罚: one line, no sentence, that a date cannot go on from.
  [[nodiscard]] bool is_headline(std::size_t k, const Paragraph& open) const {
    const LineView& a = at(k - 1);
    const bool set_off = open.labelled || at(k).blank_lines > 0 || k == 1;  // the first line of all
    return set_off && open.chars == a.chars && open.chars <= 60 && !open.sentence &&
           !ends_with_stop(raw_, a) && !goes_on(a);
  }
  [[nodiscard]] static bool goes_on(const LineView& a) {
    constexpr std::u32string_view kGoesOn = U",、:;于在至自从到截和与及的日月年";
    return kGoesOn.find(fold(a.last)) != std::u32string_view::npos;
  }

  // The same over several lines, commas in it, or one that closes with ! or ?, where most lines
  // numbered so are headlines.
  [[nodiscard]] bool ends_headline(std::size_t k, const Paragraph& open) const {
    constexpr std::size_t kLongest = 90;
    const LineView& a = at(k - 1);
    if (!open.numbered || open.sentence || open.chars > kLongest || goes_on(a)) return false;
    return begins_report(raw_, at(k)) ||
           (open.chars == a.chars && (a.last == '!' || a.last == '?'));
  }

  // 3. 某部门印发…行动方案 | 据介绍,方案…。: a numbered line that may pass for a full one, over a
  // line with a comma that ends its sentence or is as wide. Either words would have fitted into it,
  // or it has no comma itself and is numbered as headlines are.
  [[nodiscard]] bool is_above_text(std::size_t k, const Paragraph& open) const {
    constexpr std::size_t kHeadline = 20, kLongest = 75;
    const LineView &a = at(k - 1), &b = at(k);
    const bool text = b.prose || b.last == ':';
    if ((b.has_box && !set_flush()) || measure_.habit().indented || !text ||
        b.label != Numbering::none || !open.labelled || open.brackets > 0 ||
        open.chars < kHeadline || open.chars > kLongest)
      return false;
    if (open.sentence || goes_on(a) || ends_with_stop(raw_, a)) return false;
    if (!ends_with_stop(raw_, b) && b.last != ':' && measure_.reach(k, false) != Reach::full)
      return false;
    return (!open.prose && open.numbered) || (open.chars == a.chars && measure_.has_room(k - 1));
  }

  // Whether paragraphs of a page set in boxes begin at the margin, as seen in the first lines.
  [[nodiscard]] bool set_flush() const {
    constexpr std::size_t kLines = 200;
    if (!flush_) {
      std::size_t indented = 0, boxes = 0;
      for (std::size_t k = 0; k < std::min(words_.size(), kLines); ++k) {
        if (!at(k).has_box) continue;
        ++boxes;
        indented += measure_.indent(k) >= 1 && measure_.indent(k) < 8;
      }
      flush_ = indented * 20 < boxes;
    }
    return *flush_;
  }

  // 示例日报 2024-07-08 17:30: who published it and when.
  [[nodiscard]] bool is_byline(const LineView& line) const {
    constexpr std::uint32_t kLongest = 40;
    if (line.chars > kLongest || line.prose) return false;
    const std::string_view words = line.words.of(raw_);
    const auto dash = words.find('-');
    const auto digit = [&](std::size_t at) {
      return at < words.size() && utf8::is_digit(static_cast<unsigned char>(words[at]));
    };
    return dash != std::string_view::npos && dash >= 4 && digit(dash - 4) && digit(dash - 1) &&
           digit(dash + 1) && words.find('-', dash + 1) <= dash + 3 && utf8::is_digit(line.last);
  }

  // A headline over two lines where empty lines stand between paragraphs.
  [[nodiscard]] bool is_wrapped_heading(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    return measure_.habit().blanked && b.blank_lines == 0 && !b.page_top && !open.prose &&
           a.chars >= 24 && b.chars < a.chars && measure_.is_longest(k - 1) &&
           !begins_report(raw_, b) && !ends_with_stop(raw_, b);
  }

  [[nodiscard]] float of_beginning(std::size_t k, const Paragraph& open) const {
    const LineView &a = at(k - 1), &b = at(k);
    if (is_closing(b.first) && b.first != U'…') return 4;
    float s = 0;
    const float in = measure_.indent(k);
    if (measure_.habit().indented || b.has_box) {
      if (in >= 1 && in < 8)
        s -= 3;
      else if (in < 0.5f)
        s += 1;
    } else if (measure_.first_line_shape(k) && (ends_sentence(a.last) || !open.prose)) {
      s -= open.prose ? 1.5f : 2.6f;
    }
    if (open.brackets == 0 && ends_sentence(a.last) && is_heading_shape(k)) s -= 3;
    const bool cited = b.label == Numbering::article && !ends_with_stop(raw_, a) && a.last != ':';
    if (b.label != Numbering::none && open.brackets == 0 && !cited &&
        !is_within_sentence(k, open)) {
      s -= ends_sentence(a.last) || a.last == ':' ? 3 : 2;
      if (open.numbered && !open.prose && !b.prose) s -= 2;  // 3. 三地通报… | （1）广东
    }
    return s;
  }

  // …；|（2）…: a number that came to stand first by the break of a full line, in a paragraph whose
  // first line is indented as this one is not.
  [[nodiscard]] bool is_within_sentence(std::size_t k, const Paragraph& open) const {
    return open.indented && at(k).has_box && measure_.indent(k) < 0.5f &&
           !ends_with_stop(raw_, at(k - 1)) && measure_.reach(k - 1, false) == Reach::full;
  }

  // A line that falls short of the measure without ending a sentence is no paragraph's tail.
  [[nodiscard]] bool is_heading_shape(std::size_t k) const {
    const LineView& b = at(k);
    if (b.prose || (b.last != ':' && (ends_sentence(b.last) || is_closing(b.last)))) return false;
    return measure_.reach(k, false) == Reach::shorter;
  }

  std::string_view raw_;
  const std::vector<LineView>& lines_;
  std::vector<std::size_t> words_;
  LineMeasure measure_;
  mutable std::optional<bool> flush_;
  HeadlineNumbers headlines_;
};

}  // namespace

std::vector<bool> find_wraps(std::string_view raw, const std::vector<LineView>& lines) {
  return Wraps(raw, lines).find();
}

}  // namespace guanlan
