// Imports: how far they are, and word of each step as it happens.
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

Json job_json(const JobView& job) {
  Json files = Json::array();
  for (const FileProgress& file : job.files) {
    files.push_back({{"file", file.file},
                     {"state", name(file.state)},
                     {"items", file.items},
                     {"code", file.code},
                     {"message", file.message},
                     {"hint", file.hint},
                     {"document", file.document}});
  }
  return {{"job", job.id},
          {"user", job.user},
          {"started", job.started},
          {"ended", job.ended},
          {"files", std::move(files)}};
}

tl::unexpected<Error> unknown(const Exchange& x) {
  return fail(Code::not_found, "没有这个导入，或它已结束很久", x.parts[0].substr(0, 80));
}

Result<Response> jobs(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  Json rows = Json::array();
  for (const JobView& job : x.service.jobs().all()) rows.push_back(job_json(job));
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> job(const Exchange& x) {
  const auto found = x.service.jobs().find(x.parts[0]);
  if (!found) return unknown(x);
  return json_answer(job_json(*found));
}

Result<Response> events(const Exchange& x) {
  if (!x.service.jobs().find(x.parts[0])) return unknown(x);
  const auto last = number_in(x.request.headers.header("Last-Event-ID"), "Last-Event-ID");
  auto pipe = x.service.jobs().watch(x.parts[0], last ? static_cast<std::size_t>(*last) : 0);
  if (!pipe) return fail(Code::conflict, "打开的事件流太多", {}, "关掉不用的页面后再试");
  Response out{200, "text/event-stream", {}};
  out.stream = std::move(pipe);
  out.with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
  return out;
}

}  // namespace

std::vector<Route> job_routes() {
  const Parameter id{"id", "of the job, as the upload answered"};
  return {
      {Method::get, "/api/v1/jobs", Role::editor, jobs, "Imports, the newest first", "JobList",
       with_list({})},
      {Method::get,
       "/api/v1/jobs/{id}",
       Role::editor,
       job,
       "One import, file by file",
       "JobState",
       {id}},
      {Method::get,
       "/api/v1/jobs/{id}/events",
       Role::editor,
       events,
       "Server-sent events: one a step of a file (the schema FileState), `end` at the end; "
       "Last-Event-ID goes on after a break",
       "text/event-stream",
       {id}},
  };
}

}  // namespace guanlan::serve
