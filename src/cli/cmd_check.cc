#include <chrono>
#include <deque>
#include <ostream>
#include <sstream>
#include <thread>

#include "cli/check_output.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "compose/atomic_file.h"
#include "guanlan/search.h"

namespace guanlan::cli {
namespace {

constexpr std::chrono::milliseconds kWatchPause{300};

Result<CheckConfig> config_of(const Call& call) {
  const std::string path = call.args.value("--config");
  if (path.empty()) return CheckConfig{};
  const auto bytes = load(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return CheckConfig::parse(*bytes, path);
}

// What is to be checked: a file as it is given, or a document as it is stored.
struct Manuscript {
  std::string bytes;
  std::vector<Source> sources;
};

Result<Manuscript> manuscript_of(std::string bytes, std::string_view name) {
  auto sources = read_bytes(bytes, name);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  return Manuscript{std::move(bytes), std::move(*sources)};
}

// The stored document of that name; where no name is the same, the one whose name contains it.
Result<Manuscript> stored_manuscript(const Call& call, const std::string& wanted) {
  const auto store = open_existing(call);
  if (!store) return tl::unexpected(store.error());
  const auto documents = (*store)->documents();
  if (!documents) return tl::unexpected(documents.error());
  std::vector<StoredDocument> fits, same;
  for (const StoredDocument& d : *documents) {
    if (d.name == wanted) same.push_back(d);
    if (d.name.find(wanted) != std::string::npos) fits.push_back(d);
  }
  if (!same.empty()) fits = {same.back()};  // the newest of that name
  if (fits.empty())
    return fail(Code::not_found, "库中没有这个文件", wanted, "guanlan list 列出库中文件");
  if (fits.size() > 1) {
    std::string names;
    for (const StoredDocument& d : fits) names += (names.empty() ? "" : "、") + d.name;
    return fail(Code::conflict, "库中有几个这样的文件：" + names, wanted, "请给出完整的文件名");
  }
  auto bytes = (*store)->bytes(fits.front().id);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return manuscript_of(std::move(*bytes), fits.front().name);
}

// Checks one manuscript after the other and prints; SARIF is one answer over all of them.
class Checker {
 public:
  Checker(const Call& call, const CheckConfig& config, const LawLibrary* laws, Search* archive)
      : call_(call),
        options_{&config, laws, nullptr, archive},
        format_(call.args.value("--format", "text")) {}

  void add(Manuscript manuscript) {
    for (Source& source : manuscript.sources) add(std::move(source), manuscript.bytes);
  }
  // The whole answer. SARIF and DOCX are made here.
  Result<std::string> finish() {
    if (format_ == "sarif") out_ << report_sarif(all_, report_language(call_)) << '\n';
    if (!failure_.message.empty()) return tl::unexpected(failure_);
    return std::move(out_).str();
  }
  [[nodiscard]] bool found_errors() const { return errors_ > 0; }

 private:
  void add(Source source, std::string_view bytes) {
    documents_.push_back(process(std::move(source), Lexicon::builtin()));
    if (wants_observations(documents_.back())) open_observations();
    Checked checked{&documents_.back(), check(documents_.back(), options_)};
    errors_ += checked.report.count(Level::error);
    print(checked, bytes);
    if (format_ == "sarif") {
      all_.push_back(std::move(checked));
    } else {
      documents_.clear();
    }
  }

  // Earlier issues are read for their figures only where there is something to compare.
  void open_observations() {
    if (asked_) return;
    asked_ = true;
    auto opened = observations_of(call_);
    if (opened) {
      options_.observations = &observations_.emplace(std::move(*opened));
    } else if (opened.error().code != Code::not_found) {
      complain(call_, opened.error());
    }
  }

  void print(const Checked& checked, std::string_view bytes) {
    const ReportLanguage language = report_language(call_);
    if (format_ == "text") {
      print_findings(call_, checked, out_);
    } else if (format_ == "json") {
      out_ << report_json(checked, language) << '\n';
    } else if (format_ == "html") {
      out_ << report_html(checked, language);
    } else if (format_ == "docx") {
      auto docx = report_docx(checked, bytes, language);
      docx ? void(out_ << *docx) : void(failure_ = docx.error());
    } else if (format_ == "jsonl") {
      for (const Finding& f : checked.report.findings) {
        out_ << finding_line(*checked.document, f, language) << '\n';
      }
      for (const NotRun& n : checked.report.not_run) {
        call_.env.err << say(call_.language, Say::check_not_run, n.rule, in(n.why, language))
                      << '\n';
      }
    }
  }

  const Call& call_;
  CheckOptions options_;
  std::optional<ObservationStore> observations_;
  bool asked_ = false;
  std::string format_;
  std::ostringstream out_;
  std::deque<Document> documents_;
  std::vector<Checked> all_;
  std::size_t errors_ = 0;
  Error failure_;
};

// Prints the answer, or puts it where --output says, whole or not at all.
bool deliver(const Call& call, Result<std::string> answer) {
  if (!answer) {
    complain(call, answer.error());
    return false;
  }
  const std::string path = call.args.value("--output");
  if (path.empty()) {
    call.env.out << *answer;
    return true;
  }
  if (const auto written = compose::write_whole(path, *answer); !written) {
    complain(call, written.error());
    return false;
  }
  return true;
}

struct Setup {
  CheckConfig config;
  std::optional<LawLibrary> laws;
  std::unique_ptr<Search> archive;  // null: nothing is stored
};

// The items of earlier issues, where there are any.
std::unique_ptr<Search> archive_of(const Call& call) {
  const auto path = database_path(call);
  std::error_code error;
  if (!path || !std::filesystem::exists(*path, error)) return {};
  auto archive = open_search(*path);
  if (archive) return std::move(*archive);
  complain(call, archive.error());
  return {};
}

int check_once(const Call& call, const Setup& setup) {
  Checker checker(call, setup.config, setup.laws ? &*setup.laws : nullptr, setup.archive.get());
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  for (const Input& input : inputs.files) {
    if (call.interrupted()) break;
    auto bytes = bytes_of(call, input);
    auto manuscript = bytes ? manuscript_of(std::move(*bytes), name_of(input))
                            : Result<Manuscript>(tl::unexpected(bytes.error()));
    if (!manuscript) {
      ++failed;
      complain(call, manuscript.error(), input);
      continue;
    }
    checker.add(std::move(*manuscript));
  }
  for (const std::string& name : call.args.all("--stored")) {
    auto manuscript = stored_manuscript(call, name);
    if (!manuscript) {
      ++failed;
      complain(call, manuscript.error());
      continue;
    }
    checker.add(std::move(*manuscript));
  }
  if (!deliver(call, checker.finish())) ++failed;
  const int code =
      verdict(call, failed,
              inputs.files.size() + inputs.failures.size() + call.args.all("--stored").size());
  return code == exit_code::kFine && checker.found_errors() ? exit_code::kFindings : code;
}

// Checks again whenever the file was saved, until interrupted. Editors write a new file beside the
// old one and rename it: for a moment there may be none.
int watch(const Call& call, const Setup& setup) {
  const std::filesystem::path file = call.args.positionals().front();
  std::optional<std::filesystem::file_time_type> seen;
  int code = exit_code::kFine;
  while (!call.interrupted()) {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file, error);
    if (error && !seen) return check_once(call, setup);  // says that it is not there
    if (!error && time != seen) {
      seen = time;
      if (call.env.out_is_terminal) call.env.out << "\x1b[2J\x1b[H";
      code = check_once(call, setup);
      call.env.out.flush();
      call.env.err << say(call.language, Say::check_watching, file.string()) << '\n';
    }
    std::this_thread::sleep_for(kWatchPause);
  }
  return code == exit_code::kInterrupted ? code : exit_code::kFine;
}

Result<void> usage_of(const Call& call) {
  const std::size_t files = call.args.positionals().size();
  const std::size_t stored = call.args.all("--stored").size();
  if (files + stored == 0) {
    return fail(Code::invalid, "没有给出要校对的文件", {},
                "给出文件，或用 --stored 指明库中的文件");
  }
  if (call.args.has("--watch") &&
      (files != 1 || stored != 0 || call.args.positionals().front() == "-")) {
    return fail(Code::invalid, "--watch 只看一个文件", {}, "guanlan check --watch monthly.docx");
  }
  if (call.args.value("--format") != "docx") return {};
  if (files + stored != 1) {
    return fail(Code::invalid, "一份 DOCX 只批注一个文件", {}, "逐个文件校对");
  }
  if (call.args.value("--output").empty() && call.env.out_is_terminal) {
    return fail(Code::invalid, "DOCX 不能显示在终端上", {}, "用 --output checked.docx 写入文件");
  }
  return {};
}

int check_files(const Call& call) {
  if (const auto fine = usage_of(call); !fine) {
    complain(call, fine.error());
    return exit_code::kUsage;
  }
  auto config = config_of(call);
  if (!config) {
    complain(call, config.error());
    return exit_code::kUsage;
  }
  const Setup setup{std::move(*config), laws_of(call), archive_of(call)};
  return call.args.has("--watch") ? watch(call, setup) : check_once(call, setup);
}

}  // namespace

CommandSpec check_command() {
  return {
      "check",
      {"校对：找出不可能对的数字、名称与引用",
       "proofread: numbers, names and references that cannot be right"},
      {"逐条规则复算：宣布与列出的数目、合计、占比、增速、日期、目录与标题、法条、标点。\n"
       "算得出的是 error，要判断的是 warning，体例是 note；没能执行的规则也会说明。\n"
       "规则见 docs/checking.md；--config 可关闭、调级、豁免（须写理由）并添加本刊用词。\n"
       "--format docx 在原处加批注，可改的作修订；不是 DOCX 的文件先排成文字。\n"
       "有 error 时退出码为 1。",
       "Recomputes, rule by rule: announced and listed counts, totals, shares, growth, dates,\n"
       "contents and headings, articles of law, punctuation.\n"
       "What is computed is an error, what takes judgement a warning, style a note; a rule that\n"
       "could not run says so. docs/checking.md lists the rules; --config switches, tunes and\n"
       "suppresses them (with a reason) and adds words of the house.\n"
       "--format docx puts comments at the place and fixes as tracked changes; a file that is no DOCX\n"
       "is written as plain text first.\n"
       "Exit status 1 where there are errors."},
      {{"FILE", {"文件、文件夹或 -", "a file, a folder, or -"}}},
      {{"--format",
        "FORMAT",
        {"输出格式；默认 text", "output format; default text"},
        {"text", "json", "jsonl", "sarif", "html", "docx"},
        Complete::choice},
       {"--config",
        "PATH",
        {"本刊的规则设置（YAML）", "the house's settings (YAML)"},
        {},
        Complete::file},
       {"--output",
        "PATH",
        {"写入文件，写完才替换旧文件", "write to a file, whole or not at all"},
        {},
        Complete::file},
       {"--stored",
        "NAME",
        {"校对库中的文件，按文件名", "check a document of the store, by its file name"},
        {},
        Complete::nothing,
        true},
       {"--watch",
        "",
        {"文件每次保存后重新校对，Ctrl-C 结束", "check again whenever the file is saved"}}},
      {{"check monthly.docx", {"在终端上看", "read the findings"}},
       {"check monthly.pdf --format sarif > findings.sarif",
        {"给代码审阅工具或编辑器", "for an editor or a review tool"}},
       {"check monthly.docx --format html > findings.html",
        {"原文旁列出各处", "the findings beside the text"}},
       {"check monthly.docx --format docx --output checked.docx",
        {"在 Word、WPS 中看批注与修订", "comments and tracked changes for Word and WPS"}},
       {"check --watch monthly.docx", {"边改边查", "while it is being edited"}},
       {"check notice.html --config house.yaml", {"按本刊设置", "with the house's settings"}}},
      check_files};
}

}  // namespace guanlan::cli
