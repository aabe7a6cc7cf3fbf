// Whether the words before an ending (公司, 协会, 医院) make a name of one organisation, or say
// what kind of organisation is meant: 甘肃10家物业公司, 意大利公司, 互联网公司.
#pragma once

#include "extract/orgs/edges.h"

namespace guanlan::orgs {

class Proper {
 public:
  Proper(const bodies::Part& part, const Tokens& tokens, const Edges& edges);

  // After a place or an organisation: not 甘肃10家物业公司, 意大利公司, 海南省基础电信企业,
  // 郑州国际会展中心.
  [[nodiscard]] bool behind_place(const Name& name, const Hit& ending) const;
  // Without one: at least two characters of its own, and no common words.
  [[nodiscard]] bool alone(std::uint32_t from, const Hit& ending) const;
  // 在中国金融信息中心举行: where it happened, not who.
  [[nodiscard]] bool is_venue(const Name& name) const;

 private:
  [[nodiscard]] bool is_country(Span span) const;
  [[nodiscard]] bool is_relative(std::uint32_t from) const;
  [[nodiscard]] bool stands_beside_institute(std::uint32_t from) const;
  [[nodiscard]] bool is_founded(std::uint32_t from, std::uint32_t end) const;
  [[nodiscard]] bool is_led(std::uint32_t from, std::uint32_t end) const;
  [[nodiscard]] bool is_abbreviated(std::uint32_t end) const;
  [[nodiscard]] bool is_rural_bank(std::uint32_t from, const Hit& ending) const;
  [[nodiscard]] bool is_hospital(std::uint32_t from, const Hit& ending) const;

  const bodies::Part& part_;
  const Tokens& tokens_;
  const Edges& edges_;
  const WordTable& endings_;
  int kind_, weak_;
};

}  // namespace guanlan::orgs
