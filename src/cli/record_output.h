// Records in the format that was asked for, as they come.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/sheet.h"

namespace guanlan::cli {

// Takes record lines one by one. json and jsonl are passed on at once; csv too; a table waits for
// the end, to know its widths. Whole records only ever reach stdout.
class RecordOutput {
 public:
  RecordOutput(const Call& call, std::string format);
  void add(const std::string& record_line);
  void flush();   // what is complete so far
  void finish();  // the end of the answer

 private:
  const Call& call_;
  std::string format_;
  std::string buffer_;
  Sheet sheet_;
  bool first_ = true;
};

}  // namespace guanlan::cli
