// The Markdown of a law, and its first words as a reference to a provision.
#include "fuzz/source_contract.h"
#include "guanlan/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view text = fuzz::bytes(data, size);
  (void)parse_provision(text.substr(0, 64));
  const auto parsed = parse_law(text, "行政法/示例法(2024-01-01).md");
  if (!parsed) return 0;
  fuzz::require(!parsed->law.title.empty() && !parsed->law.provisions.empty());
  for (const Provision& p : parsed->law.provisions) (void)part_of(p, 1, 1);
  return 0;
}
