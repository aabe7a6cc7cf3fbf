#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/sheet.h"
#include "guanlan/stats.h"

namespace guanlan::cli {
namespace {

Sheet sheet() {
  return {{{"file", {"文件", "file"}, false, true},
           {"section", {"章节", "section"}, false, true},
           {"indicator", {"指标", "indicator"}, false, true},
           {"canonical", {"目录名", "catalogue"}, false, true},
           {"period", {"时期", "period"}},
           {"region", {"地区", "region"}},
           {"operator", {"企业", "operator"}},
           {"measure", {"口径", "measure"}},
           {"value", {"数值", "value"}, true},
           {"unit", {"单位", "unit"}},
           {"rank_of", {"范围", "rank of"}}},
          {}};
}

std::vector<std::string> row(const std::string& file, const Observation& o) {
  return {file,
          o.section,
          o.indicator,
          o.canonical,
          o.period,
          o.region,
          o.operator_name,
          std::string(name(o.measure)),
          fmt::format("{:.15g}", o.value),
          o.unit,
          o.rank_of};
}

// Prints observations as they come: jsonl at once, everything else at the end.
class Printer {
 public:
  explicit Printer(const Call& call) : call_(call), format_(chosen_format(call)), sheet_(sheet()) {}

  void add(const Document& document) {
    const Statistics found = observe(document, {call_.args.has("--all-items")});
    for (const Observation& o : found.observations) {
      if (format_ == "jsonl") {
        call_.env.out << observation_line(o) << '\n';
      } else if (format_ == "json") {
        call_.env.out << (first_ ? "[\n" : ",\n") << observation_line(o);
        first_ = false;
      } else {
        sheet_.rows.push_back(row(document.source.name, o));
      }
    }
    for (const Refusal& r : found.refused) {
      call_.env.err << say(call_.language, Say::stats_refused, document.source.name + ": " + r.cell,
                           r.text, r.why)
                    << '\n';
    }
  }

  void finish() {
    if (format_ == "jsonl") return;
    if (format_ == "json") {
      call_.env.out << (first_ ? "[]\n" : "\n]\n");
      return;
    }
    print(call_, sheet_, format_);
  }

 private:
  const Call& call_;
  std::string format_;
  Sheet sheet_;
  bool first_ = true;
};

int extract(const Call& call) {
  const auto& words = call.args.positionals();
  const Inputs inputs = expand(call, {words.begin() + 1, words.end()});
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  Printer printer(call);
  Progress progress(call, inputs.files.size());
  for (std::size_t i = 0; i < inputs.files.size() && !call.interrupted(); ++i) {
    progress.at(i, inputs.files[i].shown);
    auto sources = sources_of(call, inputs.files[i]);
    if (!sources) {
      ++failed;
      progress.clear();
      complain(call, sources.error(), inputs.files[i]);
      continue;
    }
    for (Source& source : *sources) printer.add(process(std::move(source), Lexicon::builtin()));
  }
  progress.clear();
  printer.finish();
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

int stats(const Call& call) { return extract(call); }

}  // namespace

CommandSpec stats_command() {
  return {
      "stats",
      {"统计：从正文和表格中读出指标观测值", "statistics: read observations from text and tables"},
      {"extract "
       "读出每一个观测值：指标、时期、地区、运营企业、数值、单位、口径（总量、新增、占比、同比、\n"
       "环比、排名、普及率）以及它在文件中的位置；指标名称对照指标目录统一。\n"
       "有统计栏目的刊物只读统计栏目；--all-items 连新闻条目一起读。\n"
       "读不成数的单元格在 stderr 逐一指出。",
       "extract prints every observation: indicator, period, region, operator, value, unit, "
       "measure\n"
       "(total, new, share, yoy, mom, rank, penetration) and its place in the file; names are\n"
       "resolved to a catalogue of indicators.\n"
       "Of a publication with a statistics section only that section is read; --all-items reads\n"
       "the news too. Cells that are no numbers are named on stderr."},
      {{"ACTION", {"extract", "extract"}, 1, 1, {"extract"}, Complete::choice},
       {"FILE",
        {"文件、文件夹（递归）或 -（标准输入）",
         "a file, a folder (recursive), or - (standard input)"},
        1}},
      {{"--all-items", "", {"不限统计栏目，所有条目都读", "read all items, not only statistics"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"stats extract monthly.pdf", {"在终端上看一期的指标", "see the figures of an issue"}},
       {"stats extract reports/ --format csv > series.csv",
        {"多期报告的观测值，给电子表格用", "the observations of many reports, for a spreadsheet"}}},
      stats};
}

}  // namespace guanlan::cli
