#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "serve/accounts.h"

namespace guanlan::cli {
namespace {

using serve::Accounts;

int finished(const Call& call, const Result<void>& done) {
  return done ? exit_code::kFine : refused(call, done.error());
}

// Switches the echo of a terminal off while a password is typed.
class NoEcho {
 public:
  NoEcho() : terminal_(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~NoEcho() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  [[nodiscard]] bool terminal() const { return terminal_; }

 private:
  termios before_{};
  bool terminal_;
};

// One line of stdin; asked for twice at a terminal.
Result<std::string> password(const Call& call) {
  std::string first, second;
  const NoEcho silence;
  if (silence.terminal()) call.env.err << say(call.language, Say::password) << std::flush;
  std::getline(call.env.in, first);
  if (!silence.terminal()) return first;
  call.env.err << '\n' << say(call.language, Say::password_again) << std::flush;
  std::getline(call.env.in, second);
  call.env.err << '\n';
  if (first != second) return fail(Code::invalid, "两次输入的密码不同", {}, "再试一次");
  return first;
}

int list_users(const Call& call, const Accounts& accounts) {
  const auto all = accounts.list();
  if (!all) return refused(call, all.error());
  Sheet sheet{{{"name", {"帐号", "name"}},
               {"role", {"角色", "role"}},
               {"created", {"建立", "created"}},
               {"last", {"上次登录", "last login"}}},
              {}};
  for (const serve::Account& a : *all) {
    sheet.rows.push_back({a.name, std::string(serve::name(a.role)), a.created, a.last});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

int act(const Call& call, Accounts& accounts, const std::string& action, const std::string& user) {
  const auto role =
      serve::role_of(call.args.value("--role", "reader")).value_or(serve::Role::reader);
  if (action == "remove") return finished(call, accounts.remove(user));
  if (action == "role") return finished(call, accounts.set_role(user, role));
  if (action == "token") {
    const auto token = accounts.add_token(user, call.args.value("--label"), role);
    if (!token) return refused(call, token.error());
    call.env.out << *token << '\n';
    return exit_code::kFine;
  }
  const auto typed = password(call);
  if (!typed) return refused(call, typed.error());
  return finished(call, action == "add" ? accounts.add(user, role, *typed)
                                        : accounts.set_password(user, *typed));
}

int users(const Call& call) {
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  std::error_code ignored;
  std::filesystem::create_directories(path->parent_path(), ignored);
  auto accounts = Accounts::open(*path, call.env.clock);
  if (!accounts) return no_database(call, accounts.error());
  const auto& words = call.args.positionals();
  if (words[0] == "list") return list_users(call, **accounts);
  if (words.size() < 2) {
    return refused(call,
                   {Code::invalid, say(call.language, Say::argument_missing, "NAME"), {}, {}});
  }
  return act(call, **accounts, words[0], words[1]);
}

}  // namespace

CommandSpec users_command() {
  return {
      "users",
      {"服务器的帐号：建立、改角色、改密码、令牌",
       "accounts of the server: add, role, password, token"},
      {"密码从终端输入（不显示）或从标准输入读一行，从不写在命令行上。\n"
       "reader 可读，editor 还可导入与编辑，admin 还可管理帐号。至少要留一个 admin。\n"
       "token 打印一个供程序使用的令牌（Authorization: Bearer …），只显示这一次。",
       "The password is typed at the terminal (not shown) or read as one line of stdin, never\n"
       "given on the command line. reader reads, editor imports and edits, admin keeps accounts.\n"
       "token prints a token for programs (Authorization: Bearer …), this once."},
      {{"ACTION",
        {"list、add、role、password、token 或 remove",
         "list, add, role, password, token or remove"},
        1,
        1,
        {"list", "add", "role", "password", "token", "remove"},
        Complete::choice},
       {"NAME", {"帐号名", "name of the account"}, 0, 1, {}, Complete::nothing}},
      {{"--role",
        "ROLE",
        {"角色；默认 reader", "the role; default reader"},
        {"reader", "editor", "admin"},
        Complete::choice},
       {"--label", "TEXT", {"令牌作何用", "what the token is for"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"users add zhang --role admin", {"建立管理员", "make an administrator"}},
       {"users token zhang --role reader --label report",
        {"给一个只读程序的令牌", "a token for a program that reads"}}},
      users};
}

}  // namespace guanlan::cli
