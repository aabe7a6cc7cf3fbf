#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/messages.h"

namespace guanlan::cli {
namespace {

using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

const OptionSpec* find_option(const CommandSpec* command, std::string_view name) {
  const auto in = [&](const std::vector<OptionSpec>& options) -> const OptionSpec* {
    const auto it = std::find_if(options.begin(), options.end(),
                                 [&](const OptionSpec& o) { return o.name == name; });
    return it == options.end() ? nullptr : &*it;
  };
  const OptionSpec* found = command ? in(command->options) : nullptr;
  return found ? found : in(common_options());
}

// The position of the command's name: the first word that is no option and no option's value.
std::size_t command_word(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!args[i].starts_with('-')) return i;
    const OptionSpec* option = find_option(nullptr, args[i]);
    if (option != nullptr && !option->value.empty()) ++i;
  }
  return args.size();
}

// How many single edits (of bytes) lead from one word to another.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = before + (a[i - 1] != b[j - 1]);
      before = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row.back();
}

// The word that was probably meant; empty where none is near.
std::string_view nearest(std::string_view given, const std::vector<std::string_view>& legal) {
  std::string_view best;
  std::size_t least = 3;
  for (const std::string_view word : legal) {
    const std::size_t edits = given.size() < 64 ? distance(given, word) : least;
    if (edits < least) {
      least = edits;
      best = word;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view given, const std::vector<std::string_view>& legal,
                         std::string_view see, Language language) {
  const std::string_view near = nearest(given, legal);
  if (near.empty()) return say(language, Say::see_help, see);
  return say(language, Say::did_you_mean, near);
}

std::vector<std::string_view> option_names(const CommandSpec* command) {
  std::vector<std::string_view> names;
  if (command != nullptr) {
    for (const OptionSpec& o : command->options) names.push_back(o.name);
  }
  for (const OptionSpec& o : common_options()) names.push_back(o.name);
  return names;
}

void declare(CLI::App& app, const OptionSpec& option, Values& values) {
  auto& target = values[std::string(option.name)];
  const std::string names =
      std::string(option.brief) + (option.brief.empty() ? "" : ",") + std::string(option.name);
  if (option.value.empty()) {
    app.add_flag_callback(names, [&target] { target.assign(1, "true"); });
  } else {
    app.add_option(names, target)->allow_extra_args(false);
  }
}

std::string joined(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, " | "));
}

tl::unexpected<Error> usage(std::string message, std::string hint) {
  return fail(Code::invalid, std::move(message), {}, std::move(hint));
}

Result<void> check_choice(std::string_view what, const std::vector<std::string>& given,
                          const std::vector<std::string_view>& legal, Language language) {
  if (legal.empty()) return {};
  for (const std::string& value : given) {
    if (std::find(legal.begin(), legal.end(), value) != legal.end()) continue;
    return usage(say(language, Say::bad_choice, what, value),
                 say(language, Say::legal_values, joined(legal)));
  }
  return {};
}

Result<void> check(const CommandSpec& command, const Arguments& args, Language language) {
  for (const OptionSpec& option : command.options) {
    auto good = check_choice(option.name, args.all(option.name), option.choices, language);
    if (!good) return good;
  }
  const auto& given = args.positionals();
  std::size_t least = 0, most = 0;
  for (const PositionalSpec& p : command.positionals) {
    least += static_cast<std::size_t>(p.least);
    most = p.most < 0         ? SIZE_MAX
           : most == SIZE_MAX ? most
                              : most + static_cast<std::size_t>(p.most);
  }
  const std::string see = fmt::format("guanlan {} --help", command.name);
  if (given.size() < least) {
    const auto missing = std::min(given.size(), command.positionals.size() - 1);
    return usage(say(language, Say::argument_missing, command.positionals[missing].name),
                 say(language, Say::see_help, see));
  }
  if (given.size() > most) {
    return usage(say(language, Say::too_many_arguments, given[most]),
                 say(language, Say::see_help, see));
  }
  for (std::size_t i = 0; i < std::min(given.size(), command.positionals.size()); ++i) {
    const PositionalSpec& p = command.positionals[i];
    auto good = check_choice(p.name, {given[i]}, p.choices, language);
    if (!good) return good;
  }
  return {};
}

}  // namespace

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
  const auto& given = all(option);
  return given.empty() ? std::string(otherwise) : given.back();
}

const std::vector<std::string>& Arguments::all(std::string_view option) const {
  static const std::vector<std::string> none;
  const auto it = options_.find(option);
  return it == options_.end() ? none : it->second;
}

std::optional<long> Arguments::number(std::string_view option) const {
  return whole_number(value(option));
}

std::optional<long> whole_number(std::string_view text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && number >= 0;
  return whole ? std::optional(number) : std::nullopt;
}

Result<Arguments> parse(const std::vector<std::string>& args, Language language) {
  Arguments out;
  std::vector<std::string> rest = args;
  const std::size_t word = command_word(args);
  if (word < args.size()) {
    out.command = find_command(args[word]);
    if (out.command == nullptr) {
      std::vector<std::string_view> names;
      for (const CommandSpec& c : commands()) names.push_back(c.name);
      return usage(say(language, Say::unknown_command, args[word]),
                   did_you_mean(args[word], names, "guanlan --help", language));
    }
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
  }

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const OptionSpec& option : common_options()) declare(app, option, out.options_);
  if (out.command != nullptr) {
    for (const OptionSpec& option : out.command->options) declare(app, option, out.options_);
    app.add_option("arguments", out.positionals_);
  }
  std::reverse(rest.begin(), rest.end());
  try {
    app.parse(std::move(rest));
  } catch (const CLI::ParseError& error) {
    const std::string words = error.what();  // "--format: 1 required TEXT missing"
    return usage(
        say(language, Say::value_missing, words.substr(0, words.find(':'))),
        say(language, Say::see_help,
            out.command ? fmt::format("guanlan {} --help", out.command->name) : "guanlan --help"));
  }
  const auto extras = app.remaining();
  if (!extras.empty()) {
    const std::string name = extras.front().substr(0, extras.front().find('='));
    const std::string see =
        out.command ? fmt::format("guanlan {} --help", out.command->name) : "guanlan --help";
    return usage(say(language, Say::unknown_option, name),
                 did_you_mean(name, option_names(out.command), see, language));
  }
  out.help = out.has("--help");
  out.version = out.has("--version");
  if (out.help || out.version || out.command == nullptr) return out;
  if (auto good = check(*out.command, out, language); !good) {
    return tl::unexpected(std::move(good.error()));
  }
  return out;
}

}  // namespace guanlan::cli
