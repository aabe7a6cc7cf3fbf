#include "outline/notice_title.h"

#include <algorithm>
#include <cmath>

#include "outline/frame.h"
#include "outline/issue_date.h"
#include "outline/notice.h"
#include "outline/page_date.h"
#include "outline/words.h"
#include "text/fold.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {

std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < 600;) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) utf8::append(out, cp);
  }
  return out;
}

bool names_day(std::string_view text, Span line) {
  const auto dates = find_full_dates(text, line);
  return std::any_of(dates.begin(), dates.end(), [](const FullDate& d) { return d.month > 0; });
}

namespace {

class TitleFinder {
 public:
  TitleFinder(std::string_view text, const Source& source, const std::vector<Block>& blocks,
              const Habits& habits)
      : text_(text), source_(source), blocks_(blocks), habits_(habits) {}

  [[nodiscard]] TitleLines find() const {
    const std::size_t limit = first_text();
    const std::string called = bare(source_.title);
    double best = -4;
    std::size_t found = SIZE_MAX;
    float largest = 0;
    for (std::size_t i = 0; i < limit; ++i) {
      largest = std::max(largest, blocks_[i].paragraph->font_size);
    }
    for (std::size_t i = 0; i < limit; ++i) {
      const double s = rate(i, called, largest) - 0.1 * static_cast<double>(i);
      if (s <= best) continue;
      best = s;
      found = i;
    }
    if (found == SIZE_MAX) return {};
    return extend(found);
  }

 private:
  // The first block that is running text, within the part of the document a title may stand in.
  [[nodiscard]] std::size_t first_text() const {
    constexpr std::size_t kDeepest = 40;
    std::size_t i = 0;
    while (i < blocks_.size() && i < kDeepest) {
      const Block& b = blocks_[i];
      const bool text = b.is_text() && !b.mark && !is_page_line(text_, b);
      if (text && i > 0 && (b.chars >= 30 || b.sentence)) break;
      if (b.shape == Shape::row && i > 3) break;
      ++i;
    }
    return std::max<std::size_t>(std::min(i, blocks_.size()), blocks_.empty() ? 0 : 1);
  }

  [[nodiscard]] double rate(std::size_t i, const std::string& called, float largest) const {
    const Block& b = blocks_[i];
    const std::string_view line = b.span.of(text_);
    if (is_page_line(text_, b) || b.mark || b.shape == Shape::row || b.shape == Shape::credit)
      return -9;
    if (is_date_line(text_, b) || is_document_number(line, b.chars)) return -6;
    if (b.is_text() && (b.chars > 90 || b.sentence)) return -5;
    double s = 0;
    const Paragraph& p = *b.paragraph;
    if (p.kind == ParagraphKind::heading) s += p.level <= 1 ? 4 : 2;
    if (largest > 0 && p.font_size >= largest - 0.3f && p.font_size > habits_.font * 1.1f) s += 3;
    const std::string words = bare(line);
    if (!called.empty() && words.size() >= 12 && called.find(words) != std::string::npos) s += 5;
    if (holds_word(line, "关于")) s += 2;
    if (ends_with(Cue::notice, line) || ends_with(Cue::notice, line.substr(0, line.rfind('('))))
      s += 2;
    if (ends_with(Cue::event_end, line)) s += 1;
    if (b.chars >= 10 && b.chars <= 70) s += 1;
    if (b.chars < 6) s -= 2;
    if (b.colon) s -= 5;
    if (b.label) s -= 2;
    if (line.ends_with("文件")) s -= 4;
    if (b.shape == Shape::byline) s -= 3;
    if (b.shape == Shape::tag && !holds_word(line, "|")) s -= 1;  // not 发布|某部门印发…
    if (i == 0 && b.chars >= 14) s += 1;
    if (names_page(i)) s -= 3;
    return s;
  }

  // 某部公示140项标准 - 某网,示例.com over the headline: the title of the window, with the site's
  // name.
  [[nodiscard]] bool names_page(std::size_t i) const {
    constexpr std::size_t kNear = 40, kHeadline = 24;
    const std::string_view line = blocks_[i].span.of(text_);
    for (std::size_t k = i + 1; k < std::min(blocks_.size(), i + kNear); ++k) {
      const std::string_view headline = blocks_[k].span.of(text_);
      if (headline.size() < kHeadline || !line.starts_with(headline)) continue;
      std::string_view rest = line.substr(headline.size());
      while (rest.starts_with(" ")) rest.remove_prefix(1);
      for (const std::string_view bar : {"-", "_", "|", "–", "—"}) {
        if (rest.starts_with(bar)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool same_type(const Block& a, const Block& b) const {
    const Paragraph &p = *a.paragraph, &q = *b.paragraph;
    if (p.kind != q.kind) return false;
    return p.font_size <= 0 || std::abs(p.font_size - q.font_size) < 0.6f;
  }

  // A line that may be part of a title set in lines.
  [[nodiscard]] bool may_continue(std::size_t i) const {
    const Block& b = blocks_[i];
    const std::string_view line = b.span.of(text_);
    const bool short_line =
        b.shape == Shape::title || (b.shape == Shape::byline && ends_with(Cue::notice, line));
    if (holds_word(line, "编号:")) return false;  // 公告编号:CNTA-2024-0007
    return short_line && !b.label && !b.colon && !b.stop && !is_page_line(text_, b) &&
           !is_date_line(text_, b) && !is_document_number(line, b.chars) &&
           !is_letterhead_name(line);
  }

  // Who issues, above a title that begins with the name.
  [[nodiscard]] bool is_letterhead(std::size_t i, std::size_t title) const {
    return blocks_[title].span.of(text_).starts_with(blocks_[i].span.of(text_));
  }

  // 某市人民政府文件; not 国务院办公厅关于全面推行行政规范性文件 | …
  [[nodiscard]] static bool is_letterhead_name(std::string_view line) {
    return (line.ends_with("文件") || line.ends_with("专报")) && !holds_word(line, "关于");
  }

  // 关于开展 | …的通知: what begins with 关于 ends with the kind of paper.
  [[nodiscard]] bool complete(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    if (ends_with(Cue::notice, line) || line.ends_with(")")) return true;
    return ends_with(Cue::event_end, line) && !holds_word(line, "关于");
  }

  // 某部办公厅 某办秘书局 | 关于颁布…的通知: who issues, in a line above.
  [[nodiscard]] bool issues(std::size_t i, std::size_t title) const {
    const std::string_view line = blocks_[i].span.of(text_);
    if (!blocks_[title].span.of(text_).starts_with("关于") ||
        line.find_first_of(",:;") != std::string_view::npos)
      return false;
    for (const std::string_view body :
         {"部", "厅", "局", "办", "委", "院", "署", "委员会", "政府", "总队"}) {
      if (line.ends_with(body)) return blocks_[i].chars >= 4 && !blocks_[i].label;
    }
    return false;
  }

  // 某部对全国人大某次会议 | 第1234号建议的答复: the second line begins no title.
  [[nodiscard]] bool needs_line_above(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    return blocks_[i].chars <= 20 && line.starts_with("第") && ends_with(Cue::notice, line);
  }

  // 新闻中心 | 通知公告 above the headline: where on the site the page stands; not 某部 | 关于….
  [[nodiscard]] bool is_site_heading(std::size_t i) const {
    constexpr std::uint32_t kName = 6;
    return blocks_[i].chars <= kName && 3 * blocks_[i].chars <= blocks_[i + 1].chars &&
           !issues(i, i + 1);
  }

  // 示例日报 | 2021-03-17 20:11: who put the page up, above the day.
  [[nodiscard]] bool is_account(std::size_t i) const {
    constexpr std::uint32_t kName = 8;
    if (i + 1 >= blocks_.size() || blocks_[i].chars > kName ||
        blocks_[i].paragraph->kind == ParagraphKind::heading)
      return false;
    return !ends_with(Cue::notice, blocks_[i].span.of(text_)) &&
           page_line_date(text_, blocks_[i + 1].span).year > 0;
  }

  // Where an empty line stands after every line, what follows the title is as likely who wrote it.
  [[nodiscard]] bool asks_for_more(const TitleLines& t, std::size_t next) const {
    if (habits_.font > 0 || !blocks_[next].paragraph->blank_before) return true;
    const std::string_view line = blocks_[next].span.of(text_);
    if (ends_with(Cue::notice, line) || ends_with(Cue::event_end, line)) return true;
    const Span lines{blocks_[t.first].span.begin, blocks_[t.last].span.end};
    return holds_word(lines.of(text_), "关于");
  }

  TitleLines extend(std::size_t at) const {
    TitleLines t{at, at};
    const auto tight = [&](std::size_t i) {
      return !blocks_[i].paragraph->blank_before || habits_.spread || habits_.font > 0;
    };
    if (blocks_[at].paragraph->kind != ParagraphKind::heading) {
      while (t.first > 0 && at - t.first < 3 && !is_letterhead(t.first - 1, at) &&
             ((may_continue(t.first - 1) && tight(t.first)) ||
              (t.first == at && issues(t.first - 1, at))) &&
             blocks_[t.first - 1].span.of(text_).find_first_of(":*") == std::string_view::npos &&
             !names_page(t.first - 1) && !is_site_heading(t.first - 1) &&
             same_type(blocks_[t.first], blocks_[t.first - 1]) &&
             (!complete(t.first - 1) || needs_line_above(t.first))) {
        --t.first;
      }
    }
    while (t.last + 1 < blocks_.size() && t.last - t.first < 4) {
      const std::size_t next = t.last + 1;
      const std::string_view line = blocks_[next].span.of(text_);
      const bool subtitle = line.starts_with("(") && blocks_[next].chars <= 40 &&
                            !names_day(text_, blocks_[next].span) && line.ends_with(")") &&
                            !blocks_[next].label;
      const bool open = (!complete(t.last) || needs_line_above(next)) && !is_account(next);
      const bool more = may_continue(next) && open && tight(next) && asks_for_more(t, next) &&
                        same_type(blocks_[t.last], blocks_[next]);
      if (!subtitle && !more && !numbers_it(t.last, next)) break;
      ++t.last;
    }
    return t;
  }

  // 某部公告 | 2024年第24号
  [[nodiscard]] bool numbers_it(std::size_t title, std::size_t next) const {
    const std::string_view line = blocks_[title].span.of(text_),
                           number = blocks_[next].span.of(text_);
    if (holds_word(line, "关于")) return false;
    return (line.ends_with("公告") || line.ends_with("令") || line.ends_with("通告")) &&
           is_document_number(number, blocks_[next].chars) && !holds_word(number, "〔");
  }

  std::string_view text_;
  const Source& source_;
  const std::vector<Block>& blocks_;
  const Habits& habits_;
};

}  // namespace

TitleLines find_title(std::string_view text, const Source& source, const std::vector<Block>& blocks,
                      const Habits& habits) {
  return TitleFinder(text, source, blocks, habits).find();
}

}  // namespace guanlan::outlining
