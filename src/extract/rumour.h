// What somebody made up: 编造“家属被抓获”等谣言, 关于“市政府修建…”的信息. Nothing in such a
// quotation was done by anybody.
#pragma once

#include "guanlan/passage.h"

namespace guanlan {

// Whether the offset stands in a quotation that the text calls a rumour or a message that went
// round.
[[nodiscard]] bool in_a_rumour(const Passage& passage, std::uint32_t at);

}  // namespace guanlan
