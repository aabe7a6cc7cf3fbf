// Who must act by a day, read from the sentence that gives the day.
//
// Forms: PARTY 应(在|于) DAY 前 · 请 PARTY 于 DAY 前 · DAY 前，PARTY 组织… · a party that is
// addressed by name anywhere in the sentence (任何单位或个人如有异议，请于…).
#pragma once

#include <string>
#include <string_view>

#include "guanlan/span.h"

namespace guanlan::sighting {

// The party's words in `sentence`; empty: it names none. `day`: the words of the day in it.
[[nodiscard]] std::string_view party_of(std::string_view sentence, Span day);

// Whether it points to what the item names: 被通报的APP, 上述APP开发运营者.
[[nodiscard]] bool points_to_named(std::string_view party);

}  // namespace guanlan::sighting
