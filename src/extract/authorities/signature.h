// 落款: the bodies that sign a notice.
#pragma once

#include <vector>

#include "guanlan/mention.h"

namespace guanlan::authorities {

// Which of the bodies sign: they stand alone on their lines, with the date on the line below or
// nothing below but more such lines.
//
//   国家互联网信息办公室        工业和信息化部信息通信管理局(代章)
//   公安部                      二〇二五年四月二日
//   2025年4月2日
[[nodiscard]] std::vector<bool> signers(const Passage& passage,
                                        const std::vector<BodyMention>& bodies);

}  // namespace guanlan::authorities
