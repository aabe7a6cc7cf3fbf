// …:A、B、C。这三类产品: lists of another statement than their count.
#include "extract/enumerations/rules.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::enumerations {
namespace {

using around::ends;
using around::ends_any;
using around::starts;

constexpr std::uint32_t kFirstStatement = 1500;

// Whether some clause of the statement has exactly so many items.
std::optional<Span> clause_with(const Passage& p, const Series& series, std::uint32_t begin,
                                std::uint32_t end, int announced) {
  const Separators s = series.split(begin, end);
  std::vector<std::uint32_t> cuts = s.commas;
  cuts.insert(cuts.end(), s.semicolons.begin(), s.semicolons.end());
  cuts.push_back(s.stop);
  std::sort(cuts.begin(), cuts.end());
  std::uint32_t from = begin;
  for (const std::uint32_t cut : cuts) {
    const Count count = count_items(p.text, s, from, cut);
    if (count.items > 1 && fits(count, announced)) return Span{from, cut};
    from = cut + 1;
  }
  return {};
}

}  // namespace

std::optional<Listing> listed_earlier(const Passage& p, const Series& series, const Candidate& c) {
  constexpr std::string_view kThese[] = {"这", "上述", "以上", "前述", "该"};
  const bool points_back = ends_any(p.text, c.begin, kThese) != 0;
  const std::uint32_t begin = series.statement_begin(c.begin, kBack);
  if (begin <= p.body.begin + 4) return {};
  const bool paragraph =
      p.text[begin - 1] == '\n';  // 经查,上述两家…: back into the paragraph before
  const bool parties = c.unit == "家" || c.unit == "款" || c.unit == "所";
  if (paragraph && (!points_back || !parties)) return {};
  const std::uint32_t end = paragraph ? begin - 1 : begin;
  if (!ends(p.text, end, "。")) return {};
  const std::uint32_t before = series.statement_begin(end - 3, kBack);
  const auto clause = clause_with(p, series, before, end - 3, c.count);
  if (!clause) return {};
  const Listing listing{c.count, {"enumeration.earlier", *clause}};
  const bool subject =
      c.begin == series.statement_begin(c.begin, kBack);  // 对甲、乙、丙开展检查。|三家企业存在问题
  if (points_back || (subject && parties && c.exact && c.count >= 3)) return listing;
  if (c.noun.size() < 6 || !c.exact || c.count < 3) return {};
  const std::string_view noun = c.noun.substr(0, 6);  // 三所医院 … 专科医院、综合医院、综合医院
  const std::string_view words = p.of(*clause);
  int seen = 0;
  for (std::size_t at = words.find(noun); at != std::string_view::npos;
       at = words.find(noun, at + 6))
    ++seen;
  return seen >= c.count ? std::optional(listing) : std::nullopt;
}

std::optional<Listing> listed_in_lead(const Passage& p, const Series& series, const Candidate& c) {
  if (!c.exact || !(c.parts || c.unit == "家")) return {};
  std::uint32_t begin = p.body.begin;
  for (int statements = 0; statements < 3 && begin < p.body.end; ++statements) {
    const Separators s = series.split(begin, begin + kFirstStatement);
    if (c.count >= 3) {
      if (const auto clause = clause_with(p, series, begin, s.stop, c.count))
        return Listing{c.count, {"enumeration.lead", *clause}};
    } else if (c.unit == "部门" && holds_word(p.text.substr(begin, s.stop - begin), "联合")) {
      return Listing{2, {"enumeration.lead", {begin, s.stop}}};
    }
    begin = s.stop + (starts(p.text, s.stop, "\n") ? 1 : 3);
  }
  return {};
}

}  // namespace guanlan::enumerations
