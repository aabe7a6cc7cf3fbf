#include "cli/app.h"

#include <cstdlib>
#include <new>
#include <ostream>
#include <sstream>

#include "cli/help.h"
#include "cli/messages.h"

namespace guanlan::cli {
namespace {

// The first of these that is set decides, as everywhere else.
Language language_of(const Environment& env) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = env.variable ? env.variable(name) : std::nullopt;
    if (value && !value->empty()) return value->starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

int usage_error(Environment& env, Language language, const Error& error) {
  env.err << report(language, error);
  return exit_code::kUsage;
}

int dispatch(const std::vector<std::string>& args, Environment& env, Language language) {
  const auto parsed = parse(args, language);
  if (!parsed) return usage_error(env, language, parsed.error());
  if (parsed->version) {
    env.out << version_text();
    return exit_code::kFine;
  }
  if (parsed->help) {
    env.out << (parsed->command ? help_text(*parsed->command, language) : help_text(language));
    return exit_code::kFine;
  }
  if (parsed->command == nullptr) {
    env.err << help_text(language);
    return exit_code::kUsage;
  }
  return parsed->command->run(Call{env, *parsed, language});
}

}  // namespace

Variables process_variables() {
  return [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
}

int run(const std::vector<std::string>& args, Environment& env) {
  const Language language = language_of(env);
  int code = exit_code::kInputs;
  try {
    code = dispatch(args, env, language);
  } catch (const std::bad_alloc&) {
    env.err << report(language, {Code::io, say(language, Say::out_of_memory), {}, {}});
  }
  env.out.flush();
  if (!env.out) {
    env.err << report(language, {Code::io, say(language, Say::cannot_write), {}, {}});
    return exit_code::kInputs;
  }
  return code;
}

int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
  std::istringstream nothing;
  Environment env{nothing, out, err};
  return run(args, env);
}

}  // namespace guanlan::cli
