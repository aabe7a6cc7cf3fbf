#include <fmt/format.h>

#include <ostream>

#include "cli/composing.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "guanlan/check.h"
#include "guanlan/publish.h"

namespace guanlan::cli {
namespace {

using namespace compose;

constexpr Text kDone{"{}：{} 条，{} 期刊物\n", "{}: {} items, {} issues\n"};
constexpr Text kHeldBack{"{}：未过关口，没有发布（{}）\n",
                         "{}: not through the gate, not published ({})\n"};

void tell(const Call& call, const Site& site) {
  for (const HeldBack& one : site.held_back) {
    const std::string why = translated(call.language, one.obstacles.front().message);
    call.env.err << fmt::format(fmt::runtime(kHeldBack.in(call.language)), one.folder.string(),
                                harmless(why));
  }
  call.env.err << fmt::format(fmt::runtime(kDone.in(call.language)),
                              call.args.positionals().front(), site.items, site.issues);
}

int publish(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  auto filter = filter_of(call);
  if (!filter) return refused(call, filter.error());
  const auto& words = call.args.positionals();
  SiteOptions options;
  options.filter = std::move(*filter);
  options.issues.assign(words.begin() + 1, words.end());
  options.address = call.args.value("--address");
  if (call.args.has("--pdf")) options.outputs.push_back(Output::pdf);
  const auto config = check_config_of(call);
  if (!config) return refused(call, config.error());
  const auto laws = laws_of(call);
  options.gate = {&*config, laws ? &*laws : nullptr};
  const auto templates = templates_of(call);
  if (!templates) return refused(call, templates.error());
  const auto site = make_site(**store, *templates, options);
  if (!site) return refused(call, site.error());
  if (auto done = put_site(words.front(), site->files); !done) return refused(call, done.error());
  call.env.out << (std::filesystem::path(words.front()) / "index.html").string() << '\n';
  tell(call, *site);
  return site->held_back.empty() ? exit_code::kFine : exit_code::kFindings;
}

std::vector<OptionSpec> options() {
  std::vector<OptionSpec> out{
      {"--address",
       "URL",
       {"站点将来的网址，以 / 结尾；订阅源用它，默认用相对链接",
        "where the site will stand, ending in /; for the feeds, relative links without it"}},
      {"--pdf", "", {"刊物另附 PDF", "issues as PDF too"}},
      {"--config",
       "PATH",
       {"校对设置（YAML），同 check", "settings of the checks (YAML), as for check"},
       {},
       Complete::file}};
  for (OptionSpec& option : filter_options()) out.push_back(std::move(option));
  out.push_back(templates_option());
  return out;
}

}  // namespace

CommandSpec publish_command() {
  return {
      "publish",
      {"发布静态微网站：各栏条目、往期刊物、页内搜索、订阅源",
       "write a static micro-site: items by section, past issues, search, feeds"},
      {"由库中条目与刊物文件夹生成，不需要服务器，双击 index.html 即可看。栏目与归类写在\n"
       "templates/site/site.yaml，可改。未过关口的刊物不发布并说明原因，退出码为 1。\n"
       "整站一次替换：失败时原有站点不动。见 docs/publishing.md。",
       "Made from the stored items and the folders of issues; needs no server, index.html opens as it\n"
       "is. Sections and rules stand in templates/site/site.yaml. An issue that does not pass the gate\n"
       "is not published, which is said, exit status 1. The site is replaced in one step: where it\n"
       "fails, the old one stays. See docs/publishing.md."},
      {{"DIR", {"站点的文件夹", "folder of the site"}, 1, 1, {}, Complete::folder},
       {"ISSUE", {"刊物文件夹", "folders of issues"}, 0, -1, {}, Complete::folder}},
      options(),
      {{"publish site", {"发布库中条目", "publish the stored items"}},
       {"publish site 2024-10 2024-11 --pdf", {"连同两期刊物", "with two issues"}}},
      publish};
}

}  // namespace guanlan::cli
