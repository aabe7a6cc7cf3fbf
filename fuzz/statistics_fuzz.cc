// A text through all stages and the reading of its statistics: every observation and every refusal
// lies in the document, and an observation is one line of valid JSON.
#include <nlohmann/json.hpp>

#include "fuzz/source_contract.h"
#include "guanlan/stats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  auto sources = read_bytes(fuzz::bytes(data, size), "fuzz.txt");
  if (!sources) return 0;
  for (Source& source : *sources) {
    const Document d = process(std::move(source), Lexicon::builtin());
    const Statistics found = observe(d, {.all_items = true});
    for (const Observation& o : found.observations) {
      fuzz::require(o.place.span.end <= d.source.raw.size());
      const std::string line = observation_line(o);
      fuzz::require(line.find('\n') == std::string::npos && nlohmann::json::accept(line));
    }
    for (const Refusal& r : found.refused) fuzz::require(r.place.span.end <= d.source.raw.size());
  }
  return 0;
}
