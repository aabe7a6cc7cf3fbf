// Any bytes become valid text, whatever encoding they are declared to be in.
#include "fuzz/source_contract.h"
#include "text/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  for (const char* declared : {"", "gbk", "big5", "utf-16", "hz-gb-2312", "iso-2022-cn"}) {
    const DecodedText text = decode_text(input, declared);
    fuzz::require(utf8::is_valid(text.text));
    fuzz::require(text.text.find_first_of(std::string_view("\0\r", 2)) == std::string::npos);
  }
  (void)declared_charset(input);
  return 0;
}
