// A limited child process: how Guanlan runs the tools that read untrusted files.
//
// The program is started without a shell, in a process group of its own, with an environment of
// PATH, LANG and TESSDATA_PREFIX only, no descriptors but 0, 1 and 2, and limits on time, memory,
// files and output. It is killed with its group when a limit is reached or when the caller dies.
// Nothing is left on the disk. Safe to call from several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

// Bytes that a child can open as /dev/stdin and seek in; no name on the disk, gone with the object.
class AnonymousFile {
 public:
  [[nodiscard]] static Result<AnonymousFile> with(std::string_view bytes);
  AnonymousFile(AnonymousFile&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  AnonymousFile& operator=(AnonymousFile&&) = delete;
  ~AnonymousFile();
  [[nodiscard]] int fd() const { return fd_; }

 private:
  explicit AnonymousFile(int fd) : fd_(fd) {}
  int fd_;
};

struct ChildLimits {
  double seconds = 10;              // on the wall
  double cpu_seconds = 0;           // of the processor; 0: as on the wall
  std::size_t memory = 900u << 20;  // address space
  std::size_t output = 256u << 20;  // bytes taken from stdout
  std::size_t file = 0;             // bytes that it may write into one file; 0: it writes none
};

struct Child {
  std::string program;  // a name looked for on PATH, or a path
  std::vector<std::string> arguments;
  const AnonymousFile* input = nullptr;  // stdin; none: /dev/null
  std::vector<std::string> environment;  // further NAME=value
  ChildLimits limits;
};

enum class ChildEnd {
  exited,   // by itself; status tells
  crashed,  // by a signal, a memory limit among the reasons
  timeout,  // killed after ChildLimits::seconds
  flooded,  // killed because stdout went over ChildLimits::output; `out` is what came before
};

struct ChildOutput {
  std::string out;
  std::string err;  // the first 64 KiB
  ChildEnd end = ChildEnd::exited;
  int status = 0;  // exit status, or the signal's number

  [[nodiscard]] bool ok() const { return end == ChildEnd::exited && status == 0; }
};

// Runs to the end. Errors: unsupported (not installed; the hint names the Debian package),
// io (the machine cannot start a process).
[[nodiscard]] Result<ChildOutput> run(const Child& child);

// Where PATH finds the program; empty if nowhere.
[[nodiscard]] std::string find_program(std::string_view program);

// One sentence on an end that is not ok: "pdftotext 超过 10 秒，已放弃".
[[nodiscard]] std::string describe(const Child& child, const ChildOutput& output);

}  // namespace guanlan
