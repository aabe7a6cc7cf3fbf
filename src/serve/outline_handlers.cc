// Working issues: what stands above the items – masthead, parts with leads and keywords – and
// drafts of leads and summaries by a configured model.
#include <fmt/format.h>

#include <algorithm>

#include "guanlan/draft.h"
#include "serve/desk.h"
#include "serve/service.h"
#include "text/iso_date.h"
#include "text/trim.h"

namespace guanlan::serve {
namespace {

using namespace compose;

// A text in one line; what is absent stays.
Result<void> take_text(const Json& body, const char* key, std::string& to) {
  const auto it = body.find(key);
  if (it == body.end()) return {};
  if (!it->is_string())
    return fail(Code::invalid, std::string("应为文字：") + key, {}, "见 /openapi.json");
  to = it->get<std::string>();
  for (char& c : to) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  to = std::string(trim(to));
  return {};
}

// A list of objects, each read into one more of `to`; what is absent stays.
template <class T, class F>
Result<void> take_list(const Json& body, const char* key, std::vector<T>& to, const F& read) {
  const auto it = body.find(key);
  if (it == body.end()) return {};
  if (!it->is_array())
    return fail(Code::invalid, std::string("应为列表：") + key, {}, "见 /openapi.json");
  std::vector<T> out;
  for (const Json& one : *it) {
    auto value = read(one);
    if (!value) return tl::unexpected(std::move(value.error()));
    out.push_back(std::move(*value));
  }
  to = std::move(out);
  return {};
}

Result<std::pair<std::string, std::string>> body_of(const Json& one) {
  std::pair<std::string, std::string> out{text_in(one, "role"), text_in(one, "name")};
  if (out.first.empty() || out.second.empty())
    return fail(Code::invalid, "缺少 role、name", "bodies");
  return out;
}

Result<Person> person_of(const Json& one) {
  Person out{text_in(one, "role"), text_in(one, "name"), text_in(one, "office")};
  if (out.name.empty()) return fail(Code::invalid, "缺少 name", "people");
  return out;
}

Result<void> take_masthead(const Json& body, Outline& outline) {
  if (!body.is_object()) return fail(Code::invalid, "应为键值对", "masthead", "见 /openapi.json");
  Masthead& m = outline.masthead;
  for (const auto& [key, text] : {std::pair{"name", &m.name},
                                  {"latin", &outline.masthead_latin},
                                  {"cadence", &outline.cadence},
                                  {"issue", &m.issue},
                                  {"running_number", &m.running_number},
                                  {"date", &m.date},
                                  {"statement", &m.statement}}) {
    if (auto taken = take_text(body, key, *text); !taken) return taken;
  }
  if (!m.date.empty() && !is_record_date(m.date)) {
    return fail(Code::invalid, "不是日期：" + m.date.substr(0, 40), {},
                "2024-05-15、2024-05 或 2024");
  }
  if (auto taken = take_list(body, "bodies", m.bodies, body_of); !taken) return taken;
  return take_list(body, "people", m.people, person_of);
}

// A sentence without an item is somebody's own: the caller's where nobody is named.
Result<void> take_part(const Json& body, Desk& desk, const Hand& hand) {
  const std::string id = text_in(body, "id");
  auto& parts = desk.outline.parts;
  const auto part =
      std::find_if(parts.begin(), parts.end(), [&](const compose::Part& p) { return p.id == id; });
  if (part == parts.end()) return fail(Code::not_found, "没有这个栏目：" + id.substr(0, 40));
  if (auto taken = take_text(body, "label", part->label); !taken) return taken;
  if (auto taken = take_text(body, "title", part->title); !taken) return taken;
  if (part->title.empty()) return fail(Code::invalid, "标题为空", id, "写出标题");
  auto taken =
      take_list(body, "keywords", part->keywords, [](const Json& one) -> Result<std::string> {
        if (!one.is_string() || trim(one.get_ref<const std::string&>()).empty()) {
          return fail(Code::invalid, "应为文字：keywords", {}, "见 /openapi.json");
        }
        return std::string(trim(one.get_ref<const std::string&>()));
      });
  if (!taken) return taken;
  return take_list(body, "lead", part->lead, [&](const Json& one) -> Result<LeadSentence> {
    LeadSentence out{text_in(one, "item"), {}, text_in(one, "by")};
    if (auto text = take_text(one, "text", out.text); !text)
      return tl::unexpected(std::move(text.error()));
    if (out.text.empty()) return fail(Code::invalid, "缺少 text", "lead");
    if (!out.item.empty() && !desk.items.contains(out.item)) {
      return fail(Code::not_found, "没有这个条目：" + out.item.substr(0, 40));
    }
    if (out.item.empty() && out.by.empty()) out.by = hand.by;
    return out;
  });
}

Result<void> take_change(const Json& body, Desk& desk, const Hand& hand) {
  if (body.contains("masthead")) {
    if (auto taken = take_masthead(body["masthead"], desk.outline); !taken) return taken;
  }
  if (!body.contains("parts")) return {};
  if (!body["parts"].is_array())
    return fail(Code::invalid, "应为列表：parts", {}, "见 /openapi.json");
  for (const Json& one : body["parts"]) {
    if (auto taken = take_part(one, desk, hand); !taken) return taken;
  }
  return {};
}

Result<Response> change_outline(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  if (!body.is_object())
    return fail(Code::invalid, "应为 JSON 对象", {}, "{\"masthead\": {…}, \"parts\": […]}");
  return work_on_issue(x, "outline",
                       [&](Desk& desk, const Hand& hand) { return take_change(body, desk, hand); });
}

Result<Response> draft(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  const std::string id = text_in(body, "of");
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  const auto desk = opened(x.service, *folder);
  if (!desk) return tl::unexpected(desk.error());
  auto text = draft_for(*desk, id, x.service.options().drafts);
  if (!text) return tl::unexpected(std::move(text.error()));
  return json_answer({{"text", *text}});
}

}  // namespace

std::vector<Route> outline_routes() {
  const Parameter id{"id", "name of the issue"};
  return {
      {Method::patch,
       "/api/v1/issues/{id}",
       Role::editor,
       change_outline,
       "Changes masthead and parts: titles, leads, keywords; needs If-Match, 412 where somebody was faster",
       "Issue",
       {id},
       Body::json,
       "IssueChange"},
      {Method::post,
       "/api/v1/issues/{id}/drafts",
       Role::editor,
       draft,
       "Has the configured model draft the lead of a part or the summary of an item; nothing is written, and a "
       "draft that says more than its items is refused",
       "IssueDraft",
       {id},
       Body::json,
       "IssueDraftRequest",
       Pace::slow},
  };
}

}  // namespace guanlan::serve
