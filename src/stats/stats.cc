#include "guanlan/stats.h"

#include <algorithm>
#include <iterator>

#include "stats/home.h"
#include "stats/prose.h"
#include "stats/table.h"
#include "stats/view.h"

namespace guanlan {
namespace {

using namespace stats;

// The heading as it is printed, with its number: 1.互联网用户.
std::string section_of(const Document& d, const Item& item) {
  const std::string_view text = d.layout.clean.text;
  const std::size_t line =
      item.title.begin == 0 ? std::string_view::npos : text.rfind('\n', item.title.begin - 1);
  const auto begin = static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
  return wording(d, {std::min(begin, item.title.begin), item.title.end});
}

class Observer {
 public:
  explicit Observer(const Document& d)
      : d_(d),
        lexicon_(Lexicon::builtin()),
        setting_(survey(d.layout.clean.text, d.issue, lexicon_)),
        date_(d.issue.date) {
    setting_.home = home_of(d, setting_, lexicon_);
    period_ = period_of({date_.year, date_.month});
  }

  void item(std::size_t index) {
    const Item& item = d_.issue.items[index];
    if (const Period named = period_of_title(d_, item, lexicon_)) {
      period_ = named;
      if (date_.year == 0) date_.year = named.year, date_.month = named.month;
    }
    Passage passage = scan(d_.layout.clean.text, item.title, item.body, date_, lexicon_);
    passage.document = &d_.issue;
    passage.item = &item;
    passage.setting = &setting_;
    View view = view_of(passage, d_.mentions[index].bodies.places);
    view.clean = &d_.layout.clean;
    view.raw = d_.source.raw;
    const auto first = static_cast<std::ptrdiff_t>(out_.observations.size());
    for (Draft& draft : read_prose(view, period_)) {
      draft.observation.place = raw_span(d_, draft.clause);
      draft.observation.text = wording(d_, draft.clause);
      out_.observations.push_back(std::move(draft.observation));
    }
    tables(item);
    const std::string section = section_of(d_, item);
    std::for_each(out_.observations.begin() + first, out_.observations.end(),
                  [&](Observation& o) { o.section = section; });
    std::stable_sort(out_.observations.begin() + first, out_.observations.end(),
                     [](const Observation& a, const Observation& b) {
                       return a.place.span.begin < b.place.span.begin;
                     });
  }

  void tables(const Item& item) {
    const Surroundings around{&lexicon_, date_, setting_.home};
    for (const std::int32_t index : item.tables) {
      TableReading reading =
          read_table(d_.layout.tables[static_cast<std::size_t>(index)], around, period_);
      std::move(reading.observations.begin(), reading.observations.end(),
                std::back_inserter(out_.observations));
      std::move(reading.refused.begin(), reading.refused.end(), std::back_inserter(out_.refused));
    }
  }

  Statistics take() { return std::move(out_); }

 private:
  const Document& d_;
  const Lexicon& lexicon_;
  Setting setting_;
  IssueDate date_;
  Period period_;
  Statistics out_;
};

}  // namespace

std::string_view name(Measure measure) {
  switch (measure) {
    case Measure::total:
      return "total";
    case Measure::added:
      return "new";
    case Measure::share:
      return "share";
    case Measure::yoy:
      return "yoy";
    case Measure::mom:
      return "mom";
    case Measure::rank:
      return "rank";
    case Measure::penetration:
      return "penetration";
  }
  return "";
}

Statistics observe(const Document& document, const StatisticsOptions& options) {
  const auto is_statistics = [](const Mentions& m) { return m.kind == "statistics"; };
  const bool none = std::none_of(document.mentions.begin(), document.mentions.end(), is_statistics);
  Observer observer(document);
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
    if (options.all_items || none || is_statistics(document.mentions[i])) observer.item(i);
  }
  return observer.take();
}

}  // namespace guanlan
