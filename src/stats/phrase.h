// A noun phrase (名词短语) before a value, taken apart: when, where, whose, and the words that name
// the indicator: 8月份|我省|河南联通公司|用户访问互联网流量.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stats/view.h"

namespace guanlan::stats {

struct Phrase {
  Period period;                       // none: not named
  std::vector<PlaceId> regions;        // several: a list that values follow in order
  std::vector<std::string> operators;  // likewise
  std::vector<std::string> parts;      // likewise, of the country: 东部地区
  bool everyone = false;               // all operators together, by name
  bool passing = false;                // 全年: the period is of this figure only
  bool topic = false;                  // 从…看, …中: names what the next figures are about
  Span name;                           // what is left; empty: nothing

  [[nodiscard]] bool names_whom() const {
    return !regions.empty() || !operators.empty() || !parts.empty() || everyone;
  }
};

[[nodiscard]] Phrase read_phrase(const View& view, Span span);

// `span` without blanks, and words of how much (达到, 累计, 约) at its end.
[[nodiscard]] Span without_verbs(const View& view, Span span);

// The name's words in the document's wording; who is joined to what: 规模以上企业|完成|业务收入.
[[nodiscard]] std::string name_of(const View& view, Span name);

// The `count` names of a list with the words they share at the end: 智能制造、智慧农业终端用户.
// Empty where it is no list of that many.
[[nodiscard]] std::vector<std::string> list_of(const View& view, Span name, std::size_t count);

}  // namespace guanlan::stats
