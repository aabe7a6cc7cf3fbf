#include "serve/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "serve/secret.h"

namespace guanlan::serve {
namespace {

using EventJson = nlohmann::ordered_json;

// Without a kind it is a message, as browsers call it.
std::string event_text(std::size_t number, std::string_view kind, const EventJson& data) {
  const std::string named = kind.empty() ? "" : fmt::format("event: {}\n", kind);
  return fmt::format("id: {}\n{}data: {}\n\n", number, named,
                     data.dump(-1, ' ', false, EventJson::error_handler_t::replace));
}

EventJson to_json(const FileProgress& file) {
  return {{"file", file.file},        {"state", name(file.state)}, {"items", file.items},
          {"code", file.code},        {"message", file.message},   {"hint", file.hint},
          {"document", file.document}};
}

}  // namespace

std::string_view name(FileState state) {
  constexpr std::string_view kNames[] = {"waiting", "reading", "done", "known", "failed"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string Jobs::open(std::string user, std::string started, std::vector<std::string> files) {
  const std::lock_guard held(lock_);
  const std::string id = random_token(12);
  Job& job = jobs_[id];
  job.number = ++number_;
  job.view = {id, std::move(user), std::move(started), false, {}};
  for (std::string& file : files) {
    job.view.files.push_back({std::move(file), FileState::waiting, 0, {}, {}, {}});
    tell(job, event_text(job.events.size() + 1, "", to_json(job.view.files.back())));
  }
  forget_old();
  return id;
}

void Jobs::update(const std::string& id, std::size_t file, FileProgress progress) {
  const std::lock_guard held(lock_);
  Job* found = job(id);
  if (found == nullptr || file >= found->view.files.size()) return;
  tell(*found, event_text(found->events.size() + 1, "", to_json(progress)));
  found->view.files[file] = std::move(progress);
}

void Jobs::end(const std::string& id) {
  const std::lock_guard held(lock_);
  Job* found = job(id);
  if (found == nullptr) return;
  found->view.ended = true;
  tell(*found, event_text(found->events.size() + 1, "end", {{"job", id}}));
  for (const auto& watcher : found->watchers) watcher->close();
  found->watchers.clear();
}

std::optional<JobView> Jobs::find(std::string_view id) const {
  const std::lock_guard held(lock_);
  const auto it = jobs_.find(id);
  return it == jobs_.end() ? std::nullopt : std::optional(it->second.view);
}

std::vector<JobView> Jobs::all() const {
  const std::lock_guard held(lock_);
  std::vector<const Job*> order;
  for (const auto& [id, job] : jobs_) order.push_back(&job);
  std::sort(order.begin(), order.end(),
            [](const Job* a, const Job* b) { return a->number > b->number; });
  std::vector<JobView> out;
  for (const Job* job : order) out.push_back(job->view);
  return out;
}

std::shared_ptr<Pipe> Jobs::watch(std::string_view id, std::size_t after) {
  const std::lock_guard held(lock_);
  Job* found = job(id);
  if (found == nullptr || stopped_ || live_watchers() >= kWatchers) return nullptr;
  auto pipe = std::make_shared<Pipe>();
  pipe->offer("retry: 2000\n\n");
  for (std::size_t i = after; i < found->events.size(); ++i) pipe->offer(found->events[i]);
  if (found->view.ended) {
    pipe->close();
  } else {
    found->watchers.push_back(pipe);
  }
  return pipe;
}

std::size_t Jobs::watchers() const {
  const std::lock_guard held(lock_);
  std::size_t count = 0;
  for (const auto& [id, job] : jobs_) count += job.watchers.size();
  return count;
}

void Jobs::beat() {
  const std::lock_guard held(lock_);
  live_watchers();
  for (auto& [id, job] : jobs_) {
    for (const auto& watcher : job.watchers) watcher->offer(": still here\n\n");
  }
}

void Jobs::stop() {
  const std::lock_guard held(lock_);
  stopped_ = true;
  for (auto& [id, job] : jobs_) {
    for (const auto& watcher : job.watchers) watcher->close();
    job.watchers.clear();
  }
}

Jobs::Job* Jobs::job(std::string_view id) {
  const auto it = jobs_.find(id);
  return it == jobs_.end() ? nullptr : &it->second;
}

void Jobs::tell(Job& job, std::string event) {
  for (const auto& watcher : job.watchers) watcher->offer(event);
  job.events.push_back(std::move(event));
}

void Jobs::forget_old() {
  while (jobs_.size() > kKept) {
    auto oldest = jobs_.end();
    for (auto it = jobs_.begin(); it != jobs_.end(); ++it) {
      if (it->second.view.ended &&
          (oldest == jobs_.end() || it->second.number < oldest->second.number)) {
        oldest = it;
      }
    }
    if (oldest == jobs_.end()) return;
    jobs_.erase(oldest);
  }
}

// Those whose readers have left are dropped on the way.
std::size_t Jobs::live_watchers() {
  std::size_t count = 0;
  for (auto& [id, job] : jobs_) {
    std::erase_if(job.watchers, [](const auto& watcher) { return watcher->abandoned(); });
    count += job.watchers.size();
  }
  return count;
}

}  // namespace guanlan::serve
