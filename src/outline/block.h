// Block: a paragraph as outline sees it – its number label, its shape, how it begins and ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "guanlan/layout.h"
#include "layout/labels.h"

namespace guanlan::outlining {

// 来源: where a report was taken from.
struct SourceMark {
  enum Form : std::uint8_t {
    line,     // a paragraph of its own: 来源：河南日报
    closing,  // at the end of one: …。（来源：央视新闻）
  } form = line;
  Span mark;                // what is no part of the body
  std::vector<Span> names;  // the outlets
};

enum class Shape : std::uint8_t {
  text,      // running text
  title,     // short, ends no sentence: may head something
  tag,       // 【要闻】 alone in its paragraph
  lead,      // 导读：…
  keywords,  // 关键词：…
  credit,    // 责任编辑：…, （记者 …）
  byline,    // 商务部副部长 王炳南
  caption,
  row,  // of a table
  note,
};

struct Block {
  Span span;
  const Paragraph* paragraph = nullptr;
  Label label;  // read from span
  Shape shape = Shape::text;
  std::uint32_t chars = 0;  // code points
  bool stop = false;        // ends with 。！？… or a mark after one
  bool colon = false;       // ends with ：
  bool sentence = false;    // 。 or ； inside
  std::uint8_t dateline = 0;  // 2: 9月14日，…; 1: 近日，… or a date near the beginning; 0: none
  std::int32_t contents = -1;  // the entry of the contents list that names it
  std::optional<SourceMark> mark;

  [[nodiscard]] bool is_text() const { return shape == Shape::text; }
  // Words without the label.
  [[nodiscard]] Span words() const { return {span.begin + label.size, span.end}; }
};

[[nodiscard]] std::vector<Block> read_blocks(const Layout& layout);
// Those of the paragraphs that begin within a part of the text.
[[nodiscard]] std::vector<Block> read_blocks(const Layout& layout, Span within);

// How strongly a paragraph begins like the body of a report.
[[nodiscard]] std::uint8_t dateline_strength(std::string_view text);

// The source mark of a paragraph, if it has one.
[[nodiscard]] std::optional<SourceMark> find_source_mark(std::string_view text, Span span);

// A bracket of names at its end that no 来源 introduces: …。（央视新闻、中国网信网）. Only where a
// document does so again and again does it name outlets.
[[nodiscard]] std::optional<SourceMark> find_bare_mark(std::string_view text, Span span);

// Where the body ends when a reporter's mark closes it: …。（新浪科技 杨雪梅）
[[nodiscard]] Span without_credit(std::string_view text, Span span);

[[nodiscard]] std::uint32_t count_chars(std::string_view text, std::uint32_t limit = UINT32_MAX);

}  // namespace guanlan::outlining
