// The two YAML readers of the checks: a house's configuration and a rule.
#include "fuzz/source_contract.h"
#include "guanlan/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view yaml = fuzz::bytes(data, size);
  (void)CheckConfig::parse(yaml, "fuzz.yaml");
  (void)CheckRule::parse(yaml, "fuzz.yaml");
  return 0;
}
