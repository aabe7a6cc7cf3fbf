// Records of other hands: any lines of JSON, each kind of value where another is expected.
#include <nlohmann/json.hpp>

#include "fuzz/source_contract.h"
#include "guanlan/diff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guanlan;
  std::vector<nlohmann::ordered_json> records;
  std::string_view rest = fuzz::bytes(data, size);
  while (!rest.empty() && records.size() < 64) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto record = nlohmann::ordered_json::parse(rest.substr(0, end), nullptr, false);
    if (record.is_object()) records.push_back(std::move(record));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  fuzz::require(!compare(records, records).has_losses());
  (void)compare(records, {});
  (void)compare({}, records);
  return 0;
}
