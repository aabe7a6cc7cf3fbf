// Imports in the background: uploaded files are read one after the other, and whoever watches is
// told of each step.
//
// Safe to call from several threads. A job and what happened in it are kept until kKept newer ones
// have ended.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "serve/pipe.h"

namespace guanlan::serve {

struct Upload {
  std::string name;  // the last part of the name it was sent under
  std::string bytes;
};

enum class FileState : std::uint8_t { waiting, reading, done, known, failed };
[[nodiscard]] std::string_view name(FileState state);

struct FileProgress {
  std::string file;
  FileState state = FileState::waiting;
  int items = 0;
  std::string code, message, hint;  // of a failure
  std::string document = {};        // digest, once it is stored
};

struct JobView {
  std::string id;
  std::string user;
  std::string started;  // ISO 8601, UTC
  bool ended = false;
  std::vector<FileProgress> files;
};

class Jobs {
 public:
  // `files` all waiting. Ids cannot be guessed.
  [[nodiscard]] std::string open(std::string user, std::string started,
                                 std::vector<std::string> files);
  void update(const std::string& id, std::size_t file, FileProgress progress);
  void end(const std::string& id);

  [[nodiscard]] std::optional<JobView> find(std::string_view id) const;
  [[nodiscard]] std::vector<JobView> all() const;  // newest first
  // Everything that happened after event `after`, then what happens from now on; ends with the
  // job. Nothing where there is no such job, or kWatchers watch already.
  [[nodiscard]] std::shared_ptr<Pipe> watch(std::string_view id, std::size_t after);
  [[nodiscard]] std::size_t watchers() const;
  void beat();  // tells idle watchers that the server is alive
  void stop();  // ends all streams

  static constexpr std::size_t kKept = 100, kWatchers = 1000;

 private:
  struct Job {
    JobView view;
    std::uint64_t number = 0;
    std::vector<std::string> events;
    std::vector<std::shared_ptr<Pipe>> watchers;
  };
  Job* job(std::string_view id);
  void tell(Job& job, std::string event);
  void forget_old();
  std::size_t live_watchers();

  mutable std::mutex lock_;
  std::map<std::string, Job, std::less<>> jobs_;
  std::uint64_t number_ = 0;
  bool stopped_ = false;
};

}  // namespace guanlan::serve
