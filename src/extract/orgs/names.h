// Names of organisations in one part of a passage, as printed.
//
// Accepted forms
//   known       科大讯飞, 卡巴斯基 (orgs.tsv), with what belongs to the name: 中国电信|上海公司
//   by ending   秉信人力资源集团, 重庆信息安全产业技术创新联盟: from a place, 中国, 国家 or a
//   boundary on
//               the left to an ending of org_suffixes.tsv
//   operators   河南移动, 上海联通; 河南移动、联通、电信公司
//   in a list   来自深圳金蝶、中理科技、广州联通等30多家企业
//   Latin       Greylock McKinnon Associates(GMA)咨询公司
#pragma once

#include <string>
#include <vector>

#include "extract/bodies/part.h"
#include "guanlan/bodies.h"

namespace guanlan::orgs {

enum class Source : std::uint8_t { known, ending, op, list, latin, institute, international };

struct Name {
  Span span;
  std::string text;  // where the words are not one piece (河南|联通); else empty
  Source source{};
  std::uint32_t row = 0;  // of orgs.tsv, where source is known
  std::string_view kind;  // operator, company, association …
  bool weak = false;      // the ending is common in plain text
  Span known;             // the words of the row, where source is known; what follows is a branch
  bool abroad = false;    // a subsidiary of a country: 谷歌|爱尔兰公司
};

[[nodiscard]] std::vector<Name> names_in(const bodies::Part& part, const Bodies& bodies);

}  // namespace guanlan::orgs
