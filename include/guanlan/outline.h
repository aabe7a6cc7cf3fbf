// outline: paragraphs become an Issue – masthead, parts with leads and keywords, and items.
//
// An item is one self-contained report (RECORD.md, "What an item is"). All spans are clean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guanlan/layout.h"

namespace guanlan {

// 刊头: what a publication prints about itself.
struct Person {
  std::string role;  // 总编辑, 顾问 …
  std::string name;
  std::string office;  // body and post, as printed; may be empty
};
struct Masthead {
  std::string name;            // 网络与数据安全治理前沿洞察
  std::string issue;           // 2024年5月第5期
  std::string running_number;  // 总第10期
  std::string date;            // ISO 8601 prefix, from the printed date
  std::vector<std::pair<std::string, std::string>> bodies;  // (主办单位, …) as printed
  std::vector<Person> people;
  std::string statement;  // 声明
};

// What a document's date rests on, and where it is printed.
enum class DateBasis : std::uint8_t {
  none,
  masthead,
  metadata,   // of the format
  page,       // 发布时间 and the like beside the text
  signature,  // 落款, below a notice
  text,       // the evidence of what the text names
};

// The day, month or year that undated years are read against, and why it was chosen.
struct IssueDate {
  int year = 0, month = 0, day = 0;  // 0: not known
  std::string reason;                // "masthead", "the body names 2015 41 times", …
  DateBasis basis = DateBasis::none;
  Span span = {};  // of masthead, page, signature; empty: not in the text
};

// A part (大类) or section: a heading above items, with what it says before them.
struct Part {
  Span heading;
  std::string path_text;  // the heading as printed, letter-spacing undone
  std::int32_t parent = -1;
  std::optional<Span> lead;    // 导读
  std::vector<Span> keywords;  // 关键词
};

struct SubReport {
  std::string number;  // （1）, 案例一
  Span title;
  Span body;
};

struct Item {
  std::int32_t n = 0;
  std::int32_t part = -1;     // index into Issue::parts; the path is read upwards
  std::string number;         // printed number: "4", "一"; empty: none
  Span title;                 // without its number; may hold '\n' where it was set in lines
  Span body;                  // without the source mark; empty where there is none
  std::vector<Span> sources;  // outlets, in order
  std::vector<SubReport> parts;
  std::int32_t page = 1;
  std::vector<std::int32_t> tables;  // indexes into Layout::tables
};

struct Issue {
  Masthead masthead;
  IssueDate date;
  std::vector<Part> parts;
  std::vector<Item> items;
};

[[nodiscard]] Issue outline(const Layout& layout, const Source& source);

// The headings above an item, outermost first, as printed.
[[nodiscard]] std::vector<std::string> path(const Issue& issue, const Item& item);
// Where those headings stand, in the same order.
[[nodiscard]] std::vector<Span> path_spans(const Issue& issue, const Item& item);

}  // namespace guanlan
