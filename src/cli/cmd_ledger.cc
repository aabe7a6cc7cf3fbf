// ledger: what the figures count, of whom and when, as rows and as sums.
#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/documents.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/track_commands.h"
#include "guanlan/ledger.h"

namespace guanlan::cli {
namespace {

constexpr Text kFilesOrStored{"请给出文件，或用 --stored 取库中的条目",
                              "name files, or take what is stored with --stored"};
constexpr Text kNone{"没有符合的数字。", "no figures that fit."};

LedgerQuery query_of(const Call& call) {
  return {call.args.value("--counts"), call.args.value("--of"), call.args.value("--region"),
          call.args.value("--since"), call.args.value("--until")};
}

std::string number(double value) { return fmt::format("{:.15g}", value); }

Sheet sheet_of(const std::vector<LedgerRow>& rows, bool brief) {
  const Column counts{"counts", {"数什么", "counts"}, false, true}, noun{"noun", {"归类", "noun"}},
      of{"of", {"谁的", "of"}, false, true}, value{"value", {"数值", "value"}, true},
      unit{"unit", {"单位", "unit"}}, period{"period", {"时期", "period"}},
      compared{"comparison", {"比较", "comparison"}}, base{"base", {"基数", "base"}, false, true},
      item{"item", {"条目", "item"}, true};
  Sheet sheet{{noun, counts, of, value, unit, period, compared, base, item}, {}};
  const auto span_of = [](const LedgerRow& r) {
    const std::string range =
        r.from.empty() || r.from == r.until ? r.until : r.from + "/" + r.until;
    return r.until.empty() ? std::string() : r.period_kind + " " + range;
  };
  if (brief) {
    for (const LedgerRow& r : rows) {
      sheet.rows.push_back({r.noun, r.counts, r.of, number(r.value), r.unit, span_of(r),
                            r.comparison, r.base, std::to_string(r.item)});
    }
    return sheet;
  }
  sheet.columns = {noun,
                   counts,
                   {"of_kind", {"主体类别", "of kind"}},
                   of,
                   value,
                   unit,
                   {"approx", {"约数", "approx"}},
                   {"period_kind", {"时期类别", "period kind"}},
                   {"from", {"从", "from"}},
                   {"until", {"到", "until"}},
                   {"cumulative", {"累计", "cumulative"}},
                   compared,
                   {"direction", {"方向", "direction"}},
                   base,
                   {"base_period", {"基期", "base period"}},
                   {"regions", {"地区", "regions"}},
                   {"text", {"原文", "text"}},
                   item,
                   {"title", {"标题", "title"}},
                   {"file", {"文件", "file"}},
                   {"page", {"页", "page"}, true},
                   {"begin", {"起", "begin"}, true},
                   {"end", {"止", "end"}, true}};
  for (const LedgerRow& r : rows) {
    sheet.rows.push_back({r.noun,
                          r.counts,
                          r.of_kind,
                          r.of,
                          number(r.value),
                          r.unit,
                          r.approx,
                          r.period_kind,
                          r.from,
                          r.until,
                          r.cumulative ? "true" : "false",
                          r.comparison,
                          r.direction,
                          r.base,
                          r.base_period,
                          fmt::format("{}", fmt::join(r.regions, "; ")),
                          r.text,
                          std::to_string(r.item),
                          r.title,
                          r.file,
                          std::to_string(r.place.page),
                          std::to_string(r.place.span.begin),
                          std::to_string(r.place.span.end)});
  }
  return sheet;
}

Sheet sums_of(const std::vector<LedgerRow>& rows) {
  Sheet sheet{{{"noun", {"归类", "noun"}},
               {"of", {"谁的", "of"}, false, true},
               {"month", {"月份", "month"}},
               {"kind", {"口径", "kind"}},
               {"value", {"数值", "value"}, true},
               {"unit", {"单位", "unit"}},
               {"approximate", {"含约数", "approximate"}},
               {"items", {"条目", "items"}, false, true}},
              {}};
  for (const LedgerSum& s : ledger_sums(rows)) {
    sheet.rows.push_back({s.noun, s.of, s.month, s.cumulative ? "last" : "sum", number(s.value),
                          s.unit, s.approximate ? "true" : "false",
                          fmt::format("{}", fmt::join(s.items, "; "))});
  }
  return sheet;
}

void keep(std::vector<LedgerRow> rows, const LedgerQuery& query, std::vector<LedgerRow>& out) {
  for (LedgerRow& row : rows) {
    if (matches(row, query)) out.push_back(std::move(row));
  }
}

std::size_t read_files(const Call& call, const Inputs& inputs, const LedgerQuery& query,
                       std::vector<LedgerRow>& out) {
  return each_document(call, inputs, [&](Document&& document) {
    for (std::size_t i = 0; i < document.issue.items.size(); ++i)
      keep(ledger_rows(document, i), query, out);
    return true;
  });
}

void show_rows(const Call& call, const std::vector<LedgerRow>& rows) {
  const std::string format = chosen_format(call);
  print(call, call.args.has("--sum") ? sums_of(rows) : sheet_of(rows, format == "table"), format);
  if (rows.empty()) call.env.err << kNone.in(call.language) << '\n';
}

int stored(const Call& call, const LedgerQuery& query) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  std::vector<LedgerRow> rows;
  ItemFilter all;
  all.as_stored = true;
  const auto done = (*store)->each(all, [&](StoredItem&& item) {
    auto found = ledger_rows(item.record);
    for (LedgerRow& row : found) row.item = item.id;
    keep(std::move(found), query, rows);
    return !call.interrupted();
  });
  if (!done) return no_database(call, done.error());
  show_rows(call, rows);
  mention_older_rules(call, **store);
  return verdict(call, 0, 0);
}

int ledger(const Call& call) {
  const LedgerQuery query = query_of(call);
  const auto& words = call.args.positionals();
  if (call.args.has("--stored") == !words.empty()) {
    complain(call, {Code::invalid, std::string(kFilesOrStored.in(call.language)), {}, {}});
    return exit_code::kUsage;
  }
  if (words.empty()) return stored(call, query);
  const Inputs inputs = expand(call, words);
  std::vector<LedgerRow> rows;
  const std::size_t failed = read_files(call, inputs, query, rows);
  show_rows(call, rows);
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

}  // namespace

CommandSpec ledger_command() {
  return {
      "ledger",
      {"数字账：每个数字数的是什么、谁的、何时、与什么比",
       "what each figure counts, of whom, when, against what"},
      {"列出文件或库中条目的数字，各附所数之物（原文与归类，如 captured-persons）、主体、时期\n"
       "（during 期间、up_to 截至、as_of 时点）、比较与基数；原文没有说的留空。--sum "
       "按归类、主体、\n"
       "月份合计；累计数与时点数从不与期间数相加，只列最后一个。",
       "Lists the figures of files or of the stored items with what they count (the words, and a "
       "noun\n"
       "such as captured-persons), of whom, when (during, up_to, as_of), the comparison and its "
       "base;\n"
       "what the text does not say is left empty. --sum adds them by noun, body and month; "
       "cumulative\n"
       "figures and those of a moment are never added: of them the last stands."},
      {{"FILE", {"文件或文件夹，- 为标准输入", "files or folders, - for stdin"}}},
      {{"--stored", "", {"库中的条目，而不是文件", "the stored items, not files"}},
       {"--counts",
        "NOUN",
        {"归类，或所数之物中含这些字：captured-persons、账号",
         "the noun, or words in what is counted: captured-persons, 账号"}},
       {"--of", "WORDS", {"主体名称中含这些字", "words in the name of the body"}},
       {"--region",
        "WORDS",
        {"地区路径中含这些字，如 甘肃、天水市", "words in the path of a region: 甘肃, 天水市"}},
       {"--since",
        "DATE",
        {"时期之末不早于（2024、2024-05）", "the period ends not before (2024, 2024-05)"}},
       {"--until",
        "DATE",
        {"时期之末不晚于，含当期", "the period ends not after, that one included"}},
       {"--sum", "", {"按归类、主体、月份合计", "sums by noun, body and month"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"ledger monthly.pdf --counts captured-persons", {"抓获了多少人", "how many were captured"}},
       {"ledger --stored --sum --region 浙江 --format csv",
        {"某省各机关各月合计", "sums of a province, for a spreadsheet"}}},
      ledger};
}

}  // namespace guanlan::cli
