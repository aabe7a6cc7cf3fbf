// A text through all stages: every value of every record stands where its span says, and each
// record is one line of valid JSON.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "guanlan/record.h"
#include "testing/span_checks.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  auto sources = read_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (!sources) return 0;
  for (Source& source : *sources) {
    const Document d = process(std::move(source), Lexicon::builtin());
    check(d.mentions.size() == d.issue.items.size());
    for (std::size_t i = 0; i < d.mentions.size(); ++i) {
      for (const Fact& fact : facts(d, i)) {
        check(fact.place.span.begin <= fact.place.span.end);
        check(fact.place.span.end <= d.source.raw.size());
      }
      const std::string line = record_line(d, i);
      check(line.find('\n') == std::string::npos);
      check(nlohmann::json::accept(line));
    }
    for (const std::string& problem : testing::span_problems(d)) {
      std::fprintf(stderr, "%s\n", problem.c_str());
      std::abort();
    }
  }
  return 0;
}
