// What is known of a case (案件) and tells it from another: the parts of its key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanlan::sighting {

struct CaseKey {
  std::string who;     // the masked name (李某某, 王某甲); of a nameless one its headline
  std::string place;   // to the city: 陕西省/西安市
  std::string charge;  // 案由, by its official name
  std::string court;
  // 12人, 350万元 as 3500000元: what its text counts. A masked one that counts nothing has its
  // headline here, behind a #: a masked name, a place and a charge are no identity.
  std::vector<std::string> facts;
  bool masked = false;  // `who` is a masked name
};

[[nodiscard]] std::string key_of(const CaseKey& one);
[[nodiscard]] CaseKey read_case_key(std::string_view key);

}  // namespace guanlan::sighting
