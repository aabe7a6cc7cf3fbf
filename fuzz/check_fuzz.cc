// A text through all stages and all checks: every finding lies in the document.
#include "fuzz/source_contract.h"
#include "guanlan/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  auto sources = read_bytes(fuzz::bytes(data, size), "fuzz.txt");
  if (!sources) return 0;
  for (Source& source : *sources) {
    const Document d = process(std::move(source), Lexicon::builtin());
    for (const Finding& f : check(d).findings) {
      fuzz::require(f.place.span.begin <= f.place.span.end);
      fuzz::require(f.place.span.end <= d.source.raw.size());
    }
  }
  return 0;
}
