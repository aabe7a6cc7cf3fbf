// Identifiers: standards, document numbers, CVE ids.
#pragma once

#include <vector>

#include "guanlan/mention.h"

namespace guanlan {

// 标准号 and CVE ids in one part of a passage. Accepted: GB/T 43698-2024 · GB 35114—2017 ·
// YD/T 3956.2-2024 · T/ISC 0011-2022 · DB11/T 1234-2023 · TC260-PG-20244A · ISO/IEC 27001:2022 ·
// NIST SP 800-53 · CVE–2024–3094. Blanks and dashes are normalised. Not: addresses, 计划号.
void find_coded_identifiers(const Passage& passage, Span part, std::vector<IdentifierMention>& out);

// 发文字号. Accepted: 豫5G办〔2020〕4号 with any brackets · 网信罚决字〔2024〕第1号 ·
// 公告2024年第24号, 公告（2024年第24号） · 国务院令第790号, 第15号令. Not: 案号
// (2023)京0491民初1234号, ICP and algorithm filing numbers, list numbers.
void find_document_numbers(const Passage& passage, std::vector<IdentifierMention>& out);

}  // namespace guanlan
