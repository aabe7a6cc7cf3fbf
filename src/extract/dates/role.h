// What a date is for, read from the words around it: 自…起施行, 有效期至, …前完成, 截至, 以来.
#pragma once

#include <string_view>

#include "extract/dates/expression.h"
#include "guanlan/mention.h"

namespace guanlan::dates {

enum class DateRole : std::uint8_t { past, end, start, deadline, comment_by, expires, effective };
[[nodiscard]] const char* name(DateRole role);

struct Reading {
  DateRole role = DateRole::past;
  bool weak = false;  // by a verb further on (2008年开始, 启动): an event's date all the same
  bool must_act = false;  // belongs to the deadlines
  bool reported = false;  // 4月9日消息
  bool future = false;    // the text speaks of what is to come
  bool opens = false;     // 6月1日起: of what is to come, where that is nearer
  bool term = false;      // begins a term (有效期, 公示期): no event
  Why why{"date.past", {}};
};

// `sentence` holds the expression; `next` is where the following expression begins (or the
// sentence's end), `floor` where the one before ends.
[[nodiscard]] Reading read_role(std::string_view text, const Expression& e, Span sentence,
                                std::uint32_t floor, std::uint32_t next);

}  // namespace guanlan::dates
