#include "cli/inputs.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <thread>

#include "cli/messages.h"

namespace guanlan::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Files below a folder; links to folders are not followed, so that no loop can be met.
void walk(const fs::path& folder, const Call& call, Inputs& out) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!is_hidden(it->path())) entries.push_back(it->path());
  }
  if (error) {
    out.failures.push_back({Code::io, error.message(), folder.string(), {}});
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    if (call.interrupted()) return;
    const fs::file_status plain = fs::symlink_status(entry, error);
    if (fs::is_directory(plain)) {
      walk(entry, call, out);
    } else if (fs::is_regular_file(fs::status(entry, error))) {
      out.files.push_back({entry, entry.string()});
    }
  }
}

}  // namespace

Inputs expand(const Call& call, const std::vector<std::string>& names) {
  Inputs out;
  for (const std::string& name : names) {
    std::error_code error;
    if (name != "-" && fs::is_directory(name, error)) {
      const std::size_t before = out.files.size() + out.failures.size();
      walk(name, call, out);
      if (before == out.files.size() + out.failures.size()) {
        out.failures.push_back({Code::not_found, say(call.language, Say::empty_folder), name, {}});
      }
    } else {
      out.files.push_back({name, name == "-" ? say(call.language, Say::stdin_name) : name});
    }
  }
  return out;
}

std::string name_of(const Input& input) {
  return input.is_stdin() ? "-" : input.path.filename().string();
}

Result<std::string> bytes_of(const Call& call, const Input& input) {
  if (!input.is_stdin()) return load(input.path);
  const std::size_t limit = ReadOptions().max_bytes;
  std::string bytes;
  std::vector<char> block(1 << 16);
  while (call.env.in.read(block.data(), static_cast<std::streamsize>(block.size())),
         call.env.in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(call.env.in.gcount()));
    if (bytes.size() > limit) break;  // read_bytes refuses it with its reason
  }
  return bytes;
}

Result<std::vector<Source>> sources_of(const Call& call, const Input& input) {
  auto bytes = bytes_of(call, input);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return read_bytes(*bytes, name_of(input));
}

OptionSpec jobs_option() {
  return {
      "--jobs",
      "N",
      {"同时读几个文件；默认每个处理器核一个。结果与次序不因此改变",
       "how many files are read at once, one for every core by default; results and their order stay the same"}};
}

Result<std::size_t> jobs_of(const Call& call) {
  constexpr long kMost = 256;
  if (!call.args.has("--jobs")) return std::max(1u, std::thread::hardware_concurrency());
  const long jobs = call.args.number("--jobs").value_or(0);
  if (jobs < 1) {
    return fail(Code::invalid,
                say(call.language, Say::bad_number, "--jobs", call.args.value("--jobs")));
  }
  return static_cast<std::size_t>(std::min(jobs, kMost));
}

std::unique_lock<std::mutex> alone_if_large(const std::string& bytes) {
  static std::mutex mutex;
  constexpr std::size_t kLarge = 8u << 20;
  return bytes.size() >= kLarge ? std::unique_lock(mutex) : std::unique_lock<std::mutex>();
}

void give_hint(Error& error) {
  if (!error.hint.empty()) return;
  switch (error.code) {
    case Code::damaged:
      error.hint = "重新获取文件，或从原件另存";
      return;
    case Code::unsupported:
      error.hint = "换成支持的格式再试；guanlan doctor 列出缺少的程序";
      return;
    case Code::io:
      error.hint = "请检查磁盘、权限与 guanlan doctor，再试一次";
      return;
    default:
      return;
  }
}

void complain(const Call& call, const Error& error) {
  call.env.err << report(call.language, error);
}

void complain(const Call& call, Error error, const Input& input) {
  if (error.place.empty() || error.place == name_of(input)) {
    error.place = input.shown;
  } else if (error.place.find(input.shown) == std::string::npos) {
    error.place = input.shown + ": " + error.place;
  }
  complain(call, error);
}

int refused(const Call& call, const Error& error) {
  complain(call, error);
  return error.code == Code::invalid || error.code == Code::conflict ? exit_code::kUsage
                                                                     : exit_code::kInputs;
}

int verdict(const Call& call, std::size_t failed, std::size_t all) {
  if (call.interrupted()) {
    call.env.err << say(call.language, Say::interrupted) << '\n';
    return exit_code::kInterrupted;
  }
  if (failed == 0) return exit_code::kFine;
  if (all > 1) call.env.err << say(call.language, Say::failed_inputs, failed, all) << '\n';
  return exit_code::kInputs;
}

}  // namespace guanlan::cli
