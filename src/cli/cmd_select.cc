#include <fmt/format.h>

#include <ostream>

#include "cli/composing.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/select.h"

namespace guanlan::cli {
namespace {

using namespace compose;

int candidates(const Call& call, const std::string& name) {
  const auto period = Period::parse(name);
  if (!period) return refused(call, period.error());
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  const auto templates = templates_of(call);
  if (!templates) return refused(call, templates.error());
  const auto desk = gather(**store, *templates, call.args.value("--style", "monthly"), *period);
  if (!desk) return refused(call, desk.error());
  Sheet sheet{{{"id", {"编号", "id"}},
               {"title", {"标题", "title"}, false, true},
               {"date", {"日期", "date"}},
               {"kind", {"类别", "kind"}},
               {"sources", {"来源", "sources"}, false, true},
               {"reason", {"未入选原因", "screened out"}, false, true}},
              {}};
  for (const Nominee& n :
       nominees(*desk, static_cast<std::size_t>(call.args.number("--keep").value_or(30)))) {
    sheet.rows.push_back({n.id, n.title, n.date, n.kind, n.sources, n.reason});
  }
  print(call, sheet, chosen_format(call, "table", "csv"));
  return exit_code::kFine;
}

// What a file holds, parsed; nothing where the option is not given.
template <class T>
Result<std::vector<T>> from_file(const std::string& path,
                                 Result<std::vector<T>> (*parse)(std::string_view,
                                                                 std::string_view)) {
  if (path.empty()) return std::vector<T>{};
  const auto text = load(path);
  if (!text) return tl::unexpected(text.error());
  return parse(*text, path);
}

std::string points(std::int64_t value) {
  return fmt::format("{}.{:04}", value / 10'000, value % 10'000);
}

void print_ranks(const Call& call, const Selection& selection, int take) {
  Sheet sheet{{{"place", {"名次", "place"}, true},
               {"id", {"编号", "id"}},
               {"title", {"标题", "title"}, false, true},
               {"total", {"总分", "total"}, true},
               {"votes", {"票数", "votes"}, true},
               {"vote_points", {"票数得分", "vote points"}, true},
               {"experts", {"专家", "experts"}, true},
               {"expert_points", {"专家得分", "expert points"}, true},
               {"tie", {"同分依据", "tie"}}},
              {}};
  for (const Rank& r : selection.ranks) {
    if (r.place > take) break;
    sheet.rows.push_back({std::to_string(r.place), r.nominee.id, r.nominee.title, points(r.total),
                          std::to_string(r.votes), points(r.vote_points), std::to_string(r.experts),
                          points(r.expert_points), r.tie});
  }
  print(call, sheet, chosen_format(call));
}

Result<SelectRules> rules_of(const Call& call) {
  SelectRules rules;
  const std::string weights = call.args.value("--weights", "40/60");
  const auto slash = weights.find('/');
  const auto votes = whole_number(std::string_view(weights).substr(0, slash));
  const auto experts =
      slash == std::string::npos ? std::nullopt : whole_number(weights.substr(slash + 1));
  if (!votes || !experts) return fail(Code::invalid, "两项权重之和应为 100", weights, "例如 40/60");
  rules.votes_weight = static_cast<int>(*votes);
  rules.experts_weight = static_cast<int>(*experts);
  rules.choices = static_cast<int>(call.args.number("--choices").value_or(rules.choices));
  rules.flood = static_cast<int>(call.args.number("--flood").value_or(rules.flood));
  rules.take = static_cast<int>(call.args.number("--take").value_or(rules.take));
  return rules;
}

int ranking(const Call& call, const std::string& file) {
  const auto rules = rules_of(call);
  if (!rules) return refused(call, rules.error());
  const auto all = from_file<Nominee>(file, parse_nominees);
  if (!all) return refused(call, all.error());
  const auto ballots = from_file<Ballot>(call.args.value("--votes"), parse_ballots);
  if (!ballots) return refused(call, ballots.error());
  const auto scores = from_file<Score>(call.args.value("--scores"), parse_scores);
  if (!scores) return refused(call, scores.error());
  const auto selection = rank(*all, *ballots, *scores, *rules);
  if (!selection) return refused(call, selection.error());
  print_ranks(call, *selection, rules->take);
  for (const Objection& o : selection->objections) {
    call.env.err << fmt::format("{}:{}: {} ({}){}\n", o.file, o.line, o.rule, harmless(o.text),
                                o.counted                       ? ""
                                : call.language == Language::zh ? "，未计"
                                                                : ", not counted");
  }
  return selection->objections.empty() ? exit_code::kFine : exit_code::kFindings;
}

int select(const Call& call) {
  const auto& words = call.args.positionals();
  return words[0] == "candidates" ? candidates(call, words[1]) : ranking(call, words[1]);
}

}  // namespace

CommandSpec select_command() {
  return {
      "select",
      {"评选：年度亮点的初筛、计票、评分与排名",
       "the year's highlights: screening, votes, scores, ranking"},
      {"candidates PERIOD 从库中列出候选，未入选者写明原因；输出的 CSV 可手改。\n"
       "rank FILE 按候选 CSV、投票 CSV（key,time,item）与评分 CSV（expert,item,points）排名：\n"
       "一个 key 对一条只计一票，重复、超额、不明条目不计，刷票照计并报告；五名以上专家去掉最高\n"
       "最低分；同分依次看专家分、票数、日期。全部为整数运算，任何人都能复算。有异议时退出码为 1。",
       "candidates PERIOD lists what the store has, with the reason where an item is screened out;\n"
       "the CSV may be edited. rank FILE ranks it by votes (key,time,item) and scores\n"
       "(expert,item,points): one vote a key and item; duplicates, too many and unknown items do not\n"
       "count, floods count and are reported; of five scores or more the highest and lowest go; ties\n"
       "fall by the experts, the votes, the date. Whole numbers only, so that anyone can recompute\n"
       "it. Exit status 1 where there are objections."},
      {{"ACTION",
        {"candidates 或 rank", "candidates or rank"},
        1,
        1,
        {"candidates", "rank"},
        Complete::choice},
       {"WHAT", {"时期，或候选 CSV", "a period, or the CSV of candidates"}, 1, 1}},
      {{"--votes", "FILE", {"投票 CSV", "the votes, CSV"}, {}, Complete::file},
       {"--scores", "FILE", {"评分 CSV", "the experts' scores, CSV"}, {}, Complete::file},
       {"--weights",
        "V/E",
        {"投票与专家的权重；默认 40/60", "weights of votes and experts; default 40/60"}},
       {"--choices", "N", {"一个 key 最多投几条；默认 10", "items a key may vote for; default 10"}},
       {"--flood",
        "N",
        {"一分钟内同一条达到几票即报告；默认 60",
         "ballots for an item within a minute that are reported; default 60"}},
       {"--take", "N", {"列出前几名；默认 10", "ranks that are printed; default 10"}},
       {"--keep",
        "N",
        {"candidates 保留几条；默认 30，0 为全部", "candidates that stand; default 30, 0 for all"}},
       {"--style", "STYLE", {"按哪种版式分栏", "the house style that sorts them"}},
       templates_option(),
       format_option(
           {"输出格式；终端上默认 table，candidates 否则 csv，rank 否则 jsonl",
            "output format; table on a terminal, elsewhere csv (candidates) or jsonl (rank)"})},
      {{"select candidates 2024 > candidates.csv", {"列出候选", "list the candidates"}},
       {"select rank candidates.csv --votes votes.csv --scores scores.csv --format md",
        {"公布十大亮点", "the ten, to be published"}}},
      select};
}

}  // namespace guanlan::cli
