#include "outline/notice.h"

#include <algorithm>

#include "outline/frame.h"
#include "outline/issue_date.h"
#include "outline/items.h"
#include "outline/page_date.h"
#include "outline/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

// Letters, digits and Chinese characters, folded.
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

class NoticeReader {
 public:
  NoticeReader(std::string_view text, const Source& source, const std::vector<Block>& blocks,
               const Habits& habits)
      : text_(text), source_(source), blocks_(blocks), habits_(habits) {}

  TitleLines title() const {
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

  void read(Issue& issue) const {
    if (blocks_.empty()) return;
    const TitleLines lines = title();
    Extent extent;
    std::size_t first = 0;
    if (lines.found()) {
      extent.title = {blocks_[lines.first].words().begin, blocks_[lines.last].span.end};
      if (blocks_[lines.first].label) extent.title.begin = blocks_[lines.first].span.begin;
      first = lines.last + 1;
    }
    collect_marks(0, extent);
    while (first < blocks_.size() && (is_above_text(first) || repeats(first, extent.title))) ++first;
    first = behind_byline(first);
    extent.first = first;
    extent.end = body_end(first);
    Item item = make_item(text_, blocks_, extent);
    item.n = 1;
    sub_reports(extent, item);
    issue.items.push_back(std::move(item));
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
    if (line.find("关于") != std::string_view::npos) s += 2;
    if (ends_with(Cue::notice, line) || ends_with(Cue::notice, line.substr(0, line.rfind('('))))
      s += 2;
    if (ends_with(Cue::event_end, line)) s += 1;
    if (b.chars >= 10 && b.chars <= 70) s += 1;
    if (b.chars < 6) s -= 2;
    if (b.colon) s -= 5;
    if (b.label) s -= 2;
    if (line.ends_with("文件")) s -= 4;
    if (b.shape == Shape::byline) s -= 3;
    if (b.shape == Shape::tag && line.find("|") == std::string_view::npos) s -= 1;  // not 发布|某部门印发…
    if (i == 0 && b.chars >= 14) s += 1;
    if (names_page(i)) s -= 3;
    return s;
  }

  // 某部公示140项标准 - 某网,示例.com over the headline: the title of the window, with the site's name.
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
    if (line.find("编号:") != std::string_view::npos) return false;  // 公告编号:CNTA-2024-0007
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
    return (line.ends_with("文件") || line.ends_with("专报")) && line.find("关于") == std::string_view::npos;
  }

  // 关于开展 | …的通知: what begins with 关于 ends with the kind of paper.
  [[nodiscard]] bool complete(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    if (ends_with(Cue::notice, line) || line.ends_with(")")) return true;
    return ends_with(Cue::event_end, line) && line.find("关于") == std::string_view::npos;
  }

  // 某部办公厅 某办秘书局 | 关于颁布…的通知: who issues, in a line above.
  [[nodiscard]] bool issues(std::size_t i, std::size_t title) const {
    const std::string_view line = blocks_[i].span.of(text_);
    if (!blocks_[title].span.of(text_).starts_with("关于") || line.find_first_of(",:;") != std::string_view::npos) return false;
    for (const std::string_view body : {"部", "厅", "局", "办", "委", "院", "署", "委员会", "政府", "总队"}) {
      if (line.ends_with(body)) return blocks_[i].chars >= 4 && !blocks_[i].label;
    }
    return false;
  }

  // 某部对全国人大某次会议 | 第1234号建议的答复: the second line begins no title.
  [[nodiscard]] bool needs_line_above(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    return blocks_[i].chars <= 20 && line.starts_with("第") && ends_with(Cue::notice, line);
  }

  // Where an empty line stands after every line, what follows the title is as likely who wrote it.
  [[nodiscard]] bool asks_for_more(const TitleLines& t, std::size_t next) const {
    if (habits_.font > 0 || !blocks_[next].paragraph->blank_before) return true;
    const std::string_view line = blocks_[next].span.of(text_);
    if (ends_with(Cue::notice, line) || ends_with(Cue::event_end, line)) return true;
    const Span lines{blocks_[t.first].span.begin, blocks_[t.last].span.end};
    return lines.of(text_).find("关于") != std::string_view::npos;
  }

  TitleLines extend(std::size_t at) const {
    TitleLines t{at, at};
    const auto tight = [&](std::size_t i) {
      return !blocks_[i].paragraph->blank_before || habits_.spread || habits_.font > 0;
    };
    if (blocks_[at].paragraph->kind != ParagraphKind::heading) {
      while (t.first > 0 && at - t.first < 3 && !is_letterhead(t.first - 1, at) &&
             ((may_continue(t.first - 1) && tight(t.first)) || (t.first == at && issues(t.first - 1, at))) &&
             blocks_[t.first - 1].span.of(text_).find_first_of(":*") == std::string_view::npos &&
             !names_page(t.first - 1) &&
             same_type(blocks_[t.first], blocks_[t.first - 1]) &&
             (!complete(t.first - 1) || needs_line_above(t.first))) {
        --t.first;
      }
    }
    while (t.last + 1 < blocks_.size() && t.last - t.first < 4) {
      const std::size_t next = t.last + 1;
      const std::string_view line = blocks_[next].span.of(text_);
      const bool subtitle = line.starts_with("(") && blocks_[next].chars <= 40 &&
                            !names_day(blocks_[next].span) && line.ends_with(")") &&
                            !blocks_[next].label;
      const bool open = !complete(t.last) || needs_line_above(next);
      const bool more = may_continue(next) && open && tight(next) && asks_for_more(t, next) &&
                        same_type(blocks_[t.last], blocks_[next]);
      if (!subtitle && !more && !numbers_it(t.last, next)) break;
      ++t.last;
    }
    return t;
  }

  // (2024年7月8日发布), not (2024年第3批,总第38批)
  [[nodiscard]] bool names_day(Span line) const {
    const auto dates = find_full_dates(text_, line);
    return std::any_of(dates.begin(), dates.end(), [](const FullDate& d) { return d.month > 0; });
  }

  // 某部公告 | 2024年第24号
  [[nodiscard]] bool numbers_it(std::size_t title, std::size_t next) const {
    const std::string_view line = blocks_[title].span.of(text_),
                           number = blocks_[next].span.of(text_);
    if (line.find("关于") != std::string_view::npos) return false;
    return (line.ends_with("公告") || line.ends_with("令") || line.ends_with("通告")) &&
           is_document_number(number, blocks_[next].chars) &&
           number.find("〔") == std::string_view::npos;
  }

  [[nodiscard]] bool is_above_text(std::size_t i) const {
    const Block& b = blocks_[i];
    return is_page_line(text_, b) || b.shape == Shape::credit ||
           (b.mark && b.mark->form == SourceMark::line);
  }

  // 示例安全 | 原创 | 2024-12-04 18:20: who put the page up, in short lines above the day.
  [[nodiscard]] std::size_t behind_byline(std::size_t first) const {
    constexpr std::size_t kLines = 5;
    constexpr std::uint32_t kShort = 14;
    std::size_t behind = first;
    for (std::size_t i = first; i < std::min(blocks_.size(), first + kLines); ++i) {
      const Block& b = blocks_[i];
      if (is_above_text(i)) {
        if (page_line_date(text_, b.span).year > 0) behind = i + 1;
        continue;
      }
      const bool name = b.chars <= kShort && !b.stop && !b.colon && !b.label && b.shape != Shape::row;
      if (!name || is_document_number(b.span.of(text_), b.chars)) break;
    }
    while (behind > first && behind < blocks_.size() && is_above_text(behind)) ++behind;
    return behind;
  }

  // The headline again, below the table of facts that a page prints above its text.
  [[nodiscard]] bool repeats(std::size_t i, Span title) const {
    return !title.empty() && blocks_[i].chars <= 100 &&
           bare(blocks_[i].span.of(text_)) == bare(title.of(text_));
  }

  void collect_marks(std::size_t first, Extent& extent) const {
    for (std::size_t i = first; i < blocks_.size(); ++i) {
      if (blocks_[i].mark) extent.marks.push_back(i);
    }
  }

  // Before what a web page prints below its text, and before who else was sent a copy.
  [[nodiscard]] std::size_t body_end(std::size_t first) const {
    std::size_t end = blocks_.size();
    bool text = false;  // 扫码订阅 above it ends nothing
    for (std::size_t i = first + 1; i < blocks_.size(); ++i) {
      const Block& b = blocks_[i];
      const Block& before = blocks_[i - 1];
      text = text || before.shape == Shape::row || ((before.is_text() || before.stop || before.colon) && before.chars >= 10);
      if (!text) continue;
      if ((disclaims(i) || closes_text(i)) && !long_text_after(i)) {
        end = i;
        break;
      }
      if (b.chars > 60 || b.sentence || b.shape == Shape::row) continue;
      std::string_view line = b.span.of(text_);
      while (line.starts_with("【") || line.starts_with("[") || line.starts_with("(")) {
        line.remove_prefix(line.starts_with("【") ? 3 : 1);
      }
      const std::string_view cue = prefix(Cue::trailer, line);
      const bool copies = line.starts_with("抄送:") || line.starts_with("抄报:") ||
                          line.starts_with("分送:") || line.starts_with("主送:");
      if (cue.empty() && !copies) continue;
      if (long_text_after(i) || (!copies && signed_below(i))) continue;
      end = i;
      break;
    }
    while (end > first + 1 && is_page_line(text_, blocks_[end - 1]) &&
           !is_date_line(text_, blocks_[end - 1])) {
      --end;
    }
    return end;
  }

  // (来源:某网站) below the text: advertisements follow, and no annex.
  [[nodiscard]] bool closes_text(std::size_t i) const {
    if (!blocks_[i].mark || blocks_[i].mark->form != SourceMark::line || !blocks_[i - 1].stop) return false;
    const auto rest = [&](const Block& b) {
      const std::string_view line = b.span.of(text_);
      return b.shape != Shape::row && b.chars <= 60 && !line.starts_with("附") && !names_day(b.span);
    };
    return std::all_of(blocks_.begin() + static_cast<std::ptrdiff_t>(i) + 1, blocks_.end(), rest);
  }

  // 免责声明:本文…: what a page says of itself, of any length.
  [[nodiscard]] bool disclaims(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    const std::string_view word = prefix(Cue::statement, line);
    return !word.empty() && line.substr(word.size()).starts_with(":") &&
           (word != "声明" || line.substr(word.size() + 1).starts_with("本"));
  }

  // 技术支持:010-…, 扫描二维码 among the contacts of a notice, whose signature follows: a day in
  // Chinese, below who signs.
  [[nodiscard]] bool signed_below(std::size_t i) const {
    constexpr std::size_t kLines = 16;
    for (std::size_t k = i + 2; k < std::min(blocks_.size(), i + kLines); ++k) {
      const Block &day = blocks_[k], &name = blocks_[k - 1];
      if (!day.span.of(text_).ends_with("日") || !is_date_line(text_, day)) continue;
      return name.shape == Shape::title && !name.colon && !name.stop && name.chars <= 30;
    }
    return false;
  }

  [[nodiscard]] bool long_text_after(std::size_t i) const {
    std::size_t chars = 0;
    for (std::size_t k = i + 1; k < std::min(blocks_.size(), i + 40); ++k) {
      if (blocks_[k].is_text() && blocks_[k].stop && blocks_[k].chars >= 60)
        chars += blocks_[k].chars;
    }
    return chars >= 120;
  }

  // 案例一 … 案例五, or as many numbered reports as the title announces.
  void sub_reports(const Extent& extent, Item& item) const {
    const int announced = announced_count(item.title.of(text_));
    Numbering style = Numbering::none;
    for (std::size_t i = extent.first; i < extent.end; ++i) {
      const Block& b = blocks_[i];
      if (!b.label || b.shape != Shape::title || b.label.value != 1) continue;
      const auto length = static_cast<int>(sequence_length(blocks_, i));
      if (b.label.style == Numbering::sample || (announced >= 2 && length == announced)) {
        style = b.label.style;
        break;
      }
    }
    if (style == Numbering::none) return;
    for (std::size_t i = extent.first; i < extent.end; ++i) {
      const Block& b = blocks_[i];
      if (b.label.style != style || b.shape != Shape::title) continue;
      if (b.label.value != static_cast<int>(item.parts.size()) + 1) continue;
      if (!item.parts.empty()) {
        SubReport& before = item.parts.back();
        before.body.end = blocks_[i - 1].span.end;
        if (before.body.end <= before.body.begin) before.body = {before.title.end, before.title.end};
      }
      SubReport part;
      part.number = std::string(b.label.number.of(b.span.of(text_)));
      part.title = b.words();
      const std::uint32_t begin = i + 1 < extent.end ? blocks_[i + 1].span.begin : b.span.end;
      part.body = {begin, std::max(begin, item.body.end)};
      item.parts.push_back(std::move(part));
    }
  }

  std::string_view text_;
  const Source& source_;
  const std::vector<Block>& blocks_;
  const Habits& habits_;
};

}  // namespace

TitleLines find_title(std::string_view text, const Source& source, const std::vector<Block>& blocks,
                      const Habits& habits) {
  return NoticeReader(text, source, blocks, habits).title();
}

void read_notice(std::string_view text, const Source& source, const std::vector<Block>& blocks,
                 const Habits& habits, Issue& issue) {
  NoticeReader(text, source, blocks, habits).read(issue);
}

}  // namespace guanlan::outlining
