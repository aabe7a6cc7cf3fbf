// The ways in which a list stands with its announced count.
#pragma once

#include <optional>

#include "extract/enumerations/candidate.h"
#include "extract/enumerations/series.h"
#include "guanlan/mention.h"

namespace guanlan::enumerations {

struct Listing {
  int listed = 0;
  Why why;
  bool single = false;  // one name before 等: 公安部等五部门
};

// How far back from a count a statement may begin, in bytes.
inline constexpr std::uint32_t kBack = 900;

// A、B、C三方面; 《A》《B》等九项; A、B等14部门.
[[nodiscard]] std::optional<Listing> listed_before(const Passage& p, const Series& series,
                                                   const Candidate& c);
// 三大模块——A、B以及C; 五个网站分别是A、B…; 117个模型,具体包括A、B等. `next` is where the next
// announced count begins.
[[nodiscard]] std::optional<Listing> listed_after(const Passage& p, const Series& series,
                                                  const Candidate& c, std::uint32_t next);
// …:A、B、C。这三类产品; the list stands in the statement before.
[[nodiscard]] std::optional<Listing> listed_earlier(const Passage& p, const Series& series,
                                                    const Candidate& c);
// 四部门 in the title, A、B、C、D联合启动 in the lead.
[[nodiscard]] std::optional<Listing> listed_in_lead(const Passage& p, const Series& series,
                                                    const Candidate& c);

}  // namespace guanlan::enumerations
