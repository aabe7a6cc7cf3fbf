// Working issues: looking at them, composing one, editing an item, arranging.
#include <set>

#include "serve/desk.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

using namespace compose;

Result<Desk> open_named(const Exchange& x) {
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  return open_desk(*folder);
}

Result<DeskLock> lock_named(const Exchange& x) {
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  return DeskLock::take(*folder);
}

Result<Response> issues(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const std::lock_guard held(x.service.desks());
  std::set<std::string, std::greater<>> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(issues_root(x.service), error)) {
    if (std::filesystem::exists(entry.path() / "issue.yaml", error))
      names.insert(entry.path().filename().string());
  }
  Json rows = Json::array();
  for (const std::string& name : names) {
    const auto desk = open_desk(issues_root(x.service) / name);
    if (desk) {
      rows.push_back(issue_row(name, *desk));
      continue;
    }
    Json row = issue_row(name, Desk{});  // a file of it is broken: its name, and what is wrong
    row["state"] = "broken";
    row["title"] = desk.error().message;
    rows.push_back(std::move(row));
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> issue(const Exchange& x) {
  const std::lock_guard held(x.service.desks());
  const auto desk = open_named(x);
  if (!desk) return tl::unexpected(desk.error());
  return issue_answer(x, *desk);
}

Response item_answer(const compose::Item& item) {
  Response out = json_answer(desk_item_json(item));
  out.etag = tag_of(item);
  return out;
}

tl::unexpected<Error> no_item(const Exchange& x) {
  return fail(Code::not_found, "没有这个条目：" + x.parts[1].substr(0, 40));
}

Result<Response> item(const Exchange& x) {
  const std::lock_guard held(x.service.desks());
  const auto desk = open_named(x);
  if (!desk) return tl::unexpected(desk.error());
  const auto it = desk->items.find(x.parts[1]);
  if (it == desk->items.end()) return no_item(x);
  return item_answer(it->second);
}

// What an editor may write of an item; what is absent stays.
Result<void> take_changes(compose::Item& item, const Json& body, const std::string& by) {
  for (const auto& [key, text] :
       {std::pair{"title", &item.title}, {"summary", &item.summary}, {"body", &item.body}}) {
    if (body.contains(key)) *text = text_in(body, key);
  }
  if (item.title.empty()) return fail(Code::invalid, "标题为空", {}, "写出标题");
  if (body.contains("sources") && body["sources"].is_array()) {
    item.sources.clear();
    for (const Json& one : body["sources"]) {
      if (one.is_string() && !one.get<std::string>().empty())
        item.sources.push_back(one.get<std::string>());
    }
  }
  if (body.contains("words") && body["words"].is_array()) {
    item.words.clear();
    for (const Json& one : body["words"]) {
      const std::string signer = text_in(one, "by");
      item.words.push_back(
          {text_in(one, "text"), signer.empty() ? by : signer, text_in(one, "note")});
    }
  }
  // Blank lines are typesetting; a paragraph is a line.
  std::string lines;
  for (std::size_t at = 0; at < item.body.size();) {
    const auto end = std::min(item.body.find('\n', at), item.body.size());
    std::string line = item.body.substr(at, end - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  item.body = std::move(lines);
  return {};
}

Result<Response> edit(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  if (!body.is_object()) return fail(Code::invalid, "应为 JSON 对象", {}, "{\"body\": \"…\"}");
  const std::lock_guard held(x.service.desks());
  const auto lock = lock_named(x);
  if (!lock) return tl::unexpected(lock.error());
  auto desk = open_named(x);
  if (!desk) return tl::unexpected(std::move(desk.error()));
  const auto it = desk->items.find(x.parts[1]);
  if (it == desk->items.end()) return no_item(x);
  if (auto refusal = collision(x, tag_of(it->second))) return std::move(*refusal);
  const Hand hand = hand_of(x);
  if (auto done = take_changes(it->second, body, hand.by); !done)
    return tl::unexpected(std::move(done.error()));
  if (auto saved = save_desk(*issue_folder(x), *desk, hand, "edit"); !saved)
    return tl::unexpected(std::move(saved.error()));
  Response out = item_answer(it->second);
  out.with("ETag", out.etag);
  return out;
}

std::optional<State> state_named(const std::string& word) {
  for (const State state : {State::draft, State::edited, State::checked, State::approved}) {
    if (word == name(state)) return state;
  }
  return std::nullopt;
}

Result<void> mark_named(Desk& desk, const Json& body, const Hand& hand) {
  const auto state = state_named(text_in(body, "state"));
  if (!state)
    return fail(Code::invalid, "没有这个值：" + text_in(body, "state"), {},
                "可用：draft、edited、checked、approved");
  std::vector<std::string> ids{text_in(body, "item")};
  if (ids.front() == "*") {
    ids = seated(desk.outline);
    ids.emplace_back();
  }
  for (const std::string& id : ids) {
    if (auto done = mark(desk, id, *state, hand); !done) return done;
  }
  return {};
}

int number_in_body(const Json& body, const char* key) {
  return body.contains(key) && body[key].is_number_integer() ? body[key].get<int>() : 0;
}

Result<void> act(Desk& desk, const Json& body, const Hand& hand) {
  const std::string action = text_in(body, "do"), item = text_in(body, "item");
  if (action == "move")
    return compose::move(desk, item, text_in(body, "place"), number_in_body(body, "at"));
  if (action == "drop") return drop(desk, item, hand, text_in(body, "why"));
  if (action == "retitle") return retitle(desk, item, text_in(body, "title"));
  if (action == "merge") return join(desk, item, text_in(body, "other"), hand);
  if (action == "state") return mark_named(desk, body, hand);
  if (action == "split") {
    const auto made = split(desk, item, number_in_body(body, "paragraph"), text_in(body, "title"));
    if (!made) return tl::unexpected(made.error());
    return {};
  }
  return fail(Code::invalid, "没有这个值：" + action.substr(0, 40), {},
              "可用：move、drop、split、merge、retitle、state");
}

Result<Response> arrange(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  if (!body.is_object()) return fail(Code::invalid, "应为 JSON 对象", {}, "{\"do\": \"move\", …}");
  return work_on_issue(x, text_in(body, "do"),
                       [&](Desk& desk, const Hand& hand) { return act(desk, body, hand); });
}

Result<Response> past(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  const std::lock_guard held(x.service.desks());
  const auto all = history(*folder);
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (auto it = all->rbegin(); it != all->rend(); ++it) {
    rows.push_back({{"at", it->at},
                    {"by", it->by},
                    {"did", it->did},
                    {"file", it->file},
                    {"before", it->before},
                    {"after", it->after}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

}  // namespace

std::vector<Route> desk_routes() {
  const Parameter id{"id", "name of the issue"}, item_id{"item", "id of an item of the issue"};
  return {
      {Method::get, "/api/v1/issues", Role::reader, issues,
       "Working issues, the latest period first", "IssueList", with_list({})},
      {Method::get,
       "/api/v1/issues/{id}",
       Role::reader,
       issue,
       "An issue: masthead, parts, items in order, what was dropped; its ETag names this version",
       "Issue",
       {id}},
      {Method::post,
       "/api/v1/issues/{id}/actions",
       Role::editor,
       arrange,
       "Arranges: move, drop, split, merge, retitle, state (docs/composing.md); needs If-Match",
       "Issue",
       {id},
       Body::json,
       "IssueAction"},
      {Method::get,
       "/api/v1/issues/{id}/items/{item}",
       Role::reader,
       item,
       "The text of an item with its facts and origins; its ETag names this version",
       "IssueItem",
       {id, item_id}},
      {Method::patch,
       "/api/v1/issues/{id}/items/{item}",
       Role::editor,
       edit,
       "Edits an item; needs If-Match, 412 where somebody was faster",
       "IssueItem",
       {id, item_id},
       Body::json,
       "IssueItemChange"},
      {Method::get, "/api/v1/issues/{id}/history", Role::reader, past,
       "Who did what when, the last first", "IssueHistory", with_list({id})},
  };
}

}  // namespace guanlan::serve
