// Drafts of summaries and leads, where an endpoint is configured.
#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.h"
#include "cli/issue_actions.h"
#include "guanlan/draft.h"

namespace guanlan::cli {

using namespace compose;

namespace {

// --endpoint, --model and --key-file, else GUANLAN_DRAFT_ENDPOINT, _MODEL, _KEY and _KEY_FILE.
Result<DraftOptions> options_of(const Call& call) {
  const auto value = [&](const char* option, const char* variable) {
    std::string out = call.args.value(option);
    return out.empty() ? call.env.variable(variable).value_or("") : out;
  };
  DraftOptions out;
  out.endpoint = value("--endpoint", "GUANLAN_DRAFT_ENDPOINT");
  out.model = value("--model", "GUANLAN_DRAFT_MODEL");
  out.key = call.env.variable("GUANLAN_DRAFT_KEY").value_or("");
  if (const std::string file = value("--key-file", "GUANLAN_DRAFT_KEY_FILE"); !file.empty()) {
    auto key = load(file);
    if (!key) return tl::unexpected(std::move(key.error()));
    while (!key->empty() && (key->back() == '\n' || key->back() == '\r')) key->pop_back();
    out.key = std::move(*key);
  }
  return out;
}

compose::Part* part_named(Desk& desk, const std::string& id) {
  for (compose::Part& part : desk.outline.parts) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

// The lead becomes the editor's own sentence, with the name of who asked for it.
Result<std::string> lead(Desk& desk, compose::Part& part, const Hand& hand, const DraftOptions& options) {
  std::vector<const compose::Item*> items;
  const auto take = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids) items.push_back(&desk.items.at(id));
  };
  take(part.items);
  for (const Section& s : part.sections) take(s.items);
  auto text = draft_lead(items, options);
  if (text) part.lead = {{{}, *text, hand.by}};
  return text;
}

Result<std::string> summary(Desk& desk, const std::string& id, const DraftOptions& options) {
  const auto it = desk.items.find(id);
  if (it == desk.items.end()) return fail(Code::not_found, "没有这个条目：" + id, {}, "guanlan issue show 列出编号");
  auto text = draft_summary(it->second, options);
  if (text) it->second.summary = *text;
  return text;
}

// Drafting takes minutes, in which nobody is kept from the issue; what was changed meanwhile stands.
Result<void> save_unchanged(const IssueWork& work, std::string_view before, const Desk& desk, const Hand& hand) {
  const auto lock = DeskLock::take(work.folder);
  if (!lock) return tl::unexpected(lock.error());
  const auto now = open_desk(work.folder);
  if (!now) return tl::unexpected(now.error());
  if (revision(*now) != before) {
    return fail(Code::conflict, "起草期间有人改动了这一期，没有写入", work.folder.string(), "再运行一次");
  }
  return save_desk(work.folder, desk, hand, "draft");
}

}  // namespace

int issue_draft(const IssueWork& work) {
  if (work.words.empty()) {
    return refused(work.call, Error{Code::invalid, "缺少参数", "ITEM | PART", "guanlan issue --help"});
  }
  const auto options = options_of(work.call);
  if (!options) return refused(work.call, options.error());
  const Hand hand = hand_of(work.call);
  if (hand.by.empty()) return refused(work.call, Error{Code::invalid, "没有署名", {}, "用 --by 写明是谁"});
  auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  const std::string before = revision(*desk);
  int refusals = 0;
  for (const std::string& word : work.words) {
    compose::Part* part = part_named(*desk, word);
    const auto text = part != nullptr ? lead(*desk, *part, hand, *options) : summary(*desk, word, *options);
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
