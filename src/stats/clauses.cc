#include "stats/clauses.h"

#include <algorithm>

#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

bool goes_on_telling(std::string_view inner) {
  for (const Cue cue : {Cue::compared, Cue::versus, Cue::rank_verb, Cue::share, Cue::share_name}) {
    if (prefix(cue, inner)) return true;
  }
  return inner.starts_with("其中");
}

class Cutter {
 public:
  explicit Cutter(const View& view) : view_(view), text_(view.text()) {}

  std::vector<Clause> run() {
    for (const Span sentence : view_.passage->sentences) {
      if (!view_.passage->body.contains(sentence)) continue;
      if (view_.of(sentence).find('\t') != std::string_view::npos) continue;  // a row of a table
      begin_ = sentence.begin;
      opens_ = true;
      walk(sentence);
      cut(sentence.end, sentence.end, false);
    }
    return std::move(out_);
  }

 private:
  void walk(Span sentence) {
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      const auto d = utf8::decode(text_, at);
      const std::uint32_t next = at + d.size;
      if (const Bracket* paren = d.cp == '(' ? paren_at(at) : nullptr) {
        if (goes_on_telling(view_.of(paren->inner))) {
          cut(at, next, false);
        } else if (paren->span.end <= sentence.end) {
          at = paren->span.end;
          continue;
        }
      } else if (d.cp == ')' || d.cp == U'。' || d.cp == ';' || d.cp == '!' || d.cp == '?' ||
                 d.cp == '\n') {
        cut(at, next, false);
      } else if ((d.cp == ',' && !inside_number(at)) || d.cp == ':') {
        cut(at, next, d.cp == ':');
      }
      at = next;
    }
  }

  void cut(std::uint32_t end, std::uint32_t next, bool announces) {
    if (begin_ < end) {
      out_.push_back({{begin_, end}, opens_, announces});
      opens_ = false;
    }
    begin_ = std::max(begin_, next);
  }

  const Bracket* paren_at(std::uint32_t at) {
    const auto& all = view_.passage->brackets;
    while (bracket_ < all.size() &&
           (all[bracket_].span.begin < at || all[bracket_].mark != Mark::paren))
      ++bracket_;
    return bracket_ < all.size() && all[bracket_].span.begin == at ? &all[bracket_] : nullptr;
  }

  bool inside_number(std::uint32_t at) {
    const auto& all = view_.passage->numerals;
    while (numeral_ < all.size() &&
           (all[numeral_].span.end <= at || !view_.passage->body.contains(all[numeral_].span)))
      ++numeral_;
    return numeral_ < all.size() && all[numeral_].span.contains(at);
  }

  const View& view_;
  const std::string_view text_;
  std::vector<Clause> out_;
  std::uint32_t begin_ = 0;
  bool opens_ = true;
  std::size_t bracket_ = 0, numeral_ = 0;
};

}  // namespace

std::vector<Clause> find_clauses(const View& view) { return Cutter(view).run(); }

}  // namespace guanlan::stats
