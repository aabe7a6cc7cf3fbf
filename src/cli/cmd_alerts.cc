// alerts: saved queries, and what is new, changed or due, told once and delivered.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/alert_runs.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/track_commands.h"
#include "guanlan/delivery.h"

namespace guanlan::cli {
namespace {

constexpr Text kLacks{"缺少 {}", "{} is missing"},
    kSaved{"已保存查询 {}：{}", "query {} saved: {}"},
    kDropped{"已删除查询 {}：{}", "query {} dropped: {}"},
    kSent{"已送出：{}（{} 条）", "delivered: {} ({})"}, kFailed{"未送达：{}", "not delivered: {}"},
    kNoSuchQuery{"没有查询「{}」", "there is no query \"{}\""};
constexpr std::string_view kUser = "local";

template <class... Parts>
std::string filled(const Call& call, const Text& text, const Parts&... parts) {
  return fmt::format(fmt::runtime(text.in(call.language)), parts...);
}

// A name or a settings file that is not there is a wrong word, not an input that failed.
int misused(const Call& call, const Error& error) {
  complain(call, error);
  return exit_code::kUsage;
}

std::string rest_of(const Call& call, std::size_t from) {
  const auto& words = call.args.positionals();
  return from >= words.size()
             ? std::string()
             : fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(from),
                                           words.end(), " "));
}

void print_alerts(const Call& call, const std::vector<Alert>& alerts) {
  if (alerts.empty()) return;  // nothing is said when nothing changed
  const std::string format = chosen_format(call);
  Sheet sheet{{{"query", {"查询", "query"}},
               {"kind", {"提醒", "alert"}},
               {"item", {"条目", "item"}, true},
               {"title", {"标题", "title"}, false, true},
               {"text", {"内容", "text"}, false, true}},
              {}};
  if (format != "table") {
    for (const Column& column :
         {Column{"id", {"编号", "id"}, true}, Column{"time", {"时间", "time"}},
          Column{"days", {"提前天数", "days"}, true}, Column{"begin", {"起", "begin"}, true},
          Column{"end", {"止", "end"}, true}})
      sheet.columns.push_back(column);
  }
  for (const Alert& a : alerts) {
    std::vector<std::string> row{a.name, std::string(name(a.kind)), std::to_string(a.item), a.title,
                                 a.text};
    if (format != "table")
      row.insert(row.end(), {std::to_string(a.id), a.time, std::to_string(a.days),
                             std::to_string(a.place.begin), std::to_string(a.place.end)});
    sheet.rows.push_back(std::move(row));
  }
  print(call, sheet, format);
}

int list(const Call& call, const Alerts& alerts) {
  const auto all = alerts.queries();
  if (!all) return no_database(call, all.error());
  Sheet sheet{{{"id", {"编号", "id"}, true},
               {"name", {"名称", "name"}},
               {"query", {"查询", "query"}, false, true},
               {"user", {"帐号", "user"}},
               {"created", {"建立", "created"}}},
              {}};
  for (const SavedQuery& query : *all) {
    const auto words = search_query(query.query);
    sheet.rows.push_back({std::to_string(query.id), query.name, words ? *words : query.query,
                          query.user, query.created});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

int add(const Call& call, Alerts& alerts) {
  const auto& words = call.args.positionals();
  if (words.size() < 3)
    return refused(
        call, {Code::invalid, filled(call, kLacks, words.size() < 2 ? "NAME" : "QUERY"), {}, {}});
  const auto saved = alerts.save(kUser, words[1], filters_of(rest_of(call, 2)));
  if (!saved) return refused(call, saved.error());
  call.env.err << filled(call, kSaved, saved->id, saved->name) << '\n';
  return exit_code::kFine;
}

int drop(const Call& call, Alerts& alerts) {
  const std::string wanted = rest_of(call, 1);
  const auto all = alerts.queries();
  if (!all) return no_database(call, all.error());
  const auto it = std::find_if(all->begin(), all->end(), [&](const SavedQuery& q) {
    return q.name == wanted || std::to_string(q.id) == wanted;
  });
  if (it == all->end())
    return misused(
        call, {Code::not_found, filled(call, kNoSuchQuery, wanted), {}, "guanlan alerts list"});
  if (const auto done = alerts.drop(it->id); !done) return refused(call, done.error());
  call.env.err << filled(call, kDropped, it->id, it->name) << '\n';
  return exit_code::kFine;
}

int run_all(const Call& call, Alerts& alerts) {
  const auto config = delivery_config(call, "--config");
  if (!config) return misused(call, config.error());
  const auto transport = curl_transport();
  const auto done = run_alerts(alerts, *config, *transport, call.env.clock);
  if (!done) return no_database(call, done.error());
  print_alerts(call, done->found);
  for (const auto& [channel, count] : done->sent)
    call.env.err << filled(call, kSent, channel, count) << '\n';
  for (const auto& [channel, error] : done->failed) {
    call.env.err << filled(call, kFailed, channel) << '\n';
    complain(call, error);
  }
  return done->failed.empty() ? exit_code::kFine : exit_code::kInputs;
}

// What was told in the period that holds a day.
int digest(const Call& call, const Alerts& alerts) {
  const std::string by = call.args.value("--by", "week");
  const Period period = by == "day" ? Period::day : by == "month" ? Period::month : Period::week;
  const std::string on =
      call.args.has("--on") ? call.args.value("--on") + "T00:00:00Z" : iso8601(call.env.clock());
  const std::string wanted = period_of(on, period);
  auto all = alerts.told(0);
  if (!all) return no_database(call, all.error());
  std::erase_if(*all, [&](const Alert& a) { return period_of(a.time, period) != wanted; });
  if (all->empty()) return exit_code::kFine;
  if (call.args.has("--format") || !call.env.out_is_terminal)
    print_alerts(call, *all);
  else
    call.env.out << alert_subject(*all) << "  " << wanted << "\n" << alert_text(*all);
  return exit_code::kFine;
}

int alerts(const Call& call) {
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  const auto opened = Alerts::open(*path, call.env.clock);
  if (!opened) return no_database(call, opened.error());
  const std::string& action = call.args.positionals()[0];
  if (action == "add") return add(call, **opened);
  if (action == "drop") return drop(call, **opened);
  if (action == "run") return run_all(call, **opened);
  if (action == "digest") return digest(call, **opened);
  return list(call, **opened);
}

}  // namespace

CommandSpec alerts_command() {
  return {
      "alerts",
      {"提醒：保存查询，有新的、变化的、到期的才说",
       "alerts: saved queries, and what is new, changed or due"},
      {"add 保存一个查询（查询语言见 docs/search.md），以后新增的、内容变化的条目和临近的期限才算提醒；\n"
       "run 查一遍，每条只说一次，并送到配置的渠道：文件、Atom、电子邮件、网络回调（企业微信、飞书、钉钉）；\n"
       "没有变化就什么也不说，没有配置就什么也不外发。digest 列出某日、某周、某月的提醒。见 docs/tracking.md。",
       "add saves a query (docs/search.md); what comes, changes or falls due from then on is told.\n"
       "run looks, tells each thing once and delivers it to the configured channels: file, Atom,\n"
       "e-mail, webhook (also bots of WeCom, Feishu, DingTalk). Nothing is said where nothing changed,\n"
       "nothing leaves the machine unless configured. digest lists those of a day, week or month."},
      {{"ACTION",
        {"add、list、drop、run 或 digest", "add, list, drop, run or digest"},
        1,
        1,
        {"add", "list", "drop", "run", "digest"},
        Complete::choice},
       {"WORDS",
        {"add：名称和查询；drop：名称或编号", "add: name and query; drop: name or number"},
        0,
        -1,
        {},
        Complete::nothing}},
      {{"--config",
        "FILE",
        {"渠道的配置；默认 ~/.config/guanlan/alerts.yaml（若有）",
         "the channels; default ~/.config/guanlan/alerts.yaml where it is there"},
        {},
        Complete::file},
       {"--by",
        "PERIOD",
        {"digest 的周期；默认 week", "the period of digest; default week"},
        {"day", "week", "month"},
        Complete::choice},
       {"--on",
        "DAY",
        {"digest：含这一天的那期；默认今天",
         "digest: the period that holds this day; default today"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"alerts add 甘肃处罚 'region:甘肃 has:sanction'", {"保存一个查询", "save a query"}},
       {"alerts run --config alerts.yaml", {"定时运行（cron、systemd）", "run by cron or systemd"}},
       {"alerts digest --by week", {"本周的提醒", "this week's alerts"}}},
      alerts};
}

}  // namespace guanlan::cli
