#include "cli/database.h"

#include <algorithm>
#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "text/iso_date.h"

namespace guanlan::cli {
namespace {

namespace fs = std::filesystem;

std::string variable(const Call& call, const char* name) {
  return call.env.variable ? call.env.variable(name).value_or("") : "";
}

}  // namespace

Result<fs::path> database_path(const Call& call) {
  if (call.args.has("--db")) return fs::path(call.args.value("--db"));
  if (const auto data = variable(call, "XDG_DATA_HOME"); data.starts_with('/')) {
    return fs::path(data) / "guanlan" / "guanlan.db";
  }
  if (const auto home = variable(call, "HOME"); !home.empty()) {
    return fs::path(home) / ".local/share/guanlan/guanlan.db";
  }
  return fail(Code::invalid, say(call.language, Say::no_home), {},
              say(call.language, Say::no_store_hint));
}

Result<std::unique_ptr<Store>> open_existing(const Call& call) {
  const auto path = database_path(call);
  if (!path) return tl::unexpected(path.error());
  std::error_code error;
  if (!fs::exists(*path, error)) {
    return fail(Code::not_found, say(call.language, Say::no_store), path->string(),
                say(call.language, Say::no_store_hint));
  }
  return open_store(*path, call.env.clock);
}

Result<std::unique_ptr<Store>> open_or_create(const Call& call) {
  const auto path = database_path(call);
  if (!path) return tl::unexpected(path.error());
  std::error_code error;
  if (path->has_parent_path()) fs::create_directories(path->parent_path(), error);
  if (error) return fail(Code::io, error.message(), path->parent_path().string());
  return open_store(*path, call.env.clock);
}

std::optional<LawLibrary> laws_of(const Call& call) {
  const auto path = database_path(call);
  std::error_code error;
  if (!path || !std::filesystem::exists(*path, error)) return {};
  auto laws = LawLibrary::open(*path);
  if (!laws || laws->empty()) return {};
  return std::move(*laws);
}

Result<ObservationStore> observations_of(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return tl::unexpected(store.error());
  const auto path = database_path(call);
  if (!path) return tl::unexpected(path.error());
  auto out = ObservationStore::open(*path, call.env.clock);
  if (!out) return out;
  const auto done = out->catch_up(**store);
  if (!done) return tl::unexpected(done.error());
  for (const Error& unreadable : done->unreadable) complain(call, unreadable);
  return out;
}

int no_database(const Call& call, const Error& error) {
  complain(call, error);
  return exit_code::kUsage;
}

void mention_older_rules(const Call& call, const Store& store) {
  const auto documents = store.documents();
  if (!documents) return;
  const auto older = std::count_if(documents->begin(), documents->end(),
                                   [](const auto& d) { return d.rules != rules_version(); });
  if (older > 0) call.env.err << say(call.language, Say::older_rules, older) << '\n';
}

std::vector<OptionSpec> filter_options() {
  OptionSpec kind{
      "--kind",     "KIND",           {"类别，可给多次", "the kind; may be given several times"},
      item_kinds(), Complete::choice, true};
  return {
      kind,
      {"--since",
       "DATE",
       {"事件日期不早于（2024、2024-05、2024-05-01）",
        "event date not before (2024, 2024-05, 2024-05-01)"}},
      {"--until", "DATE", {"事件日期不晚于，含当期", "event date not after, that period included"}},
      {"--region",
       "WORDS",
       {"地区路径中含这些字，如 甘肃、天水市", "words in the path of a region: 甘肃, 天水市"}},
      {"--authority", "WORDS", {"机关名称中含这些字", "words in the name of an authority"}},
      {"--file", "WORDS", {"文件名中含这些字", "words in the file's name"}},
      {"--limit", "N", {"最多 N 条", "at most N items"}},
  };
}

Result<ItemFilter> filter_of(const Call& call) {
  ItemFilter filter;
  filter.kinds = call.args.all("--kind");
  filter.region = call.args.value("--region");
  filter.authority = call.args.value("--authority");
  filter.file = call.args.value("--file");
  for (const auto& [option, bound] :
       {std::pair{"--since", &filter.since}, std::pair{"--until", &filter.until}}) {
    *bound = call.args.value(option);
    if (!bound->empty() && !is_iso_date(*bound)) {
      return fail(Code::invalid, say(call.language, Say::bad_date, option, *bound), {},
                  say(call.language, Say::date_forms));
    }
  }
  if (call.args.has("--limit")) {
    filter.limit = call.args.number("--limit").value_or(0);
    if (filter.limit < 1) {
      return fail(Code::invalid,
                  say(call.language, Say::bad_number, "--limit", call.args.value("--limit")));
    }
  }
  return filter;
}

}  // namespace guanlan::cli
