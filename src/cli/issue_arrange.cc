// Work at the desk: each action opens the folder, changes it and saves it.
#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.h"
#include "cli/issue_actions.h"

namespace guanlan::cli {

using namespace compose;

namespace {

int missing(const IssueWork& work, std::string_view what) {
  return refused(work.call,
                 Error{Code::invalid, "缺少参数", std::string(what), "guanlan issue --help"});
}

// Opens, changes, saves.
template <class F>
int change(const IssueWork& work, std::string_view did, const F& f) {
  const auto lock = DeskLock::take(work.folder);
  if (!lock) return refused(work.call, lock.error());
  auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const Result<void> done = f(*desk);
  if (!done) return refused(work.call, done.error());
  if (auto saved = save_desk(work.folder, *desk, hand_of(work.call), did); !saved) {
    return refused(work.call, saved.error());
  }
  return exit_code::kFine;
}

}  // namespace

int issue_move(const IssueWork& work) {
  if (work.words.size() < 2) return missing(work, "ITEM PLACE");
  return change(work, "move", [&](Desk& desk) {
    return compose::move(desk, work.words[0], work.words[1],
                         static_cast<int>(work.call.args.number("--at").value_or(0)));
  });
}

int issue_drop(const IssueWork& work) {
  if (work.words.empty()) return missing(work, "ITEM");
  return change(work, "drop", [&](Desk& desk) {
    return drop(desk, work.words[0], hand_of(work.call), work.call.args.value("--why"));
  });
}

int issue_split(const IssueWork& work) {
  const auto paragraph = whole_number(work.word(1));
  if (work.words.size() < 3 || !paragraph) return missing(work, "ITEM PARAGRAPH TITLE");
  return change(work, "split", [&](Desk& desk) -> Result<void> {
    auto id = split(desk, work.words[0], static_cast<int>(*paragraph), work.words[2]);
    if (!id) return tl::unexpected(std::move(id.error()));
    work.call.env.out << *id << '\n';
    return {};
  });
}

int issue_join(const IssueWork& work) {
  if (work.words.size() < 2) return missing(work, "ITEM ITEM");
  return change(work, "join", [&](Desk& desk) {
    return join(desk, work.words[0], work.words[1], hand_of(work.call));
  });
}

int issue_retitle(const IssueWork& work) {
  if (work.words.size() < 2) return missing(work, "ITEM TITLE");
  return change(work, "retitle",
                [&](Desk& desk) { return retitle(desk, work.words[0], work.words[1]); });
}

int issue_state(const IssueWork& work) {
  static constexpr State kStates[] = {State::draft, State::edited, State::checked, State::approved};
  for (const State state : kStates) {
    if (work.word(0) != name(state)) continue;
    return change(work, "state", [&](Desk& desk) -> Result<void> {
      std::vector<std::string> ids(work.words.begin() + 1, work.words.end());
      if (work.call.args.has("--all")) {
        ids = seated(desk.outline);
        ids.emplace_back();
      } else if (ids.empty()) {
        ids.emplace_back();  // the issue itself
      }
      for (const std::string& id : ids) {
        if (auto done = mark(desk, id, state, hand_of(work.call)); !done) return done;
      }
      return {};
    });
  }
  return refused(work.call, Error{Code::invalid,
                                  "没有这个值：" + work.word(0),
                                  {},
                                  "可用：draft、edited、checked、approved"});
}

}  // namespace guanlan::cli
