// Timelines and subjects: what became of an instrument, campaign, case, app, authority or
// organisation; and what was decided of links.
#include <algorithm>
#include <map>

#include "guanlan/track.h"
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kMostSteps = 1000;

Result<SubjectType> type_of(std::string_view wanted) {
  if (const auto type = subject_type(wanted)) return *type;
  return fail(Code::invalid, "没有这种主体", std::string(wanted.substr(0, 80)),
              "可用：instrument、campaign、case、app、authority、org");
}

Json step_json(const Step& s) {
  return {{"date", s.date},          {"role", s.role},
          {"name", s.name},          {"item", s.item},
          {"title", s.title},        {"kind", s.kind},
          {"region", s.region},      {"text", s.text},
          {"page", s.place.page},    {"begin", s.place.span.begin},
          {"end", s.place.span.end}, {"link", s.link == 0 ? Json(nullptr) : Json(s.link)},
          {"also", s.also}};
}

Json link_json(const SubjectLink& l) {
  return {{"id", l.id},       {"type", name(l.type)},    {"one", l.one},
          {"other", l.other}, {"reason", l.reason},      {"score", l.score},
          {"state", l.state}, {"followed", l.followed()}};
}

// The latest steps where there are very many.
Json steps_json(const std::vector<Step>& steps) {
  Json out = Json::array();
  const std::size_t first = steps.size() > kMostSteps ? steps.size() - kMostSteps : 0;
  for (std::size_t i = first; i < steps.size(); ++i) out.push_back(step_json(steps[i]));
  return out;
}

Json timeline_json(const Timeline& timeline) {
  Json links = Json::array();
  for (const SubjectLink& link : timeline.links) links.push_back(link_json(link));
  return {{"type", name(timeline.type)},
          {"name", timeline.name},
          {"also", timeline.also},
          {"parent", timeline.parent.empty() ? Json(nullptr) : Json(timeline.parent)},
          {"parts", timeline.parts},
          {"total", timeline.steps.size()},
          {"steps", steps_json(timeline.steps)},
          {"links", std::move(links)}};
}

Result<Response> timeline(const Exchange& x) {
  TimelineQuery query;
  query.name = x.query("name");
  if (query.name.empty()) return fail(Code::invalid, "缺少参数 name");
  if (const std::string_view of = x.query("of"); !of.empty()) {
    const auto type = type_of(of);
    if (!type) return tl::unexpected(type.error());
    query.type = *type;
  }
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto found = (*reader)->tracker->timeline(query);
  if (!found) return tl::unexpected(found.error());
  return json_answer(timeline_json(*found));
}

Result<Response> subjects(const Exchange& x) {
  const std::string_view wanted = x.query("type");
  const auto type = type_of(wanted.empty() ? "authority" : wanted);
  if (!type) return tl::unexpected(type.error());
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto page = (*reader)->tracker->subjects(*type, x.query("q"), window->first, window->count);
  if (!page) return tl::unexpected(page.error());
  const auto date = [](const std::string& value) {
    return value.empty() ? Json(nullptr) : Json(value);
  };
  Json rows = Json::array();
  for (const SubjectRow& row : page->rows) {
    rows.push_back({{"name", row.name},
                    {"count", row.items},
                    {"first", date(row.first)},
                    {"last", date(row.last)}});
  }
  return json_answer(list_of(*window, std::move(rows), static_cast<std::size_t>(page->total)));
}

using Counts = std::map<std::string, std::int64_t>;

// Most frequent first; months in their order.
Json counts_json(const Counts& counts, bool by_value) {
  std::vector<std::pair<std::string, std::int64_t>> rows(counts.begin(), counts.end());
  if (!by_value)
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  Json out = Json::array();
  for (const auto& [value, count] : rows) out.push_back({{"value", value}, {"count", count}});
  return out;
}

void count_item(const StoredItem& item, Counts& kinds, Counts& regions, Counts& months) {
  constexpr std::size_t kMonth = 7;
  ++kinds[item.kind];
  if (item.event_date.size() >= kMonth) ++months[item.event_date.substr(0, kMonth)];
  const Json record = Json::parse(item.record, nullptr, false);
  if (!record.is_object() || !record.contains("regions") || !record["regions"].is_array()) return;
  std::vector<std::string> seen;
  for (const Json& region : record["regions"]) {
    if (!region.is_object()) continue;
    std::string path = region.value("path", "");
    path.resize(std::min(path.find('/'), path.size()));
    if (path.empty() || std::find(seen.begin(), seen.end(), path) != seen.end()) continue;
    ++regions[path];
    seen.push_back(std::move(path));
  }
}

Result<Response> subject(const Exchange& x) {
  const auto type = type_of(x.parts[0]);
  if (!type) return tl::unexpected(type.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto found = (*reader)->tracker->timeline({x.parts[1], *type});
  if (!found) return tl::unexpected(found.error());
  Counts kinds, regions, months;
  std::vector<std::int64_t> items;
  for (const Step& step : found->steps) {
    items.push_back(step.item);
    items.insert(items.end(), step.also.begin(), step.also.end());
  }
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  for (const std::int64_t id : items) {
    const auto item = (*reader)->store->item(id);
    if (item) count_item(*item, kinds, regions, months);
  }
  Json out = timeline_json(*found);
  out["kinds"] = counts_json(kinds, false);
  out["regions"] = counts_json(regions, false);
  out["months"] = counts_json(months, true);
  return json_answer(out);
}

Result<Response> links(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto all = (*reader)->tracker->links();
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (const SubjectLink& link : *all) rows.push_back(link_json(link));
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> decide(const Exchange& x) {
  const auto id = number_in(x.parts[0], "id");
  if (!id) return tl::unexpected(id.error());
  const Json wish = Json::parse(x.request.body, nullptr, false);
  const bool told = wish.is_object() && wish.contains("state") && wish["state"].is_string();
  const std::string state = told ? wish["state"].get<std::string>() : std::string();
  if (state != "accepted" && state != "undone")
    return fail(Code::invalid, "state 应是 accepted 或 undone");
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto link = (*reader)->tracker->decide(*id, state == "accepted");
  if (!link) return tl::unexpected(link.error());
  return json_answer(link_json(*link));
}

}  // namespace

std::vector<Route> track_routes() {
  const Parameter of{
      "of",
      "instrument, campaign, case, app, authority or org; needed where the name is of several"};
  return {
      {Method::get,
       "/api/v1/timeline",
       Role::reader,
       timeline,
       "What became of a subject, step by step, each with its quotation",
       "Timeline",
       {of, {"name", "official, short or former name; NAME@ITEM where several have it"}},
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/subjects",
       Role::reader,
       subjects,
       "Authorities, organisations, apps …, most items first",
       "SubjectList",
       with_list({{"type", "authority (default), org, app, instrument, campaign, case"},
                  {"q", "a part of the name"}}),
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/subjects/{type}/{name}",
       Role::reader,
       subject,
       "The timeline of one, with counts by kind, region and month",
       "Subject",
       {{"type", "authority, org, app …"}, {"name", "its name"}},
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/links",
       Role::reader,
       links,
       "Subjects that may be one: reason, score, whether timelines follow it",
       "LinkList",
       list_parameters(),
       Body::none,
       {},
       Pace::slow},
      {Method::put,
       "/api/v1/links/{id}",
       Role::editor,
       decide,
       "Accepts a link or undoes it",
       "Link",
       {{"id", "number of the link", "integer"}},
       Body::json,
       "LinkDecision",
       Pace::slow},
  };
}

}  // namespace guanlan::serve
