// Organisations known by where they stand: in a list of companies, before a post, in Latin letters.
#pragma once

#include <vector>

#include "extract/orgs/names.h"

namespace guanlan::orgs {

// Whether 等 before the offset closes a list of organisations: 等|30多家知名互联网企业.
[[nodiscard]] bool closes_list(const bodies::Part& part, std::uint32_t at);
// 来自深圳金蝶、中理科技、广州联通等30多家企业: the members of a list that a noun closes.
void find_lists(const bodies::Part& part, std::vector<Name>& out);
// 涉及企业包括甲示香港、乙示营养品等: the members of a list that a noun opens.
void find_announced(const bodies::Part& part, std::vector<Name>& out);
// Greylock McKinnon Associates(GMA)咨询公司, 服务提供商Acme Data.
void find_latin(const bodies::Part& part, std::vector<Name>& out);
// 勒索软件团伙, 黑客组织 at the offset, which a group's name takes along: its length; 0: none.
[[nodiscard]] std::uint32_t group_at(const bodies::Part& part, std::uint32_t at);
// 英国零售商哈洛百货确认…: behind a country and a trade.
void find_foreign(const bodies::Part& part, std::vector<Name>& out);
// 中智行CEO王劲, 千寻位置首席科学家….
void find_officers(const bodies::Part& part, std::vector<Name>& out);

}  // namespace guanlan::orgs
