#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/documents.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"
#include "guanlan/monthly.h"

namespace guanlan::cli {
namespace {

constexpr Text kNotPut{"{} 个观测值没有写进去", "{} observations were not put into words"};

void print_section(const Call& call, const MonthlySection& section) {
  const std::string format = call.args.value("--format", "md");
  call.env.out << (format.starts_with("json") ? monthly_json(section) : monthly_markdown(section));
  if (!section.unsaid.empty()) {
    call.env.err << fmt::format(fmt::runtime(kNotPut.in(call.language)), section.unsaid.size())
                 << '\n';
  }
}

// The month that most observations end in.
std::string month_of(const std::vector<Observation>& all) {
  std::map<std::string, int> months;
  for (const Observation& o : all) ++months[std::string(end_of_period(o.period))];
  std::string out;
  for (const auto& [month, count] : months) {
    if (!month.empty() && (out.empty() || count > months[out])) out = month;
  }
  return out;
}

}  // namespace

int stats_section(const Call& call) {
  if (call.args.has("--month") && words_of(call).empty()) {
    const auto store = observations_of(call);
    if (!store) return no_database(call, store.error());
    const auto section =
        write_monthly(*store, call.args.value("--month"), call.args.value("--region"));
    if (!section) {
      complain(call, section.error());
      return exit_code::kInputs;
    }
    print_section(call, *section);
    return exit_code::kFine;
  }
  if (words_of(call).empty()) return lacks_word(call, "FILE");
  const Inputs inputs = expand(call, words_of(call));
  std::vector<Observation> all;
  const std::size_t failed = each_document(call, inputs, [&](Document&& document) {
    auto found = observe(document, {call.args.has("--all-items")});
    std::move(found.observations.begin(), found.observations.end(), std::back_inserter(all));
    return true;
  });
  print_section(call, write_monthly(all, call.args.value("--month", month_of(all))));
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

}  // namespace guanlan::cli
