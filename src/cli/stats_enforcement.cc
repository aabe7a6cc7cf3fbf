#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"
#include "guanlan/enforcement.h"

namespace guanlan::cli {
namespace {

constexpr Text kTotal{"合计", "total"}, kUnsaid{"（未说明）", "(not said)"};
constexpr Text kRepeated{"另有 {} 条为其他刊物的同一报道，未计入：{}",
                         "{} items are the same report elsewhere and do not count: {}"};
constexpr std::size_t kMostShown = 12;  // ids in a cell of a table on the terminal

std::string ids(const std::vector<std::int64_t>& items, bool all) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!all && i == kMostShown) return out + fmt::format(" … ({})", items.size());
    out += (i == 0 ? "" : " ") + std::to_string(items[i]);
  }
  return out;
}

std::string amount(double value) { return value == 0 ? "0" : fmt::format("{:.15g}", value); }

std::vector<std::string> row(const EnforcementRow& r, std::string key, bool all) {
  return {std::move(key),
          std::to_string(r.items.size()),
          amount(r.parties.value),
          amount(r.fines.value),
          amount(r.fines_typical.value),
          ids(r.items, all),
          ids(r.parties.items, all),
          ids(r.fines.items, all),
          ids(r.outliers, all),
          ids(r.replaced, all)};
}

}  // namespace

int stats_enforcement(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  EnforcementQuery query;
  query.by = enforcement_group(call.args.value("--by", "law")).value_or(EnforcementGroup::law);
  query.filter.since = call.args.value("--since");
  query.filter.until = call.args.value("--until");
  query.filter.region = call.args.value("--region");
  const auto found = enforcement(**store, query);
  if (!found) return no_database(call, found.error());
  const std::string format = chosen_format(call);
  const bool all = format != "table";
  Sheet sheet{{{"key", {"分组", "group"}, false, true},
               {"count", {"条目数", "items"}, true},
               {"parties", {"处置数", "acted on"}, true},
               {"fines", {"罚没款（元）", "fines (CNY)"}, true},
               {"fines_typical", {"去除离群值", "without outliers"}, true},
               {"items", {"条目", "items"}, false, true},
               {"parties_items", {"处置数出处", "acted on in"}, false, true},
               {"fines_items", {"罚没款出处", "fines in"}, false, true},
               {"outliers", {"离群值", "outliers"}, false, true},
               {"replaced", {"被后来的累计数取代", "replaced by later totals"}, false, true}},
              {}};
  for (const EnforcementRow& r : found->rows)
    sheet.rows.push_back(
        row(r, r.key.empty() && !all ? std::string(kUnsaid.in(call.language)) : r.key, all));
  sheet.rows.push_back(row(found->total, std::string(kTotal.in(call.language)), all));
  print(call, sheet, format);
  if (!found->repeated.empty()) {
    call.env.err << fmt::format(fmt::runtime(kRepeated.in(call.language)), found->repeated.size(),
                                ids(found->repeated, false))
                 << '\n';
  }
  return exit_code::kFine;
}

}  // namespace guanlan::cli
