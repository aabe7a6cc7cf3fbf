#include "cli/app.h"

#include <ostream>

#include "guanlan/record.h"

namespace guanlan::cli {

int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
  if (args.size() < 2) return 2;
  auto sources = read(args[1]);
  if (!sources) {
    err << sources.error().message << '\n';
    return 3;
  }
  for (auto& s : *sources) {
    if (args[0] == "read") {
      out << s.raw;
      continue;
    }
    const auto doc = process(std::move(s), Lexicon::builtin());
    for (const auto& line : record_lines(doc)) out << line << '\n';
  }
  return 0;
}

}  // namespace guanlan::cli
