#include "outline/frame.h"
#include "guanlan/notice_text.h"

#include <algorithm>

#include "outline/issue_date.h"
#include "outline/page_date.h"
#include "outline/words.h"
#include "text/stands.h"

namespace guanlan::outlining {

bool is_document_number(std::string_view line, std::uint32_t chars) {
  if (chars > 32 || !(line.ends_with("号") || line.ends_with("号)"))) return false;
  return holds_word(line, "〔") || holds_word(line, "[20") || holds_word(line, "【20") ||
         holds_word(line, "(20") || holds_word(line, "第");
}

bool is_page_line(std::string_view text, const Block& b) {
  if (b.chars > 160 || b.sentence || b.paragraph->kind == ParagraphKind::heading) return false;
  std::string_view line = b.span.of(text);
  while (line.starts_with("【") || line.starts_with("[") || line.starts_with("(")) {
    line.remove_prefix(line.starts_with("【") ? 3 : 1);
  }
  if (holds_word(line, ">") && b.chars < 80 && !b.stop) return true;
  if (page_line_date(text, b.span).year > 0) return true;
  const std::string_view cue = prefix(Cue::meta, line);
  if (cue.empty()) return false;
  std::string_view rest = line.substr(cue.size());
  if (cue == "首页" && rest.starts_with(" ") && b.chars <= 24 && !b.stop) return true;  // 首页 财经
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  return rest.empty() || rest.starts_with(":") || rest.starts_with("】") || rest.starts_with("]") ||
         rest.starts_with("|") || rest.starts_with("\t");
}

bool is_date_line(std::string_view text, const Block& b) {
  if (b.chars > 24) return false;
  const FullDate day = numeric_date(text, b.span.begin, b.span.end);
  if (day.year > 0 && day.span.end == b.span.end) return true;
  const auto dates = find_full_dates(text, b.span);
  return dates.size() == 1 && dates[0].span.size() + 4 >= b.span.size();
}

namespace {

constexpr std::uint32_t kName = 40;   // characters of a line of names
constexpr std::size_t kSigners = 14;  // lines of names above a day

// Reads the frame backwards from its end.
class Foot {
 public:
  Foot(std::string_view text, const std::vector<Block>& blocks, std::size_t first)
      : text_(text), blocks_(blocks), first_(first + 1) {}

  [[nodiscard]] std::size_t before(std::size_t end) const {
    constexpr int kParts = 4;  // annexes, signature, annexes again, remarks
    for (int part = 0; part < kParts; ++part) {
      const std::size_t before = end, remarks = without_remarks(end);
      if (const std::size_t signed_ = without_signature(remarks); signed_ < remarks) end = signed_;
      end = without_annexes(end);
      if (end == before) break;
    }
    return end;
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t i) const { return blocks_[i].span.of(text_); }

  // (此件公开发布), (联系人:…)
  [[nodiscard]] std::size_t without_remarks(std::size_t end) const {
    while (end > first_ && blocks_[end - 1].chars <= 80 && words(end - 1).starts_with("(") &&
           words(end - 1).ends_with(")") && !is_date_line(text_, blocks_[end - 1])) {
      --end;
    }
    return end;
  }

  // A day, alone or behind who signs, and the names above it.
  [[nodiscard]] std::size_t without_signature(std::size_t end) const {
    if (end <= first_ || !(is_date_line(text_, blocks_[end - 1]) || is_signed_day(end - 1))) {
      return end;
    }
    std::size_t i = end - 1;
    while (i > first_ && end - i < kSigners && is_name(i - 1)) --i;
    return i;
  }

  [[nodiscard]] bool is_name(std::size_t i) const {
    const Block& b = blocks_[i];
    if (b.chars > kName || b.stop || b.colon || b.label || b.mark || b.shape == Shape::row) {
      return false;
    }
    constexpr std::string_view kNever[] = {",", ":", ";", "。", "《", "附件", "特此"};
    const std::string_view line = words(i);
    return std::none_of(std::begin(kNever), std::end(kNever),
                        [&](auto mark) { return line.find(mark) != std::string_view::npos; });
  }

  // 示例市大数据局 2024年7月8日
  [[nodiscard]] bool is_signed_day(std::size_t i) const {
    const Block& b = blocks_[i];
    if (b.chars > kName + 12 || b.label || b.sentence) return false;
    const auto days = find_full_dates(text_, b.span);
    if (days.size() != 1 || days[0].day == 0 || days[0].span.end != b.span.end) return false;
    const std::string_view name = text_.substr(b.span.begin, days[0].span.begin - b.span.begin);
    return name.ends_with(" ") && name.find_first_of(",:;") == std::string_view::npos;
  }

  // 附件:1.…, 点击下载: and the list or table below it.
  [[nodiscard]] std::size_t without_annexes(std::size_t end) const {
    std::size_t cut = end;
    for (std::size_t i = end; i > first_; --i) {
      const Block& b = blocks_[i - 1];
      if (is_annex(i - 1))
        cut = i - 1;
      else if (b.shape != Shape::row && (b.chars > 60 || b.stop || b.sentence))
        break;
    }
    return cut;
  }

  [[nodiscard]] bool is_annex(std::size_t i) const {
    const std::string_view line = words(i);
    if (blocks_[i].chars > 120 || blocks_[i].sentence) return false;
    if (blocks_[i].colon && blocks_[i].chars <= 12 && begins_with(Cue::download, line)) return true;
    for (const std::string_view head : {"附件", "附"}) {
      if (!line.starts_with(head)) continue;
      std::string_view rest = line.substr(head.size());
      while (!rest.empty() &&
             (rest.front() == ' ' || (rest.front() >= '0' && rest.front() <= '9'))) {
        rest.remove_prefix(1);
      }
      const bool bare = rest.empty() || rest.starts_with("一") || rest.starts_with("(");
      return rest.starts_with(":") || (head == "附件" && bare);
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  std::size_t first_;  // no block before it is of the foot
};

}  // namespace

std::size_t end_of_text(std::string_view text, const std::vector<Block>& blocks, std::size_t first,
                        std::size_t end) {
  return Foot(text, blocks, first).before(end);
}

}  // namespace guanlan::outlining

namespace guanlan {

Span text_of(const Layout& layout, const Issue& issue, const Item& item) {
  if (issue.items.size() != 1 || !issue.parts.empty() || item.body.empty()) return item.body;
  const std::string_view text = layout.clean.text;
  const std::vector<outlining::Block> blocks = outlining::read_blocks(layout, item.body);
  std::size_t first = 0;
  while (first + 1 < blocks.size() &&
         outlining::is_document_number(blocks[first].span.of(text), blocks[first].chars)) {
    ++first;
  }
  const std::size_t end = outlining::end_of_text(text, blocks, first, blocks.size());
  if (first >= end) return item.body;
  const std::uint32_t begin = first == 0 ? item.body.begin : blocks[first].span.begin;
  return {begin, std::min(item.body.end, blocks[end - 1].span.end)};
}

}  // namespace guanlan
