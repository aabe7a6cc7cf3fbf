#include "serve/desk.h"

#include "read/digest.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Json item_row(const compose::Desk& desk, const std::string& id) {
  const auto it = desk.items.find(id);
  if (it == desk.items.end()) return {{"id", id}, {"title", ""}};
  const compose::Item& item = it->second;
  return {{"id", id},
          {"title", item.title},
          {"kind", item.kind},
          {"event_date", item.event_date},
          {"sources", item.sources},
          {"state", name(state_of(item))}};
}

Json item_rows(const compose::Desk& desk, const std::vector<std::string>& ids) {
  Json out = Json::array();
  for (const std::string& id : ids) out.push_back(item_row(desk, id));
  return out;
}

Json part_json(const compose::Desk& desk, const compose::Part& part) {
  Json lead = Json::array(), sections = Json::array();
  for (const compose::LeadSentence& s : part.lead) {
    lead.push_back({{"item", s.item}, {"text", s.text}, {"by", s.by}});
  }
  for (const compose::Section& s : part.sections) {
    sections.push_back({{"id", s.id}, {"title", s.title}, {"items", item_rows(desk, s.items)}});
  }
  return {{"id", part.id},
          {"label", part.label},
          {"title", part.title},
          {"lead", std::move(lead)},
          {"keywords", part.keywords},
          {"items", item_rows(desk, part.items)},
          {"sections", std::move(sections)}};
}

Json masthead_json(const compose::Outline& outline) {
  const Masthead& m = outline.masthead;
  Json bodies = Json::array(), people = Json::array();
  for (const auto& [role, name] : m.bodies) bodies.push_back({{"role", role}, {"name", name}});
  for (const Person& p : m.people)
    people.push_back({{"role", p.role}, {"name", p.name}, {"office", p.office}});
  return {{"name", m.name},
          {"latin", outline.masthead_latin},
          {"cadence", outline.cadence},
          {"issue", m.issue},
          {"running_number", m.running_number},
          {"date", m.date},
          {"bodies", std::move(bodies)},
          {"people", std::move(people)},
          {"statement", m.statement}};
}

Json marks_json(const std::vector<compose::Mark>& marks) {
  Json out = Json::array();
  for (const compose::Mark& m : marks)
    out.push_back({{"state", name(m.state)}, {"by", m.by}, {"at", m.at}});
  return out;
}

}  // namespace

std::filesystem::path issues_root(const Service& service) {
  const Options& options = service.options();
  return options.issues.empty() ? options.database.parent_path() / "issues" : options.issues;
}

Result<std::filesystem::path> issue_folder(const Exchange& x) {
  const std::string& name = x.parts[0];
  if (name.starts_with('.') || name.find_first_of("/\\") != std::string::npos ||
      name.find('\0') != std::string::npos) {
    return fail(Code::invalid, "没有这样的刊物名", name.substr(0, 80));
  }
  auto folder = issues_root(x.service) / name;
  std::error_code error;
  if (std::filesystem::exists(folder / "issue.yaml", error)) return folder;
  return fail(Code::not_found, "没有这一期刊物", name.substr(0, 80));
}

compose::Templates templates_of(const Service& service) { return {service.options().templates}; }

compose::Hand hand_of(const Exchange& x) {
  return {x.caller.user.empty() ? "local" : x.caller.user, x.service.options().clock};
}

Result<compose::Desk> opened(Service& service, const std::filesystem::path& folder) {
  const std::lock_guard held(service.desks());
  return compose::open_desk(folder);
}

Result<Response> work_on_issue(
    const Exchange& x, std::string_view did,
    const std::function<Result<void>(compose::Desk&, const compose::Hand&)>& work) {
  const std::lock_guard held(x.service.desks());
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  const auto lock = compose::DeskLock::take(*folder);
  if (!lock) return tl::unexpected(lock.error());
  auto desk = compose::open_desk(*folder);
  if (!desk) return tl::unexpected(std::move(desk.error()));
  if (auto refusal = collision(x, tag_of(*desk))) return std::move(*refusal);
  const compose::Hand hand = hand_of(x);
  if (auto done = work(*desk, hand); !done) return tl::unexpected(std::move(done.error()));
  if (auto saved = save_desk(*folder, *desk, hand, did); !saved)
    return tl::unexpected(std::move(saved.error()));
  Response out = issue_answer(x, *desk);
  out.with("ETag", out.etag);
  return out;
}

Response issue_answer(const Exchange& x, const compose::Desk& desk) {
  Json body = issue_json(x.parts[0], desk);
  body["drafting"] = !x.service.options().drafts.endpoint.empty();
  Response out = json_answer(body);
  out.etag = tag_of(desk);
  return out;
}

std::string tag_of(const compose::Desk& desk) { return '"' + compose::revision(desk) + '"'; }
std::string tag_of(const compose::Item& item) { return '"' + compose::revision(item) + '"'; }

std::optional<Response> collision(const Exchange& x, const std::string& tag) {
  const std::string_view known = x.request.headers.header("If-Match");
  if (known.find(tag) != std::string_view::npos) return std::nullopt;
  if (known.empty()) {
    return x.service.refused(
        {"condition_required", "没有说改的是哪个版本", {}, "先读出，再带上它的 ETag"}, x.request);
  }
  return x.service.refused({"precondition", "读出之后已有人改动", {}, "重新读出，再改一次"},
                           x.request);
}

Json issue_row(const std::string& name, const compose::Desk& desk) {
  const Masthead& m = desk.outline.masthead;
  return {{"name", name},
          {"period", desk.outline.period},
          {"style", desk.outline.style},
          {"title", m.name},
          {"issue", m.issue},
          {"date", m.date},
          {"items", seated(desk.outline).size()},
          {"state", compose::name(state_of(desk))}};
}

Json issue_json(const std::string& name, const compose::Desk& desk) {
  Json out = issue_row(name, desk);
  Json parts = Json::array(), dropped = Json::array();
  for (const compose::Part& part : desk.outline.parts) parts.push_back(part_json(desk, part));
  for (const compose::Dropped& d : desk.outline.dropped) {
    const auto it = desk.items.find(d.item);
    dropped.push_back({{"id", d.item},
                       {"title", it == desk.items.end() ? "" : it->second.title},
                       {"by", d.by},
                       {"why", d.why}});
  }
  out["masthead"] = masthead_json(desk.outline);
  out["parts"] = std::move(parts);
  out["dropped"] = std::move(dropped);
  out["marks"] = marks_json(desk.outline.marks);
  return out;
}

Json desk_item_json(const compose::Item& item) {
  Json origins = Json::array(), facts = Json::array(), words = Json::array();
  for (const compose::Origin& o : item.origins) {
    origins.push_back({{"document", o.document}, {"file", o.file}, {"entry", o.entry}, {"n", o.n}});
  }
  for (const compose::Value& v : item.facts) {
    facts.push_back({{"field", v.field},
                     {"value", v.value},
                     {"text", v.text},
                     {"page", v.page},
                     {"begin", v.at.begin},
                     {"end", v.at.end},
                     {"origin", v.origin}});
  }
  for (const compose::Word& w : item.words)
    words.push_back({{"text", w.text}, {"by", w.by}, {"note", w.note}});
  return {{"id", item.id},
          {"title", item.title},
          {"kind", item.kind},
          {"event_date", item.event_date},
          {"sources", item.sources},
          {"summary", item.summary},
          {"body", item.body},
          {"state", name(state_of(item))},
          {"marks", marks_json(item.marks)},
          {"origins", std::move(origins)},
          {"facts", std::move(facts)},
          {"words", std::move(words)}};
}

Json verdict_json(const compose::Verdict& verdict) {
  Json obstacles = Json::array(), not_run = Json::array();
  for (const compose::Obstacle& o : verdict.obstacles) {
    obstacles.push_back(
        {{"item", o.item}, {"rule", o.rule}, {"message", o.message}, {"text", o.text}});
  }
  const compose::Colophon& c = verdict.colophon;
  for (const auto& [rule, why] : c.not_run) not_run.push_back({{"rule", rule}, {"why", why}});
  return {{"obstacles", std::move(obstacles)},
          {"rules_run", c.rules_run},
          {"warnings", c.warnings},
          {"notes", c.notes},
          {"items", c.items},
          {"figures", c.figures},
          {"words", c.words},
          {"not_run", std::move(not_run)}};
}

std::string text_in(const Json& body, const char* key) {
  if (!body.is_object()) return {};
  const auto it = body.find(key);
  return it != body.end() && it->is_string() ? it->get<std::string>() : std::string();
}

}  // namespace guanlan::serve
