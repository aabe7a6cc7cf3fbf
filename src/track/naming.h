// What a name stands for among the subjects of the index.
#pragma once

#include <string>
#include <vector>

#include "track/subject.h"

namespace guanlan::tracking {

// The subjects that the query names; one, or a campaign's code with its sub-actions. Of several
// of one name that followed links make one, the first stands for them. not_found: none (the hint
// names similar ones); invalid: several, each listed as NAME@ITEM, or of several kinds.
[[nodiscard]] Result<std::vector<Subject>> resolve(sqlite::Work& work, const TimelineQuery& query);

// NAME of NAME@ITEM.
[[nodiscard]] std::string bare_name(const std::string& name);

// The code of which a campaign is a sub-action: 清朗 of 清朗·示例整治; empty: none.
[[nodiscard]] std::string parent_of(SubjectType type, const std::string& key);

}  // namespace guanlan::tracking
