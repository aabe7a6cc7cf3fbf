#include <fmt/format.h>

#include <ostream>

#include "cli/app.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/record.h"
#include "read/child.h"

namespace guanlan::cli {
namespace {

// A tool that Guanlan calls as a process, and what is lost without it.
struct Tool {
  std::string_view program;
  std::vector<std::string> arguments;  // that make it print its version
  std::string_view package;            // Debian's
  Text purpose;
};

const std::vector<Tool>& tools() {
  static const std::vector<Tool> kTools{
      {"pdftotext", {"-v"}, "poppler-utils", {"读 PDF 的文字", "text of PDF files"}},
      {"pdftoppm",
       {"-v"},
       "poppler-utils",
       {"读扫描件与有框线的表", "scanned pages, ruled tables"}},
      {"qpdf", {"--version"}, "qpdf", {"修复 PDF", "repair of PDF files"}},
      {"weasyprint", {"--version"}, "weasyprint", {"输出 PDF", "issues as PDF"}},
      {"rsvg-convert",
       {"--version"},
       "librsvg2-bin",
       {"Word 与 PDF 中的图表", "charts in Word and PDF"}},
      {"tesseract", {"--version"}, "tesseract-ocr", {"识别扫描件", "recognition of scans"}},
  };
  return kTools;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

std::string version_of(const Tool& tool) {
  Child child;
  child.program = tool.program;
  child.arguments = tool.arguments;
  child.limits.seconds = 5;
  const auto output = guanlan::run(child);
  if (!output) return {};
  return first_line(output->out.empty() ? output->err : output->out);
}

bool reads_chinese() {
  Child child;
  child.program = "tesseract";
  child.arguments = {"--list-langs"};
  child.limits.seconds = 5;
  const auto output = guanlan::run(child);
  return output && output->out.find("chi_sim") != std::string::npos;
}

int doctor(const Call& call) {
  Sheet sheet{{{"name", {"名称", "name"}},
               {"state", {"状态", "state"}},
               {"version", {"版本", "version"}, false, true},
               {"purpose", {"用途", "purpose"}, false, true},
               {"install", {"安装", "install"}}},
              {}};
  const bool zh = call.language == Language::zh;
  int missing = 0;
  const auto add = [&](std::string_view name, bool there, std::string version, Text purpose,
                       std::string_view package) {
    missing += there ? 0 : 1;
    sheet.rows.push_back({std::string(name), there ? (zh ? "有" : "ok") : (zh ? "缺" : "missing"),
                          std::move(version), std::string(purpose.in(call.language)),
                          there ? "" : fmt::format("apt install {}", package)});
  };
  for (const Tool& tool : tools()) {
    const bool there = !find_program(tool.program).empty();
    add(tool.program, there, there ? version_of(tool) : "", tool.purpose, tool.package);
  }
  add("tesseract chi_sim", reads_chinese(), "", {"识别中文扫描件", "Chinese scans"},
      "tesseract-ocr-chi-sim");
  print(call, sheet, chosen_format(call));
  call.env.err << (missing == 0 ? say(call.language, Say::doctor_fine)
                                : say(call.language, Say::doctor_missing, missing))
               << '\n';
  return missing == 0 ? exit_code::kFine : exit_code::kFindings;
}

}  // namespace

CommandSpec doctor_command() {
  return {
      "doctor",
      {"检查所需的外部程序是否齐全", "see which outside tools are there"},
      {"列出每个外部程序的有无、版本、用途；缺的给出安装命令，退出码为 1。\n"
       "读文本、HTML、DOCX、订阅源、邮件与表格不需要外部程序。",
       "Lists each outside tool, its version and its use; what is missing comes with the command\n"
       "that installs it, exit status 1. Reading text, HTML, DOCX, feeds, mail and sheets needs none."},
      {},
      {format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"doctor", {"检查", "check"}}, {"doctor --format json", {"给程序读", "for programs"}}},
      doctor};
}

}  // namespace guanlan::cli
