#include <ostream>

#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/record_output.h"
#include "cli/remarks.h"

namespace guanlan::cli {
namespace {

// What reading one file gave: per source its remarks and its records.
struct Extracted {
  struct Source {
    std::vector<std::string> warnings, records;
  };
  std::vector<Source> sources;
};

Result<Extracted> extract_one(const Call& call, const Input& input) {
  auto bytes = bytes_of(call, input);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  const auto alone = alone_if_large(*bytes);
  auto sources = read_bytes(*bytes, name_of(input));
  if (!sources) return tl::unexpected(std::move(sources.error()));
  Extracted out;
  for (Source& source : *sources) {
    if (call.interrupted()) break;
    std::vector<std::string> warnings = source.warnings;
    out.sources.push_back(
        {std::move(warnings), record_lines(std::move(source), Lexicon::builtin())});
  }
  return out;
}

int extract(const Call& call) {
  const auto jobs = jobs_of(call);
  if (!jobs) {
    complain(call, jobs.error());
    return exit_code::kUsage;
  }
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  RecordOutput output(call, chosen_format(call));
  Progress progress(call, inputs.files.size());
  const auto print = [&](std::size_t i, Result<Extracted> extracted) {
    const Input& input = inputs.files[i];
    if (!extracted) {
      ++failed;
      progress.clear();
      give_hint(extracted.error());
      complain(call, extracted.error(), input);
      return !call.interrupted();
    }
    for (const Extracted::Source& source : extracted->sources) {
      if (!source.warnings.empty()) progress.clear();
      remark(call, input, source.warnings);
      for (const std::string& record : source.records) output.add(record);
    }
    if (i + 1 < inputs.files.size()) progress.at(i + 1, inputs.files[i + 1].shown);
    return !call.interrupted();
  };
  if (!inputs.files.empty()) progress.at(0, inputs.files[0].shown);
  in_order(
      inputs.files.size(), *jobs, [&](std::size_t i) { return extract_one(call, inputs.files[i]); },
      print);
  progress.clear();
  output.finish();
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

}  // namespace

CommandSpec extract_command() {
  return {
      "extract",
      {"把出版物读成记录，打印出来", "turn publications into records and print them"},
      {"每条信息一条记录，每个值都带有它在文件中的位置（字节区间）。\n"
       "不写入数据库；要保存请用 guanlan add。\n"
       "读不了的文件列在 stderr，其余照常输出，退出码为 3。",
       "One record per item; every value carries the place in the file it came from (a byte "
       "span).\n"
       "Nothing is stored; use guanlan add for that.\n"
       "Files that cannot be read are listed on stderr, the others are printed, exit status 3."},
      {{"FILE",
        {"文件、文件夹（递归）或 -（标准输入）",
         "a file, a folder (recursive), or - (standard input)"},
        1}},
      {format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"}),
       jobs_option()},
      {{"extract monthly.pdf", {"在终端上看一期月刊有哪些条目", "see the items of a monthly"}},
       {"extract inbox/ --format jsonl > records.jsonl",
        {"整个文件夹，每行一条记录", "a whole folder, one record per line"}},
       {"extract - < notice.html", {"从标准输入读", "read standard input"}},
       {"extract notice.docx --format csv > notice.csv", {"给电子表格用", "for a spreadsheet"}}},
      extract};
}

}  // namespace guanlan::cli
