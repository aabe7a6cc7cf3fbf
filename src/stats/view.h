// One item as the grammar of statistics sees it: the passage with its amounts, periods, places.
#pragma once

#include <string>
#include <vector>

#include "guanlan/clean_text.h"
#include "guanlan/mention.h"
#include "stats/amount.h"
#include "stats/period.h"

namespace guanlan::stats {

struct View {
  const Passage* passage = nullptr;
  const std::vector<PlaceMention>* places = nullptr;
  std::vector<Amount> amounts;
  std::vector<Dated> periods;
  const CleanText* clean = nullptr;  // null: the text is its own wording
  std::string_view raw;
  PlaceId home = kNoPlace;

  [[nodiscard]] std::string_view text() const { return passage->text; }
  [[nodiscard]] std::string_view of(Span span) const { return passage->of(span); }
  [[nodiscard]] const Gazetteer& map() const { return passage->lexicon->gazetteer(); }
  // The document's own wording of clean text.
  [[nodiscard]] std::string wording(Span span) const;
  // The same without brackets that explain: (指2019年度…的企业).
  [[nodiscard]] std::string name(Span span) const;
  [[nodiscard]] const Dated* period_at(std::uint32_t at) const;
  [[nodiscard]] const PlaceMention* place_at(std::uint32_t at) const;  // the longest one
  // The bracket ( … ) that begins at `at`; null: none.
  [[nodiscard]] const Bracket* paren_at(std::uint32_t at) const;
};

// `places` outlives the view.
[[nodiscard]] View view_of(const Passage& passage, const std::vector<PlaceMention>& places);

// Whether a bracket only explains what stands before it.
[[nodiscard]] bool is_gloss(std::string_view inner);

}  // namespace guanlan::stats
