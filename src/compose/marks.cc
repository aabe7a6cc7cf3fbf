#include "compose/marks.h"

#include "check/yaml.h"

namespace guanlan::compose {
namespace {

constexpr State kStates[] = {State::draft, State::edited, State::checked, State::approved};

}  // namespace

std::string_view name(State state) {
  static constexpr std::string_view kNames[] = {"draft", "edited", "checked", "approved"};
  return kNames[static_cast<std::size_t>(state)];
}

Mark parse_mark(const YAML::Node& node, std::string_view path, std::optional<Error>& error) {
  check_yaml::Map map(node, path, {"state", "by", "at", "of"});
  Mark out;
  const std::string word = map.choice("state", {"draft", "edited", "checked", "approved"});
  for (const State state : kStates) {
    if (word == name(state)) out.state = state;
  }
  out.by = map.required("by");
  out.at = map.text("at");
  out.of = map.text("of");
  if (!error && !map.ok()) error = map.error();
  return out;
}

void write_marks(YamlText& out, const std::vector<Mark>& marks) {
  if (marks.empty()) return;
  out.open("states");
  for (const Mark& m : marks) {
    out.entry(
        YamlLine().add("state", name(m.state)).add("by", m.by).add("at", m.at).add("of", m.of).str(),
        2);
  }
}

}  // namespace guanlan::compose
