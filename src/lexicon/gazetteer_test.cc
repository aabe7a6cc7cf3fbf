#include "guanlan/gazetteer.h"

#include <gtest/gtest.h>

#include "guanlan/lexicon.h"

namespace guanlan {
namespace {

const Gazetteer& map() { return Lexicon::builtin().gazetteer(); }

PlaceId province(std::string_view name) {
  for (PlaceId id = 0; id < map().size(); ++id) {
    if (map()[id].level == PlaceLevel::province && map()[id].name == name) return id;
  }
  return kNoPlace;
}

TEST(Gazetteer, KnowsCountriesByTheirOneCharacter) {
  EXPECT_EQ(map().country_abbreviated("美"), map().country_named("美国"));
  EXPECT_EQ(map().country_abbreviated("豫"), kNoPlace);
  EXPECT_EQ(map().country_abbreviated(""), kNoPlace);
}

TEST(Gazetteer, NamesThePathFromTheProvince) {
  const PlaceId county = map().below(province("甘肃省"), "武山县");
  ASSERT_NE(county, kNoPlace);
  EXPECT_EQ(map().path(county), "甘肃省/天水市/武山县");
  EXPECT_EQ(map()[county].code, "620524");
  EXPECT_EQ(map().path(map().province(county)), "甘肃省");
}

TEST(Gazetteer, FindsAStemBelowItsPlaceOnly) {
  const PlaceId shangrao = map().below(province("江西省"), "上饶");
  EXPECT_EQ(map().path(map().below(shangrao, "广丰")), "江西省/上饶市/广丰区");
  EXPECT_EQ(map().below(province("浙江省"), "广丰"), kNoPlace);
}

TEST(Gazetteer, GivesNoneOfTwoPlacesOfOneName) {
  EXPECT_EQ(map().below(province("江苏省"), "鼓楼区"), kNoPlace);  // 南京, 徐州
  const PlaceId nanjing = map().below(province("江苏省"), "南京市");
  EXPECT_EQ(map()[map().below(nanjing, "鼓楼区")].code, "320106");
}

TEST(Gazetteer, KnowsAbbreviations) {
  EXPECT_EQ(map().path(map().abbreviated("沪")), "上海市");
  EXPECT_EQ(map().path(map().abbreviated("川")), "四川省");
  EXPECT_EQ(map().abbreviated("的"), kNoPlace);
}

}  // namespace
}  // namespace guanlan
