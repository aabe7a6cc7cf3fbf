#include "read/child.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

namespace guanlan {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMaxErr = 64u << 10;
constexpr int kFirstFreeFd = 10;  // above the descriptors that the child is given

class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    reset();
    fd_ = std::exchange(other.fd_, -1);
    return *this;
  }
  ~Fd() { reset(); }
  [[nodiscard]] int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }
  void reset() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

// A descriptor that cannot collide with 0..3 of the child.
Fd lift(Fd fd) {
  if (!fd) return fd;
  return Fd(::fcntl(fd.get(), F_DUPFD_CLOEXEC, kFirstFreeFd));
}

struct Pipe {
  Fd read, write;
};

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  Pipe pipe{lift(Fd(ends[0])), lift(Fd(ends[1]))};
  if (!pipe.read || !pipe.write) return std::nullopt;
  return pipe;
}

std::string package_of(std::string_view program) {
  const auto name = program.substr(program.rfind('/') + 1);
  if (name == "tesseract") return "tesseract-ocr tesseract-ocr-chi-sim";
  if (name == "qpdf") return "qpdf";
  if (name == "rsvg-convert") return "librsvg2-bin";
  if (name.starts_with("pdf")) return "poppler-utils poppler-data";
  return std::string(name);
}

// Everything that exec needs, made before fork: afterwards nothing may be allocated.
struct Launch {
  std::string program;
  std::vector<std::string> words, environment;
  std::vector<char*> argv, envp;
  ChildLimits limits;
  int in = -1, out = -1, err = -1, failed = -1;
};

void add_variable(std::vector<std::string>& environment, const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  if (value == nullptr) value = otherwise;
  if (value != nullptr) environment.push_back(fmt::format("{}={}", name, value));
}

void prepare(const Child& child, Launch& launch) {
  launch.limits = child.limits;
  if (launch.limits.cpu_seconds <= 0) launch.limits.cpu_seconds = child.limits.seconds + 1;
  launch.words.push_back(child.program);
  launch.words.insert(launch.words.end(), child.arguments.begin(), child.arguments.end());
  launch.environment = child.environment;
  add_variable(launch.environment, "PATH", "/usr/local/bin:/usr/bin:/bin");
  add_variable(launch.environment, "LANG", "C.UTF-8");
  add_variable(launch.environment, "TESSDATA_PREFIX", nullptr);
  for (auto& word : launch.words) launch.argv.push_back(word.data());
  for (auto& variable : launch.environment) launch.envp.push_back(variable.data());
  launch.argv.push_back(nullptr);
  launch.envp.push_back(nullptr);
}

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

// Between fork and exec: async-signal-safe calls only.
[[noreturn]] void become(const Launch& launch, pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  ::dup2(launch.in, 0);
  ::dup2(launch.out, 1);
  ::dup2(launch.err, 2);
  ::dup3(launch.failed, 3, O_CLOEXEC);
  if (::syscall(SYS_close_range, 4U, ~0U, 0U) != 0) {
    for (int fd = 4; fd < 4096; ++fd) ::close(fd);
  }
  limit(RLIMIT_CPU, static_cast<rlim_t>(std::ceil(launch.limits.cpu_seconds)));
  limit(RLIMIT_AS, launch.limits.memory);
  limit(RLIMIT_FSIZE, launch.limits.file);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  if (::chdir("/") == 0) ::execve(launch.program.c_str(), launch.argv.data(), launch.envp.data());
  const int why = errno;
  [[maybe_unused]] const auto told = ::write(3, &why, sizeof why);
  ::_exit(127);
}

// Appends what is there; false at the end of the stream.
bool drain(int fd, std::string& into, std::size_t max) {
  std::array<char, 1u << 16> buffer;
  const auto n = ::read(fd, buffer.data(), buffer.size());
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  const auto room = max - std::min(max, into.size());
  into.append(buffer.data(), std::min(static_cast<std::size_t>(n), room));
  return n > 0;
}

int milliseconds_left(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

// Reads both streams until they end or a limit is reached; tells which.
ChildEnd collect(Fd out, Fd err, std::size_t max, Clock::time_point deadline, ChildOutput& result) {
  std::array<pollfd, 2> streams{{{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}}};
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const int left = milliseconds_left(deadline);
    if (left == 0) return ChildEnd::timeout;
    if (::poll(streams.data(), streams.size(), left) < 0 && errno != EINTR) break;
    if (streams[0].revents != 0 && !drain(streams[0].fd, result.out, max + 1)) streams[0].fd = -1;
    if (streams[1].revents != 0 && !drain(streams[1].fd, result.err, kMaxErr)) streams[1].fd = -1;
    if (result.out.size() > max) {
      result.out.resize(max);
      return ChildEnd::flooded;
    }
    for (auto& stream : streams) stream.revents = 0;
  }
  return ChildEnd::exited;
}

// Waits for the process to end by itself; a child may close its streams and go on.
std::optional<int> wait_until(pid_t pid, Clock::time_point deadline) {
  for (useconds_t pause = 50;; pause = std::min<useconds_t>(pause * 2, 5000)) {
    int status = 0;
    const pid_t done = ::waitpid(pid, &status, WNOHANG);
    if (done == pid) return status;
    if (done < 0 && errno != EINTR) return 0;
    if (Clock::now() >= deadline) return std::nullopt;
    ::usleep(pause);
  }
}

void finish(pid_t pid, Clock::time_point deadline, ChildOutput& result) {
  std::optional<int> status;
  if (result.end == ChildEnd::exited) {
    status = wait_until(pid, deadline);
    if (!status) result.end = ChildEnd::timeout;
  }
  ::kill(-pid, SIGKILL);  // the child if it is still there, and whatever it started
  if (!status) {
    int ignored = 0;
    while (::waitpid(pid, &ignored, 0) < 0 && errno == EINTR) {
    }
    return;
  }
  if (WIFSIGNALED(*status)) {
    result.status = WTERMSIG(*status);
    result.end = result.status == SIGXCPU ? ChildEnd::timeout : ChildEnd::crashed;
  } else {
    result.status = WEXITSTATUS(*status);
  }
}

tl::unexpected<Error> cannot_start(const Child& child, int why) {
  return fail(Code::io, fmt::format("无法启动 {}：{}", child.program, std::strerror(why)));
}

}  // namespace

Result<AnonymousFile> AnonymousFile::with(std::string_view bytes) {
  Fd fd = lift(Fd(::memfd_create("guanlan", MFD_CLOEXEC)));
  if (!fd) {
    std::string name = "/tmp/guanlan-XXXXXX";
    fd = lift(Fd(::mkostemp(name.data(), O_CLOEXEC)));
    if (fd) ::unlink(name.c_str());
  }
  if (!fd) return fail(Code::io, fmt::format("无法建立临时文件：{}", std::strerror(errno)));
  while (!bytes.empty()) {
    const auto n = ::write(fd.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      return fail(Code::io, fmt::format("临时文件写入失败：{}", std::strerror(errno)));
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  ::lseek(fd.get(), 0, SEEK_SET);
  return AnonymousFile(fd.release());
}

AnonymousFile::~AnonymousFile() {
  if (fd_ >= 0) ::close(fd_);
}

std::string find_program(std::string_view program) {
  if (program.find('/') != std::string_view::npos) {
    return ::access(std::string(program).c_str(), X_OK) == 0 ? std::string(program) : "";
  }
  const char* path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const auto file = fmt::format("{}/{}", folders.substr(0, end), program);
    if (file.front() == '/' && ::access(file.c_str(), X_OK) == 0) return file;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return "";
}

Result<ChildOutput> run(const Child& child) {
  Launch launch;
  launch.program = find_program(child.program);
  if (launch.program.empty()) {
    return fail(Code::unsupported, fmt::format("没有安装 {}", child.program), {},
                fmt::format("apt install {}", package_of(child.program)));
  }
  prepare(child, launch);
  Fd nothing = child.input == nullptr ? lift(Fd(::open("/dev/null", O_RDONLY | O_CLOEXEC))) : Fd();
  auto out = make_pipe(), err = make_pipe(), failed = make_pipe();
  if (!out || !err || !failed) return cannot_start(child, errno);
  launch.in = child.input == nullptr ? nothing.get() : child.input->fd();
  launch.out = out->write.get();
  launch.err = err->write.get();
  launch.failed = failed->write.get();

  const auto deadline = Clock::now() + std::chrono::microseconds(
                                           static_cast<std::int64_t>(child.limits.seconds * 1e6));
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return cannot_start(child, errno);
  if (pid == 0) become(launch, parent);
  ::setpgid(pid, pid);  // whoever comes first
  out->write.reset();
  err->write.reset();
  failed->write.reset();

  ChildOutput result;
  int why = 0;
  const bool started = ::read(failed->read.get(), &why, sizeof why) != sizeof why;
  result.end =
      collect(std::move(out->read), std::move(err->read), child.limits.output, deadline, result);
  finish(pid, deadline, result);
  if (!started) return cannot_start(child, why);
  return result;
}

std::string describe(const Child& child, const ChildOutput& output) {
  const auto first_line = output.err.substr(0, output.err.find('\n'));
  switch (output.end) {
    case ChildEnd::timeout:
      return fmt::format("{} 超过 {:g} 秒，已放弃", child.program, child.limits.seconds);
    case ChildEnd::flooded:
      return fmt::format("{} 的输出超过 {} MB", child.program, child.limits.output >> 20);
    case ChildEnd::crashed:
      return fmt::format("{} 被信号 {}（{}）终止", child.program, output.status,
                         ::strsignal(output.status));
    case ChildEnd::exited:
      break;
  }
  return fmt::format("{} 失败，状态 {}{}{}", child.program, output.status,
                     first_line.empty() ? "" : "：", first_line);
}

}  // namespace guanlan
