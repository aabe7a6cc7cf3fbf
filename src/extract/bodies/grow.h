// What follows a body and belongs to its name: branches, units, departments, and names in free
// form.
#pragma once

#include "extract/bodies/parser.h"

namespace guanlan::bodies {

struct Ground {  // what the readers below look at
  const Part& part;
  const Lexicon& lexicon;
  const Heads& heads;
  const Context& context;
};

// 北京市公安局|海淀分局, 公安局|网安支队, 工业和信息化部|网络安全管理局. Extends found.end and the
// name.
void grow(const Ground& ground, Found& found);
// Whether what was read is an institute of a body: 工信部新闻宣传中心, 公安部第三研究所.
[[nodiscard]] bool is_institute(const Part& part, const Found& found);
// place + words + 领导小组办公室, 管理委员会, 局 …: the end of the name, 0: none.
[[nodiscard]] std::uint32_t free_local(const Part& part, std::uint32_t begin);
// country + words + 部, 局, 委员会, 办公室 …
[[nodiscard]] std::uint32_t free_foreign(const Part& part, std::uint32_t begin, bool with_de);

}  // namespace guanlan::bodies
