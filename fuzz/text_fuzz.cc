// Any bytes through detection and whatever reader they look like; no child processes.
#include "fuzz/source_contract.h"
#include "read/detect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  const auto kind = detect(input, "fuzz");
  if (kind && (*kind == Kind::pdf || *kind == Kind::image)) return 0;
  fuzz::check(read_bytes(input, "fuzz"));
  return 0;
}
