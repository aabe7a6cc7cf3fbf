#include <fmt/format.h>

#include "cli/help.h"
#include "guanlan/version.h"

namespace guanlan::cli {
namespace {

// Escapes what troff would take for itself: backslashes, hyphens, a dot or quote that begins a
// line.
std::string troff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

std::string option(const OptionSpec& o, Language language) {
  const std::string value = o.value.empty() ? "" : fmt::format(" \\fI{}\\fR", troff(o.value));
  const std::string choices =
      o.choices.empty() ? "" : fmt::format(" ({})", fmt::join(o.choices, ", "));
  return fmt::format(".TP\n\\fB{}\\fR{}\n{}{}\n", troff(o.name), value, troff(o.help.in(language)),
                     troff(choices));
}

std::string command(const CommandSpec& c, Language language) {
  std::string out = fmt::format(".SS {}\n{}\n.PP\n.B {}\n.PP\n.nf\n{}\n.fi\n", troff(c.name),
                                troff(c.summary.in(language)), troff(usage_line(c)),
                                troff(c.details.in(language)));
  for (const OptionSpec& o : c.options) out += option(o, language);
  for (const Example& e : c.examples) {
    out += fmt::format(".PP\n{}\n.RS\n.nf\nguanlan {}\n.fi\n.RE\n", troff(e.meaning.in(language)),
                       troff(e.line));
  }
  return out;
}

}  // namespace

std::string man_page(Language language) {
  const bool zh = language == Language::zh;
  std::string out = fmt::format(
      ".TH GUANLAN 1 \"\" \"guanlan {}\"\n.SH {}\nguanlan \\- {}\n.SH {}\n.B guanlan\n"
      "\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]\n.SH {}\n",
      version(), zh ? "名称" : "NAME",
      zh ? "把监管、司法、行业出版物读成可核对的记录"
         : "turn regulatory publications in Chinese into records that can be checked",
      zh ? "用法" : "SYNOPSIS", zh ? "命令" : "COMMANDS");
  for (const CommandSpec& c : commands()) out += command(c, language);
  out += zh ? ".SH 通用选项\n" : ".SH COMMON OPTIONS\n";
  for (const OptionSpec& o : common_options()) out += option(o, language);
  out += zh ? ".SH 退出码\n" : ".SH EXIT STATUS\n";
  for (const ExitCode& code : exit_codes()) {
    out += fmt::format(".TP\n.B {}\n{}\n", code.code, troff(code.meaning.in(language)));
  }
  return out;
}

}  // namespace guanlan::cli
