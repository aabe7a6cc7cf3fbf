// A chain of places as written: 甘肃天水武山县, 江西南昌西湖区, 美国得克萨斯州塔兰特县, 上饶广丰.
#pragma once

#include <string>
#include <vector>

#include "extract/bodies/part.h"
#include "guanlan/gazetteer.h"

namespace guanlan::bodies {

struct Chain {
  Span span;
  PlaceId place = kNoPlace;  // the finest; kNoPlace: several places fit and nothing decides
  std::uint32_t last = 0;    // where the last link begins
  int links = 0;
  bool abroad = false;
  bool leads_with_province = false;  // and goes on: 陕西省|西安市未央
  std::uint32_t second = 0;          // where the second link begins
  Span zone;  // 高新区 behind a city: no place of its own, but part of the names of bodies
  std::string path;  // abroad, where the finest place is in no table: …/塔兰特县
};

// The places that the item and the document have named so far, for names that several places have.
class Context {
 public:
  Context(const Gazetteer& map, PlaceId home) : map_(map), home_(home) {}
  void saw(PlaceId place);
  [[nodiscard]] PlaceId choose(std::span<const PlaceId> candidates) const;
  // The latest place of that level, or the one above the latest place: what 省, 市, 区 stand for.
  [[nodiscard]] PlaceId of_level(PlaceLevel level) const;
  // The place of that name or stem within the province of the latest places, or of home; kNoPlace:
  // none.
  [[nodiscard]] PlaceId below(std::string_view name) const;
  // The city of a county's level that the item is about, its prefecture not told; kNoPlace: none.
  [[nodiscard]] PlaceId county_city() const;
  [[nodiscard]] PlaceId home() const { return home_; }

 private:
  const Gazetteer& map_;
  PlaceId home_;
  std::vector<PlaceId> recent_;  // latest last, at most 8
};

// The chains that begin at the offset, the one with the longest first link first; none: empty.
// `ends_body` tells whether a head of a body begins at an offset: a bare stem (广丰 in
// 上饶广丰警方) counts only before one.
class Chains {
 public:
  Chains(const Part& part, const Gazetteer& map, const Context& context)
      : part_(part), map_(map), context_(context) {}
  [[nodiscard]] std::vector<Chain> at(std::uint32_t offset) const;

 private:
  [[nodiscard]] bool extend(Chain& chain) const;
  [[nodiscard]] bool extend_by_hit(Chain& chain) const;
  [[nodiscard]] bool extend_by_stem(Chain& chain) const;
  [[nodiscard]] bool extend_abroad(Chain& chain) const;
  void extend_by_zone(Chain& chain) const;
  [[nodiscard]] bool head_at(std::uint32_t offset) const;

  const Part& part_;
  const Gazetteer& map_;
  const Context& context_;
};

// 湖南|省长 in 湖南省长沙市: an officer whose last character begins the name of a place.
[[nodiscard]] bool runs_into_place(const Part& part, Span head);

}  // namespace guanlan::bodies
