// timeline: what became of an instrument, campaign, case, app, authority or organisation.
#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/step_roles.h"
#include "cli/track_commands.h"
#include "cli/terminal.h"
#include "guanlan/track.h"

namespace guanlan::cli {
namespace {

constexpr Text kAlso{"又作：{}", "also: {}"}, kParent{"属于：{}", "part of: {}"},
    kParts{"含子行动：{}", "with: {}"},
    kLink{"关联 {}：{} ↔ {}（{}，{} 分，{}）", "link {}: {} ↔ {} ({}, {} of 100, {})"},
    kUndo{"撤销：guanlan timeline --unlink 编号；采用：--link 编号",
          "undo: guanlan timeline --unlink N; accept: --link N"},
    kNoLinks{"没有待定的关联。", "no links."},
    kUndone{"已撤销关联 {}：{} ↔ {}", "link {} undone: {} ↔ {}"},
    kAccepted{"已采用关联 {}：{} ↔ {}", "link {} accepted: {} ↔ {}"},
    kOneOf{"给出一个名称，或 --links、--link、--unlink 之一",
           "give a name, or one of --links, --link, --unlink"},
    kBadLink{"「{}」不是关联的编号", "\"{}\" is no number of a link"};

constexpr std::pair<std::string_view, Text> kStates[] = {{"followed", {"已计入", "followed"}},
                                                         {"proposed", {"未计入", "not followed"}},
                                                         {"accepted", {"已采用", "accepted"}},
                                                         {"undone", {"已撤销", "undone"}}};

template <class... Parts>
std::string filled(const Call& call, const Text& text, const Parts&... parts) {
  return fmt::format(fmt::runtime(text.in(call.language)), parts...);
}

std::string_view state_of(const Call& call, const SubjectLink& link) {
  const std::string_view state =
      link.state == "proposed" && link.followed() ? "followed" : std::string_view(link.state);
  for (const auto& [name, text] : kStates) {
    if (name == state) return text.in(call.language);
  }
  return state;
}

std::string joined(const std::vector<std::string>& names) {
  return harmless(fmt::format("{}", fmt::join(names, "、")));
}

void remark(const Call& call, const Timeline& timeline) {
  std::ostream& err = call.env.err;
  if (!timeline.parent.empty()) err << filled(call, kParent, harmless(timeline.parent)) << '\n';
  if (!timeline.parts.empty()) err << filled(call, kParts, joined(timeline.parts)) << '\n';
  if (!timeline.also.empty()) err << filled(call, kAlso, joined(timeline.also)) << '\n';
  for (const SubjectLink& link : timeline.links) {
    err << filled(call, kLink, link.id, harmless(link.one), harmless(link.other), link.reason,
                  link.score, state_of(call, link))
        << '\n';
  }
  if (!timeline.links.empty()) err << kUndo.in(call.language) << '\n';
}

std::string ids(const std::vector<std::int64_t>& items) {
  return fmt::format("{}", fmt::join(items, " "));
}

void print_steps(const Call& call, const Timeline& timeline, const std::string& format) {
  const bool brief = format == "table" || format == "md";
  const Column date{"date", {"日期", "date"}}, role{"role", {"步骤", "step"}},
      item{"item", {"条目", "item"}, true}, title{"title", {"标题", "title"}, false, true},
      text{"text", {"原文", "text"}, false, true}, link{"link", {"关联", "link"}, true},
      named{"name", {"名称", "name"}}, kind{"kind", {"类别", "kind"}},
      also{"also", {"另见", "also in"}}, file{"file", {"文件", "file"}},
      page{"page", {"页", "page"}, true}, begin{"begin", {"起", "begin"}, true},
      end{"end", {"止", "end"}, true}, region{"region", {"地区", "region"}};
  Sheet sheet;
  if (brief) {
    sheet.columns = {date, role, region, text, item, link};
    for (const Step& s : timeline.steps) {
      sheet.rows.push_back({s.date.empty() ? "—" : s.date,
                            std::string(step_role(call.language, s.role)), s.region, s.text,
                            std::to_string(s.item), s.link == 0 ? "" : std::to_string(s.link)});
    }
  } else {
    sheet.columns = {date, role, named, item, kind, region, title,
                     text, link, also,  file, page, begin,  end};
    for (const Step& s : timeline.steps) {
      sheet.rows.push_back({s.date, s.role, s.name, std::to_string(s.item), s.kind, s.region,
                            s.title, s.text, s.link == 0 ? "" : std::to_string(s.link), ids(s.also),
                            s.file, std::to_string(s.place.page),
                            std::to_string(s.place.span.begin), std::to_string(s.place.span.end)});
    }
  }
  print(call, sheet, format);
}

int show(const Call& call, const Tracker& tracker) {
  TimelineQuery query;
  query.name = fmt::format("{}", fmt::join(call.args.positionals(), " "));
  if (call.args.has("--of")) query.type = subject_type(call.args.value("--of"));
  query.follow_links = !call.args.has("--no-links");
  const auto found = tracker.timeline(query);
  if (!found) {
    complain(call, found.error());
    return found.error().code == Code::not_found ? exit_code::kInputs : exit_code::kUsage;
  }
  print_steps(call, *found, chosen_format(call));
  remark(call, *found);
  return exit_code::kFine;
}

int list_links(const Call& call, const Tracker& tracker) {
  const auto all = tracker.links();
  if (!all) return no_database(call, all.error());
  Sheet sheet{{{"id", {"编号", "id"}, true},
               {"type", {"种类", "type"}},
               {"one", {"名称", "one"}, false, true},
               {"other", {"另一名称", "other"}, false, true},
               {"reason", {"理由", "reason"}, false, true},
               {"score", {"分", "score"}, true},
               {"state", {"状态", "state"}}},
              {}};
  const std::string format = chosen_format(call);
  for (const SubjectLink& link : *all) {
    sheet.rows.push_back({std::to_string(link.id), std::string(name(link.type)), link.one,
                          link.other, link.reason, std::to_string(link.score),
                          format == "table" ? std::string(state_of(call, link)) : link.state});
  }
  print(call, sheet, format);
  if (all->empty()) call.env.err << kNoLinks.in(call.language) << '\n';
  return exit_code::kFine;
}

int decide(const Call& call, Tracker& tracker, const char* option, bool accepted) {
  const auto id = call.args.number(option);
  if (!id) {
    complain(call, Error{Code::invalid, filled(call, kBadLink, call.args.value(option)), {}, {}});
    return exit_code::kUsage;
  }
  const auto link = tracker.decide(*id, accepted);
  if (!link) {
    complain(call, link.error());
    return exit_code::kInputs;
  }
  call.env.err << filled(call, accepted ? kAccepted : kUndone, link->id, harmless(link->one),
                         harmless(link->other))
               << '\n';
  return exit_code::kFine;
}

int timeline(const Call& call) {
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  const auto tracker = Tracker::open(*path);
  if (!tracker) return no_database(call, tracker.error());
  if (call.args.has("--unlink")) return decide(call, **tracker, "--unlink", false);
  if (call.args.has("--link")) return decide(call, **tracker, "--link", true);
  if (call.args.has("--links")) return list_links(call, **tracker);
  if (!call.args.positionals().empty()) return show(call, **tracker);
  complain(call, Error{Code::invalid, std::string(kOneOf.in(call.language)), {}, {}});
  return exit_code::kUsage;
}

}  // namespace

CommandSpec timeline_command() {
  return {
      "timeline",
      {"时间线：文件、行动、案件、应用、机关、机构的经过", "timelines: what became of it"},
      {"按日期列出每一步：文件的征求意见、发布、施行、修订、废止；专项行动的启动和成果（阶段与累计分开）；\n"
       "案件的立案、抓获、起诉、判决；应用的通报、整改期限、下架、再犯；机关和机构的作为。每一步都附原文和出处。\n"
       "名称不同而可能是同一个的，按理由和分数提出关联，70 分起计入并标出编号，一条命令撤销。",
       "Lists the steps by date: an instrument's draft, issue, effect, amendment, repeal; a campaign's\n"
       "launch and results (of a period and so far kept apart); a case from filing to appeal; an app's\n"
       "notices, days to rectify, removal, relapse; what bodies did. Each step has its quotation.\n"
       "Subjects of other names that may be the same are linked with a reason and a score; from 70 on\n"
       "their steps are taken in and marked, and one command undoes a link."},
      {{"NAME",
        {"名称，全称、简称、旧称均可；同名者加 @条目编号",
         "official, short or former name; NAME@ITEM where several have it"},
        0,
        -1,
        {},
        Complete::nothing}},
      {{"--of",
        "TYPE",
        {"种类，名称有歧义时用", "the kind, where the name is ambiguous"},
        {"instrument", "campaign", "case", "app", "authority", "org"},
        Complete::choice},
       {"--no-links", "", {"不计入关联的主体", "leave out what links bring"}},
       {"--links", "", {"列出全部关联", "list all links"}},
       {"--unlink", "N", {"撤销一个关联", "undo a link"}},
       {"--link", "N", {"采用一个关联", "accept a link"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"timeline 网络数据安全管理条例", {"一部法规的经过", "the life of a regulation"}},
       {"timeline 清朗 --of campaign", {"一个系列行动和它的子行动", "a series of campaigns"}},
       {"timeline --unlink 3", {"撤销 3 号关联", "undo link 3"}}},
      timeline};
}

}  // namespace guanlan::cli
