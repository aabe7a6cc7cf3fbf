// Names of bodies: place + head by the pattern of authority_heads.tsv, follow-up checks of a
// spelling.
#pragma once

#include <string>
#include <string_view>

#include "extract/bodies/part.h"
#include "guanlan/gazetteer.h"

namespace guanlan::bodies {

// A row of authority_heads.tsv.
struct Head {
  std::string_view name, kind, attach, national, pattern;
  bool as_printed = false;
  Span span;
};

class Heads {
 public:
  explicit Heads(const Lexicon& lexicon);
  [[nodiscard]] Head row(const Hit& hit) const;

 private:
  const WordTable& table_;
  int kind_, attach_, national_, pattern_, as_printed_;
};

// 上海市 + 通信管理局, 中共北京市委员会, 国家税务总局浙江省税务局, 杭州互联网法院.
[[nodiscard]] std::string compose(const Gazetteer& map, PlaceId place, const Head& head);
// 北京市公安局海淀分局, from the county and the head 分局; in full 海淀区分局.
[[nodiscard]] std::string compose_branch(const Gazetteer& map, PlaceId county,
                                         std::string_view head, bool in_full);

// Whether a spelling that ends at `end` really ends there: not 公安部|门, 市委|员, 网信办|理.
[[nodiscard]] bool ends_well(const Part& part, Span spelling);

// The patterns of a committee of the party and of the youth league.
inline constexpr std::string_view kPartyOf = "中共{n}委员会",
                                  kLeagueOf = "中国共产主义青年团{n}委员会";

}  // namespace guanlan::bodies
