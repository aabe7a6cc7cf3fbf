#include <fmt/format.h>

#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/sheet.h"
#include "cli/stats_commands.h"
#include "guanlan/returns.h"

namespace guanlan::cli {
namespace {

namespace fs = std::filesystem;

constexpr Text kSummary{
    "收到 {} 份：通过 {}，退回 {}；读不成 {}；跨单位重复 {}；未报 {}",
    "{} received: {} accepted, {} returned; {} unreadable; {} duplicates across "
    "senders; {} missing"};
constexpr Text kMissing{"未报：{} {}", "missing: {} {}"};
constexpr Text kWritten{"已写入 {}", "written to {}"};

Result<ReturnForm> form_of(const Call& call, const std::string& path) {
  const auto text = bytes_of(call, {path, path});
  if (!text) return tl::unexpected(text.error());
  return parse_return_form(*text, path);
}

int failed(const Call& call, const Error& error, int code) {
  complain(call, error);
  return code;
}

int make_template(const Call& call, const ReturnForm& form) {
  const std::string path = call.args.value("--output", form.id + ".xlsx");
  if (auto done = write_return_template(form, path); !done)
    return failed(call, done.error(), exit_code::kInputs);
  call.env.err << say(call.language, Say::note) << ": "
               << fmt::format(fmt::runtime(kWritten.in(call.language)), path) << '\n';
  return exit_code::kFine;
}

Sheet finding_sheet() {
  return {{{"file", {"文件", "file"}, false, true},
           {"sheet", {"工作表", "sheet"}},
           {"cell", {"单元格", "cell"}},
           {"rule", {"规则", "rule"}},
           {"message", {"问题", "message"}, false, true},
           {"value", {"所填", "value"}, false, true}},
          {}};
}

void add_row(Sheet& sheet, Language language, const CellFinding& f) {
  sheet.rows.push_back({f.file, f.sheet, f.cell, f.rule, translated(language, f.message), f.value});
}

Sheet totals_sheet(const ReturnForm& form, const Returns& found) {
  Sheet out{{{"group", {"分组", "group"}}}, {}};
  for (const std::string& name : form.sums) out.columns.push_back({name, {name, name}, true});
  for (const auto& [group, sums] : found.totals) {
    std::vector<std::string> row{group};
    for (const std::string& name : form.sums) {
      const auto it = sums.find(name);
      row.push_back(it == sums.end() ? std::string() : fmt::format("{:.2f}", it->second));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

int write_acceptances(const Call& call, const ReturnForm& form, const Returns& found) {
  const fs::path folder = call.args.value("--acceptance");
  std::error_code error;
  fs::create_directories(folder, error);
  for (const FilledReturn& one : found.returns) {
    const fs::path name = fs::path(one.file).stem();
    const auto done =
        write_acceptance(form, one, (folder / (name.string() + "-回执.xlsx")).string());
    if (!done) return failed(call, done.error(), exit_code::kInputs);
  }
  return exit_code::kFine;
}

int report(const Call& call, const ReturnForm& form, const Returns& found) {
  if (call.args.has("--totals")) {
    print(call, totals_sheet(form, found), chosen_format(call));
  } else {
    Sheet sheet = finding_sheet();
    for (const FilledReturn& one : found.returns) {
      for (const CellFinding& f : one.findings) add_row(sheet, call.language, f);
    }
    for (const CellFinding& f : found.duplicates) add_row(sheet, call.language, f);
    print(call, sheet, chosen_format(call));
  }
  for (const auto& [file, error] : found.unread) complain(call, error, {file, file});
  for (const ReturnMember& m : found.missing)
    call.env.err << fmt::format(fmt::runtime(kMissing.in(call.language)), m.code, m.name) << '\n';
  std::size_t accepted = 0;
  for (const FilledReturn& one : found.returns) accepted += one.accepted();
  call.env.err << fmt::format(fmt::runtime(kSummary.in(call.language)),
                              found.returns.size() + found.unread.size(), accepted,
                              found.returns.size() - accepted, found.unread.size(),
                              found.duplicates.size(), found.missing.size())
               << '\n';
  if (!found.unread.empty()) return exit_code::kInputs;
  return accepted == found.returns.size() && found.duplicates.empty() ? exit_code::kFine
                                                                      : exit_code::kFindings;
}

int check_returns(const Call& call, const ReturnForm& form, const std::vector<std::string>& names) {
  ReturnCollector collector(form);
  const auto each = [&](const std::vector<std::string>& wanted, auto&& take) {
    const Inputs inputs = expand(call, wanted);
    std::size_t wrong = inputs.failures.size();
    for (const Error& failure : inputs.failures) complain(call, failure);
    for (const Input& input : inputs.files) {
      if (call.interrupted()) break;
      auto bytes = bytes_of(call, input);
      if (!bytes) {
        ++wrong;
        complain(call, bytes.error(), input);
        continue;
      }
      wrong += !take(ReturnFile{input.shown, std::move(*bytes)}, input);
    }
    return wrong;
  };
  std::size_t wrong = 0;
  if (!call.args.all("--previous").empty()) {
    wrong += each(call.args.all("--previous"), [&](const ReturnFile& file, const Input& input) {
      const auto done = collector.add_previous(file);
      if (!done) complain(call, done.error(), input);
      return done.has_value();
    });
  }
  wrong += each(names, [&](const ReturnFile& file, const Input&) {
    collector.add(file);
    return true;
  });
  const Returns found = collector.finish();
  if (call.args.has("--acceptance")) {
    if (const int code = write_acceptances(call, form, found); code != exit_code::kFine)
      return code;
  }
  const int code = report(call, form, found);
  return wrong > 0 ? exit_code::kInputs : code;
}

int returns(const Call& call) {
  const auto& words = call.args.positionals();
  const auto form = form_of(call, words[1]);
  if (!form) return failed(call, form.error(), exit_code::kUsage);
  if (words[0] == "template") return make_template(call, *form);
  if (words.size() < 3) {
    return failed(call,
                  {Code::invalid,
                   say(call.language, Say::argument_missing, "FILE"),
                   {},
                   say(call.language, Say::see_help, "guanlan returns --help")},
                  exit_code::kUsage);
  }
  return check_returns(call, *form, {words.begin() + 2, words.end()});
}

}  // namespace

CommandSpec returns_command() {
  return {
      "returns",
      {"报表：由表样生成模板，收齐、核对、汇总、回执",
       "returns: a template from a form; collect, check, total, answer"},
      {"template FORM 由表样（YAML）生成 XLSX 模板：下拉代码、数据有效性、锁定其余单元格。\n"
       "check FORM FILE… 逐格核对填好的工作簿：类型、必填、代码、范围、统一社会信用代码校验位、表内\n"
       "规则、与上期（--previous）之间的规则；同一代码重复、谁还没报；--totals 按组汇总通过的报表；\n"
       "--acceptance 给每个单位写一份回执。表样见 docs/returns.md。",
       "template FORM makes an XLSX template from a form (YAML): lists of codes, validation, all\n"
       "other cells locked.\n"
       "check FORM FILE… checks filled workbooks cell by cell: type, required, codes, range, the\n"
       "check character of credit codes, rules within a row and against the period before\n"
       "(--previous); duplicates, and who is missing; --totals sums accepted returns by group;\n"
       "--acceptance writes an answer to each sender. Forms: docs/returns.md."},
      {{"ACTION",
        {"template 或 check", "template or check"},
        1,
        1,
        {"template", "check"},
        Complete::choice},
       {"FORM", {"表样（YAML）", "the form (YAML)"}, 1, 1},
       {"FILE", {"填好的工作簿或文件夹", "filled workbooks or folders"}}},
      {{"--output", "FILE", {"template：写到哪里", "template: where to"}, {}, Complete::file},
       {"--previous",
        "PATH",
        {"check：上期的工作簿或文件夹", "check: workbooks of the period before"},
        {},
        Complete::file,
        true},
       {"--acceptance",
        "FOLDER",
        {"check：回执写入的文件夹", "check: a folder for the answers"},
        {},
        Complete::folder},
       {"--totals", "", {"check：输出汇总而不是问题", "check: print totals, not findings"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"returns template credit.yaml --output credit.xlsx", {"生成模板", "make the template"}},
       {"returns check credit.yaml filled/ --previous last/ --acceptance answers/",
        {"核对并写回执", "check and answer"}}},
      returns};
}

}  // namespace guanlan::cli
