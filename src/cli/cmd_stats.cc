#include <array>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"

namespace guanlan::cli {
namespace {

struct Action {
  std::string_view name;
  int (*run)(const Call&);
};
constexpr std::array kActions{
    Action{"extract", stats_extract},
    Action{"series", stats_series},
    Action{"list", stats_list},
    Action{"reconcile", stats_reconcile},
    Action{"enforcement", stats_enforcement},
    Action{"section", stats_section},
};

int stats(const Call& call) {
  for (const Action& action : kActions) {
    if (action.name == call.args.positionals().front()) return action.run(call);
  }
  return exit_code::kUsage;
}

std::vector<OptionSpec> options() {
  return {
      {"--all-items",
       "",
       {"extract、reconcile：不限统计栏目，所有条目都读",
        "extract, reconcile: read all items, not only statistics"}},
      {"--region",
       "REGION",
       {"地区：河南省，或路径的末段：郑州市",
        "the region: 河南省, or the end of its path: 郑州市"}},
      {"--operator",
       "NAME",
       {"企业：河南联通；写“全部”只取不分企业的数值",
        "the operator: 河南联通; 全部 takes only figures of all together"}},
      {"--measure",
       "MEASURE",
       {"口径", "the measure"},
       {"total", "new", "share", "yoy", "mom", "rank", "penetration"},
       Complete::choice},
      {"--month",
       "MONTH",
       {"reconcile、section：哪个月，如 2020-08", "reconcile, section: which month, as 2020-08"}},
      {"--since", "DATE", {"不早于", "not before"}},
      {"--until", "DATE", {"不晚于", "not after"}},
      {"--by",
       "GROUP",
       {"enforcement：按什么分组", "enforcement: grouped by what"},
       {"law", "article", "authority", "level", "region", "sanction", "violation", "month"},
       Complete::choice},
      {"--withdrawn",
       "",
       {"series：连重读后不再成立的数值一起列出",
        "series: also values that a later reading no longer has"}},
      {"--chart",
       "",
       {"series：输出图表描述（YAML），交给 guanlan chart",
        "series: print a chart description (YAML) for guanlan chart"}},
      {"--xlsx",
       "FILE",
       {"series：另存为 XLSX，带原生图表", "series: also write an XLSX with a native chart"},
       {},
       Complete::file},
      format_option({"输出格式；终端上默认 table，否则 jsonl",
                     "output format; table on a terminal, jsonl elsewhere"})};
}

}  // namespace

int lacks_word(const Call& call, std::string_view word) {
  complain(call, Error{Code::invalid,
                       say(call.language, Say::argument_missing, word),
                       {},
                       say(call.language, Say::see_help, "guanlan stats --help")});
  return exit_code::kUsage;
}

std::optional<Measure> measure_option(const Call& call) {
  if (!call.args.has("--measure")) return {};
  return measure_named(call.args.value("--measure"));
}

CommandSpec stats_command() {
  return {
      "stats",
      {"统计：指标观测值、时间序列、核对、执法统计、统计栏目",
       "statistics: observations, series, reconciling, enforcement, the monthly section"},
      {"extract FILE… 读出每一个观测值：指标、时期、地区、运营企业、数值、单位、口径（总量、新增、\n"
       "占比、同比、环比、排名、普及率）以及它在文件中的位置；指标名称对照指标目录统一。\n"
       "有统计栏目的刊物只读统计栏目。读不成数的单元格在 stderr 逐一指出。\n"
       "series INDICATOR 库中一个指标的时间序列；同一时期数值不同的来源并列，不覆盖。\n"
       "list [WORDS] 库中有哪些序列。\n"
       "reconcile FILE…，或 --month：分项与合计、占比、与上期对比的增速、累计、排名变化、单位、\n"
       "不同来源：一致、不符（差多少，两处原文）或无法核对（缺什么）。\n"
       "enforcement --by 由库中条目统计执法：累计数不重复计算，金额另列去除离群值的合计。\n"
       "section FILE…，或 --month：由观测值写出统计栏目（Markdown；--format json 为结构）。",
       "extract FILE… prints every observation: indicator, period, region, operator, value, unit,\n"
       "measure (total, new, share, yoy, mom, rank, penetration) and its place in the file; names\n"
       "are resolved to a catalogue of indicators. Of a publication with a statistics section only\n"
       "that section is read. Cells that are no numbers are named on stderr.\n"
       "series INDICATOR prints what is stored of an indicator over time; sources that differ in a\n"
       "period stand side by side, none is overwritten.\n"
       "list [WORDS] prints which series are stored.\n"
       "reconcile FILE…, or --month: parts and totals, shares, growth against the value before,\n"
       "cumulative figures, moves of ranks, units, other sources: agrees, differs (by how much,\n"
       "both quotations) or cannot be checked (what is missing).\n"
       "enforcement --by counts stored items: cumulative figures are not counted twice, amounts\n"
       "are given with and without outliers.\n"
       "section FILE…, or --month, writes the statistics section from the observations (Markdown;\n"
       "--format json for its structure)."},
      {{"ACTION",
        {"extract、series、list、reconcile、enforcement 或 section",
         "extract, series, list, reconcile, enforcement or section"},
        1,
        1,
        {"extract", "series", "list", "reconcile", "enforcement", "section"},
        Complete::choice},
       {"WORDS",
        {"文件、文件夹（递归）或 -（标准输入）；series 与 list：指标名称",
         "files, folders (recursive), or - (standard input); series and list: an indicator"}}},
      options(),
      {{"stats extract monthly.pdf", {"在终端上看一期的指标", "see the figures of an issue"}},
       {"stats extract reports/ --format csv > series.csv",
        {"多期报告的观测值，给电子表格用", "the observations of many reports, for a spreadsheet"}},
       {"stats series 互联网用户 --region 河南省 --measure total",
        {"一个指标在一地的历月数值", "an indicator of a region, month by month"}},
       {"stats reconcile monthly.txt", {"核对一期的数字", "reconcile the figures of an issue"}},
       {"stats enforcement --by law --since 2024-01",
        {"今年以来按法律统计执法", "this year's enforcement by law"}}},
      stats};
}

}  // namespace guanlan::cli
