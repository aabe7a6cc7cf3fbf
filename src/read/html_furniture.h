// Lines of a page that are no text of the article: told by their words.
#pragma once

#include <string>
#include <string_view>

#include "read/html_lines.h"

namespace guanlan::html {

// 当前位置 上一篇 相关阅读 打印 关闭 分享 版权所有 …: the site talking about itself.
[[nodiscard]] bool is_navigation(const HtmlLine& line);

// A line beside the title: 发布时间：… 来源：… 浏览次数：… 字体：…, or a bare date. Only to be
// asked about lines near the title; at the end of an article 来源：… is part of the text.
[[nodiscard]] bool is_byline(const HtmlLine& line);

// （责任编辑：…）: who put it on the site, after the text.
[[nodiscard]] bool is_colophon(const HtmlLine& line);

// 发文字号: 示例办〔2024〕9号, 2024年第9号, and nothing else.
[[nodiscard]] bool is_document_number(std::string_view text);

struct Byline {
  std::string published;    // ISO date; empty: none
  std::string_view outlet;  // what follows 来源：, inside the text given; empty: none
};
[[nodiscard]] Byline read_byline(std::string_view text);

// Only letters, digits and Han, widths folded, in lower case: for comparing titles.
[[nodiscard]] std::string skeleton(std::string_view text);

}  // namespace guanlan::html
