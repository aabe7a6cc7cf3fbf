// A page, and the same as a fragment.
#include "fuzz/source_contract.h"
#include "read/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  fuzz::check(read_html(decode_text(input), "fuzz", {}));
  Source source;
  LineWriter writer(source, {});
  if (write_html_fragment(decode_text(input).text, "标题", writer)) fuzz::check(source);
  return 0;
}
