#include <array>

#include "cli/issue_actions.h"
#include "cli/sheet.h"

namespace guanlan::cli {
namespace {

struct Action {
  std::string_view name;
  int (*run)(const IssueWork&);
};
constexpr std::array kActions{
    Action{"show", issue_show},           Action{"move", issue_move},
    Action{"drop", issue_drop},           Action{"split", issue_split},
    Action{"join", issue_join},           Action{"retitle", issue_retitle},
    Action{"state", issue_state},         Action{"check", issue_check},
    Action{"render", issue_render},       Action{"log", issue_log},
    Action{"version", issue_version},     Action{"draft", issue_draft},
    Action{"templates", issue_templates},
};

std::vector<std::string_view> action_names() {
  std::vector<std::string_view> out;
  for (const Action& action : kActions) out.push_back(action.name);
  return out;
}

int issue(const Call& call) {
  const auto& words = call.args.positionals();
  for (const Action& action : kActions) {
    if (action.name == words[0])
      return action.run({call, words[1], {words.begin() + 2, words.end()}});
  }
  return exit_code::kUsage;
}

}  // namespace

CommandSpec issue_command() {
  return {
      "issue",
      {"案头：调整、审定、输出一期刊物", "the desk: arrange, approve and render an issue"},
      {"show 列出各栏条目与状态；move ITEM 栏目、drop ITEM、split ITEM 段 标题、join ITEM ITEM、\n"
       "retitle ITEM 标题 调整；state draft|edited|checked|approved [ITEM…] 记下谁何时审过；\n"
       "check 列出离出版还差什么；render 输出，未过关口不输出，--draft 输出带水印的草稿；\n"
       "log 与 version 查看历史，任何版本都不丢；templates DIR 写出全部模板供修改；\n"
       "draft ITEM… 或栏目：由配置的模型起草摘要或导读，说了原文没有的内容即不采用（默认关闭）。",
       "show lists the items with their states; move ITEM PLACE, drop ITEM, split ITEM PARAGRAPH\n"
       "TITLE, join ITEM ITEM and retitle ITEM TITLE arrange; state draft|edited|checked|approved\n"
       "[ITEM…] records who looked at it and when; check lists what stands between the issue and\n"
       "its publication; render writes it, past the gate only, or with --draft and a watermark;\n"
       "log and version show the history, no version is lost; templates DIR writes the templates;\n"
       "draft ITEM… or PART has a configured model draft summaries or a lead, and refuses what says\n"
       "more than its items (off by default)."},
      {{"ACTION", {"动作", "what to do"}, 1, 1, action_names(), Complete::choice},
       {"FOLDER", {"刊物文件夹", "the issue's folder"}, 1, 1, {}, Complete::folder},
       {"WORD",
        {"编号、栏目、标题等，视动作而定", "item, place, title: as the action wants"},
        0,
        -1,
        {},
        Complete::nothing}},
      {{"--output",
        "FORMATS",
        {"render 的格式，逗号分隔；默认 docx,html,md,wechat,pdf",
         "formats of render, with commas; default docx,html,md,wechat,pdf"}},
       {"--draft", "", {"不过关口，带水印", "past the gate, with a watermark"}},
       {"--into",
        "DIR",
        {"render 写到哪里；默认刊物文件夹下的 out/",
         "where render writes; default out/ in the folder"},
        {},
        Complete::folder},
       {"--config",
        "PATH",
        {"校对设置（YAML），同 check", "settings of the checks (YAML), as for check"},
        {},
        Complete::file},
       {"--at", "N", {"move 到第几位；默认末尾", "place of move; default the end"}},
       {"--why", "TEXT", {"drop 的理由", "reason of drop"}},
       {"--all", "", {"state 用于全部条目和刊物", "state: all items and the issue"}},
       {"--endpoint",
        "URL",
        {"draft 的端点（与 OpenAI 兼容）；默认 $GUANLAN_DRAFT_ENDPOINT，未设则不用",
         "endpoint of draft, OpenAI-compatible; default $GUANLAN_DRAFT_ENDPOINT, off without"}},
       {"--model",
        "NAME",
        {"draft 的模型；默认 $GUANLAN_DRAFT_MODEL",
         "model of draft; default $GUANLAN_DRAFT_MODEL"}},
       {"--key-file",
        "PATH",
        {"draft 密钥所在的文件；默认 $GUANLAN_DRAFT_KEY_FILE，或 $GUANLAN_DRAFT_KEY",
         "file with the key of draft; default $GUANLAN_DRAFT_KEY_FILE, or $GUANLAN_DRAFT_KEY"},
        {},
        Complete::file},
       by_option(),
       templates_option(),
       format_option({"表格的格式；终端上默认 table，否则 jsonl",
                      "format of tables; table on a terminal, jsonl elsewhere"})},
      {{"issue show 2024-11", {"看一期的条目", "see the items"}},
       {"issue state 2024-11 approved --all --by 王", {"全部批准", "approve everything"}},
       {"issue render 2024-11 --draft --output docx", {"输出 Word 草稿", "a draft for Word"}}},
      issue};
}

}  // namespace guanlan::cli
