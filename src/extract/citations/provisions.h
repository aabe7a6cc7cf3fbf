// 条款项: lists of provisions as they are printed.
//
// Accepted: 第四十四条 · 第四十四条第二款第(三)项 · 第一百二十条之一 · 第44条 ·
// 第二十一条、五十九条 · 第二十一、二十二条 · 第四条第一、三款 · 第五条第(一)、(二)项 ·
// 第二十条至第二十三条 (each of them).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan {

struct ProvisionMention {
  Span span;
  std::string value;    // 第四十四条第二款第三项
  std::string article;  // 第四十四条
};

struct ProvisionList {
  std::vector<ProvisionMention> provisions;
  std::uint32_t end = 0;  // one past the list; equal to `at` where none stands there
};

// Reads the list that begins with 第 at `at`.
[[nodiscard]] ProvisionList read_provisions(std::string_view text, std::uint32_t at,
                                            std::uint32_t limit);

// Reads 第二款, 第(三)项, 第二款第三项 at `at`: the tail after an article named before
// (同条第二款).
[[nodiscard]] ProvisionList read_paragraphs(std::string_view text, std::uint32_t at,
                                            std::uint32_t limit, std::string_view article);

}  // namespace guanlan
