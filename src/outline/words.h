// The words of a publication's frame (lexicon/frame/outline.tsv), by class.
#pragma once

#include <cstdint>
#include <string_view>

namespace guanlan::outlining {

enum class Cue : std::uint8_t {
  source,           // 来源, 信息来源: before the outlet
  source_within,    // 综合, 据: before the outlet in a bracket at the end
  source_end,       // 记者, 时间: ends the outlets
  credit,           // 记者, 责任编辑: who wrote it
  lead,             // 导读
  keywords,         // 关键词
  statement,        // 声明
  contents,         // 目录
  meta,             // 发布时间, 字号: about a web page, above its text
  trailer,          // 打印本页, 上一篇: below it
  back,             // 联系方式, 编辑部: back matter
  sponsor,          // 主办单位
  role,             // 总编辑
  office,           // 书记, 教授: posts that people hold
  part_end,         // 动态, 要闻: how the name of a part ends
  notice,           // 通知, 公告: kinds of official documents
  digest,           // 周报, 十大: collections
  highlights,       // 十大, 亮点: announced lists of reports
  event_end,        // 召开, 发布: how a headline ends
  statistics,       // 情况, 排名: how a statistics section is called
  front_continued,  // 未完待续
  common_end,       // 摘编, 连载: a headline over several articles
  download,         // 点击下载, 附件下载: annexes of a page
  topic,            // 境外, 行业: what a part is about that no section of another is
  dateline,         // 本报讯, 新华社: how a report begins
  opener,           // 近日, 为贯彻, 记者从: how a report often begins
  link,             // 原文链接, 参考链接: over the address that a report was taken from
  count_,
};

[[nodiscard]] bool begins_with(Cue cue, std::string_view text);
[[nodiscard]] bool ends_with(Cue cue, std::string_view text);
[[nodiscard]] bool has(Cue cue, std::string_view text);
[[nodiscard]] bool is(Cue cue, std::string_view text);
// The longest word of the class that `text` begins with; empty: none.
[[nodiscard]] std::string_view prefix(Cue cue, std::string_view text);

}  // namespace guanlan::outlining
