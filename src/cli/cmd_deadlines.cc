// deadlines: days by which somebody must act, as a list and as a calendar.
#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "compose/atomic_file.h"
#include "cli/track_commands.h"
#include "guanlan/track.h"

namespace guanlan::cli {
namespace {

constexpr Text kWeekendsOnly{
    "提示：节假日表不含其中某些年份，那些年份的工作日只按周末计。",
    "note: the table of holidays lacks some of these years; there only weekends count as days off."};
constexpr Text kNothing{"没有期限。", "no deadlines."};

std::string who_of(const Deadline& d) {
  if (d.who.empty() || d.named.empty()) return d.who + d.named;
  return d.who + "：" + d.named;
}

std::vector<std::string> row(const Deadline& d) {
  return {d.date,
          d.last_day,
          std::to_string(d.days_left),
          d.working_days_left ? std::to_string(*d.working_days_left) : "",
          d.role,
          who_of(d),
          d.what,
          std::to_string(d.item),
          d.title,
          d.text,
          d.derivation,
          d.file,
          std::to_string(d.place.page),
          std::to_string(d.place.span.begin),
          std::to_string(d.place.span.end)};
}

// On a terminal what a reader looks for; elsewhere everything.
Sheet sheet_of(const std::vector<Deadline>& all, bool brief) {
  const Column date{"date", {"期限", "date"}}, last{"last_day", {"最后一天", "last day"}},
      left{"days_left", {"剩余天数", "days left"}, true},
      work{"working_days_left", {"剩余工作日", "working days left"}, true},
      role{"role", {"性质", "role"}}, who{"who", {"谁", "who"}, false, true},
      what{"what", {"做什么", "what"}, false, true}, item{"item", {"条目", "item"}, true},
      title{"title", {"标题", "title"}, false, true}, text{"text", {"日期原文", "as printed"}},
      derivation{"derivation", {"推算", "derivation"}}, file{"file", {"文件", "file"}, false, true},
      page{"page", {"页", "page"}, true}, begin{"begin", {"起", "begin"}, true},
      end{"end", {"止", "end"}, true};
  if (!brief) {
    Sheet sheet{{date, last, left, work, role, who, what, item, title, text, derivation, file, page,
                 begin, end},
                {}};
    for (const Deadline& d : all) sheet.rows.push_back(row(d));
    return sheet;
  }
  Sheet sheet{{date, left, work, who, what, item}, {}};
  for (const Deadline& d : all) {
    sheet.rows.push_back({d.date, std::to_string(d.days_left),
                          d.working_days_left ? std::to_string(*d.working_days_left) : "",
                          who_of(d), d.what, std::to_string(d.item)});
  }
  return sheet;
}

int write_calendar(const Call& call, const std::vector<Deadline>& all, const std::string& file) {
  const std::string text = icalendar(all, iso8601(call.env.clock()));
  if (file == "-") {
    call.env.out << text;
    return exit_code::kFine;
  }
  if (const auto written = compose::write_whole(file, text); !written) {
    complain(call, written.error());
    return exit_code::kUsage;
  }
  return exit_code::kFine;
}

int deadlines(const Call& call) {
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  const auto tracker = Tracker::open(*path);
  if (!tracker) return no_database(call, tracker.error());
  const DeadlineQuery query{call.args.value("--since"), call.args.value("--until"),
                            call.args.value("--on", china_day(call.env.clock()))};
  const auto found = (*tracker)->deadlines(query);
  if (!found) return no_database(call, found.error());
  if (call.args.has("--ics")) return write_calendar(call, *found, call.args.value("--ics"));
  const std::string format = chosen_format(call);
  print(call, sheet_of(*found, format == "table"), format);
  if (found->empty()) call.env.err << kNothing.in(call.language) << '\n';
  const bool unknown = std::any_of(found->begin(), found->end(),
                                   [](const Deadline& d) { return !d.calendar_known; });
  if (unknown) call.env.err << kWeekendsOnly.in(call.language) << '\n';
  return exit_code::kFine;
}

}  // namespace

CommandSpec deadlines_command() {
  return {
      "deadlines",
      {"期限：谁在哪天前要做什么，还剩几天", "deadlines: who must do what by when, days left"},
      {"列出库中所有期限（原文写明的和按期间推算的），按日期排列；剩余天数按北京时间的今天，\n"
       "工作日按国务院办公厅公布的节假日和调休安排。推算的日期附推算过程。",
       "Lists all deadlines of the database, printed and reckoned ones, by date. Days are counted\n"
       "from today in China; working days know the holidays and make-up days as announced.\n"
       "A reckoned day shows its derivation."},
      {},
      {{"--since",
        "DATE",
        {"不早于（2024、2024-05、2024-05-01）", "not before (2024, 2024-05, 2024-05-01)"}},
       {"--until", "DATE", {"不晚于，含当期", "not after, that period included"}},
       {"--on",
        "DAY",
        {"从这天起算剩余天数；默认今天", "count the days from this one; default today"}},
       {"--ics",
        "FILE",
        {"写成日历（iCalendar）文件，- 为标准输出", "write a calendar (iCalendar), - for stdout"},
        {},
        Complete::file},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"deadlines --since 2024-05 --on 2024-05-06",
        {"从 5 月起，按 5 月 6 日计", "from May on, as of 6 May"}},
       {"deadlines --ics deadlines.ics", {"供日历程序订阅", "for a calendar program"}}},
      deadlines};
}

}  // namespace guanlan::cli
