#include <deque>
#include <fstream>
#include <iterator>
#include <ostream>

#include "cli/check_output.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"

namespace guanlan::cli {
namespace {

Result<CheckConfig> config_of(const Call& call) {
  const std::string path = call.args.value("--config");
  if (path.empty()) return CheckConfig{};
  const auto bytes = load(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return CheckConfig::parse(*bytes, path);
}

// The imported laws, where there are any.
std::optional<LawLibrary> laws_of(const Call& call) {
  const auto path = database_path(call);
  std::error_code error;
  if (!path || !std::filesystem::exists(*path, error)) return {};
  auto laws = LawLibrary::open(*path);
  if (!laws || laws->empty()) return {};
  return std::move(*laws);
}

// Checks file by file and prints; SARIF is one answer over all of them.
class Checker {
 public:
  Checker(const Call& call, const CheckConfig& config, const LawLibrary* laws)
      : call_(call), options_{&config, laws}, format_(call.args.value("--format", "text")) {}

  void add(Source source) {
    documents_.push_back(process(std::move(source), Lexicon::builtin()));
    Checked checked{&documents_.back(), check(documents_.back(), options_)};
    errors_ += checked.report.count(Level::error);
    print(checked);
    if (format_ == "sarif") {
      all_.push_back(std::move(checked));
    } else {
      documents_.clear();
    }
  }
  void finish() {
    if (format_ == "sarif") call_.env.out << report_sarif(all_, report_language(call_)) << '\n';
  }
  [[nodiscard]] bool found_errors() const { return errors_ > 0; }

 private:
  void print(const Checked& checked) {
    const ReportLanguage language = report_language(call_);
    if (format_ == "text") {
      print_findings(call_, checked);
    } else if (format_ == "json") {
      call_.env.out << report_json(checked, language) << '\n';
    } else if (format_ == "html") {
      call_.env.out << report_html(checked, language);
    } else if (format_ == "jsonl") {
      for (const Finding& f : checked.report.findings) {
        call_.env.out << finding_line(*checked.document, f, language) << '\n';
      }
      for (const NotRun& n : checked.report.not_run) {
        call_.env.err << say(call_.language, Say::check_not_run, n.rule, in(n.why, language))
                      << '\n';
      }
    }
  }

  const Call& call_;
  CheckOptions options_;
  std::string format_;
  std::deque<Document> documents_;
  std::vector<Checked> all_;
  std::size_t errors_ = 0;
};

int check_files(const Call& call) {
  const auto config = config_of(call);
  if (!config) {
    complain(call, config.error());
    return exit_code::kUsage;
  }
  const auto laws = laws_of(call);
  Checker checker(call, *config, laws ? &*laws : nullptr);
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  for (const Input& input : inputs.files) {
    if (call.interrupted()) break;
    auto sources = sources_of(call, input);
    if (!sources) {
      ++failed;
      complain(call, sources.error(), input);
      continue;
    }
    for (Source& source : *sources) checker.add(std::move(source));
  }
  checker.finish();
  const int code = verdict(call, failed, inputs.files.size() + inputs.failures.size());
  return code == exit_code::kFine && checker.found_errors() ? exit_code::kFindings : code;
}

}  // namespace

CommandSpec check_command() {
  return {
      "check",
      {"校对：找出不可能对的数字、名称与引用", "proofread: numbers, names and references that cannot be right"},
      {"逐条规则复算：宣布与列出的数目、合计、占比、增速、日期、目录与标题、法条、标点。\n"
       "算得出的是 error，要判断的是 warning，体例是 note；没能执行的规则也会说明。\n"
       "规则见 docs/checking.md；--config 可关闭、调级、豁免（须写理由）并添加本刊用词。\n"
       "有 error 时退出码为 1。",
       "Recomputes, rule by rule: announced and listed counts, totals, shares, growth, dates,\n"
       "contents and headings, articles of law, punctuation.\n"
       "What is computed is an error, what takes judgement a warning, style a note; a rule that\n"
       "could not run says so. docs/checking.md lists the rules; --config switches, tunes and\n"
       "suppresses them (with a reason) and adds words of the house.\n"
       "Exit status 1 where there are errors."},
      {{"FILE", {"文件、文件夹或 -", "a file, a folder, or -"}, 1}},
      {{"--format",
        "FORMAT",
        {"输出格式；默认 text", "output format; default text"},
        {"text", "json", "jsonl", "sarif", "html"},
        Complete::choice},
       {"--config",
        "PATH",
        {"本刊的规则设置（YAML）", "the house's settings (YAML)"},
        {},
        Complete::file}},
      {{"check monthly.docx", {"在终端上看", "read the findings"}},
       {"check monthly.pdf --format sarif > findings.sarif",
        {"给代码审阅工具或编辑器", "for an editor or a review tool"}},
       {"check monthly.docx --format html > findings.html",
        {"原文旁列出各处", "the findings beside the text"}},
       {"check notice.html --config house.yaml", {"按本刊设置", "with the house's settings"}}},
      check_files};
}

}  // namespace guanlan::cli
