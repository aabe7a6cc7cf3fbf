// A Word document: the bytes as they are if they are a ZIP, else as its parts, set apart by \x01:
// what stands in the body, in the styles, in the numbering, in the footnotes.
#include "fuzz/source_contract.h"
#include "read/docx.h"
#include "testing/docx_builder.h"

namespace {

std::string package(std::string_view input) {
  const auto next = [&] {
    const auto end = std::min(input.find('\x01'), input.size());
    std::string part(input.substr(0, end));
    input.remove_prefix(std::min(end + 1, input.size()));
    return part;
  };
  guanlan::testing::DocxBuilder builder;
  builder.body(next());
  builder.styles(next());
  builder.numbering(next());
  const std::string space = guanlan::testing::DocxBuilder::kSpace;
  builder.part("footnotes.xml", "footnotes",
               "<w:footnotes " + space + ">" + next() + "</w:footnotes>");
  return builder.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  const bool zip = input.starts_with("PK");
  fuzz::check(read_docx(zip ? std::string(input) : package(input), "fuzz", {}));
  return 0;
}
