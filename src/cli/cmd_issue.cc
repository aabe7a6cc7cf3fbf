#include <fmt/format.h>

#include <ostream>

#include "cli/composing.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/check.h"

namespace guanlan::cli {
namespace {

using namespace compose;

constexpr std::string_view kActions[] = {"show", "move", "drop", "split", "join", "retitle", "state", "check", "render", "log", "version", "templates"};

struct Work {
  const Call& call;
  std::filesystem::path folder;
  std::vector<std::string> words;  // after ACTION and FOLDER

  [[nodiscard]] std::string word(std::size_t i) const { return i < words.size() ? words[i] : std::string(); }
};

int missing(const Work& work, std::string_view what) {
  return refused(work.call, Error{Code::invalid, "缺少参数", std::string(what), "guanlan issue --help"});
}

int show(const Work& work) {
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  Sheet sheet{{{"place", {"栏目", "place"}},
               {"n", {"序", "n"}, true},
               {"item", {"编号", "item"}},
               {"title", {"标题", "title"}, false, true},
               {"state", {"状态", "state"}},
               {"sources", {"来源", "sources"}, false, true}},
              {}};
  const auto add = [&](const std::string& place, const std::vector<std::string>& ids) {
    int n = 0;
    for (const std::string& id : ids) {
      const compose::Item& item = desk->items.at(id);
      std::string sources;
      for (const std::string& s : item.sources) sources += (sources.empty() ? "" : "、") + s;
      sheet.rows.push_back({place, std::to_string(++n), id, item.title, std::string(name(state_of(item))), sources});
    }
  };
  for (const compose::Part& part : desk->outline.parts) {
    add(part.id, part.items);
    for (const Section& s : part.sections) add(part.id + "/" + s.id, s.items);
  }
  print(work.call, sheet, chosen_format(work.call));
  work.call.env.err << fmt::format("{}: {}\n", work.folder.string(), name(state_of(*desk)));
  return exit_code::kFine;
}

// Opens, changes, saves.
template <class F>
int change(const Work& work, std::string_view did, const F& f) {
  auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const Result<void> done = f(*desk);
  if (!done) return refused(work.call, done.error());
  if (auto saved = save_desk(work.folder, *desk, hand_of(work.call), did); !saved) {
    return refused(work.call, saved.error());
  }
  return exit_code::kFine;
}

int move_item(const Work& work) {
  if (work.words.size() < 2) return missing(work, "ITEM PLACE");
  return change(work, "move", [&](Desk& desk) {
    return compose::move(desk, work.words[0], work.words[1], static_cast<int>(work.call.args.number("--at").value_or(0)));
  });
}

int drop_item(const Work& work) {
  if (work.words.empty()) return missing(work, "ITEM");
  return change(work, "drop", [&](Desk& desk) {
    return drop(desk, work.words[0], hand_of(work.call), work.call.args.value("--why"));
  });
}

int split_item(const Work& work) {
  const auto paragraph = whole_number(work.word(1));
  if (work.words.size() < 3 || !paragraph) return missing(work, "ITEM PARAGRAPH TITLE");
  return change(work, "split", [&](Desk& desk) -> Result<void> {
    auto id = split(desk, work.words[0], static_cast<int>(*paragraph), work.words[2]);
    if (!id) return tl::unexpected(std::move(id.error()));
    work.call.env.out << *id << '\n';
    return {};
  });
}

int join_items(const Work& work) {
  if (work.words.size() < 2) return missing(work, "ITEM ITEM");
  return change(work, "join", [&](Desk& desk) { return join(desk, work.words[0], work.words[1], hand_of(work.call)); });
}

int retitle_item(const Work& work) {
  if (work.words.size() < 2) return missing(work, "ITEM TITLE");
  return change(work, "retitle", [&](Desk& desk) { return retitle(desk, work.words[0], work.words[1]); });
}

int set_state(const Work& work) {
  static constexpr State kStates[] = {State::draft, State::edited, State::checked, State::approved};
  for (const State state : kStates) {
    if (work.word(0) != name(state)) continue;
    return change(work, "state", [&](Desk& desk) -> Result<void> {
      std::vector<std::string> ids(work.words.begin() + 1, work.words.end());
      if (work.call.args.has("--all")) {
        ids = seated(desk.outline);
        ids.emplace_back();
      } else if (ids.empty()) {
        ids.emplace_back();  // the issue itself
      }
      for (const std::string& id : ids) {
        if (auto done = mark(desk, id, state, hand_of(work.call)); !done) return done;
      }
      return {};
    });
  }
  return refused(work.call, Error{Code::invalid, "没有这个值：" + work.word(0), {}, "可用：draft、edited、checked、approved"});
}

Result<Verdict> verdict_of(const Work& work, const Desk& desk) {
  CheckConfig config;
  if (const std::string path = work.call.args.value("--config"); !path.empty()) {
    const auto text = load(path);
    if (!text) return tl::unexpected(text.error());
    auto parsed = CheckConfig::parse(*text, path);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    config = std::move(*parsed);
  }
  const auto laws = laws_of(work.call);
  return gate(work.folder, desk, templates_of(work.call), {&config, laws ? &*laws : nullptr});
}

void print_obstacles(const Call& call, const Verdict& verdict) {
  Sheet sheet{{{"rule", {"关口", "rule"}},
               {"item", {"编号", "item"}},
               {"message", {"原因", "reason"}},
               {"text", {"文字", "text"}, false, true}},
              {}};
  for (const Obstacle& o : verdict.obstacles) sheet.rows.push_back({o.rule, o.item, translated(call.language, o.message), o.text});
  print(call, sheet, chosen_format(call));
}

int check_issue(const Work& work) {
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const auto verdict = verdict_of(work, *desk);
  if (!verdict) return refused(work.call, verdict.error());
  print_obstacles(work.call, *verdict);
  return verdict->obstacles.empty() ? exit_code::kFine : exit_code::kFindings;
}

Result<std::vector<Output>> outputs_of(const Call& call) {
  static constexpr Output kAll[] = {Output::markdown, Output::html, Output::docx, Output::pdf, Output::wechat};
  const std::string wanted = call.args.value("--output", "docx,html,md,wechat,pdf");
  std::vector<Output> out;
  for (std::size_t at = 0; at <= wanted.size();) {
    const auto end = std::min(wanted.find(',', at), wanted.size());
    const std::string_view word = std::string_view(wanted).substr(at, end - at);
    const auto it = std::find_if(std::begin(kAll), std::end(kAll), [&](Output o) { return name(o) == word; });
    if (it == std::end(kAll)) {
      return fail(Code::invalid, "没有这种输出：" + std::string(word), {}, "可用：md、html、docx、pdf、wechat");
    }
    out.push_back(*it);
    at = end + 1;
  }
  return out;
}

int render_issue(const Work& work) {
  const auto outputs = outputs_of(work.call);
  if (!outputs) return refused(work.call, outputs.error());
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const auto verdict = verdict_of(work, *desk);
  if (!verdict) return refused(work.call, verdict.error());
  const bool draft = work.call.args.has("--draft");
  if (!draft && !verdict->obstacles.empty()) {
    print_obstacles(work.call, *verdict);
    work.call.env.err << (work.call.language == Language::zh
                              ? "未通过关口，没有输出；--draft 输出带水印的草稿\n"
                              : "not through the gate, nothing was written; --draft renders with a watermark\n");
    return exit_code::kFindings;
  }
  const auto files = render(work.folder, *desk, templates_of(work.call), verdict->colophon, {*outputs, draft});
  if (!files) return refused(work.call, files.error());
  const std::filesystem::path into = work.call.args.value("--into", (work.folder / "out").string());
  if (auto done = write_files(into, *files); !done) return refused(work.call, done.error());
  for (const auto& [file, bytes] : *files) work.call.env.out << (into / file).string() << '\n';
  return exit_code::kFine;
}

int show_log(const Work& work) {
  const auto past = history(work.folder);
  if (!past) return refused(work.call, past.error());
  Sheet sheet{{{"at", {"时间", "at"}},
               {"by", {"谁", "by"}},
               {"did", {"做了", "did"}},
               {"file", {"文件", "file"}, false, true},
               {"before", {"之前", "before"}},
               {"after", {"之后", "after"}}},
              {}};
  for (const Past& p : *past) sheet.rows.push_back({p.at, p.by, p.did, p.file, p.before, p.after});
  print(work.call, sheet, chosen_format(work.call));
  return exit_code::kFine;
}

int show_version(const Work& work) {
  const auto text = version(work.folder, work.word(0));
  if (!text) return refused(work.call, text.error());
  work.call.env.out << *text;
  return exit_code::kFine;
}

int write_templates(const Work& work) {
  const auto files = built_in_templates();
  if (!files) return refused(work.call, files.error());
  if (auto done = write_files(work.folder, *files); !done) return refused(work.call, done.error());
  for (const auto& [file, bytes] : *files) work.call.env.out << (work.folder / file).string() << '\n';
  return exit_code::kFine;
}

int issue(const Call& call) {
  static constexpr int (*kRun[])(const Work&) = {show, move_item, drop_item, split_item, join_items, retitle_item, set_state, check_issue, render_issue, show_log, show_version, write_templates};
  const auto& words = call.args.positionals();
  const auto it = std::find(std::begin(kActions), std::end(kActions), words[0]);
  return kRun[it - std::begin(kActions)]({call, words[1], {words.begin() + 2, words.end()}});
}

}  // namespace

CommandSpec issue_command() {
  return {
      "issue",
      {"案头：调整、审定、输出一期刊物", "the desk: arrange, approve and render an issue"},
      {"show 列出各栏条目与状态；move ITEM 栏目、drop ITEM、split ITEM 段 标题、join ITEM ITEM、\n"
       "retitle ITEM 标题 调整；state draft|edited|checked|approved [ITEM…] 记下谁何时审过；\n"
       "check 列出离出版还差什么；render 输出，未过关口不输出，--draft 输出带水印的草稿；\n"
       "log 与 version 查看历史，任何版本都不丢；templates DIR 写出全部模板供修改。",
       "show lists the items with their states; move ITEM PLACE, drop ITEM, split ITEM PARAGRAPH\n"
       "TITLE, join ITEM ITEM and retitle ITEM TITLE arrange; state draft|edited|checked|approved\n"
       "[ITEM…] records who looked at it and when; check lists what stands between the issue and\n"
       "its publication; render writes it, past the gate only, or with --draft and a watermark;\n"
       "log and version show the history, no version is lost; templates DIR writes the templates."},
      {{"ACTION", {"动作", "what to do"}, 1, 1, {std::begin(kActions), std::end(kActions)}, Complete::choice},
       {"FOLDER", {"刊物文件夹", "the issue's folder"}, 1, 1, {}, Complete::folder},
       {"WORD", {"编号、栏目、标题等，视动作而定", "item, place, title: as the action wants"}, 0, -1, {}, Complete::nothing}},
      {{"--output", "FORMATS", {"render 的格式，逗号分隔；默认 docx,html,md,wechat,pdf", "formats of render, with commas; default docx,html,md,wechat,pdf"}},
       {"--draft", "", {"不过关口，带水印", "past the gate, with a watermark"}},
       {"--into", "DIR", {"render 写到哪里；默认刊物文件夹下的 out/", "where render writes; default out/ in the folder"}, {}, Complete::folder},
       {"--config", "PATH", {"校对设置（YAML），同 check", "settings of the checks (YAML), as for check"}, {}, Complete::file},
       {"--at", "N", {"move 到第几位；默认末尾", "place of move; default the end"}},
       {"--why", "TEXT", {"drop 的理由", "reason of drop"}},
       {"--all", "", {"state 用于全部条目和刊物", "state: all items and the issue"}},
       by_option(),
       templates_option(),
       format_option({"表格的格式；终端上默认 table，否则 jsonl", "format of tables; table on a terminal, jsonl elsewhere"})},
      {{"issue show 2024-11", {"看一期的条目", "see the items"}},
       {"issue state 2024-11 approved --all --by 王", {"全部批准", "approve everything"}},
       {"issue render 2024-11 --draft --output docx", {"输出 Word 草稿", "a draft for Word"}}},
      issue};
}

}  // namespace guanlan::cli
