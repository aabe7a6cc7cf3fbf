// The text of a notice without its frame (公文格式).
//
// An item's body holds all that the extractors read. Of a single notice that is more than its text:
//
//   above: 川通信管〔2023〕61号
//   below: 附件:1.名单 · 示例省通信管理局 · 二〇二三年六月二十九日 · (此件公开发布)
//
// What the rules that a notice brings say below its signature is text again.
#pragma once

#include "guanlan/outline.h"

namespace guanlan {

// The part of the body that a record prints; of an item of a collection, its body. Linear.
[[nodiscard]] Span text_of(const Layout& layout, const Issue& issue, const Item& item);

}  // namespace guanlan
