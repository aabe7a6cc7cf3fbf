// The frame of a notice (公文格式): what stands around its text.
//
//   above: 川通信管〔2023〕61号 · 发布时间:2024-11-06 · 首页 > 政务公开
//   below: 附件:1.名单 · 示例省通信管理局 · 二〇二三年六月二十九日 · (此件公开发布)
#pragma once

#include <string_view>
#include <vector>

#include "outline/block.h"

namespace guanlan::outlining {

// 工信部网安〔2024〕12号, 2024年第24号, 第16号
[[nodiscard]] bool is_document_number(std::string_view line, std::uint32_t chars);

// About the page, not of its text: 发布时间：…, 索引号, 【字体：大 中 小】, 首页 > 政务公开.
[[nodiscard]] bool is_page_line(std::string_view text, const Block& block);

// Nothing but a day.
[[nodiscard]] bool is_date_line(std::string_view text, const Block& block);

// Where among blocks [first, end) the text ends: before annexes, signature, day and remarks, unless
// running text follows them (the rules that a notice brings are printed below its signature).
[[nodiscard]] std::size_t end_of_text(std::string_view text, const std::vector<Block>& blocks,
                                      std::size_t first, std::size_t end);

}  // namespace guanlan::outlining
