#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/database.h"
#include "cli/diff_page.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "guanlan/diff.h"

namespace guanlan::cli {
namespace {

using Records = std::vector<nlohmann::ordered_json>;

Result<void> add_line(const Call& call, std::string_view line, std::string place, Records& out) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return {};
  auto record = nlohmann::ordered_json::parse(line, nullptr, false);
  if (!record.is_object()) {
    return fail(Code::damaged, say(call.language, Say::not_records), std::move(place),
                say(call.language, Say::records_hint));
  }
  out.push_back(std::move(record));
  return {};
}

Result<Records> from_file(const Call& call, const std::string& name) {
  const auto bytes = bytes_of(call, {name, name});
  if (!bytes) return tl::unexpected(bytes.error());
  Records out;
  int number = 0;
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    const auto line = std::string_view(*bytes).substr(at, end - at);
    const auto added = add_line(call, line, fmt::format("{}:{}", name, ++number), out);
    if (!added) return tl::unexpected(added.error());
    at = end + 1;
  }
  return out;
}

struct Pair {
  Records before, after;
};

// What the last re-reading of each file changed, or all that was read under `rules`.
Result<Pair> from_store(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return tl::unexpected(store.error());
  const auto revisions = (*store)->revisions();
  if (!revisions) return tl::unexpected(revisions.error());
  const std::string rules = call.args.value("--rules");
  Pair out;
  std::vector<std::int64_t> seen;
  for (const Revision& revision : *revisions) {
    const bool known = std::find(seen.begin(), seen.end(), revision.document) != seen.end();
    if (known || (!rules.empty() && revision.rules != rules)) continue;
    seen.push_back(revision.document);
    const auto lines = (*store)->records(revision);
    if (!lines) return tl::unexpected(lines.error());
    for (const std::string& line : *lines) {
      if (auto added = add_line(call, line, revision.rules, out.before); !added)
        return tl::unexpected(added.error());
    }
    ItemFilter filter;
    filter.document = revision.document;
    filter.as_stored = true;
    const auto done = (*store)->each(filter, [&](StoredItem&& item) {
      return add_line(call, item.record, item.file, out.after).has_value();
    });
    if (!done) return tl::unexpected(done.error());
  }
  return out;
}

Result<Pair> both(const Call& call) {
  const auto& names = call.args.positionals();
  if (call.args.has("--stored")) return from_store(call);
  if (names.size() != 2) {
    return fail(Code::invalid,
                say(call.language, Say::argument_missing, names.empty() ? "BEFORE" : "AFTER"), {},
                say(call.language, Say::see_help, "guanlan diff --help"));
  }
  auto before = from_file(call, names[0]);
  if (!before) return tl::unexpected(std::move(before.error()));
  auto after = from_file(call, names[1]);
  if (!after) return tl::unexpected(std::move(after.error()));
  return Pair{std::move(*before), std::move(*after)};
}

void print_tallies(const Call& call, const Difference& difference, const std::string& format) {
  Sheet sheet{{{"field", {"字段", "field"}},
               {"same", {"不变", "same"}, true},
               {"gained", {"得", "gained"}, true},
               {"lost", {"失", "lost"}, true},
               {"moved", {"移动", "moved"}, true}},
              {}};
  for (const FieldTally& t : difference.fields) {
    sheet.rows.push_back({t.field, std::to_string(t.same), std::to_string(t.gained),
                          std::to_string(t.lost), std::to_string(t.moved)});
  }
  print(call, sheet, format);
}

void print_changes(const Call& call, const Difference& difference, const std::string& format) {
  const bool table = format == "table";
  const std::string field = call.args.value("--field");
  Sheet sheet{{{"change", {"变化", "change"}},
               {"file", {"文件", "file"}, false, true},
               {"n", {"序", "n"}, true},
               {"field", {"字段", "field"}},
               {"value", {"值", "value"}, false, true},
               {"title", {"标题", "title"}, false, true},
               {"sentence", {"句子", "sentence"}, false, true}},
              {}};
  for (const guanlan::Change& c : difference.changes) {
    if (!field.empty() && c.field != field) continue;
    constexpr std::string_view kSigns[] = {"+", "-", "~"};
    const auto kind = table ? kSigns[static_cast<std::size_t>(c.kind)] : name(c.kind);
    sheet.rows.push_back(
        {std::string(kind), c.file, std::to_string(c.n), c.field, c.value, c.title, c.sentence});
  }
  print(call, sheet, format);
}

int diff(const Call& call) {
  const auto pair = both(call);
  if (!pair) {
    complain(call, pair.error());
    return exit_code::kUsage;
  }
  const Difference difference = compare(pair->before, pair->after);
  const std::string format = chosen_format(call, "text");
  const std::string field = call.args.value("--field");
  if (format == "html") {
    call.env.out << diff_page(call, difference, field);
  } else if (call.args.has("--summary")) {
    print_tallies(call, difference, format == "text" ? "table" : format);
  } else if (format == "text") {
    call.env.out << diff_text(call, difference, field);
  } else {
    print_changes(call, difference, format);
  }
  int gained = 0, lost = 0, moved = 0;
  for (const FieldTally& t : difference.fields) {
    gained += t.gained;
    lost += t.lost;
    moved += t.moved;
  }
  call.env.err << say(call.language, Say::diff_totals, gained, lost, moved) << '\n';
  return difference.has_losses() ? exit_code::kFindings : exit_code::kFine;
}

}  // namespace

CommandSpec diff_command() {
  std::vector<std::string_view> choices{"text", "html"};
  choices.insert(choices.end(), formats().begin(), formats().end());
  std::vector<std::string_view> fields{"items"};
  fields.insert(fields.end(), record_fields().begin(), record_fields().end());
  return {
      "diff",
      {"两份记录之间的得与失", "gains and losses between two sets of records"},
      {"逐个值比较：得（+）、失（-）、同值移位（~）。有损失时退出码为 1。\n"
       "条目按文件与标题配对，其次按位置，再次按正文开头。\n"
       "--stored 比较库中重读之前与现在的记录。",
       "Compares value by value: gained (+), lost (-), the same value at another place (~).\n"
       "Exit status 1 where something was lost. Items are paired by file and title, else by "
       "place,\n"
       "else by their first words. --stored compares what the database held before re-reading "
       "with\n"
       "what it holds now."},
      {{"BEFORE", {"旧的记录文件（jsonl）", "the old records (jsonl)"}, 0, 1},
       {"AFTER", {"新的记录文件（jsonl）", "the new records (jsonl)"}, 0, 1}},
      {{"--summary", "", {"只要各字段的合计", "only the totals per field"}},
       {"--field",
        "FIELD",
        {"只看一个字段；items 指整条的得失",
         "one field only; items: whole items that came or went"},
        fields,
        Complete::choice},
       {"--stored", "", {"比较库中重读前后", "compare before and after re-reading"}},
       {"--rules",
        "RULES",
        {"与 --stored 同用：旧规则的版本，见 list --files",
         "with --stored: the old rules' version, as in list --files"}},
       {"--format",
        "FORMAT",
        {"text（终端上的默认，带所在的句子）、html（一页）或表格格式；别处默认 jsonl",
         "text (the default on a terminal, with the sentences), html (one page) or a format for "
         "rows; jsonl elsewhere"},
        choices,
        Complete::choice}},
      {{"diff before.jsonl after.jsonl", {"改规则前后的得失", "a change of the rules"}},
       {"diff before.jsonl after.jsonl --summary --format table",
        {"各字段合计", "totals per field"}},
       {"diff before.jsonl after.jsonl --format html > gains.html",
        {"一页得失，逐句可查", "a page of gains and losses in their sentences"}},
       {"diff --stored", {"上次重读改变了什么", "what the last re-reading changed"}}},
      diff};
}

}  // namespace guanlan::cli
