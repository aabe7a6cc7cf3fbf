// Places and public bodies as they stand in a passage, parsed once for authorities, regions and
// orgs.
//
// A body is read from a name of its own (公安部), or composed from a place and a head (南昌市 +
// 网信办), with what the text leaves out supplied from before: 江苏省通信管理局、省数据局.
// Whether a body acts in the item is not decided here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/gazetteer.h"
#include "guanlan/span.h"

namespace guanlan {

struct PlaceMention {
  Span span;
  PlaceId place = kNoPlace;  // the finest that the words name; kNoPlace: several places fit
  std::string path;  // printed path where the finest place is in no table (…/塔兰特县); else empty
  bool in_title = false;
  bool in_book = false;    // inside 《》
  std::int32_t body = -1;  // index into Bodies::bodies: it is part of that name
};

enum class BodyKind : std::uint8_t {
  national,  // 公安部, 国家互联网信息办公室
  local,     // 杭州市数据资源管理局
  police,    // 青岛警方, 浙江公安机关: named by place only, stays as printed
  foreign,   // 美国联邦贸易委员会, 联合国
};

struct BodyMention {
  Span span;
  std::string name;  // official; as printed for police and foreign bodies
  BodyKind kind = BodyKind::national;
  std::string_view domain;   // authority_heads.tsv: police, court, cac …; authorities.tsv: its
                             // level; may be empty
  PlaceId place = kNoPlace;  // where a local body sits; the country of a foreign one
  std::int32_t place_index = -1;  // into Bodies::places: the words for it; -1: supplied
  std::string above;              // name of the body that this is a department or unit of
  bool is_unit = false;           // 网安大队, 派出所 of a body
  bool in_title = false;
  bool in_book = false;
};

struct Bodies {
  std::vector<PlaceMention> places;  // title first, then body; ascending by begin in each
  std::vector<BodyMention> bodies;   // likewise
  std::vector<Span> institutes;  // 工信部新闻宣传中心: organisations of a body, not its departments
};

}  // namespace guanlan
