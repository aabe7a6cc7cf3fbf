// Words that rules go by (lexicon/frame/check.tsv).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guanlan::checking {

enum class Cue : std::uint8_t {
  former,         // 原, 前身: a body as it was
  sort,           // 发, 函: before the year of a document number
  press,          // 报, 台: an outlet that reports of everywhere
  name_head,      // 工程, 平台: what a name of something ends in
  seam,           // 业创业创: two words meet so (就业创业创新); nothing is said twice
  cases,          // 典型案例: what is listed as 案例一, 案例二
  app_column,     // 应用, 软件: heads a column of what 款 counts
  body_column,    // 企业, 单位: heads a column of what 家 counts
  other_version,  // 修订前, 新修订: the version of a law that is meant
  so_far,         // 累计: counts from the beginning
  count_
};
[[nodiscard]] const std::vector<std::string_view>& cues(Cue cue);

}  // namespace guanlan::checking
