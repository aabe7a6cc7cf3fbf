// A message, and the same as a mailbox. Attachments that need child processes are not reached:
// they would have to be whole PDF files.
#include "fuzz/source_contract.h"
#include "read/mail.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  fuzz::check(read_mail(input, "fuzz", {}, 0));
  fuzz::check(read_mailbox(input, "fuzz", {}, 0));
  return 0;
}
