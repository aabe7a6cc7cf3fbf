#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "guanlan/diff.h"

namespace guanlan::cli {
namespace {

int items(const Call& call, const Store& store) {
  const auto filter = filter_of(call);
  if (!filter) return no_database(call, filter.error());
  Sheet sheet{{{"id", {"编号", "id"}, true},
               {"date", {"日期", "date"}},
               {"kind", {"类别", "kind"}},
               {"title", {"标题", "title"}, false, true},
               {"authorities", {"机关", "authorities"}, false, true},
               {"regions", {"地区", "regions"}, false, true},
               {"file", {"文件", "file"}, false, true}},
              {}};
  const auto done = store.each(*filter, [&](StoredItem&& item) {
    const auto record = nlohmann::ordered_json::parse(item.record, nullptr, false);
    const auto joined = [&](std::string_view field) {
      return fmt::format("{}", fmt::join(field_values(record, field), "; "));
    };
    sheet.rows.push_back({std::to_string(item.id), item.event_date, item.kind, item.title,
                          joined("authorities"), joined("regions"), item.file});
    return !call.interrupted();
  });
  if (!done) return no_database(call, done.error());
  if (sheet.rows.empty()) call.env.err << say(call.language, Say::nothing_listed) << '\n';
  print(call, sheet, chosen_format(call));
  mention_older_rules(call, store);
  return verdict(call, 0, 0);
}

int files(const Call& call, const Store& store) {
  const auto documents = store.documents();
  if (!documents) return no_database(call, documents.error());
  Sheet sheet{{{"document", {"指纹", "document"}, false, true},
               {"file", {"文件", "file"}, false, true},
               {"added", {"存入时间", "added"}},
               {"bytes", {"字节", "bytes"}, true},
               {"items", {"条目", "items"}, true},
               {"rules", {"规则", "rules"}}},
              {}};
  for (const StoredDocument& d : *documents) {
    sheet.rows.push_back(
        {d.digest, d.name, d.added, std::to_string(d.size), std::to_string(d.items), d.rules});
  }
  print(call, sheet, chosen_format(call));
  mention_older_rules(call, store);
  return exit_code::kFine;
}

int quarantine(const Call& call, const Store& store) {
  const auto aside = store.quarantine();
  if (!aside) return no_database(call, aside.error());
  Sheet sheet{{{"file", {"文件", "file"}, false, true},
               {"code", {"代码", "code"}},
               {"message", {"原因", "message"}, false, true},
               {"hint", {"提示", "hint"}, false, true},
               {"time", {"时间", "time"}},
               {"document", {"指纹", "document"}, false, true}},
              {}};
  for (const Quarantined& q : *aside) {
    sheet.rows.push_back({q.name, q.code, translated(call.language, q.message),
                          translated(call.language, q.hint), q.time, q.digest});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

int list(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  if (call.args.has("--quarantine")) return quarantine(call, **store);
  if (call.args.has("--files")) return files(call, **store);
  return items(call, **store);
}

}  // namespace

CommandSpec list_command() {
  auto options = filter_options();
  options.push_back({"--files", "", {"列出文件而不是条目", "list files, not items"}});
  options.push_back({"--quarantine", "", {"列出没读成的文件", "list what could not be read"}});
  options.push_back(format_option({"输出格式；终端上默认 table，否则 jsonl",
                                   "output format; table on a terminal, jsonl elsewhere"}));
  return {
      "list",
      {"列出库中的条目", "list the stored items"},
      {"最近的事件在前，没有日期的在后；各条件须同时满足。\n"
       "不完整的日期（2024-05）按整个期间比较。",
       "Newest event first, undated items last; all conditions must hold.\n"
       "A partial date (2024-05) counts as the whole period."},
      {},
      std::move(options),
      {{"list --kind enforcement --since 2024-04", {"四月以来的执法", "enforcement since April"}},
       {"list --region 甘肃 --format csv",
        {"甘肃的条目，给电子表格", "a province, for a spreadsheet"}},
       {"list --quarantine", {"没读成的文件及原因", "files that could not be read, and why"}}},
      list};
}

}  // namespace guanlan::cli
