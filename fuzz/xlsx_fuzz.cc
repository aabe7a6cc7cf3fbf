// A workbook: the bytes as they are if they are a ZIP, else as its parts, set apart by \x01: what
// stands in the sheet, in the shared strings, in the styles.
#include "fuzz/source_contract.h"
#include "read/xlsx.h"
#include "testing/zip_builder.h"

namespace {

std::string package(std::string_view input) {
  const auto next = [&](const std::string& root) {
    const auto end = std::min(input.find('\x01'), input.size());
    std::string part = "<" + root + ">" + std::string(input.substr(0, end)) + "</" + root + ">";
    input.remove_prefix(std::min(end + 1, input.size()));
    return part;
  };
  guanlan::testing::ZipBuilder zip;
  zip.add("xl/workbook.xml",
          "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='1' Type='/worksheet' Target='worksheets/a.xml'/>"
          "<Relationship Id='2' Type='/sharedStrings' Target='b.xml'/>"
          "<Relationship Id='3' Type='/styles' Target='c.xml'/></Relationships>");
  zip.add("xl/worksheets/a.xml", next("worksheet"));
  zip.add("xl/b.xml", next("sst"));
  zip.add("xl/c.xml", next("styleSheet"));
  return zip.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  const std::string_view input = fuzz::bytes(data, size);
  const bool zip = input.starts_with("PK");
  fuzz::check(read_xlsx(zip ? std::string(input) : package(input), "fuzz", {}));
  return 0;
}
