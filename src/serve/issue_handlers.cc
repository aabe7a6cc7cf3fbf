// Working issues: what takes longer – composing, the gate, rendering – and what was rendered.
#include "guanlan/check.h"
#include "guanlan/observations.h"
#include "serve/desk.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

using namespace compose;

Result<Response> compose_issue(const Exchange& x) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  const auto period = Period::parse(text_in(body, "period"));
  if (!period) return tl::unexpected(period.error());
  const std::string style = text_in(body, "style").empty() ? "monthly" : text_in(body, "style");
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const Store& store = *(*reader)->store;
  auto observations =
      ObservationStore::open(x.service.options().database, x.service.options().clock);
  if (!observations) return tl::unexpected(std::move(observations.error()));
  if (auto done = observations->catch_up(store); !done)
    return tl::unexpected(std::move(done.error()));
  auto fresh = gather(store, templates_of(x.service), style, *period, {{}, false, &*observations});
  if (!fresh) return tl::unexpected(std::move(fresh.error()));
  const std::string name = period->name + "-" + style;
  const std::lock_guard held(x.service.desks());
  const auto changes = lay_in(issues_root(x.service) / name, std::move(*fresh), hand_of(x));
  if (!changes) return tl::unexpected(changes.error());
  Json rows = Json::array();
  for (const Change& c : *changes) {
    rows.push_back({{"what", c.what}, {"item", c.item}, {"title", c.title}, {"detail", c.detail}});
  }
  Response out = json_answer({{"name", name}, {"changes", std::move(rows)}}, 201);
  out.with("Location", "/api/v1/issues/" + percent_encoded(name));
  return out;
}

Result<Verdict> verdict_of(Service& service, const std::filesystem::path& folder,
                           const Desk& desk) {
  auto reader = service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  GateOptions options;
  if (!(*reader)->laws.empty()) options.laws = &(*reader)->laws;
  return gate(folder, desk, templates_of(service), options);
}

Result<Response> check_issue(const Exchange& x) {
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  const auto desk = opened(x.service, *folder);
  if (!desk) return tl::unexpected(desk.error());
  const auto verdict = verdict_of(x.service, *folder, *desk);
  if (!verdict) return tl::unexpected(verdict.error());
  return json_answer(verdict_json(*verdict));
}

struct RenderRequest {
  std::vector<Output> outputs;
  bool draft = false;
};
Result<RenderRequest> render_request(const Json& body) {
  RenderRequest out;
  out.draft = body.is_object() && body.contains("draft") && body["draft"] == true;
  for (const Json& one :
       body.is_object() && body.contains("outputs") ? body["outputs"] : Json::array()) {
    for (const Output output :
         {Output::markdown, Output::html, Output::docx, Output::pdf, Output::wechat}) {
      if (one == std::string(name(output))) out.outputs.push_back(output);
    }
  }
  if (out.outputs.empty())
    return fail(Code::invalid, "没有这种输出", {}, "md、html、docx、pdf、wechat");
  return out;
}

std::string output_label(Output output) { return std::string(name(output)); }

// One output after the other, each whole in the folder's out/ before the next begins.
void render_all(Service& service, const std::string& job, const std::filesystem::path& folder,
                const Desk& desk, const RenderRequest& request) {
  const auto verdict = verdict_of(service, folder, desk);
  for (std::size_t i = 0; i < request.outputs.size(); ++i) {
    const Output output = request.outputs[i];
    FileProgress progress{output_label(output), FileState::reading, 0, {}, {}, {}};
    service.jobs().update(job, i, progress);
    Result<void> done;
    if (!verdict) {
      done = tl::unexpected(verdict.error());
    } else if (!request.draft && !verdict->obstacles.empty()) {
      done = fail(Code::conflict, "未过关口，没有输出", {}, "先处理校对列出的各项，或输出草稿");
    } else {
      auto files =
          render(folder, desk, templates_of(service), verdict->colophon, {{output}, request.draft});
      if (!files) {
        done = tl::unexpected(std::move(files.error()));
      } else {
        done = write_files(folder / "out", *files);
        progress.document = files->front().first;
      }
    }
    progress.state = done ? FileState::done : FileState::failed;
    if (!done) {
      progress.code = name(done.error().code);
      progress.message = done.error().message;
      progress.hint = done.error().hint;
    }
    service.jobs().update(job, i, progress);
  }
  service.jobs().end(job);
}

Result<Response> render_issue(const Exchange& x) {
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  auto request = render_request(Json::parse(x.request.body, nullptr, false));
  if (!request) return tl::unexpected(std::move(request.error()));
  auto desk = opened(x.service, *folder);
  if (!desk) return tl::unexpected(std::move(desk.error()));
  std::vector<std::string> names;
  for (const Output output : request->outputs) names.push_back(output_label(output));
  const std::string job = x.service.jobs().open(x.caller.user, x.service.now(), names);
  Service& service = x.service;
  const bool taken =
      service.renderer().post([&service, job, where = *folder, what = std::move(*desk),
                               how = *request] { render_all(service, job, where, what, how); },
                              16);
  if (!taken) {
    service.jobs().end(job);
    return fail(Code::conflict, "等待输出的刊物太多", {}, "稍后再试");
  }
  Response out = json_answer({{"job", job}}, 202);
  out.with("Location", "/api/v1/jobs/" + job);
  return out;
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && !name.starts_with('.') &&
         name.find_first_of(std::string_view("/\\\0", 3)) == std::string::npos;
}

Result<Response> rendered(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  std::map<std::string, std::uintmax_t> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(*folder / "out", error)) {
    if (entry.is_regular_file(error))
      files[entry.path().filename().string()] = entry.file_size(error);
  }
  Json rows = Json::array();
  for (const auto& [name, size] : files) rows.push_back({{"file", name}, {"size", size}});
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> download(const Exchange& x) {
  const auto folder = issue_folder(x);
  if (!folder) return tl::unexpected(folder.error());
  if (!is_plain_name(x.parts[1]))
    return fail(Code::invalid, "没有这个文件", x.parts[1].substr(0, 80));
  auto bytes = load((*folder / "out" / x.parts[1]).string());
  if (!bytes) return fail(Code::not_found, "没有这个文件", x.parts[1].substr(0, 80), "先输出");
  Response out{200, "application/octet-stream", std::move(*bytes)};
  out.with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(x.parts[1]));
  return out;
}

}  // namespace

std::vector<Route> issue_routes() {
  const Parameter id{"id", "name of the issue"}, file{"file", "name of a rendered file"};
  return {
      {Method::post,
       "/api/v1/issues",
       Role::editor,
       compose_issue,
       "Composes the issue of a period and style; where it is there, new records are laid in and what people "
       "changed stays",
       "Composed",
       {},
       Body::json,
       "ComposeRequest",
       Pace::slow},
      {Method::get,
       "/api/v1/issues/{id}/check",
       Role::reader,
       check_issue,
       "What stands between the issue and its publication",
       "IssueVerdict",
       {id},
       Body::none,
       {},
       Pace::slow},
      {Method::post,
       "/api/v1/issues/{id}/render",
       Role::editor,
       render_issue,
       "Renders in the background; without `draft` only past the gate",
       "Job",
       {id},
       Body::json,
       "RenderRequest"},
      {Method::get, "/api/v1/issues/{id}/files", Role::reader, rendered, "What was rendered",
       "IssueFileList", with_list({id})},
      {Method::get,
       "/api/v1/issues/{id}/files/{file}",
       Role::reader,
       download,
       "A rendered file",
       "application/octet-stream",
       {id, file},
       Body::none,
       {},
       Pace::slow},
  };
}

}  // namespace guanlan::serve
