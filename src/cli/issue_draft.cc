// Drafts of summaries and leads, where an endpoint is configured.
#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.h"
#include "cli/issue_actions.h"
#include "guanlan/draft.h"

namespace guanlan::cli {

using namespace compose;

namespace {

compose::Part* part_named(Desk& desk, const std::string& id) {
  for (compose::Part& part : desk.outline.parts) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

// A lead becomes the editor's own sentence, with the name of who asked for it.
Result<std::string> draft_into(Desk& desk, const std::string& id, const Hand& hand,
                               const DraftOptions& options) {
  auto text = draft_for(desk, id, options);
  if (!text) return text;
  if (compose::Part* part = part_named(desk, id)) {
    part->lead = {{{}, *text, hand.by}};
  } else {
    desk.items.at(id).summary = *text;
  }
  return text;
}

// Drafting takes minutes, in which nobody is kept from the issue; what was changed meanwhile
// stands.
Result<void> save_unchanged(const IssueWork& work, std::string_view before, const Desk& desk,
                            const Hand& hand) {
  const auto lock = DeskLock::take(work.folder);
  if (!lock) return tl::unexpected(lock.error());
  const auto now = open_desk(work.folder);
  if (!now) return tl::unexpected(now.error());
  if (revision(*now) != before) {
    return fail(Code::conflict, "起草期间有人改动了这一期，没有写入", work.folder.string(),
                "再运行一次");
  }
  return save_desk(work.folder, desk, hand, "draft");
}

}  // namespace

int issue_draft(const IssueWork& work) {
  if (work.words.empty()) {
    return refused(work.call,
                   Error{Code::invalid, "缺少参数", "ITEM | PART", "guanlan issue --help"});
  }
  const auto options = draft_options_of(work.call);
  if (!options) return refused(work.call, options.error());
  const Hand hand = hand_of(work.call);
  if (hand.by.empty())
    return refused(work.call, Error{Code::invalid, "没有署名", {}, "用 --by 写明是谁"});
  auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const std::string before = revision(*desk);
  int refusals = 0;
  for (const std::string& word : work.words) {
    const auto text = draft_into(*desk, word, hand, *options);
    if (!text) {
      refusals = std::max(refusals, refused(work.call, text.error()));
      continue;
    }
    work.call.env.out << word << '\t' << *text << '\n';
  }
  const auto saved = save_unchanged(work, before, *desk, hand);
  return saved ? refusals : refused(work.call, saved.error());
}

}  // namespace guanlan::cli
