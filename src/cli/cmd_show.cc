#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/marked_text.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "guanlan/diff.h"
#include "guanlan/ledger.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::ordered_json;

// The values under the text: a line a value, with its words and where they stand.
void print_values(const Call& call, const std::vector<Fact>& facts, bool colour) {
  std::size_t width = 0;
  for (const Fact& f : facts) width = std::max(width, f.field.size());
  for (const std::string_view field : record_fields()) {
    for (const Fact& f : facts) {
      if (f.field != field) continue;
      const std::string words =
          f.text.empty() || f.text == f.value ? "" : fmt::format("「{}」", f.text);
      const std::string place =
          f.place.span.empty()
              ? ""
              : fmt::format("p{} @{}–{}", f.place.page, f.place.span.begin, f.place.span.end);
      call.env.out << fmt::format(
          "  {}  {}  {}  {}\n", coloured(padded(f.field, width), colour_of(f.field), colour),
          harmless(f.value), harmless(words), coloured(place, Colour::dim, colour));
    }
  }
}

// What the figures count, a line a figure.
void print_ledger(const Call& call, const StoredItem& item, bool colour) {
  for (const LedgerRow& row : ledger_rows(item.record)) {
    if (row.counts.empty()) continue;
    std::string line = fmt::format("  {}  {} = {}", coloured("figures", Colour::cyan, colour),
                                   harmless(row.text), harmless(row.counts));
    if (!row.noun.empty()) line += fmt::format(" ({})", row.noun);
    if (!row.of.empty()) line += "  " + harmless(row.of);
    if (!row.until.empty()) line += fmt::format("  {} {}", row.period_kind, row.until);
    if (!row.comparison.empty()) line += fmt::format("  {} {}", row.comparison, harmless(row.base));
    call.env.out << line << '\n';
  }
}

int print_json(const Call& call, const StoredItem& item, const std::vector<Fact>& facts) {
  Json out = Json::parse(item.record, nullptr, false);
  if (!out.is_object()) out = Json::object();
  out["id"] = item.id;
  out["facts"] = Json::array();
  for (const Fact& f : facts) {
    out["facts"].push_back(
        {{"field", f.field},
         {"index", f.index},
         {"value", f.value},
         {"text", f.text},
         {"rule", f.rule},
         {"cue", f.cue},
         {"span",
          {{"page", f.place.page}, {"begin", f.place.span.begin}, {"end", f.place.span.end}}}});
  }
  call.env.out << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  return exit_code::kFine;
}

int print_text(const Call& call, const Store& store, const StoredItem& item,
               const std::vector<Fact>& facts) {
  const auto raw = store.raw(item.document, item.entry);
  if (!raw) return no_database(call, raw.error());
  const bool colour = wants_colour(call);
  std::string title = marked(*raw, item.title_pieces, facts, false);
  std::erase(title, '\n');
  std::ostream& out = call.env.out;
  out << coloured(title.empty() ? harmless(item.title) : title, Colour::bold, colour) << '\n';
  const std::string about = fmt::format("{}  {}  {}  n={}  {}", item.kind,
                                        item.event_date.empty() ? "—" : item.event_date,
                                        harmless(item.file), item.n, harmless(item.path));
  out << coloured(about, Colour::dim, colour) << "\n\n";
  const std::string body = marked(*raw, item.body_pieces, facts, colour);
  if (!body.empty()) out << body << (body.ends_with('\n') ? "\n" : "\n\n");
  print_values(call, facts, colour);
  print_ledger(call, item, colour);
  return exit_code::kFine;
}

int show(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  int code = exit_code::kFine;
  for (const std::string& word : call.args.positionals()) {
    const auto id = whole_number(word);
    if (!id) {
      complain(call, {Code::invalid,
                      say(call.language, Say::bad_id, word),
                      {},
                      say(call.language, Say::id_hint)});
      return exit_code::kUsage;
    }
    const auto item = (*store)->item(*id);
    const auto facts = item ? (*store)->facts(*id) : Result<std::vector<Fact>>();
    if (!item || !facts) {
      Error error = item ? facts.error() : item.error();
      if (error.code == Code::not_found) error.hint = say(call.language, Say::id_hint);
      complain(call, error);
      code = exit_code::kInputs;
      continue;
    }
    const int printed = call.args.value("--format") == "json"
                            ? print_json(call, *item, *facts)
                            : print_text(call, **store, *item, *facts);
    code = std::max(code, printed);
  }
  return code;
}

}  // namespace

CommandSpec show_command() {
  return {
      "show",
      {"显示一条，其中的值以颜色标出", "show an item with its values marked"},
      {"文字是原件的用词，硬换行已去掉；下面逐个列出值、原文和位置（页、字节区间）。\n"
       "颜色：日期青、机关绿、地区蓝、数量黄、文件与条款紫、处置红。\n"
       "文件中的控制字符和双向控制字符显示为 <U+202E> 这样的转义。",
       "The wording is the document's own, hard wraps undone; below it each value with its words\n"
       "and its place (page, byte span). Colours: dates cyan, authorities green, regions blue,\n"
       "figures yellow, instruments and provisions magenta, sanctions red. Control and bidi\n"
       "characters of the document are shown as <U+202E>."},
      {{"ID",
        {"guanlan list 给出的编号", "a number from guanlan list"},
        1,
        -1,
        {},
        Complete::nothing}},
      {{"--format",
        "FORMAT",
        {"text（默认）或 json", "text (the default) or json"},
        {"text", "json"},
        Complete::choice}},
      {{"show 4", {"第 4 条", "item 4"}}, {"show 4 --format json", {"给程序读", "for programs"}}},
      show};
}

}  // namespace guanlan::cli
