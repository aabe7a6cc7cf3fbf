#include <csignal>
#include <ostream>
#include <thread>

#include "cli/alert_runs.h"
#include "cli/composing.h"
#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "guanlan/serve.h"

namespace guanlan::cli {
namespace {

std::atomic<bool> hung_up{false};

// SIGHUP: read everything anew.
void watch_for_hangup() {
  struct sigaction action {};
  action.sa_handler = [](int) { hung_up = true; };
  sigaction(SIGHUP, &action, nullptr);
}

Result<serve::Options> options_of(const Call& call) {
  serve::Options options;
  auto database = database_path(call);
  if (!database) return tl::unexpected(std::move(database.error()));
  options.database = std::move(*database);
  options.address = call.args.value("--address", options.address);
  if (call.args.has("--port")) {
    const auto port = call.args.number("--port");
    if (!port || *port > 65535) {
      return fail(Code::invalid,
                  say(call.language, Say::bad_number, "--port", call.args.value("--port")));
    }
    options.port = static_cast<std::uint16_t>(*port);
  }
  options.hosts = call.args.all("--host");
  options.web = call.args.value("--web");
  options.issues = call.args.value("--issues");
  auto templates = templates_of(call);
  if (!templates) return tl::unexpected(std::move(templates.error()));
  options.templates = std::move(templates->folders);
  auto drafts = draft_options_of(call);
  if (!drafts) return tl::unexpected(std::move(drafts.error()));
  options.drafts = std::move(*drafts);
  options.clock = call.env.clock;
  options.english = [](std::string_view message) { return translated(Language::en, message); };
  return options;
}

// Minutes between two looks for alerts; 0: none are looked for.
Result<std::int64_t> minutes_of(const Call& call) {
  if (!call.args.has("--alerts")) return 0;
  constexpr std::int64_t kWeek = 7 * 24 * 60;
  const auto minutes = call.args.number("--alerts");
  if (minutes && *minutes >= 1 && *minutes <= kWeek) return static_cast<std::int64_t>(*minutes);
  return fail(Code::invalid,
              say(call.language, Say::bad_number, "--alerts", call.args.value("--alerts")));
}

int serve_store(const Call& call) {
  const auto options = options_of(call);
  if (!options) return refused(call, options.error());
  const auto minutes = minutes_of(call);
  if (!minutes) return refused(call, minutes.error());
  auto channels = *minutes > 0 ? delivery_config(call, "--alert-config")
                               : Result<DeliveryConfig>(DeliveryConfig{});
  if (!channels) return refused(call, channels.error());
  std::error_code ignored;
  std::filesystem::create_directories(options->database.parent_path(), ignored);
  auto server = serve::start(*options);
  if (!server) return refused(call, server.error());
  const bool six = options->address.find(':') != std::string::npos;
  const std::string host = six ? "[" + options->address + "]" : options->address;
  call.env.err << say(call.language, Say::serving, host, (*server)->port()) << std::endl;
  watch_for_hangup();
  std::optional<AlertRuns> alerts;
  if (*minutes > 0)
    alerts.emplace(call, options->database, std::move(*channels), std::chrono::minutes(*minutes));
  while (!call.interrupted()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    if (hung_up.exchange(false)) (*server)->reload();
  }
  alerts.reset();
  (*server)->stop();
  call.env.err << say(call.language, Say::served) << '\n';
  return exit_code::kFine;
}

}  // namespace

CommandSpec serve_command() {
  return {
      "serve",
      {"网页与接口：检索、导入、导出、编辑部", "the web pages and the API"},
      {"没有帐号时只在本机上监听，人人都是管理员；建立帐号（guanlan users）后才能给别人用。\n"
       "SIGTERM 与 Ctrl-C 等正在进行的请求结束后退出，SIGHUP 重新打开数据库。\n"
       "设了 $GUANLAN_DRAFT_ENDPOINT 等时，编辑部里可请模型起草导读和摘要（见 docs/composing.md）。\n"
       "接口见 docs/http.md 与 /openapi.json；部署见 docs/serving.md。",
       "Without accounts it listens on this machine only and everybody is an administrator;\n"
       "others can be let in once there are accounts (guanlan users).\n"
       "SIGTERM and Ctrl-C finish the running requests, SIGHUP opens the database anew.\n"
       "With $GUANLAN_DRAFT_ENDPOINT and its like, editors can have leads and summaries drafted by\n"
       "a model (docs/composing.md).\n"
       "The interface: docs/http.md and /openapi.json; running it: docs/serving.md."},
      {},
      {{"--address",
        "IP",
        {"监听的地址；默认 127.0.0.1", "the address to listen on; default 127.0.0.1"}},
       {"--port", "PORT", {"端口；默认 8080，0 为任意", "the port; default 8080, 0 for any"}},
       {"--host",
        "NAME",
        {"浏览器用的主机名；可重复", "a name under which browsers reach it; may be repeated"},
        {},
        Complete::nothing,
        true},
       {"--web",
        "DIR",
        {"用这个文件夹里的网页代替内置的", "pages of this folder in place of the built-in ones"},
        {},
        Complete::folder},
       {"--issues",
        "DIR",
        {"刊物文件夹所在；默认数据库旁的 issues/",
         "where the issues are; default issues/ beside the database"},
        {},
        Complete::folder},
       templates_option(),
       {"--alerts",
        "MINUTES",
        {"每隔这么多分钟查一遍提醒并送出，如同 guanlan alerts run；默认不查",
         "look for alerts and deliver them every so many minutes, as guanlan alerts run does; default: never"}},
       {"--alert-config",
        "FILE",
        {"提醒渠道的配置；默认 ~/.config/guanlan/alerts.yaml（若有）",
         "the channels of alerts; default ~/.config/guanlan/alerts.yaml where it is there"},
        {},
        Complete::file}},
      {{"serve", {"在 http://127.0.0.1:8080/ 上", "at http://127.0.0.1:8080/"}},
       {"serve --address 0.0.0.0 --host guanlan.example.org",
        {"给单位里的人用（须有帐号）", "for the house (needs accounts)"}}},
      serve_store};
}

}  // namespace guanlan::cli
