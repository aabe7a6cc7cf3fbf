#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/record_output.h"
#include "cli/remarks.h"

namespace guanlan::cli {
namespace {

int extract(const Call& call) {
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  RecordOutput output(call, chosen_format(call));
  Progress progress(call, inputs.files.size());
  for (std::size_t i = 0; i < inputs.files.size() && !call.interrupted(); ++i) {
    const Input& input = inputs.files[i];
    progress.at(i, input.shown);
    auto sources = sources_of(call, input);
    if (!sources) {
      ++failed;
      progress.clear();
      give_hint(sources.error());
      complain(call, sources.error(), input);
      continue;
    }
    for (Source& source : *sources) {
      if (!source.warnings.empty()) progress.clear();
      remark(call, input, source.warnings);
      const Document document = process(std::move(source), Lexicon::builtin());
      for (std::size_t n = 0; n < document.issue.items.size(); ++n) {
        output.add(record_line(document, n));
      }
      if (call.interrupted()) break;
    }
  }
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
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"extract monthly.pdf", {"在终端上看一期月刊有哪些条目", "see the items of a monthly"}},
       {"extract inbox/ --format jsonl > records.jsonl",
        {"整个文件夹，每行一条记录", "a whole folder, one record per line"}},
       {"extract - < notice.html", {"从标准输入读", "read standard input"}},
       {"extract notice.docx --format csv > notice.csv", {"给电子表格用", "for a spreadsheet"}}},
      extract};
}

}  // namespace guanlan::cli
