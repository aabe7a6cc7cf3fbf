#include "sightings/case_key.h"

#include <fmt/format.h>

#include <array>

#include "lexicon/rows.h"

namespace guanlan::sighting {

std::string key_of(const CaseKey& one) {
  std::string who = one.who;  // a headline may hold anything
  std::erase(who, '|');
  std::string facts = fmt::format("{}", fmt::join(one.facts, ","));
  std::erase(facts, '|');
  return fmt::format("{}|{}|{}|{}|{}", who, one.place, one.charge, one.court, facts);
}

CaseKey read_case_key(std::string_view key) {
  CaseKey out;
  const std::vector<std::string_view> parts = split(key, '|');
  const std::array<std::string*, 4> into = {&out.who, &out.place, &out.charge, &out.court};
  for (std::size_t i = 0; i < std::min(parts.size(), into.size()); ++i) *into[i] = parts[i];
  if (parts.size() > into.size() && !parts.back().empty()) {
    for (const std::string_view fact : split(parts.back(), ',')) out.facts.emplace_back(fact);
  }
  constexpr std::size_t kName = 15;  // 欧阳某某甲
  out.masked = out.who.size() <= kName && out.who.find("某") != std::string::npos;
  return out;
}

}  // namespace guanlan::sighting
