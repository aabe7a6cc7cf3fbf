// Publication: an issue as it will be printed – numbers given, titles filled, text cut into blocks.
// Every writer (Markdown, HTML, WeChat, DOCX) walks this one tree.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compose/style.h"
#include "guanlan/chart.h"

namespace guanlan::compose {

struct Paragraph {
  std::string text;
  bool subhead = false;     // （1）广东, 案例一: a line that heads a sub-report
  bool over_table = false;  // 表3.1 …: the title of the table behind it
};
struct Picture {
  std::string file, alt, caption;
  std::string bytes;
  int width = 0, height = 0;   // pixels
  std::optional<Chart> chart;  // drawn as SVG; without bytes and size until in_pixels()
  [[nodiscard]] std::string_view mime() const;
};
struct Table {
  std::vector<std::vector<std::string>> rows;  // the first is the head
  // Of more columns than half a page has room for: stands between the columns of the text.
  [[nodiscard]] bool is_wide() const { return !rows.empty() && rows.front().size() > 3; }
};
using Block = std::variant<Paragraph, Picture, Table>;

// In columns, where a table stands between them: text too short for two is set across the page.
inline constexpr std::size_t kShortText = 1200;  // bytes
// From `at` to the next wide table or the end.
[[nodiscard]] bool is_short_text(const std::vector<Block>& blocks, std::size_t at);
[[nodiscard]] bool has_wide_table(const std::vector<Block>& blocks);

struct PrintedItem {
  std::string anchor;
  std::string number;  // "1." with what follows it; empty: none
  std::string title;
  std::vector<Block> blocks;
  std::string source;  // （来源：中国网信网）; empty: none
  const Item* item = nullptr;
};
struct PrintedSection {
  std::string anchor, number, title;
  std::vector<PrintedItem> items;
};
struct PrintedPart {
  std::string anchor, number, title;
  std::vector<std::string> lead;  // paragraphs
  std::string keywords;           // joined by 、
  std::vector<PrintedItem> items;
  std::vector<PrintedSection> sections;
};
struct Publication {
  const Style* style = nullptr;
  const Outline* outline = nullptr;
  std::string issue_line;  // 2024年5月第5期 (总第10期)
  std::string date_line;   // 2024年5月15日
  std::vector<PrintedPart> parts;
  std::vector<std::string> colophon;  // paragraphs
  bool draft = false;
};

// Errors: not_found, damaged – a picture of the folder.
[[nodiscard]] Result<Publication> publication(const std::filesystem::path& folder, const Desk& desk,
                                              const Style& style, const Colophon& colophon,
                                              bool draft);

// Every chart a PNG picture, for the formats that cannot carry SVG. unsupported: rsvg-convert is
// not installed.
[[nodiscard]] Result<Publication> in_pixels(Publication publication);

// One function a format; each is a pure function of the publication and the templates.
[[nodiscard]] std::string plain_text(const Publication& publication);
[[nodiscard]] std::string markdown(const Publication& publication);
// The file beside a Markdown text that a chart is drawn in: charts/<name>.svg.
[[nodiscard]] std::string svg_name(const Picture& picture);
[[nodiscard]] Result<std::string> html(const Publication& publication, const Templates& templates,
                                       std::string_view page);  // "page.html", "wechat.html"
// These two take a publication in pixels, and so does "wechat.html".
[[nodiscard]] Result<std::string> docx(const Publication& publication, const Templates& templates);
[[nodiscard]] Result<std::string> pdf(const Publication& publication, const Templates& templates);

}  // namespace guanlan::compose
