// RSS and Atom.
#include "fuzz/source_contract.h"
#include "read/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  fuzz::check(read_feed(decode_text(input), "fuzz", {}));
  return 0;
}
