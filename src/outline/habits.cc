#include "outline/habits.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "outline/frame.h"
#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

bool is_report_text(const Block& b) { return b.is_text() && !b.mark && b.chars >= 12 && b.stop; }

// The block before or after `i` that is no credit, tag or note.
const Block* neighbour(const std::vector<Block>& blocks, std::size_t i, int step) {
  for (std::size_t k = i + static_cast<std::size_t>(step); k < blocks.size();
       k += static_cast<std::size_t>(step)) {
    const Shape s = blocks[k].shape;
    if (s != Shape::credit && s != Shape::tag && s != Shape::note) return &blocks[k];
  }
  return nullptr;
}

// The numbers that stand once between a mark and the next one, most of the time.
Numbering report_numbers(const std::vector<Block>& blocks) {
  constexpr std::size_t kStyles = static_cast<std::size_t>(Numbering::article) + 1;
  std::array<std::size_t, kStyles> once{}, here{};
  std::size_t marks = 0;
  for (const Block& b : blocks) {
    if (b.shape == Shape::title && b.label && b.label.style != Numbering::bullet) {
      ++here[static_cast<std::size_t>(b.label.style)];
    }
    if (!b.mark) continue;
    ++marks;
    for (std::size_t k = 0; k < kStyles; ++k) once[k] += here[k] == 1;
    here = {};
  }
  const auto most = std::max_element(once.begin(), once.end());
  if (*most < 2 || *most * 10 < marks * 6) return Numbering::none;
  return static_cast<Numbering>(most - once.begin());
}

void learn_marks(const std::vector<Block>& blocks, Habits& habits) {
  std::size_t closing = 0, front = 0, reports = 0;
  std::size_t last = SIZE_MAX;
  bool since = false;  // running text since the last mark
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& b = blocks[i];
    since = since || is_report_text(b);
    if (!b.mark) continue;
    bool ends = b.mark->form == SourceMark::closing;
    if (!ends) {
      const Block* before = neighbour(blocks, i, -1);
      const Block* after = neighbour(blocks, i, 1);
      const bool below_title = before == nullptr || before->shape == Shape::title;
      ends = !below_title || after == nullptr || !is_report_text(*after);
    }
    if (ends) {
      ++closing;
      last = i;
      reports += since || (b.mark->form == SourceMark::closing && b.chars >= 20);
    } else {
      ++front;
    }
    since = false;
  }
  habits.marked = closing >= 2 && closing >= front && reports >= 2;
  habits.front_marked = front >= 2 && front > closing;
  if (!habits.marked) return;
  habits.last_mark = last;
  habits.numbered = report_numbers(blocks);
}

void learn_type(const std::vector<Block>& blocks, Habits& habits) {
  std::map<int, std::size_t> sizes;  // tenths of a point → characters
  std::size_t bold = 0, all = 0, gaps = 0;
  for (const Block& b : blocks) {
    gaps += b.paragraph->blank_before;
    if (!b.is_text()) continue;
    sizes[static_cast<int>(b.paragraph->font_size * 10)] += b.chars;
    bold += b.paragraph->bold ? b.chars : 0;
    all += b.chars;
  }
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != sizes.end()) habits.font = static_cast<float>(most->first) / 10;
  habits.bold = bold * 2 > all;
  habits.spread = gaps * 10 >= blocks.size() * 8 || gaps == 0;
}

bool is_number(std::string_view s) {
  const bool digits = !s.empty() && std::all_of(s.begin(), s.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ' ';
  });
  return digits || han_number(s) > 0;
}

// 2024年5月…, behind the number of an issue.
bool begins_with_month(std::string_view words) {
  const auto year = words.find("年");
  return year == 4 && utf8::is_digit(static_cast<unsigned char>(words.front())) &&
         words.find("月", year) <= year + 5;
}

// 第5期, 2024年第5期(总第10期), 第5期2024年5月15日; but not 第三期培训班, (第三期).
bool is_issue_number(std::string_view words) {
  for (auto at = words.find("第"); at != std::string_view::npos; at = words.find("第", at + 3)) {
    const auto unit = words.find("期", at);
    if (unit == std::string_view::npos) return false;
    if (!is_number(words.substr(at + 3, unit - at - 3))) continue;
    const std::string_view after = words.substr(unit + 3), before = words.substr(0, at);
    const bool ends = after.empty() || after.front() == '(' || after.front() == ')' ||
                      after.front() == ' ' || after.front() == '-' || after.front() == '|' ||
                      after.starts_with("·") || begins_with_month(after);
    const bool begins = before.empty() || before.ends_with("年") || before.ends_with(" ") ||
                        before.ends_with("总") || before.ends_with("刊") ||
                        before.ends_with("报") || before.ends_with("月");
    if (ends && begins) return true;
  }
  return false;
}

// 关于某事的通报(2025年第五期): one of a row of notices, no issue of a periodical.
bool numbers_a_notice(std::string_view line) {
  return holds_word(line, "关于") && ends_with(Cue::notice, line.substr(0, line.rfind('(')));
}

bool has_issue_number(std::string_view text, const std::vector<Block>& blocks) {
  const std::size_t limit = std::min<std::size_t>(blocks.size(), 30);
  for (std::size_t i = 0; i < limit; ++i) {
    const std::string_view line = blocks[i].span.of(text);
    if (blocks[i].chars <= 40 && !blocks[i].stop && is_issue_number(line) &&
        !numbers_a_notice(line)) {
      return true;
    }
  }
  return false;
}

// Tags or parts, each over a headline and its report.
std::size_t count_tags(const std::vector<Block>& blocks) {
  std::size_t tags = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].shape != Shape::tag) continue;
    tags += blocks[i + 1].shape == Shape::title || blocks[i + 1].shape == Shape::lead;
  }
  return tags;
}

// 附：…十大亮点 over ten numbered headings with a report each.
bool has_announced_list(std::string_view text, const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const Block& b = blocks[i];
    if (b.shape != Shape::title || b.label || !has(Cue::highlights, b.span.of(text))) continue;
    const int count = announced_count(b.span.of(text));
    for (std::size_t k = i + 1; k < std::min(blocks.size(), i + 6); ++k) {
      if (blocks[k].shape != Shape::title || blocks[k].label.value != 1) continue;
      const auto length = static_cast<int>(sequence_length(blocks, k));
      if (count >= 5 && length + 1 >= count && length <= count + 1) return true;
      break;
    }
  }
  return false;
}

// 周报, 月报 … over numbered headings with reports that begin with a date.
bool is_digest(std::string_view text, const std::vector<Block>& blocks, std::string_view title) {
  if (!has(Cue::digest, title) || ends_with(Cue::notice, title)) return false;
  std::size_t headed = 0, dated = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].shape != Shape::title || !blocks[i].label) continue;
    if (!blocks[i + 1].is_text()) continue;
    ++headed;
    dated += blocks[i + 1].dateline > 0 || blocks[i + 1].mark.has_value();
  }
  (void)text;
  return headed >= 3 && dated * 10 >= headed * 6;
}

// The line that the document begins with, where it may be a title.
std::string_view first_line(std::string_view text, const std::vector<Block>& blocks) {
  const bool title =
      !blocks.empty() && blocks.front().shape == Shape::title && !blocks.front().label;
  return title ? blocks.front().span.of(text) : std::string_view{};
}

// ★ over a report, three times and more.
bool has_bulleted_headlines(const std::vector<Block>& blocks) {
  std::size_t headed = 0, bullets = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const Block& b = blocks[i];
    if (b.shape != Shape::title || b.label.style != Numbering::bullet || b.chars < 8) continue;
    ++bullets;
    headed += is_report_text(blocks[i + 1]) && blocks[i + 1].chars >= 40 && !blocks[i + 1].label;
  }
  return headed >= 3 && headed * 2 >= bullets;
}

bool is_figure(char32_t cp) { return cp == '%' || cp == U'万' || cp == U'亿'; }

// 运行情况, 统计: numbered sections full of figures.
bool is_statistics(std::string_view text, const std::vector<Block>& blocks,
                   std::string_view title) {
  constexpr std::string_view kTitles[] = {"运行情况", "统计公报", "统计数据", "统计月报",
                                          "主要指标", "数据统计", "经济运行", "统计快报"};
  const bool titled = std::any_of(std::begin(kTitles), std::end(kTitles),
                                  [&](auto w) { return holds_word(title, w); });
  if (!titled) return false;
  std::size_t headed = 0, full = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].shape != Shape::title || !blocks[i].label) continue;
    if (!blocks[i + 1].is_text()) continue;
    ++headed;
    std::size_t figures = 0;
    const std::string_view words = blocks[i + 1].span.of(text).substr(0, 900);
    for (std::size_t at = 0; at < words.size();) {
      const auto d = utf8::decode(words, at);
      figures += is_figure(d.cp);
      at += d.size;
    }
    full += figures >= 3;
  }
  return headed >= 3 && full * 10 >= headed * 6;
}

std::size_t count_matched(const std::vector<Block>& blocks) {
  return static_cast<std::size_t>(
      std::count_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.contents >= 0; }));
}

// A notice, signed, above the contents list of the plan that it hands out.
bool heads_annex(std::string_view text, const std::vector<Block>& blocks, std::string_view title) {
  if (!holds_word(title, "关于") || !ends_with(Cue::notice, title)) return false;
  bool sentence = false;
  for (const Block& b : blocks) {
    if (b.contents >= 0) return false;
    sentence = sentence || (b.is_text() && b.stop);
    if (sentence && is_date_line(text, b)) return true;
  }
  return false;
}

}  // namespace

int announced_count(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size()) {
      const auto d = utf8::decode(words, end);
      constexpr std::u32string_view kNumerals = U"一二三四五六七八九十0123456789";
      if (kNumerals.find(d.cp) == std::u32string_view::npos) break;
      end += d.size;
    }
    if (end > at) {
      const std::string_view number = words.substr(at, end - at);
      const std::string_view unit = words.substr(end);
      for (const std::string_view word : {"大", "件", "则", "佳", "起", "个", "项", "条", "例"}) {
        if (!unit.starts_with(word) || number.size() > 6) continue;
        const bool digits = utf8::is_digit(static_cast<unsigned char>(number.front()));
        const int value = digits ? std::atoi(std::string(number).c_str()) : han_number(number);
        if (value > 0 && value <= 100) return value;
      }
      at = end;
    } else {
      at += utf8::decode(words, at).size;
    }
  }
  return 0;
}

std::size_t sequence_length(const std::vector<Block>& blocks, std::size_t first) {
  std::size_t length = 1;
  int value = blocks[first].label.value;
  for (std::size_t i = first + 1; i < blocks.size(); ++i) {
    if (blocks[i].label.style != blocks[first].label.style || blocks[i].shape != Shape::title)
      continue;
    if (blocks[i].label.value != value + 1) {
      if (blocks[i].label.value == 1) break;
      continue;
    }
    ++value;
    ++length;
  }
  return length;
}

bool set_as_heading(const Habits& habits, const Block& block) {
  const Paragraph& p = *block.paragraph;
  if (p.kind == ParagraphKind::heading) return true;
  return habits.font > 0 && p.font_size > habits.font * 1.12f;
}

Habits learn_habits(std::string_view text, const Layout& layout, const std::vector<Block>& blocks,
                    std::string_view title) {
  Habits habits;
  learn_marks(blocks, habits);
  learn_type(blocks, habits);
  if (habits.marked)
    habits.collection = "reports end with source marks";
  else if (habits.front_marked)
    habits.collection = "headlines have source marks";
  else if (layout.contents.size() >= 3 && count_matched(blocks) >= 3 &&
           !heads_annex(text, blocks, title))
    habits.collection = "contents list";
  else if (has_issue_number(text, blocks))
    habits.collection = "issue number";
  else if (count_tags(blocks) >= 2)
    habits.collection = "parts";
  else if (has_bulleted_headlines(blocks))
    habits.collection = "bulleted headlines";
  else if (has_announced_list(text, blocks))
    habits.collection = "announced list";
  else if (is_digest(text, blocks, title) || is_digest(text, blocks, first_line(text, blocks)))
    habits.collection = "digest";
  else if (is_statistics(text, blocks, title))
    habits.collection = "statistics";
  habits.bulleted = !habits.marked && !habits.front_marked && has_bulleted_headlines(blocks);
  return habits;
}

}  // namespace guanlan::outlining
