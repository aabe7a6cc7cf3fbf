// CSV, and cell formats made of the same bytes.
#include "fuzz/source_contract.h"
#include "read/csv.h"
#include "read/number_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  fuzz::check(read_csv(decode_text(input), "fuzz", {}));
  for (const double value : {0.0, -1234.5, 45427.5}) (void)format_cell(value, input, false);
  return 0;
}
