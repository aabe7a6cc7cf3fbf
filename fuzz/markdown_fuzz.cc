// A Markdown text: what render() writes, and anything else.
#include "fuzz/source_contract.h"
#include "read/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  (void)is_markdown(input, "fuzz.md");
  fuzz::check(read_markdown(decode_text(input), "fuzz.md", {}));
  return 0;
}
