#include "outline/notice.h"

#include <algorithm>

#include "outline/frame.h"
#include "outline/items.h"
#include "outline/notice_title.h"
#include "outline/page_date.h"
#include "outline/words.h"
#include "text/stands.h"

namespace guanlan::outlining {
namespace {

class NoticeReader {
 public:
  NoticeReader(std::string_view text, const Source& source, const std::vector<Block>& blocks,
               const Habits& habits)
      : text_(text), source_(source), blocks_(blocks), habits_(habits) {}

  void read(Issue& issue) const {
    if (blocks_.empty()) return;
    const TitleLines lines = find_title(text_, source_, blocks_, habits_);
    Extent extent;
    std::size_t first = 0;
    if (lines.found()) {
      extent.title = {blocks_[lines.first].words().begin, blocks_[lines.last].span.end};
      if (blocks_[lines.first].label) extent.title.begin = blocks_[lines.first].span.begin;
      first = lines.last + 1;
    }
    collect_marks(0, extent);
    while (first < blocks_.size() &&
           (is_above_text(first) || repeats(first, extent.title) || is_count(first)))
      ++first;
    first = behind_byline(first);
    extent.first = first;
    extent.end = body_end(first);
    Item item = make_item(text_, blocks_, extent);
    item.n = 1;
    sub_reports(extent, item);
    issue.items.push_back(std::move(item));
  }

 private:
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
      const bool name =
          b.chars <= kShort && !b.stop && !b.colon && !b.label && b.shape != Shape::row;
      if (!name || is_document_number(b.span.of(text_), b.chars)) break;
    }
    while (behind > first && behind < blocks_.size() && is_above_text(behind)) ++behind;
    return behind_buttons(behind);
  }

  // 关注示例网 | 微博 | 评论 | 图集: words to click at, each in a line, below the day of the page.
  [[nodiscard]] std::size_t behind_buttons(std::size_t first) const {
    constexpr std::uint32_t kWord = 6;
    constexpr std::size_t kFew = 3;
    if (first == 0 || page_line_date(text_, blocks_[first - 1].span).year == 0) return first;
    std::size_t end = first;
    while (end < blocks_.size() && blocks_[end].chars <= kWord && !blocks_[end].stop &&
           !blocks_[end].colon && !blocks_[end].label && blocks_[end].shape != Shape::row) {
      ++end;
    }
    const bool text = end < blocks_.size() && blocks_[end].is_text();
    return text && end - first >= kFew ? end : first;
  }

  // 11 below a headline: how many have commented.
  [[nodiscard]] bool is_count(std::size_t i) const {
    const std::string_view line = blocks_[i].span.of(text_);
    return line.size() <= 6 && line.find_first_not_of("0123456789") == std::string_view::npos;
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
    const std::size_t matter = end_of_matter();
    bool text = false;  // 扫码订阅 above it ends nothing
    for (std::size_t i = first + 1; i < blocks_.size(); ++i) {
      const Block& b = blocks_[i];
      const Block& before = blocks_[i - 1];
      text = text || before.shape == Shape::row ||
             ((before.is_text() || before.stop || before.colon) && before.chars >= 10);
      if (!text) continue;
      if (names_editor(i - 1) && !long_text_after(i - 1)) {
        end = i;
        break;
      }
      if ((disclaims(i) || (i + 1 >= matter && closes_text(i))) && !long_text_after(i)) {
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

  // (来源:某网站) below the text, behind the last block that may be of it.
  [[nodiscard]] bool closes_text(std::size_t i) const {
    return blocks_[i].mark && blocks_[i].mark->form == SourceMark::line && blocks_[i - 1].stop;
  }

  // One past the last block that is a row, a long one, an annex or names a day: behind it stand
  // advertisements at most.
  [[nodiscard]] std::size_t end_of_matter() const {
    std::size_t end = blocks_.size();
    while (end > 0) {
      const Block& b = blocks_[end - 1];
      const std::string_view line = b.span.of(text_);
      if (b.shape == Shape::row || b.chars > 60 || line.starts_with("附") ||
          names_day(text_, b.span))
        break;
      --end;
    }
    return end;
  }

  // …。【编辑:示例】, (责编:示例) at the end of the text: other headlines follow.
  [[nodiscard]] bool names_editor(std::size_t i) const {
    constexpr std::size_t kBracket = 60;  // bytes
    const std::string_view line = blocks_[i].span.of(text_);
    const bool closed = line.ends_with("】") || line.ends_with(")") || line.ends_with("]");
    const std::string_view tail = line.substr(line.size() - std::min(line.size(), kBracket));
    return closed && blocks_[i].chars >= 20 &&
           (holds_word(tail, "编辑:") || holds_word(tail, "责编:"));
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

  // 一、…案 | 二、…案: every heading of the sequence that begins there names a case (案件).
  [[nodiscard]] bool names_cases(std::size_t first, int length) const {
    int cases = 0;
    for (std::size_t i = first; i < blocks_.size(); ++i) {
      const Block& b = blocks_[i];
      if (b.label.style != blocks_[first].label.style || b.shape != Shape::title) continue;
      const std::string_view words = b.words().of(text_);
      if (!words.ends_with("案") && !words.ends_with("案件")) break;
      ++cases;
    }
    return cases >= 2 && cases >= length;
  }

  // 案例一 … 案例五, as many numbered reports as the title announces, or cases.
  void sub_reports(const Extent& extent, Item& item) const {
    const int announced = announced_count(item.title.of(text_));
    Numbering style = Numbering::none;
    for (std::size_t i = extent.first; i < extent.end; ++i) {
      const Block& b = blocks_[i];
      if (!b.label || b.shape != Shape::title || b.label.value != 1) continue;
      const auto length = static_cast<int>(sequence_length(blocks_, i));
      if (b.label.style == Numbering::sample || (announced >= 2 && length == announced) ||
          names_cases(i, length)) {
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
        if (before.body.end <= before.body.begin)
          before.body = {before.title.end, before.title.end};
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

void read_notice(std::string_view text, const Source& source, const std::vector<Block>& blocks,
                 const Habits& habits, Issue& issue) {
  NoticeReader(text, source, blocks, habits).read(issue);
}

}  // namespace guanlan::outlining
