// A text through all dimensions: every mention lies inside its passage and leads back to raw bytes.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "guanlan/record.h"

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
      check(!record_line(d, i).empty());
    }
  }
  return 0;
}
