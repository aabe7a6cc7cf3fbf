// The gate and what comes out of it.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/issue_actions.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "guanlan/check.h"

namespace guanlan::cli {

using namespace compose;

namespace {

Result<Verdict> verdict_of(const IssueWork& work, const Desk& desk) {
  const auto config = check_config_of(work.call);
  if (!config) return tl::unexpected(config.error());
  const auto laws = laws_of(work.call);
  const auto templates = templates_of(work.call);
  if (!templates) return tl::unexpected(templates.error());
  return gate(work.folder, desk, *templates, {&*config, laws ? &*laws : nullptr});
}

void print_obstacles(const Call& call, const Verdict& verdict) {
  Sheet sheet{{{"rule", {"关口", "rule"}},
               {"item", {"编号", "item"}},
               {"message", {"原因", "reason"}},
               {"text", {"文字", "text"}, false, true}},
              {}};
  for (const Obstacle& o : verdict.obstacles)
    sheet.rows.push_back({o.rule, o.item, translated(call.language, o.message), o.text});
  print(call, sheet, chosen_format(call));
}

Result<std::vector<Output>> outputs_of(const Call& call) {
  static constexpr Output kAll[] = {Output::markdown, Output::html, Output::docx, Output::pdf,
                                    Output::wechat};
  const std::string wanted = call.args.value("--output", "docx,html,md,wechat,pdf");
  std::vector<Output> out;
  for (std::size_t at = 0; at <= wanted.size();) {
    const auto end = std::min(wanted.find(',', at), wanted.size());
    const std::string_view word = std::string_view(wanted).substr(at, end - at);
    const auto it =
        std::find_if(std::begin(kAll), std::end(kAll), [&](Output o) { return name(o) == word; });
    if (it == std::end(kAll)) {
      return fail(Code::invalid, "没有这种输出：" + std::string(word), {},
                  "可用：md、html、docx、pdf、wechat");
    }
    out.push_back(*it);
    at = end + 1;
  }
  return out;
}

bool has_contents(const Templates& templates, const Desk& desk) {
  const auto style = templates.file(desk.outline.style, "style.yaml");
  return style && style->find("\n  contents:") != std::string::npos;
}

// docs/composing.md: the page numbers are those of the reader's fonts.
void mention_page_numbers(const Call& call) {
  call.env.err
      << (call.language == Language::zh
              ? "Word 目录的页码由 Word 排定：打开时选“是”更新域；WPS、LibreOffice 在目录上右键更新\n"
              : "Word sets the page numbers of the contents: say yes when it opens the file and asks; in WPS and "
                "LibreOffice update the contents by its menu\n");
}

}  // namespace

int issue_check(const IssueWork& work) {
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const auto verdict = verdict_of(work, *desk);
  if (!verdict) return refused(work.call, verdict.error());
  print_obstacles(work.call, *verdict);
  if (!verdict->obstacles.empty()) return exit_code::kFindings;
  work.call.env.err << (work.call.language == Language::zh ? "可以出版\n"
                                                           : "ready to be published\n");
  return exit_code::kFine;
}

int issue_render(const IssueWork& work) {
  const auto outputs = outputs_of(work.call);
  if (!outputs) return refused(work.call, outputs.error());
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const auto verdict = verdict_of(work, *desk);
  if (!verdict) return refused(work.call, verdict.error());
  const bool draft = work.call.args.has("--draft");
  if (!draft && !verdict->obstacles.empty()) {
    print_obstacles(work.call, *verdict);
    work.call.env.err
        << (work.call.language == Language::zh
                ? "未通过关口，没有输出；--draft 输出带水印的草稿\n"
                : "not through the gate, nothing was written; --draft renders with a watermark\n");
    return exit_code::kFindings;
  }
  const auto templates = templates_of(work.call);
  if (!templates) return refused(work.call, templates.error());
  const auto files = render(work.folder, *desk, *templates, verdict->colophon, {*outputs, draft});
  if (!files) return refused(work.call, files.error());
  const std::filesystem::path into = work.call.args.value("--into", (work.folder / "out").string());
  if (auto done = write_files(into, *files); !done) return refused(work.call, done.error());
  for (const auto& [file, bytes] : *files) work.call.env.out << (into / file).string() << '\n';
  const bool word = std::find(outputs->begin(), outputs->end(), Output::docx) != outputs->end();
  if (word && has_contents(*templates, *desk)) mention_page_numbers(work.call);
  return exit_code::kFine;
}

int issue_templates(const IssueWork& work) {
  const auto files = built_in_templates();
  if (!files) return refused(work.call, files.error());
  if (auto done = write_files(work.folder, *files); !done) return refused(work.call, done.error());
  for (const auto& [file, bytes] : *files)
    work.call.env.out << (work.folder / file).string() << '\n';
  return exit_code::kFine;
}

}  // namespace guanlan::cli
