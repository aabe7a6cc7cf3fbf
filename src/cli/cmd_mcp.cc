#include <istream>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "mcp/mcp.h"

namespace guanlan::cli {
namespace {

constexpr std::size_t kLongestMessage = 4 << 20;

// One message a line, in and out; nothing else is printed on stdout.
int mcp(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  const auto laws = LawLibrary::open(*path);
  if (!laws) return no_database(call, laws.error());
  const auto tracker = Tracker::open(*path);
  if (!tracker) return no_database(call, tracker.error());
  const guanlan::mcp::Sources sources{**store, *laws, **tracker};
  std::string line;
  while (!call.interrupted() && std::getline(call.env.in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    if (line.size() > kLongestMessage) line = "too long";
    const auto answer = guanlan::mcp::answer_text(line, sources);
    if (!answer.message) continue;
    call.env.out << answer.message->dump(-1, ' ', false,
                                         guanlan::mcp::Json::error_handler_t::replace)
                 << std::endl;
  }
  return exit_code::kFine;
}

}  // namespace

CommandSpec mcp_command() {
  return {
      "mcp",
      {"供智能体使用（Model Context Protocol，标准输入输出）",
       "for agents (Model Context Protocol on stdin and stdout)"},
      {"支持 2026-07-28（无状态）与 2025-11-25、2025-06-18（握手）。工具：search、read、facts、\n"
       "track、check、law、explain；每个回答都带出处：文件、字节区间、原文。见 docs/mcp.md。",
       "Speaks 2026-07-28 (stateless) and 2025-11-25, 2025-06-18 (handshake). Tools: search, read,\n"
       "facts, track, check, law, explain; each answer names document, byte span and quotation.\n"
       "See docs/mcp.md."},
      {},
      {},
      {{"mcp --db guanlan.db", {"由智能体的宿主程序启动", "started by the agent's host"}}},
      mcp};
}

}  // namespace guanlan::cli
