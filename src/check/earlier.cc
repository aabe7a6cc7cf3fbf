// Earlier issues (往期) in the store: figures against what was printed before.
//
//   earlier.growth      同比增长22.6%, while the stored value of the year before says 18.9%
//   earlier.new         新增75.5万户, while last month's total says 71.2万户
//   earlier.cumulative  1-8月 is not 1-7月 and 8月
//   earlier.rank        上升1位 from a rank that was printed otherwise
//   earlier.figure      a value of a period that an earlier issue has otherwise
//   earlier.unit        a value of another size than all before
#include <algorithm>

#include "check/families.h"
#include "guanlan/reconcile.h"

namespace guanlan::checking {
namespace {

struct Names {
  std::string_view reconciled, rule;
};
constexpr Names kRules[] = {
    {"growth.previous", "earlier.growth"}, {"new.total", "earlier.new"},
    {"cumulative", "earlier.cumulative"},  {"rank.move", "earlier.rank"},
    {"restated", "earlier.figure"},        {"unit.slip", "earlier.unit"},
};

std::string_view rule_of(const Reconciled& line) {
  for (const Names& names : kRules) {
    if (names.reconciled == line.rule) return names.rule;
  }
  return {};
}

// The first quotation of another file; null: the document speaks of itself only, or is there
// under the same name in an earlier state.
const Quotation* earlier(const Desk& desk, const Reconciled& line) {
  for (const Quotation& q : line.quotations) {
    if (q.document != 0 && q.file != desk.document().source.name) return &q;
  }
  return nullptr;
}

}  // namespace

void check_earlier(Desk& desk) {
  if (!wants_observations(desk.document())) return;
  const ObservationStore* store = desk.options().observations;
  if (store == nullptr) {
    desk.not_run(
        "earlier.*",
        {"没有往期数据可比（guanlan add 往期，或用 --db 指明库）",
         "no earlier issues to compare with (guanlan add them, or name the store by --db)"});
    return;
  }
  const auto lines = against_stored(desk.document(), *store);
  if (!lines) {
    desk.not_run("earlier.*", {lines.error().message, lines.error().message});
    return;
  }
  for (const Reconciled& line : *lines) {
    const std::string_view rule = rule_of(line);
    const Quotation* other = earlier(desk, line);
    if (line.agreement != Agreement::differs || rule.empty() || other == nullptr) continue;
    desk.report({rule,
                 in_raw(line.quotations.front().place.span),
                 {{"indicator", line.indicator},
                  {"period", line.period},
                  {"sum", line.detail.zh},
                  {"sum_en", line.detail.en},
                  {"file", other->file},
                  {"earlier", other->text}}});
  }
}

}  // namespace guanlan::checking

namespace guanlan {

bool wants_observations(const Document& document) {
  return std::any_of(document.mentions.begin(), document.mentions.end(),
                     [](const Mentions& m) { return m.kind == "statistics"; });
}

}  // namespace guanlan
