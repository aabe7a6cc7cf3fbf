#include <fmt/format.h>

#include <ostream>

#include "cli/composing.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/stats_actions.h"
#include "cli/terminal.h"
#include "guanlan/select.h"
#include "guanlan/source.h"

namespace guanlan::cli {
namespace {

using namespace compose;

std::string_view label(Language language, std::string_view what) {
  static constexpr std::pair<std::string_view, Text> kLabels[] = {
      {"added", {"新增", "added"}},
      {"updated", {"已更新", "updated"}},
      {"kept", {"来源有变，保留改稿", "the source changed, your wording stays"}},
      {"gone", {"库中已无", "no longer in the store"}},
      {"twin", {"同一事件的又一来源", "another report of this event"}},
  };
  for (const auto& [key, text] : kLabels) {
    if (key == what) return text.in(language);
  }
  return what;
}

void tell(const Call& call, const std::vector<Change>& changes) {
  for (const Change& c : changes) {
    call.env.out << fmt::format("{}  {}  {}{}\n", label(call.language, c.what), c.item,
                                harmless(c.title),
                                c.detail.empty() ? "" : fmt::format("  ({})", harmless(c.detail)));
  }
}

std::filesystem::path folder_of(const Call& call, const Period& period) {
  const std::string into = call.args.value("--into");
  return into.empty() ? std::filesystem::path(period.name) : std::filesystem::path(into);
}

// Of a ranking's file: the ranked items alone.
Result<void> keep_highlights(const std::string& file, Desk& desk) {
  if (file.empty()) return {};
  const auto text = load(file);
  if (!text) return tl::unexpected(text.error());
  const auto ids = parse_ranking(*text, file);
  if (!ids) return tl::unexpected(ids.error());
  return keep_ranked(desk, *ids);
}

int compose_issue(const Call& call) {
  const auto period = Period::parse(call.args.positionals().front());
  if (!period) return refused(call, period.error());
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  auto filter = filter_of(call);
  if (!filter) return refused(call, filter.error());
  const auto observations = observations_of(call);
  if (!observations) return refused(call, observations.error());
  const std::string ranking = call.args.value("--ranking");
  const GatherOptions options{std::move(*filter), call.args.has("--keep-outline"),
                              ranking.empty() ? &*observations : nullptr};
  const auto templates = templates_of(call);
  if (!templates) return refused(call, templates.error());
  auto fresh = gather(**store, *templates, call.args.value("--style", "monthly"), *period, options);
  if (!fresh) return refused(call, fresh.error());
  if (auto done = keep_highlights(ranking, *fresh); !done) return refused(call, done.error());
  const std::size_t items = seated(fresh->outline).size();
  const auto folder = folder_of(call, *period);
  std::error_code error;
  const bool anew = !std::filesystem::exists(folder / "issue.yaml", error);
  const auto changes = lay_in(folder, std::move(*fresh), hand_of(call));
  if (!changes) return refused(call, changes.error());
  tell(call, *changes);
  const char* said =
      anew ? (call.language == Language::zh ? "{0}：已编成，{1} 条；下一步 guanlan issue show {0}\n"
                                            : "{0}: made, {1} items; next guanlan issue show {0}\n")
           : (call.language == Language::zh ? "{0}：{1} 条，{2} 处变化\n"
                                            : "{0}: {1} items, {2} changes\n");
  call.env.err << fmt::format(fmt::runtime(said), folder.string(), items, changes->size());
  mention_older_rules(call, **store);
  return exit_code::kFine;
}

std::vector<OptionSpec> options() {
  std::vector<OptionSpec> out{
      {"--style",
       "STYLE",
       {"版式：monthly（默认）、newsletter、bulletin、official，或自己的",
        "house style: monthly (the default), newsletter, bulletin, official, or your own"}},
      {"--into",
       "DIR",
       {"刊物文件夹；默认同时期名", "folder of the issue; default: the period's name"},
       {},
       Complete::folder},
      {"--keep-outline",
       "",
       {"用来源自己的标题分栏，不用本刊栏目", "keep the headings of the source, not the house's"}},
      {"--ranking",
       "FILE",
       {"只编入排名中的条目，依其次序（select rank --format csv）",
        "the ranked items alone, in that order (select rank --format csv)"},
       {},
       Complete::file}};
  for (OptionSpec& option : filter_options()) {
    if (option.name != "--since" && option.name != "--until") out.push_back(std::move(option));
  }
  out.push_back(by_option());
  out.push_back(templates_option());
  return out;
}

}  // namespace

CommandSpec compose_command() {
  return {
      "compose",
      {"编刊：把一个时期的记录编成一期刊物的文件夹",
       "make a working issue out of a period's records"},
      {"刊物是一个文件夹：issue.yaml 是刊头与栏目，items/ 下每条一个 Markdown 文件，都可手改。\n"
       "再次运行只并入新的记录，人改过的一概不动，并说明来源有何变化。\n"
       "之后用 guanlan issue 调整、审定、输出。见 docs/composing.md。",
       "An issue is a folder: issue.yaml holds masthead and outline, items/ one Markdown file an\n"
       "item, all to be edited by hand. Running it again lays new records in, leaves what people\n"
       "changed as it is, and says what changed under them.\n"
       "guanlan issue then moves, approves and renders. See docs/composing.md."},
      {{"PERIOD",
        {"时期：2024-11、2024-Q4、2024、2024-11-01..2024-11-15",
         "2024-11, 2024-Q4, 2024, 2024-11-01..2024-11-15"},
        1,
        1,
        {},
        Complete::nothing}},
      options(),
      {{"compose 2024-11 --style monthly", {"编 11 月的月刊", "make the monthly of November"}},
       {"compose 2024 --into yearbook --kind legislation",
        {"全年法规汇编", "the year's legislation"}},
       {"compose 2024 --ranking ranked.csv --into highlights --style bulletin",
        {"公布年度亮点", "publish the year's highlights"}}},
      compose_issue};
}

}  // namespace guanlan::cli
