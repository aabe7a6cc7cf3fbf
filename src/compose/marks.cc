#include "compose/marks.h"

namespace guanlan::compose {
namespace {

constexpr State kStates[] = {State::draft, State::edited, State::checked, State::approved};

}  // namespace

std::string_view name(State state) {
  static constexpr std::string_view kNames[] = {"draft", "edited", "checked", "approved"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<Mark> read_marks(check_yaml::Map& map) {
  std::vector<Mark> out;
  map.each("states", {"state", "by", "at", "of"}, [&](check_yaml::Map& one) {
    Mark& mark = out.emplace_back();
    const std::string word = one.choice("state", {"draft", "edited", "checked", "approved"});
    for (const State state : kStates) {
      if (word == name(state)) mark.state = state;
    }
    mark.by = one.required("by");
    mark.at = one.text("at");
    mark.of = one.text("of");
  });
  return out;
}

void write_marks(YamlText& out, const std::vector<Mark>& marks) {
  if (marks.empty()) return;
  out.open("states");
  for (const Mark& m : marks) {
    out.entry(YamlLine()
                  .add("state", name(m.state))
                  .add("by", m.by)
                  .add("at", m.at)
                  .add("of", m.of)
                  .str(),
              2);
  }
}

}  // namespace guanlan::compose
