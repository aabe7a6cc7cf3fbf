#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/record_output.h"

namespace guanlan::cli {
namespace {

int export_items(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  auto filter = filter_of(call);
  if (!filter) return no_database(call, filter.error());
  filter->as_stored = true;
  const std::string format = call.args.value("--format", "jsonl");
  if (format == "csv" && call.args.has("--bom")) call.env.out << "\xEF\xBB\xBF";
  RecordOutput output(call, format);
  const auto done = (*store)->each(*filter, [&](StoredItem&& item) {
    output.add(item.record);
    return !call.interrupted();
  });
  output.finish();
  if (!done) return no_database(call, done.error());
  mention_older_rules(call, **store);
  return verdict(call, 0, 0);
}

}  // namespace

CommandSpec export_command() {
  auto options = filter_options();
  options.push_back({"--format",
                     "FORMAT",
                     {"jsonl（默认）或 csv", "jsonl (the default) or csv"},
                     {"jsonl", "csv"},
                     Complete::choice});
  options.push_back(
      {"--bom",
       "",
       {"CSV 前加 BOM，便于 Excel、WPS 直接打开", "begin CSV with a BOM, for Excel and WPS"}});
  return {
      "export",
      {"导出库中的记录", "export the stored records"},
      {"按存入的先后与文中的次序，每条一行。字段见 docs/record.md。",
       "As stored and in reading order, one record a line. The fields are those of "
       "docs/record.md."},
      {},
      std::move(options),
      {{"export > records.jsonl", {"全部记录", "all records"}},
       {"export --format csv --bom --since 2024 > 2024.csv", {"给电子表格", "for a spreadsheet"}}},
      export_items};
}

}  // namespace guanlan::cli
