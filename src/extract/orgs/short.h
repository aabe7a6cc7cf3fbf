// Short names of companies, between clean edges: 纪示科技董事长…, 巨示集团、桐示传媒等企业.
#pragma once

#include <vector>

#include "extract/orgs/names.h"

namespace guanlan::orgs {

// Appends what it finds to the names found before, which are its evidence: a short name beside one
// of them in a list is one as well.
void find_short(const bodies::Part& part, std::vector<Name>& out);

}  // namespace guanlan::orgs
